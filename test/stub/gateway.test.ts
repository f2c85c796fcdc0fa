import { createServer } from 'node:http'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { answering, createApp } from '../../src/service/app.ts'
import { readConfig } from '../../src/service/config.ts'
import { httpStyle } from '../../src/service/http/style.ts'
import { exchange } from '../support/exchange.ts'
import { listenOnFreePort } from '../support/free-port.ts'
import { session, startService, type StubbedService } from '../support/service.ts'
import type { StubAnswer } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const login = 'https://login.example.com/self-service/login/browser'
const good: [string, string][] = [['Authorization', 'Bearer good']]
const spoofed: [string, string] = ['X-User-Email', 'evil@example.com']
const ann = session(
  { identity: { traits: { email: 'ann@example.com' } } },
  { 'x-kratos-authenticated-identity-id': 'i' },
)
const noSession: StubAnswer = { status: 401, headers: json, body: '{"error":{"code":401}}' }
const needsAal2: StubAnswer = {
  status: 403,
  headers: { ...json, 'x-kratos-authenticated-identity-id': 'i' },
  body: '{"error":{"code":403,"id":"session_aal2_required"}}',
}
const empty = { 'x-user-email': '', 'x-user-token': '', 'x-kratos-authenticated-identity-id': '' }
const mapping = { FORWARD_AUTH_HEADERS: 'X-User-Email=/identity/traits/email,X-User-Token=/tokenized' }

let service: StubbedService

beforeEach(async () => {
  service = await startService({ RESPONSES: 'http', CORS_ORIGINS: 'https://app.example.com', ...mapping })
  service.stub.answer = ann
})

describe('the endpoints', () => {
  test.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'for gateways take %s, and answer with identity headers and no body',
    async (method) => {
      for (const path of ['/auth/required', '/auth/optional', '/auth/required/', '/auth/optional/a/b?c=d']) {
        const { status, headers, body } = await service.ask({ method, path, headers: good })
        expect([status, headers['x-user-email'], headers['content-length'], body.length]).toEqual([
          200,
          'ann@example.com',
          '0',
          0,
        ])
        expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-kratos-authenticated-identity-id': 'i' })
      }
    },
  )

  test.each([
    ['/auth/required', 401],
    ['/auth/required/../optional', 401],
    ['/auth/required/%2e%2e/optional', 401],
    ['/auth/required/..%2foptional', 401],
    ['/auth/required//auth/optional', 401],
    ['/auth/required/;/../../auth/optional', 401],
    ['/auth/required?/auth/optional', 401],
    ['/auth/required/http://x/auth/optional', 401],
    ['/auth/required/%zz', 401],
    ['/auth/required/100%', 401],
    ['/auth/required/\\..\\optional', 401],
    ['http://x/auth/required/../optional', 401],
    ['/auth/optional', 200],
    ['/auth/optional/../required', 200],
    ['/auth/optional/%zz', 200],
    ['http://x/auth/optional?a', 200],
    ['/auth/optionally', 404],
    ['/auth/required%2f', 404],
    ['/auth/%72equired', 404],
    ['/AUTH/required', 404],
    ['//auth/required', 404],
    ['/x/../auth/optional', 404],
    ['/auth', 404],
    ['/', 404],
    ['/?/auth/optional', 404],
    ['/sessions/whoami/', 404],
    ['/sessions/whoami/auth/optional', 404],
  ])('are found by the path as it came: %s is answered %i to nobody', async (path, status) => {
    service.stub.answer = noSession
    expect(await service.ask({ path, headers: [] })).toMatchObject({ status })
  })

  test.each([
    ['GET', '/', undefined],
    ['POST', '/', undefined],
    ['GET', '/debug', undefined],
    ['DELETE', '/sessions/b0f1', '/sessions/{id}'],
    ['DELETE', '/self-service/logout/api', '/self-service/logout/api'],
    ['GET', '/self-service/login/browser?aal=aal2', '/self-service/login/browser'],
    ['GET', '/admin/identities/1/credentials/oidc', '/admin/identities/{id}/credentials/{type}'],
  ])('are all there is: %s %s is 404, and Ory is not asked', async (method, path, own) => {
    const { status, body } = await service.ask({ method, path })
    const { error } = JSON.parse(body.toString()) as { error: { code: number; id: string; reason: string } }
    expect([status, error.code, error.id]).toEqual([404, 404, 'not_found'])
    for (const there of ['/sessions/whoami', '/auth/required', '/auth/optional']) expect(error.reason).toContain(there)
    if (own === undefined) expect(error.reason).not.toContain("Ory's own")
    else expect(error.reason).toContain(`${own} is Ory's own: send that request to Ory itself.`)
    expect(service.stub.received).toEqual([])
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('whoami only reads: %s is 405', async (method) => {
    expect(await service.ask({ method, path: '/sessions/whoami' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
    })
    expect(service.stub.received).toEqual([])
  })

  test('for gateways know no CORS: a preflight is a request without a session', async () => {
    service.stub.answer = noSession
    const preflight: [string, string][] = [
      ['Origin', 'https://app.example.com'],
      ['Access-Control-Request-Method', 'GET'],
      spoofed,
    ]
    for (const [path, status] of [
      ['/auth/required/x', 401],
      ['/auth/optional/x', 200],
      ['/x', 404],
    ] as const) {
      const answer = await service.ask({ method: 'OPTIONS', path, headers: preflight })
      expect(answer.status).toBe(status)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      if (status !== 404) expect(answer.headers).toMatchObject(empty)
    }
  })
})

describe('a gateway', () => {
  test.each<[string, StubAnswer, number, number]>([
    ['no session', noSession, 401, 200],
    ['a missing second factor', needsAal2, 403, 200],
    ['another 403', { status: 403, headers: json, body: '{"error":{"id":"x"}}' }, 403, 200],
    ['a session that has ended', session({ active: false }), 401, 200],
    ['a session without an id', session({ id: undefined }), 502, 502],
    ['an empty object', { headers: json, body: '{}' }, 502, 502],
    ['a list', { headers: json, body: '[]' }, 502, 502],
    ['braces around what is no JSON', { headers: json, body: '{"id":"x",}' }, 502, 502],
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<p>' }, 502, 502],
    ['400', { status: 400, headers: json, body: '{}' }, 502, 502],
    ['429', { status: 429, headers: { ...json, 'retry-after': '7' }, body: '{}' }, 429, 429],
    ['500', { status: 500, headers: json, body: '{}' }, 502, 502],
    ['503', { status: 503, headers: json, body: '{}' }, 503, 503],
    ['a reset connection', { reset: true }, 502, 502],
  ])('is told of %s, and gets every identity header, empty', async (_, answer, required, optional) => {
    service.stub.answer = answer
    for (const [path, status] of [
      ['/auth/required', required],
      ['/auth/optional/', optional],
    ] as const) {
      const { headers, ...told } = await service.ask({ path, headers: [spoofed] })
      expect(told.status).toBe(status)
      expect(headers).toMatchObject({ ...empty, 'cache-control': 'no-store' })
      expect(headers['retry-after']).toBe(answer.headers?.['retry-after'])
    }
  })

  test.each([
    ['two hosts', 'GET /auth/required HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['an unknown expectation', 'GET /auth/optional HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n', 417],
    ['HTTP/2.0', 'GET /auth/optional HTTP/2.0\r\nHost: a\r\n\r\n', 505],
    ['an unknown method', 'FOO /auth/optional HTTP/1.1\r\nHost: a\r\n\r\n', 501],
    ['broken bytes', 'GET /auth/optional HTTP/1.1\r\nHost a\r\n\r\n', 400],
    ['a head of more than a megabyte', `GET /auth/optional HTTP/1.1\r\nCookie: ${'x'.repeat(1 << 20)}\r\n\r\n`, 431],
  ])('gets every identity header, empty, when it is refused: %s', async (_, bytes, status) => {
    const { headers, ...refused } = await exchange(service.url, bytes)
    expect(refused.status).toBe(status)
    expect(headers).toMatchObject({ 'x-user-email': '', 'x-user-token': '', connection: 'close' })
    expect(service.stub.received).toEqual([])
  })

  test('gets every identity header, empty, when answering fails unexpectedly', async () => {
    const outcomes: string[] = []
    const style = httpStyle(readConfig({ ORY_SDK_URL: 'http://localhost', RESPONSES: 'http', ...mapping }))
    const app = createApp(() => Promise.reject(new Error('a mistake of ours')), style, [
      (_, { outcome }) => outcomes.push(outcome),
    ])
    app.on('error', () => undefined)
    const answer = answering(app)
    const server = createServer((request, response) => void answer({ request, response }))
    const url = `http://127.0.0.1:${await listenOnFreePort(server)}`
    try {
      for (const path of ['/auth/required', '/auth/optional']) {
        const response = await fetch(url + path, { headers: [spoofed] })
        expect([response.status, await response.json()]).toEqual([
          500,
          { error: expect.objectContaining({ code: 500, id: 'internal_error' }) },
        ])
        expect(Object.fromEntries(response.headers)).toMatchObject(empty)
      }
      expect(outcomes).toEqual(['failed', 'failed'])
    } finally {
      server.close()
    }
  })

  test("chooses the template: a client's own is not looked at", async () => {
    const other = await startService({ RESPONSES: 'http', TOKENIZE_AS: 'ours', ...mapping })
    other.stub.answer = session({ tokenized: 'a.b.c' })
    for (const path of ['/auth/required?tokenize_as=theirs', '/auth/optional/x?tokenize_as=theirs&tokenize_as=']) {
      expect(
        (await other.ask({ path, headers: [...good, ['X-Forwarded-Uri', '/?tokenize_as=theirs']] })).headers,
      ).toMatchObject({
        'x-user-token': 'a.b.c',
      })
      expect(other.stub.received[0]?.path).toBe('/sessions/whoami?tokenize_as=ours')
    }
    await service.ask({ path: '/auth/required?tokenize_as=theirs' })
    expect(service.stub.received[0]?.path).toBe('/sessions/whoami')
  })

  test('learns that TOKENIZE_AS is wrong, and a client that it is not its mistake', async () => {
    service.stub.answer = { status: 400, headers: json, body: '{"error":{"code":400}}' }
    expect((await service.ask({ path: '/auth/required' })).body.toString()).toContain('Check TOKENIZE_AS')
  })

  test('shares the cache with SDKs, each in its own form', async () => {
    const cached = await startService({ RESPONSES: 'http', SESSION_CACHE: '1MB', ...mapping })
    cached.stub.answer = session(
      { identity: { traits: { email: 'ann@example.com' } } },
      { 'ory-session-cache-for': '60' },
    )
    const { body, headers } = await cached.ask({ path: '/sessions/whoami' })
    expect(headers).not.toHaveProperty('x-user-email')
    const before = cached.stub.received.length
    for (const path of ['/auth/required', '/auth/optional']) {
      const answer = await cached.ask({ path })
      expect([answer.headers['x-user-email'], answer.body.length]).toEqual(['ann@example.com', 0])
    }
    expect((await cached.ask({ path: '/sessions/whoami' })).body).toEqual(body)
    expect([before, cached.stub.received.length]).toEqual([1, 0])
  })
})

describe('LOGIN_URL', () => {
  const forwarded: [string, string][] = [
    ['X-Forwarded-Method', 'GET'],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'app.example.com'],
    ['X-Forwarded-Uri', '/account?a=b&c=d'],
  ]
  const navigation: [string, string][] = [['Sec-Fetch-Mode', 'navigate'], ...forwarded]
  let careful: StubbedService

  beforeEach(async () => {
    careful = await startService({ RESPONSES: 'http', LOGIN_URL: `${login}?theme=dark`, ...mapping })
    careful.stub.answer = noSession
  })

  /** Where a request is sent, as query parameters; its status where it is not. */
  const sent = async (headers: [string, string][], path = '/auth/required', method = 'GET'): Promise<unknown> => {
    const answer = await careful.ask({ method, path, headers })
    expect(answer.headers).toMatchObject(empty)
    if (answer.status !== 303) return answer.status
    const to = new URL(answer.headers['location'] ?? '')
    expect([to.origin + to.pathname, to.searchParams.get('theme'), answer.body.length]).toEqual([login, 'dark', 0])
    to.searchParams.delete('theme')
    return Object.fromEntries(to.searchParams)
  }

  test('a browser without a session is sent there, and back to what it asked for', async () => {
    const back = { return_to: 'https://app.example.com/account?a=b&c=d' }
    expect(await sent(navigation)).toEqual(back)
    expect(await sent([...forwarded, ['Accept', 'text/html,*/*;q=0.8']])).toEqual(back)
    careful.stub.answer = needsAal2
    expect(await sent(navigation)).toEqual({ ...back, aal: 'aal2' })
  })

  test("in Envoy's way, the path is what follows the endpoint's, and the host its own", async () => {
    const headers: [string, string][] = [
      ['Sec-Fetch-Mode', 'navigate'],
      ['X-Forwarded-Proto', 'http'],
    ]
    expect(await sent(headers, '/auth/required/account?a=b')).toEqual({ return_to: 'http://echo.test/account?a=b' })
  })

  test.each<[string, [string, string][]]>([
    ['a script', [['Sec-Fetch-Mode', 'cors'], ['Accept', 'text/html'], ...forwarded]],
    ['a program', [['Accept', '*/*'], ...forwarded]],
    [
      'a form that was posted',
      [...navigation.filter(([name]) => name !== 'X-Forwarded-Method'), ['X-Forwarded-Method', 'POST']],
    ],
    ['a WebSocket', [['Sec-Fetch-Mode', 'websocket'], ...forwarded]],
  ])('%s is told 401', async (_, headers) => {
    expect(await sent(headers)).toBe(401)
  })

  test.each([
    ['X-Forwarded-Proto', 'javascript'],
    ['X-Forwarded-Proto', 'https, http'],
    ['X-Forwarded-Host', 'app.example.com/evil'],
    ['X-Forwarded-Host', 'user@app.example.com'],
    ['X-Forwarded-Host', 'a:99999'],
    ['X-Forwarded-Host', ''],
    ['X-Forwarded-Uri', '@evil.example.com/'],
    ['X-Forwarded-Uri', 'https://evil.example.com/'],
    ['X-Forwarded-Uri', `/${'a'.repeat(3000)}`],
  ])('what makes no URL of http or https is left out: %s: %s', async (name, value) => {
    const headers = navigation.map(([own, given]): [string, string] => [own, own === name ? value : given])
    expect(await sent(headers)).toEqual({})
  })

  test('is only for what requires a session, and only where a login helps', async () => {
    expect(await sent(navigation, '/auth/optional')).toBe(200)
    expect(await careful.ask({ path: '/sessions/whoami', headers: navigation })).toMatchObject({ status: 401 })
    careful.stub.answer = { status: 403, headers: json, body: '{"error":{"id":"blocked"}}' }
    expect(await sent(navigation)).toBe(403)
    careful.stub.answer = { reset: true }
    expect(await sent(navigation)).toBe(502)
    careful.stub.answer = ann
    expect(await careful.ask({ path: '/auth/required', headers: navigation })).toMatchObject({ status: 200 })
  })
})
