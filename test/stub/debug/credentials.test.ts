import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { credentialsOf, sdkCredentialsOf } from '../../../src/ory/credentials.ts'
import { besideRules } from '../../../src/service/debug/rules/beside.ts'
import { misnamedRules } from '../../../src/service/debug/rules/misnamed.ts'
import { startDebug, withDebug, type DebugService, type Line } from '../../support/debug-service.ts'
import { token, value } from '../../support/pasted.ts'
import { startStubUpstream, type Received, type StubAnswer, type StubUpstream } from '../../support/stub-ory.ts'
import { bearer, session, unauthorized, withError } from './rule-cases.ts'

const goodToken = token
const badToken = `${token.slice(0, -1)}x`
const goodCookie = `ory_kratos_session=${value}`
const badCookie = `ory_kratos_session=${value.slice(0, -4)}xxxx`
const rules = { ready: true, undecodable: false, cookieIdentity: 'i1' }

/** Answers as Kratos does: the token of X-Session-Token, else of the first session cookie, else of Bearer. */
function kratos({ path, headers }: Received): StubAnswer {
  if (path === '/health/ready') return { status: rules.ready ? 200 : 503 }
  const [sessionToken = ''] = headers['x-session-token'] ?? []
  const cookie = /(?:^|; )ory_kratos_session=([^;]*)/.exec(headers['cookie']?.[0] ?? '')?.[1]
  const token = sessionToken || headers['authorization']?.[0]?.replace('Bearer ', '')
  if (rules.undecodable && cookie !== undefined && token !== undefined)
    return withError(500, { message: 'securecookie: base64 decode failed' })
  if (sessionToken === '' && cookie !== undefined)
    return cookie === value
      ? session({ id: 'of-cookie', identity: { id: rules.cookieIdentity, traits: {} } })
      : unauthorized
  return token === goodToken ? session({ id: 'of-token', identity: { id: 'i1', traits: {} } }) : unauthorized
}

type Case = [what: string, style: 'go' | 'http', lines: readonly Line[], rule: string, says: RegExp]

const cookieLine = (...pairs: readonly string[]): Line => ['Cookie', pairs.join('; ')]

const cases: readonly Case[] = [
  ...(['Authorization', 'X-Session-Token'] as const).map((header): Case => [
    `a good cookie behind a bad token in ${header}`,
    header === 'Authorization' ? 'go' : 'http',
    [cookieLine(goodCookie), [header, header === 'Authorization' ? `Bearer ${badToken}` : badToken]],
    'token-hides-cookie',
    /^The token hides the cookie, and the cookie is good: send it without the token/,
  ]),
  [
    'a good token behind a bad cookie',
    'http',
    [cookieLine(badCookie), ...bearer(goodToken)],
    'cookie-hides-token',
    /^The cookie hides the token, and the token is good: send it without the cookie/,
  ],
  [
    'a good cookie behind a bad one',
    'go',
    [cookieLine(badCookie, goodCookie)],
    'cookie-hides-cookie',
    /^The first session cookie hides the second one, and that one is good/,
  ],
  [
    'a session token as the session cookie',
    'go',
    [cookieLine(`ory_kratos_session=${goodToken}`)],
    'cookie-session-token',
    /is a session token: send it as one.*It is good: sent alone after Authorization: Bearer/s,
  ],
  [
    'a session token as a cookie that is refused as a token, too',
    'go',
    [cookieLine(`ory_kratos_session=${badToken}`)],
    'cookie-session-token',
    /it is refused as well/,
  ],
  [
    "a session cookie's value after Bearer",
    'go',
    bearer(value),
    'token-session-cookie',
    /It is good: sent alone in the Cookie header/,
  ],
  ['a session cookie with its name after Bearer', 'go', bearer(goodCookie), 'token-session-pair', /It is good/],
  [
    'a good token behind Token',
    'go',
    [['Authorization', `Token ${goodToken}`]],
    'authorization-other-scheme',
    /is good/,
  ],
  ['a good token without a scheme', 'go', [['Authorization', goodToken]], 'authorization-no-scheme', /It is good/],
  ['a good token in quotes', 'go', bearer(`"${goodToken}"`), 'token-quoted', /It is good/],
  ['a good token behind Bearer twice', 'go', bearer(`Bearer ${goodToken}`), 'token-doubled-scheme', /It is good/],
  ['X-Session-Token in style go', 'go', [['X-Session-Token', goodToken]], 'session-token-ignored', /It is good/],
  [
    'a cookie in other letter case',
    'go',
    [cookieLine(`Ory_Kratos_Session=${value}`)],
    'cookie-letter-case',
    /It is good/,
  ],
  ['a cookie with a prefix', 'go', [cookieLine(`__Host-${goodCookie}`)], 'cookie-prefix', /It is good/],
  ['a cookie under another name', 'go', [cookieLine(`session=${value}`)], 'cookie-renamed', /It is good/],
  ['the value of a cookie without its name', 'go', [cookieLine(value)], 'cookie-embedded', /It is good/],
  ['a cookie with a colon', 'go', [cookieLine(`ory_kratos_session:${value}`)], 'cookie-embedded', /It is good/],
  ['a cookie behind a comma', 'go', [cookieLine(`theme=dark, ${goodCookie}`)], 'cookie-embedded', /It is good/],
  ['a good token in the bytes of Python', 'go', bearer(`b'${goodToken}'`), 'token-refused', /It is good/],
  ['Cookies', 'go', [['Cookies', goodCookie]], 'header-cookies', /^The header is named Cookie.*It is good/s],
  [
    'X-Session-Cookie',
    'http',
    [['X-Session-Cookie', value]],
    'header-x-session-cookie',
    /Kratos takes the Cookie header only.*It is good/s,
  ],
  [
    'a header that looks right',
    'go',
    [['Authentication', `Bearer ${goodToken}`]],
    'header-misnamed',
    /^Authentication does not count.*It is good/s,
  ],
]

describe('a credential that was not decided about is asked about alone', () => {
  let stub: StubUpstream
  let services: Record<'go' | 'http' | 'few', DebugService>

  beforeAll(async () => {
    const now = (): number => Date.parse('2026-06-01T12:00:00Z')
    stub = await startStubUpstream()
    services = {
      go: await startDebug(stub.url, { now }),
      http: await startDebug(stub.url, {
        now,
        acceptsSessionToken: true,
        credentialsOf: (all) => sdkCredentialsOf(all),
      }),
      few: await startDebug(stub.url, { now, credentialsOf: (all) => credentialsOf(all, ['csrf_*', 'ory_session_*']) }),
    }
  })

  beforeEach(() => {
    Object.assign(rules, { ready: true, undecodable: false, cookieIdentity: 'i1' })
    stub.answer = kratos
    stub.received.length = 0
  })

  afterAll(async () => {
    for (const service of Object.values(services)) await service.close()
    await stub.close()
  })

  test.each(cases)('%s, in style %s', async (_, style, lines, rule, says) => {
    const { diagnosis } = await services[style].report(lines)
    const [first] = diagnosis
    expect(first).toMatchObject({ rule, tone: 'problem' })
    expect(`${first?.headline ?? ''}\n${first?.explanation ?? ''}`).toMatch(says)
    expect(stub.received.filter(({ path }) => path === '/sessions/whoami')).toHaveLength(2)
  })

  test.each([
    ['its usual name', 'ory_kratos_session'],
    ['a name of its own', 'my_session'],
  ])('a session cookie of %s that FORWARD_COOKIES left behind', async (_, name) => {
    const { diagnosis, tried } = await services.few.report([cookieLine('csrf_a=b', `${name}=${value}`)])
    expect(diagnosis[0]).toMatchObject({
      rule: 'cookie-left-behind',
      headline: expect.stringMatching(
        /^FORWARD_COOKIES leaves the session cookie behind(?:, and the cookie is good)?$/,
      ),
      next: [`Add ${name} to FORWARD_COOKIES.`],
    })
    expect(tried).toMatchObject({ as: 'cookie', why: 'left-behind' })
    expect(diagnosis.map(({ rule }) => rule)).not.toContain('cookie-refused')
  })

  test('a token as the session cookie is one, also where FORWARD_COOKIES leaves it behind', async () => {
    const { diagnosis } = await services.few.report([cookieLine(`ory_kratos_session=${goodToken}`)])
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['cookie-session-token'])
  })

  test('is not called refused as well where its name alone is wrong', async () => {
    const { diagnosis } = await services.go.report([cookieLine(`__Host-${goodCookie}`)])
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['cookie-prefix'])
  })

  test('a refused cookie stays one, also beside a good one of another name', async () => {
    const { diagnosis } = await services.go.report([cookieLine(badCookie, `ory_session_abc=${value}`)])
    expect(diagnosis[0]?.rule).toBe('cookie-refused')
  })

  test('is said to be refused as well where neither is good, with what it may be', async () => {
    const { diagnosis } = await services.http.report([cookieLine(badCookie), ...bearer(badToken)])
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['cookie-refused', 'neither-known'])
    expect(diagnosis[0]?.causes.length).toBeGreaterThan(2)
  })

  test('a damaged cookie beside a good token', async () => {
    rules.undecodable = true
    const { diagnosis } = await services.go.report([cookieLine('ory_kratos_session=abc'), ...bearer(goodToken)])
    expect(diagnosis[0]).toMatchObject({
      rule: 'cookie-undecodable',
      headline: expect.stringMatching(/beside a good token: send the token without the cookie/),
    })
  })

  test.each([
    ['go', goodCookie, goodToken, 'i1', /^The token counts: the cookie beside it is of another session/],
    ['go', badCookie, goodToken, 'i1', /^The token counts: the cookie beside it, asked about alone, is refused/],
    ['http', goodCookie, goodToken, 'i1', /^The cookie counts: the token beside it is of another session/],
    ['http', goodCookie, badToken, 'i1', /^The cookie counts: the token beside it, asked about alone, is refused/],
    ['go', goodCookie, goodToken, 'i2', /of another identity/],
  ] as const)(
    'tells which of two counts where there is a session, in style %s',
    async (style, cookie, sent, whose, says) => {
      rules.cookieIdentity = whose
      const { diagnosis } = await services[style].report([cookieLine(cookie), ...bearer(sent)])
      expect(diagnosis.map(({ rule, tone }) => [rule, tone])).toEqual([
        ['session-found', 'good'],
        ['one-counts', 'note'],
      ])
      expect(`${diagnosis[1]?.headline ?? ''}\n${diagnosis[1]?.explanation ?? ''}`).toMatch(says)
    },
  )

  test.each<[what: string, second: StubAnswer, tried: RegExp]>([
    ['no answer at all', { hang: true }, /No answer/],
    ['a reset connection', { reset: true }, /No answer/],
    ['HTML', { headers: { 'content-type': 'text/html' }, body: '<html>' }, /200 OK/],
    ['a 401 in HTML, as a proxy has it', { status: 401, headers: { 'content-type': 'text/html' } }, /401 Unauthorized/],
    ['redirects without end', { status: 302, headers: { location: '/elsewhere' } }, /No answer/],
    ['too much', { ...unauthorized, status: 200, body: ' '.repeat(2_100_000) }, /No answer/],
    ['an error', withError(500, { message: 'boom' }), /500 Internal/],
    ['too many requests', { status: 429 }, /429 Too Many/],
    ['an inactive session', session({ id: 'of-cookie', active: false }), /Its session is inactive/],
  ])('of a credential to which Ory answers with %s, neither good nor bad is said', async (_, second, says) => {
    let asked = 0
    const isBeside = (path: string): boolean => ['/health/ready', '/self-service/logout/browser'].includes(path)
    stub.answer = ({ path }) => (isBeside(path) ? { status: 200 } : asked++ === 0 ? unauthorized : second)
    const about = await withDebug(stub.url, { timeout: 500 }, async (service) => {
      const headers = [cookieLine('other=1', `session=${goodToken}`)]
      return (await service.send('GET', [...headers, ['Accept', 'text/plain']])).body.toString().replace(/\s+/g, ' ')
    })
    expect(about).toMatch(says)
    expect(about).not.toMatch(/refused as well|is good/i)
  })

  test('an X-Session-Token without anything in it is told, where it counts', async () => {
    const [first] = (await services.http.report([['X-Session-Token', '']])).diagnosis
    expect(first).toMatchObject({ rule: 'session-token-empty', tone: 'problem' })
  })

  test.each<[string, readonly Line[]]>([
    ['behind another scheme', [['Authorization', `Token ${goodToken}`]]],
    ['in a header of another name', [['X-Session-Cookie', value]]],
    ['in X-Session-Token, which does not count', [['X-Session-Token', goodToken]]],
  ])('that Ory is not ready comes first for a credential %s, too', async (_, lines) => {
    rules.ready = false
    const { diagnosis } = await withDebug(stub.url, {}, (service) => service.report(lines))
    expect(diagnosis[0]?.rule).toBe('ory-not-ready')
  })

  test("a token in a cookie that has a token's name is not said to be of a project", async () => {
    const { diagnosis } = await services.go.report([cookieLine(`ory_session_token=${goodToken}`)])
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['cookie-session-token'])
  })

  test('nothing else is asked where a proxy answers 401 in place of Ory', async () => {
    stub.answer = { status: 401, headers: { 'content-type': 'text/html' }, body: '<html>' }
    const { tried } = await services.go.report([cookieLine(badCookie), ...bearer(goodToken)])
    expect(tried).toBeNull()
  })

  test('nothing else is asked where there is one credential, or Ory is not ready', async () => {
    await services.go.report([cookieLine(badCookie)])
    expect(stub.received.filter(({ path }) => path === '/sessions/whoami')).toHaveLength(1)
    rules.ready = false
    const { diagnosis, tried } = await withDebug(stub.url, {}, (service) =>
      service.report([cookieLine(badCookie, goodCookie)]),
    )
    expect([diagnosis[0]?.rule, tried]).toEqual(['ory-not-ready', null])
  })

  test("nobody else's secret is sent anywhere else: only what looks like Ory's is tried", async () => {
    for (const lines of [
      bearer('eyJhbGciOiJub25lIn0.e30.c2ln'),
      [['X-Auth-Token', 'abcdefghijklmnop'] as const],
      [['Cookie', 'theme=dark; session=abcdefghijklmnopqrstuvwxyz'] as const],
      [['Authorization', 'Basic YW5uOnBhc3N3b3Jk'] as const],
    ])
      expect((await services.http.report(lines)).tried).toBeNull()
  })

  test('has every rule about it', () => {
    const here = [...cases.map(([, , , rule]) => rule), 'cookie-left-behind', 'neither-known', 'one-counts']
    expect(here).toEqual(expect.arrayContaining([...besideRules, ...misnamedRules].map(({ rule }) => rule)))
  })
})
