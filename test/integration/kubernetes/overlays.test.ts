import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { parse } from 'yaml'
import { readConfig } from '../../../src/service/config.ts'
import {
  allAt,
  applicable,
  at,
  components,
  deploymentOf,
  describeWithTools,
  inCopy,
  list,
  manifestsIn,
  mistakesIn,
  of,
  ofKind,
  one,
  own,
  read,
  settingsOf,
  textsAt,
  withService,
} from './manifests.ts'

const page = 'docs/kubernetes.md'
const gateways = withService.filter((name) => name !== 'base')

describeWithTools('the gateways of deploy/kubernetes, and its page', () => {
  test.each(gateways)('behind %s, each identity header is taken from the service, and none from a client', (name) => {
    const headers = readConfig(settingsOf(name)).forwardAuthHeaders.map((header) => header.name)
    expect(headers.length).toBeGreaterThan(1)
    const taken = of(name).flatMap((item) => [
      ...allAt(item, 'authResponseHeaders'),
      ...allAt(item, 'headersToBackend'),
      ...allAt(item, 'nginx.ingress.kubernetes.io/auth-response-headers').map((text) => String(text).split(',')),
      ...allAt(item, 'earlyRequestHeaders').map((early) => at(early, 'remove')),
    ])
    expect(taken.length).toBeGreaterThan(1)
    for (const these of taken) expect(these).toEqual(headers)
    // nginx and Envoy drop headers with underscores by themselves, or by one line.
    const look = headers.flatMap((header) => ['_-', '-_', '__'].map((marks) => withMarks(header, marks)))
    const dropped = of(name).flatMap((item) => Object.entries(textsAt(item, 'spec', 'headers', 'customRequestHeaders')))
    const actions = allAt(of(name), 'withUnderscoresAction')
    if (name === 'traefik')
      expect(Object.fromEntries(dropped)).toEqual(Object.fromEntries(look.map((header) => [header, ''])))
    else expect([dropped, actions]).toEqual([[], name === 'envoy-gateway' ? ['DropHeader'] : []])
  })

  test.each(gateways)('behind %s, each route asks the service about sessions', (name) => {
    const asked = (kind: string, path: string): unknown[] =>
      ofKind(name, kind)
        .flatMap((item) => allAt(item, path))
        .map(String)
    const address = `http://${own}.${own}.svc.cluster.local/auth/`
    if (name === 'traefik') {
      const routes = ofKind(name, 'IngressRoute').flatMap((item) => list(at(item, 'spec', 'routes')))
      const through = routes.map((route) => list(at(route, 'middlewares')).map((one) => at(one, 'name')))
      const [required, optional] = [
        ['session-plain', 'session-required'],
        ['session-plain', 'session-optional'],
      ]
      expect(through).toEqual([required, optional, optional])
      expect(asked('Middleware', 'address').toSorted()).toEqual([`${address}optional`, `${address}required`])
    } else if (name === 'ingress-nginx') {
      const urls = asked('Ingress', 'nginx.ingress.kubernetes.io/auth-url')
      expect(urls.toSorted()).toEqual([`${address}optional`, `${address}required`])
    } else {
      const policies = ofKind(name, 'SecurityPolicy').map((policy) => [
        at(policy, 'spec', 'targetRefs', 0, 'kind'),
        at(policy, 'spec', 'targetRefs', 0, 'name'),
        at(policy, 'spec', 'extAuth', 'http', 'path'),
        at(policy, 'spec', 'extAuth', 'failOpen'),
      ])
      expect(policies.toSorted()).toEqual([
        ['Gateway', 'app', '/auth/required', false],
        ['HTTPRoute', 'app-public', '/auth/optional', false],
      ])
    }
    const services = Object.fromEntries(
      ofKind(name, 'Service').map((service) => [service.metadata.name, at(service, 'spec', 'ports', 0)]),
    )
    const backends = of(name).flatMap((item) => [
      ...allAt(item, 'backendRefs').flatMap(list),
      ...allAt(item, 'services').flatMap(list),
      ...allAt(item, 'service'),
    ])
    expect(backends.length).toBeGreaterThan(1)
    for (const backend of backends) {
      const port = at(backend, 'port', 'name') ?? at(backend, 'port', 'number') ?? at(backend, 'port')
      const service = services[String(at(backend, 'name'))]
      expect([at(service, 'name'), at(service, 'port')]).toContain(port)
    }
  })

  test('behind ingress-nginx, a public page arrives under the path that it was found by', () => {
    const path = (ingress: unknown): string => String(allAt(ingress, 'path')[0])
    const [page, ...others] = ofKind('ingress-nginx', 'Ingress').filter((ingress) => path(ingress) !== '/')
    expect(others).toEqual([])
    const told = textsAt(page, 'metadata', 'annotations')
    expect(told['nginx.ingress.kubernetes.io/use-regex']).toBe('true')
    // What ingress-nginx makes of it: nginx matches a path without dots, and sends what it is rewritten to.
    const location = new RegExp(`^${path(page)}`, 'i')
    const sent = (found: string): string =>
      found.replace(location, told['nginx.ingress.kubernetes.io/rewrite-target'] ?? '')
    for (const found of ['/public', '/public/', '/public/a/public']) {
      expect(found).toMatch(location)
      expect(sent(found)).toBe(found)
    }
    for (const found of ['/publicly', '/account', '/account/public']) expect(found).not.toMatch(location)
  })

  test.each(gateways)('only the gateway of %s reaches the application', (name) => {
    const [rule, ...others] = list(at(one(of(name), 'NetworkPolicy', 'app'), 'spec', 'ingress'))
    expect(others).toEqual([])
    expect(list(at(rule, 'from'))).toEqual([
      { namespaceSelector: { matchLabels: expect.anything() }, podSelector: { matchLabels: expect.anything() } },
    ])
    expect(list(at(one(of(name), 'NetworkPolicy', own), 'spec', 'ingress'))).toContainEqual(rule)
  })

  test('Traefik, Envoy and nginx are told what their pages say, with which they are tested', () => {
    const session: unknown = parse(blockOf('docs/gateways/traefik.md', 'yaml session.yml'), { merge: true })
    const headers = ['X-User-Id', 'X-User-Email', 'X-User-Name']
    for (const kind of ['required', 'optional']) {
      const tested = v.parse(v.looseObject({}), at(session, 'http', 'middlewares', kind, 'forwardAuth'))
      expect(at(one(of('traefik'), 'Middleware', `session-${kind}`), 'spec', 'forwardAuth')).toEqual({
        ...tested,
        address: expect.stringMatching(`/auth/${kind}$`),
        authResponseHeaders: headers,
      })
    }
    const envoy: unknown = parse(blockOf('docs/gateways/envoy.md', 'yaml'))
    const [allowed] = allAt(envoy, 'allowed_headers').map((one) => allAt(one, 'exact'))
    for (const policy of ofKind('envoy-gateway', 'SecurityPolicy')) {
      const { http, ...told } = v.parse(v.looseObject({ http: v.unknown() }), at(policy, 'spec', 'extAuth'))
      expect(told).toEqual({ headersToExtAuth: allowed, timeout: '6s', failOpen: false, statusOnError: 503 })
      expect(allAt(envoy, 'path_prefix')).toContain(at(http, 'path'))
    }
    expect(allAt(allAt(envoy, 'server_uri'), 'timeout')).toEqual(['6s', '6s'])
    expect(allAt(envoy, 'path_with_escaped_slashes_action')).toEqual(['REJECT_REQUEST'])
    expect(allAt(of('envoy-gateway'), 'escapedSlashesAction')).toEqual(['RejectRequest'])
    const check = blockOf('docs/gateways/nginx.md', 'nginx session_check')
    const sent = [...check.matchAll(/proxy_set_header (X-\S+)/g)].map(([, header]) => header)
    expect(Object.keys(textsAt(one(of('ingress-nginx'), 'ConfigMap', 'session-headers'), 'data')).toSorted()).toEqual(
      sent.toSorted(),
    )
    const [, size] = /proxy_buffer_size (\w+);/.exec(check) ?? []
    expect(new Set(allAt(of('ingress-nginx'), 'nginx.ingress.kubernetes.io/proxy-buffer-size'))).toEqual(
      new Set([size]),
    )
  })

  test.each(gateways)('another namespace in the kustomization of %s is enough', (name) => {
    const path = `${name}/kustomization.yaml`
    const text = inCopy({ [path]: read(path).replace(`namespace: ${own}`, 'namespace: elsewhere') }, name)
    expect(new Set(manifestsIn(text).map(({ metadata }) => metadata.namespace))).toEqual(new Set(['elsewhere']))
    expect(text).not.toMatch(/NAMESPACE|ory-session-echo\.ory-session-echo/)
  })

  test('the kustomization on the page is built as it stands there', () => {
    const text = inCopy({ 'production/kustomization.yaml': blockOf(page, 'yaml') }, 'production')
    expect([...mistakesIn(new Map([['production', text]]), '1.37.0').values()]).toEqual([[]])
    const production = manifestsIn(text)
    expect(new Set(production.map(({ metadata }) => metadata.namespace))).toEqual(new Set([own]))
    expect(allAt(one(production, 'Deployment', own), 'image')).toEqual([
      expect.stringMatching(/^registry\.example\.com\/ory-session-echo@sha256:a{64}$/),
    ])
    expect(text).toContain('ORY_SDK_URL: https://happy-einstein-1a2b3c.projects.oryapis.com\n')
    expect(production.map(({ kind }) => kind)).toContain('ServiceMonitor')
  })

  test('the page names every folder and none that is not there, and its commands apply what can be applied', () => {
    const text = readFileSync(page, 'utf8')
    const [, folders = ''] = text.split('| folder | what it adds |\n| --- | --- |\n')
    const [rows = ''] = folders.split('\n\n')
    const named = [...rows.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)])
    expect(named.map(([, folder]) => folder).toSorted()).toEqual([...applicable, ...components].toSorted())
    const commands = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block = '']) => block.trim().split('\n'))
    const folderOf = /^kubectl (?:apply -k|kustomize) deploy\/kubernetes\/([\w-]+)$/
    const others = commands.filter((command) => !folderOf.test(command))
    expect(commands.flatMap((command) => folderOf.exec(command)?.[1] ?? []).toSorted()).toEqual(
      ['production', 'production', ...gateways].toSorted(),
    )
    // These need a cluster: what they name is what the manifests have.
    expect(others).toEqual([
      `kubectl create namespace ${own}`,
      `kubectl label namespace ${own} pod-security.kubernetes.io/enforce=restricted`,
      `kubectl -n ${own} rollout status deployment/${own}`,
      `kubectl -n ${own} port-forward deployment/${own} ${settingsOf('base')['ADMIN_PORT'] ?? ''}`,
    ])
  })

  test('the page has the figures of the manifests', () => {
    const text = readFileSync(page, 'utf8').replaceAll('\n', ' ')
    const { SHUTDOWN_DELAY, SHUTDOWN_GRACE, MAX_CONNECTIONS } = settingsOf('base')
    const pod = at(deploymentOf('base'), 'spec', 'template', 'spec')
    const seconds = (probe: string): number =>
      Number(at(pod, 'containers', 0, probe, 'periodSeconds')) *
      Number(at(pod, 'containers', 0, probe, 'failureThreshold'))
    expect([seconds('startupProbe'), seconds('readinessProbe'), seconds('livenessProbe')]).toEqual([600, 10, 60])
    const scaler = at(one(of('base'), 'HorizontalPodAutoscaler', own), 'spec')
    const [percent] = allAt(scaler, 'averageUtilization').map(Number)
    const cpu = Number.parseInt(String(at(pod, 'containers', 0, 'resources', 'requests', 'cpu')))
    const memory = at(pod, 'containers', 0, 'resources', 'limits', 'memory')
    for (const figure of [
      `SHUTDOWN_DELAY\` (${SHUTDOWN_DELAY?.replace('s', ' s') ?? ''})`,
      `SHUTDOWN_GRACE\` (${SHUTDOWN_GRACE?.replace('s', ' s') ?? ''})`,
      `terminationGracePeriodSeconds\` (${String(at(pod, 'terminationGracePeriodSeconds'))})`,
      `${String(at(scaler, 'minReplicas'))} to ${String(at(scaler, 'maxReplicas'))}`,
      `${cpu}m requested, no limit, more pods at ${(cpu * (percent ?? 0)) / 100}m`,
      `${String(memory)}, with \`MAX_CONNECTIONS=${MAX_CONNECTIONS ?? ''}`,
    ])
      expect(text).toContain(figure)
  })
})

/** A header's name with other marks between its words. */
function withMarks(header: string, marks: string): string {
  const [first = '', second = '', third = ''] = header.split('-')
  return `${first}${marks.charAt(0)}${second}${marks.charAt(1)}${third}`
}

/** A fenced block of a page. */
function blockOf(path: string, fence: string): string {
  const [, block = ''] = readFileSync(path, 'utf8').split(`\n\`\`\`${fence}\n`)
  const [text = ''] = block.split('\n```\n')
  return `${text}\n`
}
