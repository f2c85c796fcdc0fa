import { beforeAll, expect, test } from '@jest/globals'
import packageJson from '../../../package.json' with { type: 'json' }
import { readConfig } from '../../../src/service/config.ts'
import { variables } from '../../../src/service/variables.ts'
import {
  allAt,
  applicable,
  at,
  deploymentOf,
  describeWithTools,
  list,
  mistakesIn,
  of,
  ofKind,
  one,
  own,
  settingsOf,
  textOf,
  textsAt,
  versions,
  withService,
} from './manifests.ts'

const labelsOf = (item: unknown): Record<string, string> => textsAt(item, 'metadata', 'labels')

const broken: [what: string, right: string, wrong: string, said: string][] = [
  ['a misspelt field', 'enableServiceLinks:', 'enableServiceLink:', "'enableServiceLink' not allowed"],
  ['a misspelt field of a probe', 'failureThreshold: 300', 'failureTreshold: 300', "'failureTreshold' not allowed"],
  ['a text for a number', 'containerPort: 3000', 'containerPort: "3000"', 'got string, want integer'],
  ['a misspelt field of a Middleware', 'authResponseHeaders:', 'authHeaders:', "'authHeaders' not allowed"],
  ['a misspelt field of metadata', 'namespace:', 'namspace:', "'namspace' not allowed"],
  ['a kind that nobody knows', 'kind: Middleware', 'kind: Middlewear', 'could not find schema for Middlewear'],
  ['a version that is gone', 'policy/v1', 'policy/v1beta1', 'could not find schema for PodDisruptionBudget'],
]

describeWithTools('deploy/kubernetes', () => {
  const found = new Map<string, Map<string, string[]>>()
  beforeAll(() => {
    const texts = new Map([...applicable, 'everything'].map((name) => [name, textOf(name)]))
    for (const [name, right, wrong] of broken) texts.set(name, textOf('traefik').replace(right, wrong))
    for (const version of versions) found.set(version, mistakesIn(texts, version))
  })

  for (const version of versions) {
    test.each([...applicable, 'everything'])(`Kubernetes ${version} knows every kind and field of %s`, (name) => {
      expect(found.get(version)?.get(name)).toEqual([])
    })
  }

  test.each(broken)('%s is found', (what, _right, _wrong, said) => {
    expect(found.get('1.37.0')?.get(what)).toEqual([expect.stringContaining(said)])
  })

  test.each(withService)('the service takes the configuration of %s, and knows each variable', (name) => {
    const settings = settingsOf(name)
    expect(() => readConfig(settings)).not.toThrow()
    const known = new Set(variables.map((variable) => variable.name))
    const others = Object.keys(settings).filter((key) => !known.has(key) && !/^(?:OTEL|NODE)_/.test(key))
    expect(others).toEqual([])
  })

  test('the image has the version of this package', () => {
    expect(allAt(deploymentOf('base'), 'image')).toEqual([`${own}:${packageJson.version}`])
  })

  test('the ports are those that the service listens on, and each one that is named exists', () => {
    const { PORT, ADMIN_PORT } = settingsOf('base')
    const container = at(deploymentOf('base'), 'spec', 'template', 'spec', 'containers', 0)
    const ports = ['http', 'admin']
    expect(at(container, 'ports')).toEqual([
      { name: 'http', containerPort: Number(PORT) },
      { name: 'admin', containerPort: Number(ADMIN_PORT) },
    ])
    expect(allAt(container, 'port')).toEqual(['admin', 'admin', 'admin'])
    for (const name of [...withService, 'everything']) {
      for (const service of ofKind(name, 'Service'))
        for (const target of allAt(service, 'targetPort')) expect(ports).toContain(target)
      const named = ofKind(name, 'NetworkPolicy').flatMap((policy) => allAt(at(policy, 'spec', 'ingress'), 'port'))
      expect(named.length).toBeGreaterThan(0)
      for (const port of named) expect(ports).toContain(port)
    }
  })

  test.each([...withService, 'everything'])(
    'every selector of %s selects pods of a Deployment, and no others',
    (name) => {
      const templates = ofKind(name, 'Deployment').map((deployment) => at(deployment, 'spec', 'template'))
      const selectors = of(name).flatMap((item) => {
        const { kind } = item
        if (kind === 'Service') return [textsAt(item, 'spec', 'selector')]
        if (kind === 'NetworkPolicy') return [textsAt(item, 'spec', 'podSelector', 'matchLabels')]
        if (kind === 'PodDisruptionBudget') return [textsAt(item, 'spec', 'selector', 'matchLabels')]
        if (kind !== 'Deployment') return []
        const spread = list(at(item, 'spec', 'template', 'spec', 'topologySpreadConstraints'))
        return [
          textsAt(item, 'spec', 'selector', 'matchLabels'),
          ...spread.map((constraint) => textsAt(constraint, 'labelSelector', 'matchLabels')),
        ]
      })
      expect(selectors.length).toBeGreaterThan(5)
      for (const selector of selectors) {
        const labels = Object.entries(selector)
        const selected = templates.filter((template) =>
          labels.every(([label, value]) => labelsOf(template)[label] === value),
        )
        expect([selector, labels.length > 0, selected.length]).toEqual([selector, true, 1])
      }
      expect(at(one(of(name), 'HorizontalPodAutoscaler', own), 'spec', 'scaleTargetRef')).toEqual({
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: own,
      })
    },
  )

  test('the policy lets DNS and Kratos through as their own pods are labelled', () => {
    const egress = at(one(of('base'), 'NetworkPolicy', own), 'spec', 'egress')
    expect(list(egress).map((rule) => at(rule, 'to', 0, 'podSelector', 'matchLabels'))).toEqual([
      { 'k8s-app': 'kube-dns' },
      { 'app.kubernetes.io/name': 'kratos' },
    ])
    const inNetwork = at(one(of('everything'), 'NetworkPolicy', own), 'spec', 'egress', 1)
    expect([allAt(inNetwork, 'podSelector'), allAt(inNetwork, 'port')]).toEqual([[], [443]])
  })

  test('nobody reaches the admin port but the Prometheus of the component "monitoring"', () => {
    for (const name of withService) {
      for (const item of of(name).filter(({ kind }) => kind !== 'Deployment'))
        expect([...allAt(item, 'port'), ...allAt(item, 'targetPort')]).not.toContain('admin')
    }
    const open = ofKind('everything', 'NetworkPolicy').filter((policy) => allAt(policy, 'port').includes('admin'))
    expect(open.map((policy) => at(policy, 'spec', 'ingress', 0, 'from'))).toEqual([
      [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
        },
      ],
    ])
    const admin = one(of('everything'), 'Service', `${own}-admin`)
    const monitor = one(of('everything'), 'ServiceMonitor', own)
    const wanted = Object.entries(textsAt(monitor, 'spec', 'selector', 'matchLabels'))
    const monitored = ofKind('everything', 'Service').filter((service) =>
      wanted.every(([label, value]) => labelsOf(service)[label] === value),
    )
    expect(monitored).toEqual([admin])
    expect(allAt(at(monitor, 'spec', 'endpoints'), 'port')).toEqual(allAt(at(admin, 'spec', 'ports'), 'name'))
  })

  test('the alerts of "monitoring" ask about the job that its ServiceMonitor makes', () => {
    const label = at(one(of('everything'), 'ServiceMonitor', own), 'spec', 'jobLabel')
    const job = labelsOf(one(of('everything'), 'Service', `${own}-admin`))[String(label)]
    const asked = allAt(one(of('everything'), 'PrometheusRule', own), 'expr').flatMap((expression) => [
      ...String(expression).matchAll(/job="([^"]*)"/g),
    ])
    expect(new Set(asked.map(([, name]) => name))).toEqual(new Set([job]))
  })

  test('a pod has time to end: the delay, the requests in flight, and some seconds more', () => {
    const { shutdownDelay, shutdownGrace, upstreamTimeout } = readConfig(settingsOf('base'))
    const [grace] = allAt(deploymentOf('base'), 'terminationGracePeriodSeconds')
    expect(Number(grace) * 1000).toBeGreaterThanOrEqual(shutdownDelay + shutdownGrace + 5000)
    expect(shutdownDelay).toBeGreaterThan(0)
    expect(shutdownGrace).toBeGreaterThan(upstreamTimeout)
  })

  test.each([...applicable, 'everything'])('the pods of %s keep to the Pod Security Standard "restricted"', (name) => {
    for (const deployment of ofKind(name, 'Deployment')) {
      const pod = at(deployment, 'spec', 'template', 'spec')
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      })
      for (const container of list(at(pod, 'containers')))
        expect(at(container, 'securityContext')).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        })
      for (const field of ['hostNetwork', 'hostPID', 'hostIPC', 'hostPath', 'hostPort', 'privileged'])
        expect(allAt(pod, field)).toEqual([])
    }
  })
})
