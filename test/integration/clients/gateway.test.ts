import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { somebody } from '../../../src/testing/flows.ts'
import { exchange, requestBytes } from '../../support/exchange.ts'
import { freePort, listenOnFreePort } from '../../support/free-port.ts'
import type { RawResponse } from '../../support/response.ts'
import { untilListening } from '../../support/listening.ts'
import { describeWith, setUp, template, type Setup } from './setup.ts'

const mapping =
  'X-User-Id=/identity/id, X-User-Email=/identity/traits/email, ' +
  'X-User-Name=/identity/traits/name, X-User-Token=/tokenized'

const difficult = 'Zoë Ünlü\n\u{1f600} 100%'

let setup: Setup
let ann: { token: string; cookie: string; email: string; id: string }
let aal1: string

beforeAll(async () => {
  setup = await setUp({ FORWARD_AUTH_HEADERS: mapping, CORS_ORIGINS: 'https://app.example.com' })
  const { flows } = setup.kratos
  const [person, bob] = [somebody('Ann'), somebody('Bob')]
  const { token, session } = await flows.register(person)
  ann = {
    token,
    cookie: (await flows.logInAsBrowser(person)).cookie,
    email: person.email,
    id: session.identity?.id ?? '',
  }
  const first = await flows.register(bob)
  aal1 = (await flows.logIn(bob)).token
  await flows.addTotp(first)
}, 600_000)

afterAll(async () => {
  await setup.close()
})

describe('in the conventions of Traefik and Envoy, replayed as raw requests', () => {
  const ask = (method: string, path: string, headers: [string, string][]): Promise<RawResponse> =>
    exchange(setup.service.url, requestBytes({ method, path, headers }), method)

  /** What Traefik's ForwardAuth sends: GET, the request's headers, and where it was going. */
  const traefik = (headers: [string, string][], uri = '/account', method = 'POST'): Promise<RawResponse> =>
    ask('GET', '/', [
      ['X-Forwarded-Method', method],
      ['X-Forwarded-Proto', 'https'],
      ['X-Forwarded-Host', 'app.example.com'],
      ['X-Forwarded-Uri', uri],
      ['X-Forwarded-For', '192.0.2.1'],
      ...headers,
    ])

  /** What Envoy's ext_authz HTTP service sends: the request's method and path, below a prefix, without its body. */
  const envoy = (headers: [string, string][], path = '/account', method = 'POST'): Promise<RawResponse> =>
    ask(method, `/authorize${path}`, [
      ['Content-Length', '0'],
      ['X-Envoy-Internal', 'true'],
      ['X-Forwarded-For', '192.0.2.1'],
      ...headers,
    ])

  test.each([
    ['Traefik', traefik],
    ['Envoy', envoy],
  ])('%s is told 200 with the identity, 401, or 403', async (_, gateway) => {
    for (const header of [
      ['Authorization', `Bearer ${ann.token}`],
      ['Cookie', ann.cookie],
    ] as [string, string][]) {
      expect(await gateway([header])).toMatchObject({
        status: 200,
        headers: {
          'x-user-id': ann.id,
          'x-user-email': ann.email,
          'x-kratos-authenticated-identity-id': ann.id,
          'cache-control': 'no-store',
        },
      })
    }
    expect(await gateway([])).toMatchObject({
      status: 401,
      headers: { 'www-authenticate': 'Bearer', 'x-user-id': '', 'x-user-email': '' },
    })
    expect(await gateway([['Authorization', `Bearer ${aal1}`]])).toMatchObject({
      status: 403,
      headers: { 'x-user-id': '', 'x-user-email': '' },
    })
  })

  test.each([
    ['Traefik', traefik],
    ['Envoy', envoy],
  ])("%s gets an empty value in place of a client's own, so that it overwrites it", async (_, gateway) => {
    expect((await gateway([['X-User-Email', 'evil@example.com']])).headers['x-user-email']).toBe('')
    expect(
      (
        await gateway([
          ['X-User-Email', 'evil@example.com'],
          ['Authorization', `Bearer ${ann.token}`],
        ])
      ).headers['x-user-email'],
    ).toBe(ann.email)
  })

  test("what a header can't carry is percent-encoded, and what is missing is empty", async () => {
    const { token } = await setup.kratos.flows.register({ ...somebody(), name: difficult })
    const { headers } = await traefik([['Authorization', `Bearer ${token}`]])
    expect(headers['x-user-name']).toBe('Zo%C3%AB %C3%9Cnl%C3%BC%0A%F0%9F%98%80 100%25')
    expect(decodeURIComponent(headers['x-user-name'] ?? '')).toBe(difficult)
    expect(headers['x-user-token']).toBe('')
  })

  test('HEAD is answered with the same headers and no body', async () => {
    expect(await envoy([['Authorization', `Bearer ${ann.token}`]], '/account', 'HEAD')).toMatchObject({
      status: 200,
      headers: { 'x-user-email': ann.email },
      body: Buffer.alloc(0),
    })
  })

  test("a template in the original request's X-Forwarded-Uri is not honoured", async () => {
    for (const uri of [`/?tokenize_as=${template}`, '/?tokenize_as=nothing-of-the-kind']) {
      const { status, headers, body } = await traefik([['Authorization', `Bearer ${ann.token}`]], uri)
      expect([status, headers['x-user-token'], body.includes('tokenized')]).toEqual([200, '', false])
    }
  })
})

describeWith('nginx', '-v', 'install it, package nginx', 'behind nginx auth_request', () => {
  /** What the application behind the gateway received. */
  interface Arrived {
    method: string
    url: string
    headers: IncomingHttpHeaders
    length: number
  }

  let app: Server
  let arrived: Arrived[] = []
  let nginx: ChildProcess
  let folder: string
  let gateway: string

  beforeAll(async () => {
    app = createServer((request, response) => {
      let length = 0
      request.on('data', (chunk: Buffer) => (length += chunk.length))
      request.on('end', () => {
        arrived.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, length })
        response.end('from the application')
      })
    })
    const appPort = await listenOnFreePort(app)
    const port = await freePort()
    gateway = `http://127.0.0.1:${port}`
    folder = await mkdtemp(join(tmpdir(), 'gateway-'))
    const shown = await readFile(new URL('gateway.conf', import.meta.url), 'utf8')
    const locations = shown
      .replace('http://127.0.0.1:8080', `http://127.0.0.1:${appPort}`)
      .replace('http://127.0.0.1:3000', setup.service.url)
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    )
    await writeFile(
      join(folder, 'nginx.conf'),
      `daemon off; master_process off; pid ${folder}/pid; error_log stderr crit; events {}
      http {
        access_log off; client_max_body_size 8m; ${paths.join(' ')}
        server { listen 127.0.0.1:${port}; ${locations} }
      }`,
    )
    nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] })
    await untilListening(nginx, port)
  })

  afterAll(async () => {
    nginx.kill('SIGTERM')
    if (nginx.exitCode === null) await once(nginx, 'exit')
    app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ask = async (
    headers: [string, string][],
    method = 'GET',
    path = '/account?a=b',
    body?: string,
  ): Promise<RawResponse> => {
    arrived = []
    return exchange(gateway, requestBytes({ method, path, headers, body }), method)
  }

  test('a session is let in, by token and by cookie, and the application learns whose it is', async () => {
    for (const header of [
      ['Authorization', `Bearer ${ann.token}`],
      ['Cookie', ann.cookie],
    ] as [string, string][]) {
      expect(await ask([header])).toMatchObject({ status: 200, body: Buffer.from('from the application') })
      expect(arrived).toMatchObject([
        { method: 'GET', url: '/account?a=b', headers: { 'x-user-email': ann.email, 'x-user-name': 'Ann' } },
      ])
    }
  })

  test('without a session the answer is 401 with the challenge, and nothing arrives', async () => {
    expect(await ask([])).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } })
    expect(arrived).toEqual([])
  })

  test('a session that needs a second factor is answered 403, and nothing arrives', async () => {
    expect(await ask([['Authorization', `Bearer ${aal1}`]])).toMatchObject({ status: 403 })
    expect(arrived).toEqual([])
  })

  test.each(['X-User-Email', 'x-user-email', 'X_User_Email'])(
    'a client that names itself in %s is not believed',
    async (name) => {
      await ask([
        [name, 'evil@example.com'],
        ['Authorization', `Bearer ${ann.token}`],
      ])
      expect(arrived).toMatchObject([{ headers: { 'x-user-email': ann.email } }])
      expect(JSON.stringify(arrived)).not.toContain('evil')
      expect(await ask([[name, 'evil@example.com']])).toMatchObject({ status: 401 })
    },
  )

  test("what a header can't carry arrives percent-encoded, and what a session lacks does not arrive", async () => {
    const { token } = await setup.kratos.flows.register({ ...somebody(), name: difficult })
    await ask([['Authorization', `Bearer ${token}`]])
    expect(decodeURIComponent(String(arrived[0]?.headers['x-user-name']))).toBe(difficult)
    const nameless = await setup.kratos.flows.register({ email: somebody().email })
    await ask([
      ['X-User-Name', 'evil'],
      ['Authorization', `Bearer ${nameless.token}`],
    ])
    expect(arrived).toHaveLength(1)
    expect(arrived[0]?.headers).not.toHaveProperty('x-user-name')
  })

  test('a POST of 1 MB arrives whole at the application', async () => {
    expect(
      await ask([['Authorization', `Bearer ${ann.token}`]], 'POST', '/upload', 'x'.repeat(1_000_000)),
    ).toMatchObject({ status: 200 })
    expect(arrived).toMatchObject([
      { method: 'POST', url: '/upload', length: 1_000_000, headers: { 'x-user-email': ann.email } },
    ])
  })

  test.each(['HEAD', 'OPTIONS', 'DELETE'])('%s needs a session as GET does', async (method) => {
    expect(await ask([], method)).toMatchObject({ status: 401 })
    expect(await ask([['Authorization', `Bearer ${ann.token}`]], method)).toMatchObject({ status: 200 })
    expect(arrived).toMatchObject([{ method, headers: { 'x-user-email': ann.email } }])
  })

  test('a cookie that Kratos issues anew reaches the browser', async () => {
    const { cookie } = await setup.kratos.flows.registerAsBrowser(somebody())
    const { id } = (await (await fetch(setup.service.url, { headers: { cookie } })).json()) as { id: string }
    await fetch(`${setup.kratos.getAdminUrl()}/admin/sessions/${id}/extend`, { method: 'PATCH' })
    expect((await ask([['Cookie', cookie]])).headers['set-cookie']).toMatch(/^ory_kratos_session=.*HttpOnly/)
  })

  test('a template that a client asks for is not honoured', async () => {
    expect(
      await ask([['Authorization', `Bearer ${ann.token}`]], 'GET', '/?tokenize_as=nothing-of-the-kind'),
    ).toMatchObject({ status: 200 })
  })

  test('while Kratos is down nobody is let in, and nobody waits', async () => {
    await setup.kratos.goDown()
    const sent: [string, string][] = [
      ['X-User-Email', 'evil@example.com'],
      ['Authorization', `Bearer ${ann.token}`],
    ]
    const { status, headers, body } = await exchange(
      setup.service.url,
      requestBytes({ method: 'GET', path: '/', headers: sent }),
    )
    expect([status, headers['x-user-email']]).toEqual([502, ''])
    expect(body.toString()).not.toContain(ann.token)
    // To auth_request every answer but 2xx, 401 and 403 is an error of the gateway.
    expect(await ask(sent)).toMatchObject({ status: 500 })
    expect(arrived).toEqual([])
  })
})
