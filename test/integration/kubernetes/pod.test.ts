import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Network, type StartedNetwork } from 'testcontainers'
import { Agent, request } from 'undici'
import { stringify } from 'yaml'
import { KratosContainer, somebody, type StartedKratosContainer } from '../../../src/testing/index.ts'
import { describeImage } from '../../image/container.ts'
import { eventually } from '../../support/eventually.ts'
import { describeUnless } from '../../support/skip.ts'
import { startGateway, whyMissing } from '../gateways/programs.ts'
import { startApplication } from '../gateways/world.ts'
import { at, describeWithTools, list, of, one, own, type Manifest } from './manifests.ts'
import { planOf, startPod, type Pod } from './pod.ts'

// The name that the configuration has for Kratos. In Kubernetes, its Service makes port 80 of 4433.
const ory = 'kratos-public.ory.svc.cluster.local'
const variables = { ORY_SDK_URL: `http://${ory}:4433` }

const suite = (): void => {
  let manifests: Manifest[]
  let network: StartedNetwork
  let kratos: StartedKratosContainer
  let pod: Pod
  let pods: Pod[]

  beforeAll(async () => {
    pods = []
    manifests = of('traefik')
    network = await new Network().start()
    kratos = await new KratosContainer().withNetwork(network).withNetworkAliases(ory).start()
    pod = await startPod(planOf(manifests, own, variables), network.getName())
    pods.push(pod)
  })

  afterAll(async () => {
    for (const one of pods) await one.remove()
    await kratos.stop()
    await network.stop()
  })

  const whoami = async (token: string, to = pod): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${to.url('http')}/sessions/whoami`, { headers: { 'x-session-token': token } })
    return { status: answer.status, body: await answer.json() }
  }

  test('it becomes ready, and says whose session it is', async () => {
    await eventually('it is ready', () => pod.state().ready)
    const { token, session } = await kratos.flows.register(somebody())
    expect(await whoami(token)).toMatchObject({ status: 200, body: { id: session.id } })
    expect(await whoami('ory_st_of_nobody')).toMatchObject({ status: 401 })
  })

  const howToGet = whyMissing('traefik')
  describeUnless(howToGet && `Traefik is not installed; ${howToGet}`, 'behind Traefik', () => {
    test('Traefik with the routes of its folder lets people with a session in, as themselves', async () => {
      const app = await startApplication()
      const gateway = await startGateway(
        'traefik',
        app.address,
        pod.url('http').slice('http://'.length),
        traefikOf(manifests),
      )
      try {
        const person = somebody()
        const { token } = await kratos.flows.register(person)
        const ask = async (path: string, headers: Record<string, string> = {}): Promise<unknown[]> => {
          app.arrived = []
          const sent = { 'x-user-email': 'evil@example.com', x_user_email: 'evil@example.com', ...headers }
          // fetch would send a Sec-Fetch-Mode of its own.
          const { statusCode, headers: answered, body } = await request(gateway.url + path, { headers: sent })
          await body.dump()
          const [{ headers: seen } = { headers: undefined }] = app.arrived
          return [statusCode, answered['location'], seen && [seen['x-user-email'], seen['x_user_email']]]
        }
        expect(await ask('/account')).toEqual([401, undefined, undefined])
        expect(await ask('/account', { 'x-session-token': token })).toEqual([200, undefined, [person.email, undefined]])
        expect(await ask('/public/page', { 'x-session-token': token })).toEqual([
          200,
          undefined,
          [person.email, undefined],
        ])
        expect(await ask('/public')).toEqual([200, undefined, ['', undefined]])
        const back = encodeURIComponent(`${gateway.url}/account`)
        expect(await ask('/account', { 'sec-fetch-mode': 'navigate', accept: 'text/html' })).toEqual([
          303,
          `https://login.example.com/self-service/login/browser?return_to=${back}`,
          undefined,
        ])
      } finally {
        await gateway.stop()
        app.close()
      }
    })
  })

  test('a pod that has never seen Ory is not ready, and is not restarted soon', async () => {
    const lost = await startPod(
      planOf(manifests, own, { ORY_SDK_URL: 'http://nobody.ory.svc.cluster.local' }),
      network.getName(),
    )
    pods.push(lost)
    const answers = async (path: string): Promise<number | undefined> =>
      (await fetch(`${lost.url('admin')}${path}`).catch(() => undefined))?.status
    await eventually('it is alive', async () => (await answers('/health/alive')) === 200)
    expect(await answers('/health/ready')).toBe(503)
    expect(lost.state()).toEqual({ started: false, ready: false, restarts: 0 })
  })

  test('while Ory is down it stays ready, and says that Ory is down', async () => {
    const { token } = await kratos.flows.register(somebody())
    await kratos.goDown()
    try {
      await eventually('it knows', async () => (await fetch(`${pod.url('admin')}/health/ready`)).status === 503)
      expect(await whoami(token)).toMatchObject({ status: 502, body: { error: { code: 502 } } })
      const { failureThreshold } = planOf(manifests, own, variables).probes.readiness
      const before = pod.asked()
      await eventually('it could have become unready', () => pod.asked() > before + failureThreshold)
      expect(pod.state()).toEqual({ started: true, ready: true, restarts: 0 })
    } finally {
      await kratos.comeBack()
    }
    const { token: next } = await kratos.flows.register(somebody())
    await eventually('it lets people in again', async () => (await whoami(next)).status === 200)
  })

  test('when it is deleted, no request is lost while gateways still send some, and it ends by itself', async () => {
    const { token, session } = await kratos.flows.register(somebody())
    const ids: unknown[] = []
    const lost: unknown[] = []
    const told = new Set<number>()
    let isOff = false
    // Each with a connection that it keeps until it is told to close it, as a gateway does.
    const clients = [1, 2, 3, 4].map(async (client) => {
      const dispatcher = new Agent({ connections: 1, pipelining: 1 })
      const headers = { 'x-session-token': token }
      while (!isOff || !told.has(client)) {
        try {
          const {
            statusCode,
            headers: sent,
            body,
          } = await request(`${pod.url('http')}/sessions/whoami`, {
            dispatcher,
            headers,
          })
          const { id } = (await body.json()) as { id: string }
          if (statusCode === 200) ids.push(id)
          else lost.push(statusCode)
          if (sent['connection'] === 'close') told.add(client)
        } catch (error) {
          lost.push(error)
          if (isOff) break
        }
      }
      await dispatcher.close()
    })
    await eventually('all ask', () => ids.length > 20)
    const ended = pod.terminate()
    await eventually('its readiness says no', async () => {
      const { status, body } = await request(`${pod.url('admin')}/health/ready`).then(async (answer) => ({
        status: answer.statusCode,
        body: await answer.body.text(),
      }))
      return status === 503 && body.includes('shutting down')
    })
    isOff = true
    await Promise.all(clients)
    expect(lost).toEqual([])
    expect(new Set(ids)).toEqual(new Set([session.id]))
    expect(await ended).toMatchObject({ code: 0, killed: false })
    expect(pod.state().restarts).toBe(0)
  })

  test.each([
    ['a field of the container', ['containers', 0, 'lifecycle'], { preStop: { sleep: { seconds: 5 } } }],
    ['a field of a probe', ['containers', 0, 'readinessProbe', 'successThreshold'], 2],
    ['a field of the pod', ['hostNetwork'], true],
    ['a second container', ['containers', 1], { name: 'sidecar' }],
    ['root', ['securityContext', 'runAsUser'], 0],
  ])('%s that this test would not carry out fails it', (_, path, value) => {
    const changed = structuredClone(manifests)
    const keys = ['spec', 'template', 'spec', ...path]
    const deployment = one(changed, 'Deployment', own)
    const parent = keys.slice(0, -1).reduce<unknown>((within, key) => Reflect.get(Object(within), key), deployment)
    Reflect.set(Object(parent), keys.at(-1) ?? '', value)
    expect(() => planOf(changed, own, variables)).toThrow()
  })
}

describeWithTools('deploy/kubernetes', () => {
  describeImage('a pod, started as the Deployment says', suite)
})

/** The Middlewares and routes of manifests as Traefik reads them from files, without TLS, in the form of its page. */
function traefikOf(manifests: readonly Manifest[]): string {
  const ofKind = (kind: string): Manifest[] => manifests.filter((item) => item.kind === kind)
  const middlewares = ofKind('Middleware').map((item) => [item.metadata.name, at(item, 'spec')] as const)
  const routes = ofKind('IngressRoute').flatMap((item) => list(at(item, 'spec', 'routes')))
  const routers = routes.map(
    (route, index) =>
      [
        `route-${index}`,
        {
          rule: String(at(route, 'match')).replace('app.example.com', '127.0.0.1'),
          priority: at(route, 'priority'),
          middlewares: list(at(route, 'middlewares')).map((one) => at(one, 'name')),
          service: at(route, 'services', 0, 'name'),
        },
      ] as const,
  )
  const services = { app: { loadBalancer: { servers: [{ url: 'http://127.0.0.1:8080' }] } } }
  const http = { middlewares: new Map(middlewares), routers: new Map(routers), services }
  const files = {
    'traefik.yml': stringify({
      entryPoints: { web: { address: '127.0.0.1:8000', http: { encodedCharacters: { allowEncodedSlash: false } } } },
      providers: { file: { filename: 'session.yml' } },
    }),
    'session.yml': stringify({ http }).replaceAll(/http:\/\/ory-session-echo\.[\w.-]+/g, 'http://127.0.0.1:3000'),
  }
  return Object.entries(files)
    .map(([name, text]) => `\n\`\`\`yaml ${name}\n${text}\`\`\`\n`)
    .join('')
}
