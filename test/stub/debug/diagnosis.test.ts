import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { diagnose } from '../../../src/service/debug/rules/diagnose.ts'
import { rules } from '../../../src/service/debug/rules/rules.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../../support/stub-ory.ts'
import { startDebug, withDebug, type DebugService, type Line } from '../../support/debug-service.ts'

const json = { 'content-type': 'application/json' }
const token = 'ory_st_0123456789abcdefghijABCDEFGHIJ01'
const value = Buffer.from(`1795553336|${'x'.repeat(100)}`).toString('base64url')
const cookie: Line = ['Cookie', `ory_kratos_session=${value}`]
const browser: readonly Line[] = [
  ['User-Agent', 'Mozilla/5.0'],
  ['Sec-Fetch-Site', 'none'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Host', 'localhost:3001'],
]
const script = (site: string, host = 'localhost:3001'): readonly Line[] => [
  ['User-Agent', 'Mozilla/5.0'],
  ['Sec-Fetch-Site', site],
  ['Sec-Fetch-Mode', 'cors'],
  ['Host', host],
]
const bearer = (credential: string): readonly Line[] => [['Authorization', `Bearer ${credential}`]]
const claims = '{"exp":1700000000,"iss":"https://idp.example.com/x","sub":"ann@example.com"}'
const jwt = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(claims).toString('base64url')}.c2lnbmF0dXJl`

const withError = (status: number, error: Record<string, string>, rest: Record<string, string> = {}): StubAnswer => ({
  status,
  headers: json,
  body: JSON.stringify({ error: { code: status, ...error }, ...rest }),
})
const unauthorized = withError(401, {
  status: 'Unauthorized',
  reason: 'No valid session credentials found in the request.',
  message: 'The request could not be authorized',
})
const session = (over: Record<string, unknown> = {}): StubAnswer => ({
  headers: json,
  body: JSON.stringify({
    id: 'b0f1',
    active: true,
    expires_at: '2026-06-02T12:00:00.5Z',
    authenticator_assurance_level: 'aal1',
    identity: { id: 'i1', state: 'active', traits: {} },
    ...over,
  }),
})

type Case = [what: string, headers: readonly Line[], answer: StubAnswer, rule: string]

const cases: readonly Case[] = [
  ['curl without credentials', [['User-Agent', 'curl/8.5.0']], unauthorized, 'no-credentials'],
  [
    'a browser without any cookie, on the host of Ory',
    [...browser.slice(0, 3), ['Host', '127.0.0.1:3001']],
    unauthorized,
    'cookie-none',
  ],
  ['a browser at localhost, with Ory at 127.0.0.1', browser, unauthorized, 'cookie-domain'],
  ['a script on another site', script('cross-site'), unauthorized, 'cookie-cross-site'],
  [
    'a frame in a page on another site',
    [
      ...script('cross-site').slice(0, 2),
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'iframe'],
      ['Host', 'localhost:3001'],
    ],
    unauthorized,
    'cookie-cross-site',
  ],
  ['a script on another origin that sends no cookies', script('same-site'), unauthorized, 'cookie-not-included'],
  ['cookies without a session cookie', [['Cookie', 'theme=dark; lang=en']], unauthorized, 'no-session-cookie'],
  ['Token instead of Bearer', [['Authorization', `Token ${token}`]], unauthorized, 'authorization-other-scheme'],
  ['Basic', [['Authorization', 'Basic YW5uOnBhc3N3b3Jk']], unauthorized, 'authorization-other-scheme'],
  ['a scheme nobody knows', [['Authorization', `Ory ${token}`]], unauthorized, 'authorization-unknown-scheme'],
  ['a token without a scheme', [['Authorization', token]], unauthorized, 'authorization-no-scheme'],
  ['a token glued to Bearer', [['Authorization', `Bearer${token}`]], unauthorized, 'authorization-no-scheme'],
  ['Bearer alone', [['Authorization', 'Bearer']], unauthorized, 'authorization-no-token'],
  ['a tab after Bearer', [['Authorization', `Bearer\t${token}`]], unauthorized, 'authorization-wrong-blank'],
  [
    'a no-break space after Bearer',
    [['Authorization', `Bearer\xa0${token}`]],
    unauthorized,
    'authorization-wrong-blank',
  ],
  ['quotes around all of it', [['Authorization', `"Bearer ${token}"`]], unauthorized, 'authorization-quotes'],
  ['a colon after Bearer', [['Authorization', `Bearer: ${token}`]], unauthorized, 'authorization-punctuation'],
  ['quotes around the token', bearer(`"${token}"`), unauthorized, 'token-quoted'],
  ['Bearer twice', bearer(`Bearer ${token}`), unauthorized, 'token-doubled-scheme'],
  ['two tokens in one header', bearer(`${token}, ${token}`), unauthorized, 'token-blanks'],
  ['a session token that lost its end', bearer(token.slice(0, 30)), unauthorized, 'token-length'],
  ['a JSON Web Token', bearer(jwt), unauthorized, 'token-jwt'],
  ['an API key of a project', bearer('ory_pat_abc'), unauthorized, 'token-project-api-key'],
  ['an API key of a workspace', bearer('ory_wak_abc'), unauthorized, 'token-workspace-api-key'],
  ['another API key', bearer('ory_apikey_abc'), unauthorized, 'token-api-key'],
  ['an OAuth2 access token', bearer('ory_at_abc.def'), unauthorized, 'token-oauth2-access-token'],
  ['an OAuth2 code', bearer('ory_ac_abc'), unauthorized, 'token-oauth2-authorization-code'],
  ['an OAuth2 refresh token', bearer('ory_rt_abc'), unauthorized, 'token-oauth2-refresh-token'],
  ['a logout token', bearer('ory_lo_abc'), unauthorized, 'token-logout-token'],
  ["a session cookie's value as a token", bearer(value), unauthorized, 'token-session-cookie'],
  ['the id of a session', bearer('b0f1a2c3-0000-4000-8000-000000000000'), unauthorized, 'token-uuid'],
  ['the word undefined', bearer('undefined'), unauthorized, 'token-placeholder'],
  ['a shell variable that was not replaced', bearer('${TOKEN}'), unauthorized, 'token-placeholder'],
  ['a token that Ory does not know', bearer(token), unauthorized, 'token-refused'],
  ['something else as a token', bearer('hello'), unauthorized, 'token-refused'],
  ['a bad token before a cookie', [cookie, ...bearer(token)], unauthorized, 'token-hides-cookie'],
  ['X-Session-Token where it does not count', [['X-Session-Token', token]], unauthorized, 'session-token-ignored'],
  ['a cookie that Ory does not know', [cookie], unauthorized, 'cookie-refused'],
  [
    'a cookie of an Ory Network project',
    [['Cookie', `ory_session_happyeinstein1a2b=${value}`]],
    unauthorized,
    'wrong-project',
  ],
  ['a cookie with other letter case', [['Cookie', `Ory_Kratos_Session=${value}`]], unauthorized, 'cookie-letter-case'],
  ['a cookie with a prefix', [['Cookie', `__Host-ory_kratos_session=${value}`]], unauthorized, 'cookie-prefix'],
  ['an empty cookie', [['Cookie', 'ory_kratos_session=']], unauthorized, 'cookie-empty'],
  [
    'a cookie that is percent-encoded',
    [['Cookie', `ory_kratos_session=${value.slice(0, -1)}%3D`]],
    unauthorized,
    'cookie-percent-encoded',
  ],
  [
    'a cookie with an ellipsis',
    [['Cookie', `ory_kratos_session=${value.slice(0, 20)}...`]],
    unauthorized,
    'cookie-damaged',
  ],
  [
    'a cookie that is cut off',
    [['Cookie', `ory_kratos_session=${value.slice(0, 41)}`]],
    unauthorized,
    'cookie-cut-off',
  ],
  [
    '401 with id session_inactive',
    [cookie],
    withError(401, { id: 'session_inactive', message: 'x' }),
    'error-session-inactive',
  ],
  [
    '403 with id session_aal2_required',
    [cookie],
    withError(403, { id: 'session_aal2_required' }, { redirect_browser_to: 'https://auth.example.com/login?aal=aal2' }),
    'aal2-required',
  ],
  ['another 403', [cookie], withError(403, { id: 'ip_blocked' }), 'forbidden'],
  ['404', [cookie], withError(404, {}), 'not-ory-api'],
  ['a page', [cookie], { headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' }, 'not-ory-api'],
  [
    'a page that is not found',
    [cookie],
    { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>?</h1>' },
    'not-ory-api',
  ],
  ['another JSON than a session', [cookie], { headers: json, body: '{"status":"ok"}' }, 'not-a-session'],
  ['a redirect that leads nowhere', [cookie], { status: 302, headers: json, body: '{}' }, 'ory-redirect'],
  ['429', [cookie], { status: 429, headers: json, body: '{}' }, 'ory-rate-limit'],
  ['431', [cookie], { status: 431 }, 'headers-refused'],
  ['more than the service takes', [cookie], { headers: json, body: 'x'.repeat(2_000_001) }, 'ory-too-large'],
  [
    '200 with more than is read',
    [cookie],
    session({ identity: { id: 'i', traits: { bio: 'x'.repeat(260_000) } } }),
    'answer-too-large',
  ],
  [
    '503',
    [cookie],
    { status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>No backend</h1>' },
    'ory-error',
  ],
  [
    '500 for a cookie that is none',
    [cookie, ...bearer(token)],
    withError(500, { message: 'securecookie: base64 decode failed' }),
    'cookie-undecodable',
  ],
  ['a status that whoami never has', [cookie], withError(418, {}), 'unexpected-status'],
  ['silence', [cookie], { hang: true }, 'ory-timeout'],
  ['a reset connection', [cookie], { reset: true }, 'ory-reset'],
  ['another protocol', [cookie], { raw: Buffer.from('220 mail.example.com ESMTP\r\n\r\n') }, 'ory-protocol'],
  ['a session', [cookie], session(), 'session-found'],
  ['a session that says that it is inactive', [cookie], session({ active: false }), 'session-inactive'],
  [
    'a session that has expired by the clock here',
    [cookie],
    session({ expires_at: '2026-06-01T11:57:00Z' }),
    'session-expired',
  ],
]

const notes: readonly Case[] = [
  [
    'a disabled identity',
    [cookie],
    session({ identity: { id: 'i', state: 'inactive', traits: {} } }),
    'identity-inactive',
  ],
  [
    'two Authorization headers',
    [
      ['Authorization', `Bearer ${token}`],
      ['Authorization', 'Basic x'],
    ],
    session(),
    'authorization-repeated',
  ],
  [
    'the session cookie twice',
    [['Cookie', `ory_kratos_session=${value}; ory_kratos_session=MTIz`]],
    session(),
    'cookie-twice',
  ],
  [
    'cookies that many servers refuse',
    [['Cookie', `ory_kratos_session=${value}; a=${'x'.repeat(20_000)}`]],
    session(),
    'headers-too-large',
  ],
  [
    'a malformed header beside a good cookie',
    [cookie, ['Authorization', `Token ${token}`]],
    session(),
    'authorization-other-scheme',
  ],
]

// Asked elsewhere in this file: they need another Ory, another host or a paste.
const elsewhere = ['ory-busy', 'paste-unreadable', 'not-sendable', 'ory-dns', 'ory-refused', 'ory-tls', 'cookie-secure']

describe('the diagnosis', () => {
  let stub: StubUpstream
  let service: DebugService
  let impatient: DebugService

  beforeAll(async () => {
    const now = (): number => Date.parse('2026-06-01T12:00:00Z')
    stub = await startStubUpstream()
    service = await startDebug(stub.url, { now })
    impatient = await startDebug(stub.url, { now, timeout: 300 })
  })

  afterAll(async () => {
    await impatient.close()
    await service.close()
    await stub.close()
  })

  const explain = async (
    headers: readonly Line[],
    answer: StubAnswer,
    paste?: string,
  ): ReturnType<DebugService['report']> => {
    stub.answer = answer
    return (answer.hang === true ? impatient : service).report(headers, paste)
  }

  test.each(cases)('of %s comes first', async (_, headers, answer, rule) => {
    const {
      diagnosis: [first],
    } = await explain(headers, answer)
    expect(first).toMatchObject({ rule, tone: rule === 'session-found' ? 'good' : 'problem' })
    if (first?.tone === 'problem') expect(first.next.length).toBeGreaterThan(0)
  })

  test.each(notes)('of %s is a note to the session that was found', async (_, headers, answer, rule) => {
    const { diagnosis } = await explain(headers, answer)
    expect(diagnosis[0]?.rule).toBe('session-found')
    expect(diagnosis).toContainEqual(expect.objectContaining({ rule, tone: 'note' }))
  })

  test('of what Ory accepted finds nothing wrong with it, however it looks', async () => {
    for (const headers of [
      bearer('ory_st_short'),
      bearer(jwt),
      [['Cookie', `ory_session_happyeinstein1a2b="${value.slice(0, 41)}"`] as const],
    ]) {
      expect((await explain(headers, session())).diagnosis.map(({ rule }) => rule)).toEqual(['session-found'])
    }
  })

  test('of what could not be read says so and does not ask Ory', async () => {
    stub.received.length = 0
    const { diagnosis, answer } = await explain([], unauthorized, 'some prose about it')
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['paste-unreadable'])
    expect(answer.kind).toBe('not-asked')
    expect(stub.received).toEqual([])
  })

  test('of a token with an ellipsis from a chat says that no header carries it', async () => {
    const {
      diagnosis: [first],
    } = await explain([], unauthorized, `${token.slice(0, 12)}…${token.slice(30)}`)
    expect(first?.rule).toBe('not-sendable')
  })

  test('of a browser over http says that Secure withholds the cookie, unless a proxy says https', async () => {
    const rulesOf = async (headers: readonly Line[]): Promise<string[]> =>
      (await explain([...browser.slice(0, 3), ['Host', 'app.example.com'], ...headers], unauthorized)).diagnosis.map(
        ({ rule }) => rule,
      )
    expect(await rulesOf([])).toContain('cookie-secure')
    expect(await rulesOf([['X-Forwarded-Proto', 'https']])).not.toContain('cookie-secure')
  })

  test('of a pasted curl command of a browser explains its cookies, not those of the one who pasted', async () => {
    const { diagnosis, subject, sent } = await explain(
      [cookie],
      unauthorized,
      "curl 'https://app.example.com/' -H 'sec-fetch-site: cross-site' -H 'sec-fetch-mode: cors' -A Mozilla/5.0",
    )
    expect(subject).toBe('curl')
    expect(sent).toEqual({ cookie: null, token: null })
    expect(diagnosis[0]?.rule).toBe('cookie-cross-site')
  })

  test("of aal2 names the way up that Ory names, and the app's", async () => {
    const {
      diagnosis: [first],
    } = await explain(
      [cookie],
      withError(
        403,
        { id: 'session_aal2_required' },
        { redirect_browser_to: 'https://auth.example.com/login?aal=aal2' },
      ),
    )
    expect(first?.next.join('\n')).toContain('https://auth.example.com/login?aal=aal2')
    expect(first?.next.join('\n')).toContain(`${stub.url}/self-service/login/api?aal=aal2`)
  })

  test('of a JSON Web Token tells its expiry and issuer, and no one it is about', async () => {
    const report = await explain(bearer(jwt), unauthorized)
    expect(report.authorization[0]?.credential?.jwt).toEqual({
      expiresAt: '2023-11-14T22:13:20.000Z',
      issuer: 'https://idp.example.com',
    })
    expect(JSON.stringify(report)).not.toContain('ann@example.com')
  })

  test('of a redirect names where it led, without its query', async () => {
    const login = await startStubUpstream()
    try {
      login.answer = { headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' }
      const report = await explain([cookie], { status: 302, headers: { location: `${login.url}/login?flow=secret` } })
      expect(report.answer).toMatchObject({ status: 200, location: `${login.url}/login` })
      expect(report.diagnosis[0]).toMatchObject({
        rule: 'ory-redirect',
        explanation: expect.stringContaining(`${login.url}/login.`),
      })
    } finally {
      await login.close()
    }
  })

  test('says so where Ory was not asked, since too many wait', async () => {
    const report = await explain([cookie], session())
    const failed = { kind: 'failed', failure: 'busy', milliseconds: 1, message: 'busy' } as const
    expect(diagnose({ ...report, answer: failed, session: null })[0]?.rule).toBe('ory-busy')
  })

  test('has every rule tested here', () => {
    expect(new Set([...cases, ...notes].map(([, , , rule]) => rule).concat(elsewhere))).toEqual(
      new Set(rules.map(({ rule }) => rule)),
    )
  })
})

describe('an Ory that is not there is told apart', () => {
  const firstRule = (oryUrl: string): Promise<string | undefined> =>
    withDebug(oryUrl, {}, async (service) => (await service.report([cookie])).diagnosis[0]?.rule)

  test('when DNS does not know its name', async () => {
    expect(await firstRule('http://ory.invalid')).toBe('ory-dns')
  })

  test('when nothing listens there', async () => {
    const stub = await startStubUpstream()
    await stub.close()
    expect(await firstRule(stub.url)).toBe('ory-refused')
  })

  test('when it does not speak TLS', async () => {
    const plain = createServer().listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const address = plain.address()
    try {
      expect(
        await firstRule(`https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`),
      ).toBe('ory-tls')
    } finally {
      plain.closeAllConnections()
      plain.close()
    }
  })
})

describe('the cookie of a project is held against the Ory that is configured', () => {
  test.each([
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_session_happyeinstein1a2b', 'cookie-refused'],
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_session_otherproject', 'wrong-project'],
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_kratos_session', 'wrong-project'],
    ['https://auth.example.com', 'ory_session_happyeinstein1a2b', 'cookie-refused'],
    ['http://kratos:4433', 'ory_session_happyeinstein1a2b', 'wrong-project'],
    ['http://kratos:4433', 'ory_kratos_session', 'cookie-refused'],
  ])('%s and %s: %s', async (namedAs, name, rule) => {
    const stub = await startStubUpstream()
    stub.answer = unauthorized
    try {
      const { diagnosis } = await withDebug(stub.url, { namedAs }, (service) =>
        service.report([['Cookie', `${name}=${value}`]]),
      )
      expect(diagnosis.map((finding) => finding.rule)).toEqual([rule])
    } finally {
      await stub.close()
    }
  })
})
