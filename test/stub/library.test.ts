import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTcpServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import Koa, { type Context } from 'koa'
import { request } from 'undici'
import { cacheSessions, checkSession, createOry, toResponse, UpstreamError, type Ory } from '../../src/index.ts'
import { loginAt } from '../../src/koa/login.ts'
import { optionalSession, redirectToLogin, requireSession } from '../../src/koa/index.ts'
import { listenOnFreePort } from '../support/free-port.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const session = {
  id: 's1',
  active: true,
  authenticator_assurance_level: 'aal1',
  identity: { id: 'i1', schema_id: 'default', schema_url: '', traits: { email: 'ann@example.com' } },
}
const found = (over: object = {}): { headers: typeof json; body: string } => ({
  headers: json,
  body: JSON.stringify({ ...session, ...over }),
})
const aal2Required = '{"error":{"id":"session_aal2_required","code":403}}'

let stub: StubUpstream
let ory: Ory

beforeEach(async () => {
  stub = await startStubUpstream()
  ory = createOry(stub.url, { timeout: 60_000 })
  stub.answer = found()
})

afterEach(async () => {
  ory.close()
  await stub.close()
})

describe('checkSession', () => {
  const heads = { cookie: 'a=1; b=2', 'x-session-token': 't', authorization: 'Bearer u' }

  test.each([
    ["Node's headers", heads],
    ["the platform's", new Headers(heads)],
    ['a read-only map of them', { get: (name: string) => new Headers(heads).get(name) }],
  ])('finds the credentials in %s', async (_, headers) => {
    const { session: whose } = await checkSession<{ email: string }>(headers, { ory })
    expect(whose?.identity?.traits.email).toBe('ann@example.com')
    expect(stub.received[0]?.headers).toMatchObject({ cookie: ['a=1; b=2'], 'x-session-token': ['t'] })
  })

  test('sends only the cookies that are allowed to go', async () => {
    await checkSession({ cookie: 'ory_a=1; secret=2' }, { ory, forwardCookies: ['ory_*'] })
    expect(stub.received[0]?.headers['cookie']).toEqual(['ory_a=1'])
  })

  test('gives the cookies that Ory sets, with a session and with a refusal', async () => {
    stub.answer = { ...found(), headers: { ...json, 'set-cookie': ['a=1', 'b=2'] } }
    expect(await checkSession({}, { ory })).toMatchObject({ cookies: ['a=1', 'b=2'] })
    const below = await checkSession({}, { ory, aal: 'aal2' })
    expect(below).toMatchObject({ why: 'not_enough', headers: { 'Set-Cookie': ['a=1', 'b=2'] } })
    stub.answer = { status: 401, headers: { ...json, 'set-cookie': ['a=; Max-Age=0', 'b=2'] }, body: '{"error":{}}' }
    const refused = await checkSession({}, { ory })
    const cookies = ['a=; Max-Age=0', 'b=2']
    expect(refused).toMatchObject({ cookies, headers: { 'Set-Cookie': cookies } })
    if (refused.session === undefined)
      expect(toResponse(refused).headers.getSetCookie()).toEqual(['a=; Max-Age=0', 'b=2'])
  })

  test.each([
    ['nobody is logged in', { status: 401, headers: json, body: '{"error":{"id":"x"}}' }, 'no_session', 401, 'x'],
    ['the session was ended', found({ active: false }), 'no_session', 401, 'session_inactive'],
    ['nothing says that it is active', found({ active: 'no' }), 'no_session', 401, 'session_inactive'],
    ['Ory has no template of ours', { status: 400, headers: json, body: '{"error":{}}' }, 'unavailable', 502, /unexp/],
    ['Ory wants a second factor', { status: 403, headers: json, body: aal2Required }, 'not_enough', 403, /aal2/],
    ['Ory limits the rate', { status: 429 }, 'unavailable', 429, 'too_many_requests'],
    ['Ory fails', { status: 500 }, 'unavailable', 502, 'upstream_unexpected'],
    ['Ory answers with a page', { body: '<h1>' }, 'unavailable', 502, 'upstream_unexpected'],
    ['Ory answers with no session', { headers: json, body: '{}' }, 'unavailable', 502, 'upstream_unexpected'],
    [
      'Ory answers with broken JSON',
      { headers: json, body: '{"id":"s1",}' },
      'unavailable',
      502,
      'upstream_unexpected',
    ],
    ['an id is missing', found({ id: '' }), 'unavailable', 502, 'upstream_unexpected'],
    ['Ory hangs up', { reset: true }, 'unavailable', 502, 'upstream_reset'],
  ])('says why where %s, ready to send', async (_, answer, why, status, id) => {
    stub.answer = answer
    const refused = await checkSession({}, { ory, aal: 'aal0' })
    expect(refused).toMatchObject({ session: undefined, why, status, headers: { 'Content-Type': /json/ } })
    if (refused.session !== undefined) throw new Error('it let somebody in')
    expect(refused.id).toMatch(id)
    const response = toResponse(refused)
    expect([response.status, await response.text()]).toEqual([status, refused.body])
    expect(JSON.parse(refused.body)).toHaveProperty('error')
  })

  test('asks for the assurance level that it is told', async () => {
    expect(await checkSession({}, { ory, aal: 'aal2' })).toMatchObject({ why: 'not_enough', status: 403 })
    stub.answer = found({ authenticator_assurance_level: 'aal2' })
    expect(await checkSession({}, { ory, aal: 'aal2' })).toMatchObject({ session: { id: 's1' } })
  })

  test('ends its call when nobody waits any more', async () => {
    stub.answer = { hang: true }
    expect(await checkSession({}, { ory, signal: AbortSignal.abort() })).toMatchObject({ why: 'unavailable' })
  })

  test('knows the failure of a client of another copy of the package', async () => {
    const other = Object.assign(new Error('GET'), { name: 'UpstreamError', kind: 'timeout', timeout: 5 })
    const fails = { ...ory, whoami: () => Promise.reject(other) }
    expect(await checkSession({}, { ory: fails })).toMatchObject({ why: 'unavailable', status: 504 })
  })
})

describe('createOry', () => {
  test.each([
    'localhost:4433',
    'ftp://example.com',
    'https://ann:secret@example.com',
    'https://example.com/?a=secret',
    'secret',
  ])('refuses %s, and does not say it', (url) => {
    const creating = (): unknown => createOry(url)
    expect(creating).toThrow(TypeError)
    expect(creating).toThrow(/^creating a client of Ory: baseUrl (?!.*secret)/)
  })

  test.each([{ timeout: Infinity }, { timeout: 0 }, { timeout: 3e9 }, { connections: 1.5 }, { maxBytes: -1 }])(
    'refuses %j',
    (options) => {
      expect(() => createOry('http://localhost', options)).toThrow(/^creating a client of Ory: \w+ is .+, expected/)
    },
  )

  test('rejects with what failed where there is no answer', async () => {
    stub.answer = { reset: true }
    await expect(ory.whoami({ cookie: '', token: 't' })).rejects.toThrow(UpstreamError)
  })
})

describe('a call that ends while its connection is still being made', () => {
  let silent: Server
  let slow: Ory

  beforeEach(async () => {
    silent = createTcpServer(() => undefined) // it never answers a TLS handshake
    slow = createOry(`https://127.0.0.1:${await listenOnFreePort(silent)}`, { timeout: 300 })
  })
  afterEach(() => {
    slow.close()
    silent.close()
  })

  test('was too slow, and gives back its place once', async () => {
    const asked = Array.from({ length: 5 }, () => checkSession({ cookie: 'a=1' }, { ory: slow }))
    for (const refused of await Promise.all(asked))
      expect(refused).toMatchObject({ status: 504, id: 'upstream_timeout' })
    expect(slow.connections()).toMatchObject({ calls: 0 })
  })

  test('has left when nobody waits any more, and takes no other call with it', async () => {
    for (const index of [1, 2, 3]) {
      const leaves = new AbortController()
      const asked = checkSession({ cookie: `a=${index}` }, { ory: slow, signal: leaves.signal })
      setImmediate(() => {
        leaves.abort()
      })
      expect(await asked).toMatchObject({ why: 'unavailable', id: 'client_left' })
      expect(slow.connections()).toMatchObject({ calls: 0 })
    }
    const two = [checkSession({ cookie: 'a=1' }, { ory: slow }), checkSession({ cookie: 'a=2' }, { ory: slow })]
    expect(slow.connections()).toMatchObject({ calls: 2 })
    for (const refused of await Promise.all(two)) expect(refused).toMatchObject({ status: 504 })
  })
})

describe('cacheSessions', () => {
  const kept = { ...json, 'ory-session-cache-for': '60' }

  test('asks once for what Ory allows to keep, and gives every request a session of its own', async () => {
    stub.answer = { ...found(), headers: kept }
    const cached = cacheSessions(ory)
    const [first, second] = [
      await checkSession<{ email: string }>({ cookie: 'a=1' }, { ory: cached }),
      await checkSession<{ email: string }>({ cookie: 'a=1' }, { ory: cached }),
    ]
    if (first.session?.identity !== undefined) first.session.identity.traits.email = 'mallory@example.com'
    expect(second.session?.identity?.traits.email).toBe('ann@example.com')
    expect(stub.received).toHaveLength(1)
    expect(cached.figures()).toMatchObject({ hits: 1, misses: 1, entries: 1 })
    await checkSession({ cookie: 'a=2' }, { ory: cached })
    expect(stub.received).toHaveLength(2)
  })

  test('asks again for a session that is not enough, which may have a second factor by now', async () => {
    stub.answer = { ...found(), headers: kept }
    const cached = cacheSessions(ory)
    expect(await checkSession({ cookie: 'a=1' }, { ory: cached })).toMatchObject({ session: { id: 's1' } })
    stub.answer = { ...found({ authenticator_assurance_level: 'aal2' }), headers: kept }
    expect(await checkSession({ cookie: 'a=1' }, { ory: cached, aal: 'aal2' })).toMatchObject({ session: { id: 's1' } })
  })

  test('keeps nothing of a question with other headers, and gives out no part of what it keeps', async () => {
    stub.answer = { ...found(), headers: kept }
    const cached = cacheSessions(ory)
    const nobody = { cookie: '', token: '' }
    await cached.whoami({ ...nobody, headers: { authorization: 'Bearer t' } })
    expect(cached.figures().entries).toBe(0)
    const { body } = await cached.whoami(nobody)
    body.fill(0)
    expect((await cached.whoami(nobody)).session()?.id).toBe('s1')
  })

  test.each(['Infinity', '1e400', '-1', '60, 60'])('keeps nothing for %s seconds', async (seconds) => {
    stub.answer = { ...found(), headers: { ...json, 'ory-session-cache-for': seconds } }
    const cached = cacheSessions(ory)
    await checkSession({ cookie: 'a=1' }, { ory: cached })
    expect(cached.figures().entries).toBe(0)
  })

  test('does not take a 401 of an Ory that is not ready for an answer', async () => {
    stub.answer = ({ path }) => ({ status: path === '/health/ready' ? 503 : 401, headers: kept, body: '{"error":{}}' })
    const cached = cacheSessions(ory)
    expect(await checkSession({ cookie: 'a=1' }, { ory: cached })).toMatchObject({ why: 'unavailable', status: 503 })
    expect(cached.figures().entries).toBe(0)
  })
})

describe('the middleware', () => {
  const ask = async (use: (app: Koa) => void, headers: Record<string, string> = {}, path = '/'): Promise<Response> => {
    const app = new Koa()
    use(app)
    app.use((ctx) => {
      ctx.body = 'in'
    })
    const answer = app.callback()
    const server = createServer((asked, response) => void answer(asked, response))
    const port = await listenOnFreePort(server)
    try {
      // The platform's fetch says of itself that it is no navigation.
      const { statusCode, headers: sent, body } = await request(`http://127.0.0.1:${port}${path}`, { headers })
      const response = new Response(await body.text(), { status: statusCode })
      for (const [name, value] of Object.entries(sent))
        for (const each of [value].flat()) response.headers.append(name, each ?? '')
      return response
    } finally {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
  const say =
    (word: string) =>
    (ctx: Context): void => {
      ctx.body = word
    }
  const hooks = { onMissing: say('missing'), onNotEnough: say('not enough'), onUnavailable: say('unavailable') }

  test.each([
    [401, 'missing'],
    [403, 'not enough'],
    [500, 'unavailable'],
  ])('lets a hook answer in place of a %i, and lets nobody in', async (status, word) => {
    stub.answer = { status, headers: { ...json, 'set-cookie': ['a=; Max-Age=0'] }, body: '{"error":{}}' }
    const response = await ask((app) => app.use(requireSession({ ory, ...hooks })))
    expect([await response.text(), response.headers.getSetCookie()]).toEqual([word, ['a=; Max-Age=0']])
  })

  test('sends a cookie of Ory once beside a refusal', async () => {
    stub.answer = { status: 401, headers: { ...json, 'set-cookie': ['a=; Max-Age=0'] }, body: '{"error":{}}' }
    const response = await ask((app) => app.use(requireSession({ ory })))
    expect([response.status, response.headers.getSetCookie()]).toEqual([401, ['a=; Max-Age=0']])
  })

  test('forgets what another middleware found where less is known now', async () => {
    const app = (ctx: Context): void => {
      ctx.body = ctx.state['session'] === undefined ? 'guest' : 'in'
    }
    const response = await ask((koa) =>
      koa
        .use(optionalSession({ ory }))
        .use(optionalSession({ ory, aal: 'aal2' }))
        .use(app),
    )
    expect(await response.text()).toBe('guest')
  })

  test('passes on a cookie of Ory to a guest where a session is optional', async () => {
    stub.answer = { status: 401, headers: { ...json, 'set-cookie': ['a=; Max-Age=0'] }, body: '{"error":{}}' }
    const response = await ask((app) => app.use(optionalSession({ ory })))
    expect([await response.text(), response.headers.getSetCookie()]).toEqual(['in', ['a=; Max-Age=0']])
  })

  test('asks a hook also where a session is optional and nobody knows', async () => {
    stub.answer = { status: 500 }
    const response = await ask((app) => app.use(optionalSession({ ory, onUnavailable: hooks.onUnavailable })))
    expect(await response.text()).toBe('unavailable')
  })

  describe('with redirectToLogin', () => {
    const onMissing = redirectToLogin('https://auth.example.com/login?app=1')
    const use = (app: Koa): void => {
      app.use(requireSession({ ory, onMissing, onNotEnough: onMissing }))
    }
    const page = { accept: 'text/html', 'sec-fetch-mode': 'navigate' }

    test('sends a browser to the login, and back to the page', async () => {
      stub.answer = { status: 401, headers: json, body: '{"error":{}}' }
      const { status, headers } = await ask(use, page, '/account?tab=2')
      const location = new URL(headers.get('location') ?? '')
      expect([status, headers.get('cache-control'), location.origin, location.pathname]).toEqual([
        303,
        'no-store',
        'https://auth.example.com',
        '/login',
      ])
      expect(location.searchParams.get('app')).toBe('1')
      expect(location.searchParams.get('return_to')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/account\?tab=2$/)
    })

    test('asks for the second factor where that is missing, and refuses where anything else is', async () => {
      stub.answer = { status: 403, headers: json, body: aal2Required }
      expect((await ask(use, page)).headers.get('location')).toContain('aal=aal2')
      stub.answer = { status: 403, headers: json, body: '{"error":{"id":"forbidden"}}' }
      expect((await ask(use, page)).status).toBe(403)
    })

    test('refuses scripts as without it', async () => {
      stub.answer = { status: 401, headers: json, body: '{"error":{}}' }
      expect((await ask(use, { accept: 'application/json' })).status).toBe(401)
      expect((await ask(use, { ...page, 'sec-fetch-mode': 'cors' })).status).toBe(401)
    })

    test.each(['javascript', 'https://evil.example/?', ''])('names no page behind the protocol "%s"', (proto) => {
      const page = { proto, host: 'app.example.com', uri: '/%0aalert(1)' }
      expect(loginAt(new URL('https://auth.example.com/login'), page, false)).toBe('https://auth.example.com/login')
    })

    test.each(['login', 'javascript:alert(1)'])('refuses to be made with %s', (url) => {
      expect(() => redirectToLogin(url)).toThrow(TypeError)
    })
  })
})
