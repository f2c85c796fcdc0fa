import type { Line } from '../../support/debug-service.ts'
import { token, value } from '../../support/pasted.ts'
import type { StubAnswer } from '../../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
export const cookie: Line = ['Cookie', `ory_kratos_session=${value}`]
/** What a browser sends when somebody types the address. */
export const browser: readonly Line[] = [
  ['User-Agent', 'Mozilla/5.0'],
  ['Sec-Fetch-Site', 'none'],
  ['Sec-Fetch-Mode', 'navigate'],
  ['Host', 'localhost:3001'],
]
const script = (site: string): readonly Line[] => [
  ['User-Agent', 'Mozilla/5.0'],
  ['Sec-Fetch-Site', site],
  ['Sec-Fetch-Mode', 'cors'],
  ['Host', 'localhost:3001'],
]
export const bearer = (credential: string): readonly Line[] => [['Authorization', `Bearer ${credential}`]]
const claims = '{"exp":1700000000,"iss":"https://idp.example.com/x","sub":"ann@example.com"}'
/** A JSON Web Token that expired in 2023. */
export const jwt = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(claims).toString('base64url')}.c2lnbmF0dXJl`

/** An error of Ory's, and what stands beside it in the body. */
export const withError = (
  status: number,
  error: Record<string, string>,
  rest: Record<string, string> = {},
): StubAnswer => ({
  status,
  headers: json,
  body: JSON.stringify({ error: { code: status, ...error }, ...rest }),
})
/** Ory's answer when there is no session. */
export const unauthorized = withError(401, {
  status: 'Unauthorized',
  reason: 'No valid session credentials found in the request.',
  message: 'The request could not be authorized',
})
/** Ory's answer with a session. */
export const session = (over: Record<string, unknown> = {}): StubAnswer => ({
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

/** What is sent, what Ory answers, and the rule that explains it. */
export type Case = [what: string, headers: readonly Line[], answer: StubAnswer, rule: string]

/** Requests whose rule comes first. */
export const cases: readonly Case[] = [
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
  [
    'a CSRF cookie alone',
    [['Cookie', `csrf_token_${'0f'.repeat(32)}=${'A'.repeat(43)}=`]],
    unauthorized,
    'only-csrf-cookie',
  ],
  ['cookies without a session cookie', [['Cookie', 'theme=dark; lang=en']], unauthorized, 'no-session-cookie'],
  ['Token instead of Bearer', [['Authorization', `Token ${token}`]], unauthorized, 'authorization-other-scheme'],
  ['Basic', [['Authorization', 'Basic YW5uOnBhc3N3b3Jk']], unauthorized, 'authorization-other-scheme'],
  ['a scheme nobody knows', [['Authorization', `Ory ${token}`]], unauthorized, 'authorization-unknown-scheme'],
  ['a token without a scheme', [['Authorization', token]], unauthorized, 'authorization-no-scheme'],
  ['a placeholder without a scheme', [['Authorization', 'undefined']], unauthorized, 'token-placeholder'],
  ['a token for a proxy', [['Proxy-Authorization', `Bearer ${token}`]], unauthorized, 'header-misnamed'],
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
  ['a bad token before a bad cookie', [cookie, ...bearer(token)], unauthorized, 'token-refused'],
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
  ['the name Cookie twice', [['Cookie', `Cookie: ${cookie[1]}`]], unauthorized, 'cookie-embedded'],
  [
    'cookies with a comma between',
    [['Cookie', `csrf_token_${'0f'.repeat(32)}=x, ${cookie[1]}`]],
    unauthorized,
    'cookie-embedded',
  ],
  [
    'a jar of cookies made text',
    [['Cookie', `<RequestsCookieJar[<Cookie ${cookie[1]} for localhost/>]>`]],
    unauthorized,
    'cookie-embedded',
  ],
  [
    'the cookies of a framework made text',
    [['Cookie', `RequestCookies {"ory_kratos_session":{"value":"${value}"}}`]],
    unauthorized,
    'cookie-embedded',
  ],
  ['a cookie after no scheme', [['Authorization', cookie[1]]], unauthorized, 'token-session-pair'],
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

/** Requests with a session, and a note beside it. */
export const notes: readonly Case[] = [
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
    'a new cookie in the answer, as after a session was extended',
    [cookie],
    { ...session(), headers: { ...json, 'set-cookie': 'ory_kratos_session=x; Path=/; HttpOnly' } },
    'session-extended',
  ],
  [
    'a malformed header beside a good cookie',
    [cookie, ['Authorization', `Token ${token}`]],
    session(),
    'authorization-other-scheme',
  ],
]
