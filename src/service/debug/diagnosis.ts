import type { UpstreamFailure } from '../../ory/transport/failure.ts'
import { clock, countdown } from './countdown.ts'
import type { Authorization, Cookie, CookieFlaw, Credential, CredentialFlaw, SchemeVerdict } from './received.ts'
import type { Observed } from './observed.ts'
import { mostRead } from './answer.ts'
import type { CredentialKind } from './secrets.ts'
import { sizeOf } from './shown.ts'

/** `good`: there is a session. `problem`: why there is none. `note`: worth knowing, and not the reason. */
export type Tone = 'good' | 'problem' | 'note'

/** What something means, and what to do next. */
export interface Finding {
  /** The rule's name, the same from one release to the next. */
  rule: string
  tone: Tone
  /** A headline of one sentence. */
  headline: string
  /** What was seen and why it matters, in a sentence or two. */
  explanation: string
  /** What to do, each step a sentence; may be empty. */
  next: readonly string[]
}

interface Rule {
  rule: string
  /** A problem with credentials is only a note where the call to Ory did not end with 401. */
  tone: Tone | 'credentials'
  when: (seen: Observed) => boolean
  headline: string | ((seen: Observed) => string)
  explanation: string | ((seen: Observed) => string)
  next: (seen: Observed) => readonly string[]
}

/** diagnose says what was observed means, by the rules below in their order; what decided the outcome comes before notes. */
export function diagnose(seen: Observed): Finding[] {
  const findings = rules.filter(({ when }) => when(seen)).map((rule) => findingOf(rule, seen))
  const [decisive, notes] = [
    findings.filter(({ tone }) => tone !== 'note'),
    findings.filter(({ tone }) => tone === 'note'),
  ]
  return [...(decisive.length === 0 ? [findingOf(unexplained, seen)] : decisive), ...notes]
}

function findingOf({ rule, tone, headline, explanation, next }: Rule, seen: Observed): Finding {
  return {
    rule,
    tone: tone !== 'credentials' ? tone : refused(seen) ? 'problem' : 'note',
    headline: typeof headline === 'string' ? headline : headline(seen),
    explanation: typeof explanation === 'string' ? explanation : explanation(seen),
    next: next(seen),
  }
}

type Ending =
  | UpstreamFailure
  | 'unreadable'
  | 'not-sendable'
  | 'redirect'
  | 'rate-limit'
  | 'undecodable-cookie'
  | 'error'
  | 'not-api'
  | 'session'
  | 'too-large'
  | 'headers-refused'
  | 'not-a-session'
  | 'no-session'
  | 'aal2-required'
  | 'forbidden'
  | 'unexpected'

/** How the call to Ory ended. */
function endingOf({ answer, session }: Observed): Ending {
  if (answer.kind === 'not-asked') return answer.why
  if (answer.kind === 'failed') return answer.failure
  const { status, contentType, bytes, error } = answer
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 429) return 'rate-limit'
  if (status === 431) return 'headers-refused'
  if (status >= 500) return (error?.message ?? '').startsWith('securecookie') ? 'undecodable-cookie' : 'error'
  if (status === 404 || (contentType ?? '').includes('html')) return 'not-api'
  if (status === 200) return session !== null ? 'session' : bytes > mostRead ? 'too-large' : 'not-a-session'
  if (status === 401) return 'no-session'
  if (status === 403) return error?.id === 'session_aal2_required' ? 'aal2-required' : 'forbidden'
  return 'unexpected'
}

const ended =
  (ending: Ending) =>
  (seen: Observed): boolean =>
    endingOf(seen) === ending
const refused = ended('no-session')
const status = ({ answer }: Observed): number | undefined => (answer.kind === 'answered' ? answer.status : undefined)
const errorId = ({ answer }: Observed): string | null =>
  answer.kind === 'answered' ? (answer.error?.id ?? null) : null
const redirectOf = ({ answer }: Observed): string | null => (answer.kind === 'answered' ? answer.location : null)
const isPage = ({ answer }: Observed): boolean =>
  answer.kind === 'answered' && (answer.contentType ?? '').includes('html')
const message = ({ answer }: Observed): string => (answer.kind === 'failed' ? answer.message : '')
const allCookies = (seen: Observed): Cookie[] => seen.cookies.flat()
const sessionCookies = (seen: Observed): Cookie[] => allCookies(seen).filter(({ role }) => role === 'session')
const first = ({ authorization: [header] }: Observed): Authorization | undefined => header
// What Ory accepted has nothing wrong with it: the token, since Ory looks at it first, else the cookies.
const tokenAccepted = ended('session')
const cookiesAccepted = (seen: Observed): boolean => ended('session')(seen) && seen.sent.token === null
const tokenKind = (seen: Observed): CredentialKind | undefined => (seen.sent.token ?? first(seen)?.credential)?.kind
const nothingCame = (seen: Observed): boolean =>
  seen.authorization.length === 0 && seen.sessionToken.headers.length === 0 && sessionCookies(seen).length === 0
const cookieMissing = (seen: Observed): boolean => refused(seen) && nothingCame(seen)
const byBrowser = (seen: Observed): boolean => cookieMissing(seen) && seen.client.kind === 'browser'
const hasFlaw =
  (flaw: CookieFlaw) =>
  (seen: Observed): boolean =>
    !cookiesAccepted(seen) && sessionCookies(seen).some(({ flaws }) => flaws.includes(flaw))
const tokenFlaw =
  (flaw: CredentialFlaw) =>
  (seen: Observed): boolean =>
    !tokenAccepted(seen) && (seen.sent.token?.flaws.includes(flaw) ?? false)
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
const oryHost = ({ ory }: Observed): string => new URL(ory.url).hostname.toLowerCase()
const isLoopback = (host: string): boolean => /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host)
const related = (a: string, b: string): boolean =>
  a === b ||
  a.endsWith(`.${b}`) ||
  b.endsWith(`.${a}`) ||
  (a.split('.').length > 2 && a.split('.').slice(-2).join('.') === b.split('.').slice(-2).join('.'))
const projectCookie = (project: string): string => `ory_session_${project.toLowerCase().replaceAll('-', '')}`
// A name of one's own over https may well be the custom domain of an Ory Network project.
const isKratos = ({ ory }: Observed): boolean =>
  ory.project === null &&
  (isLoopback(new URL(ory.url).hostname) || ory.url.startsWith('http:') || new URL(ory.url).port !== '')
const foreign = (seen: Observed): Cookie[] =>
  sessionCookies(seen).filter(
    ({ name }) =>
      name !== null &&
      (seen.ory.project === null
        ? isKratos(seen) && name.startsWith('ory_session_')
        : name !== projectCookie(seen.ory.project)),
  )
const characters = (count: number): string => `${count} ${count === 1 ? 'character' : 'characters'}`
const urlOf = (seen: Observed, path: string): string => seen.ory.url.replace(/\/$/, '') + path
const named = (cookies: readonly Cookie[]): string =>
  [...new Set(cookies.map(({ name }) => name ?? 'one whose name is hidden'))].join(', ')
const usualLimit = 16_000 // characters: Node and HAProxy take 16 kB, Apache and nginx 8 kB in a line
const fewerCookies =
  "Delete this site's cookies in the browser, and find in the developer tools, under Application, Cookies, who writes so many or such long ones."
const loggedInAs = 'Log in again where the application logs in, and repeat the request with what that gives.'
const howToCopy =
  'In the application, open the browser\'s developer tools (F12), Network, right-click the request that lacks its session, "Copy as cURL", and paste that here.'
const correct = 'Send exactly: Authorization: Bearer <session token>, with one space and no quotes.'

const oryRules: readonly Rule[] = [
  {
    rule: 'paste-unreadable',
    tone: 'problem',
    when: ended('unreadable'),
    headline: 'What was pasted could not be read',
    explanation: 'It is neither a token, nor a Cookie or Authorization line, nor a curl command. Ory was not asked.',
    next: () => [
      'Paste one token without blanks, or a line that begins with Cookie: or Authorization:, or a whole curl command.',
    ],
  },
  {
    rule: 'not-sendable',
    tone: 'problem',
    when: ended('not-sendable'),
    headline: 'The credential has characters that no HTTP header can carry',
    explanation:
      'A line break or a character such as an ellipsis (…) or a typographic quote is in it, so it was not sent. That comes from copying out of a terminal, a chat or a document.',
    next: () => ['Copy it again from where it was issued, as one piece.'],
  },
  {
    rule: 'ory-timeout',
    tone: 'problem',
    when: ended('timeout'),
    headline: 'Ory did not answer in time',
    explanation: (seen) =>
      `${message(seen)}. The name was resolved; either the connection was not made in time, as behind a firewall that drops packets, or Ory is slow.`,
    next: (seen) => [
      `From this machine, run: curl -m 10 -sS -o /dev/null -w '%{time_connect} %{time_total}\\n' ${urlOf(seen, '/health/alive')}`,
      'Connecting takes long: look at firewalls, egress rules and proxies. Only the answer takes long: look at Ory and its database, or raise UPSTREAM_TIMEOUT.',
    ],
  },
  {
    rule: 'ory-dns',
    tone: 'problem',
    when: ended('dns'),
    headline: "Ory's host name can't be resolved",
    explanation: (seen) => `${message(seen)}. DNS knows no address for ${oryHost(seen)} from where this service runs.`,
    next: (seen) => [
      'Look for a typing mistake in ORY_SDK_URL or ORY_PROJECT_SLUG.',
      `From this machine, run: getent hosts ${oryHost(seen)}`,
      'In a container, use the name of the service or pod that Kratos has in that network, and look at its DNS settings.',
    ],
  },
  {
    rule: 'ory-refused',
    tone: 'problem',
    when: ended('refused'),
    headline: 'Nothing listens where Ory should be',
    explanation: (seen) =>
      `${message(seen)}. The host ${oryHost(seen)} was found, and refused the connection or can't be reached.`,
    next: (seen) => [
      'Is Ory running, and is the port the one of its public API (4433 in Kratos unless configured otherwise)?',
      ...(isLoopback(oryHost(seen))
        ? [
            'In a container, localhost is the container itself: use the name of the Kratos service, or host.docker.internal.',
          ]
        : []),
    ],
  },
  {
    rule: 'ory-tls',
    tone: 'problem',
    when: ended('tls'),
    headline: "No TLS connection to Ory: its certificate or its TLS isn't accepted",
    explanation: (seen) => `${message(seen)}. The connection was made; the TLS handshake failed.`,
    next: (seen) => [
      'A self-signed certificate or one of a company: give its CA to this service with NODE_EXTRA_CA_CERTS=/path/to/ca.pem.',
      `An expired certificate or one for another name: renew it, or use the name that it has. To see it, run: openssl s_client -connect ${new URL(seen.ory.url).host}${new URL(seen.ory.url).port === '' ? ':443' : ''} -servername ${oryHost(seen)}`,
      'A Kratos without TLS behind an https URL: write http:// in ORY_SDK_URL.',
    ],
  },
  {
    rule: 'ory-reset',
    tone: 'problem',
    when: ended('reset'),
    headline: 'Ory closed the connection before it had answered',
    explanation: (seen) =>
      `${message(seen)}. Something took the connection and hung up: Ory as it restarts, a proxy or load balancer between, or a server that expects TLS.`,
    next: (seen) => [
      "Repeat the request; if it happens again, look at Ory's log and at the proxy's.",
      ...(new URL(seen.ory.url).protocol === 'http:'
        ? ['If that port speaks TLS, write https:// in ORY_SDK_URL.']
        : []),
    ],
  },
  {
    rule: 'ory-protocol',
    tone: 'problem',
    when: ended('protocol'),
    headline: 'What answers there does not speak HTTP as it should',
    explanation: (seen) =>
      `${message(seen)}. The port may belong to another program, or speak TLS where the URL says http.`,
    next: (seen) => [
      `Look at what answers: curl -v ${urlOf(seen, '/health/alive')}`,
      "Set ORY_SDK_URL to the URL of Ory's public API.",
    ],
  },
  {
    rule: 'ory-redirect',
    tone: 'problem',
    when: (seen) => ended('redirect')(seen) || (redirectOf(seen) !== null && !ended('session')(seen)),
    headline: 'The URL of Ory leads to a redirect',
    explanation: (seen) =>
      `Ory's whoami never redirects; Kratos' admin port, a user interface, a login proxy or http in place of https does${redirectOf(seen) === null ? '' : `, here to ${String(redirectOf(seen))}`}. Credentials go along only within the same host.`,
    next: () => [
      "Set ORY_SDK_URL to the URL of Ory's public API itself: of a Kratos its public port, 4433 unless configured otherwise.",
    ],
  },
  {
    rule: 'ory-rate-limit',
    tone: 'problem',
    when: ended('rate-limit'),
    headline: 'Ory answers that too many requests came',
    explanation: 'The rate limit of the Ory project is reached (429). That says nothing about the session.',
    next: () => [
      'Wait a minute and try again.',
      'If it lasts: ask Ory less often for the same session, or raise the limit of the project.',
    ],
  },
  {
    rule: 'cookie-undecodable',
    tone: 'problem',
    when: ended('undecodable-cookie'),
    headline: "The session cookie's value is damaged: Kratos fails to decode it",
    explanation:
      'Kratos reads the cookie even where a session token came too, and answers 500 when it is not one of its own.',
    next: () => ['Delete the cookie, or send the token without it.', loggedInAs],
  },
  {
    rule: 'ory-error',
    tone: 'problem',
    when: ended('error'),
    headline: (seen) => `Ory has an error of its own: it answers ${String(status(seen))}`,
    explanation:
      'The credentials were not judged. A database that is down, a migration that is missing or a proxy without a backend look like this.',
    next: (seen) => [
      `Ask Ory how it is: curl -sS ${urlOf(seen, '/health/ready')}`,
      "Look at Ory's log at the time of this report.",
    ],
  },
  {
    rule: 'not-ory-api',
    tone: 'problem',
    when: ended('not-api'),
    headline: (seen) =>
      isPage(seen) ? 'The URL of Ory shows a web page, not the API' : 'There is no /sessions/whoami at the URL of Ory',
    explanation: (seen) =>
      `${urlOf(seen, '/sessions/whoami')} answered ${String(status(seen))}${isPage(seen) ? ' with HTML' : ''}. That is what a user interface, an admin port behind a proxy, or a wrong path in the URL does.`,
    next: (seen) => [
      seen.ory.project === null
        ? "Set ORY_SDK_URL to the URL of Kratos' public API (port 4433 unless configured otherwise), without a path unless a proxy adds one."
        : 'Look for a typing mistake in the slug of the Ory Network project: a project that does not exist answers so.',
      `It is right when this answers 401 with JSON: curl -i ${urlOf(seen, '/sessions/whoami')}`,
    ],
  },
  {
    rule: 'headers-refused',
    tone: 'problem',
    when: ended('headers-refused'),
    headline: 'Ory, or a proxy before it, refuses headers of this size',
    explanation: (seen) =>
      `It answered 431: ${sizeOf(seen.came.characters)} of cookies and credentials are more than it takes, so nobody looked for the session.`,
    next: () => [fewerCookies],
  },
  {
    rule: 'ory-too-large',
    tone: 'problem',
    when: ended('too_large'),
    headline: 'Ory answers with more than the service takes',
    explanation: (seen) => `${message(seen)}. The service gives up on such an answer, so there is no session.`,
    next: (seen) => [
      `Look at what answers: curl -sS ${urlOf(seen, '/sessions/whoami')} | wc -c`,
      'If it is a session: keep less in the traits and the metadata of the identity, or raise UPSTREAM_MAX_BYTES.',
    ],
  },
  {
    rule: 'ory-busy',
    tone: 'problem',
    when: ended('busy'),
    headline: 'Too many reports wait for Ory',
    explanation: 'Ory was not asked about these credentials: it is slow, or many reports are asked for at once.',
    next: () => ['Try again in a second.'],
  },
  {
    rule: 'answer-too-large',
    tone: 'problem',
    when: ended('too-large'),
    headline: 'Ory answers with more than is explained here',
    explanation: ({ answer }) =>
      `It answered 200 with ${sizeOf(answer.kind === 'answered' ? answer.bytes : 0)}; up to ${sizeOf(mostRead)} are read. Whether there is a session in it is not known.`,
    next: (seen) => [
      `Look at what answers: curl -i ${urlOf(seen, '/sessions/whoami')}`,
      'If it is a session, keep less in the traits and the metadata of the identity.',
    ],
  },
  {
    rule: 'not-a-session',
    tone: 'problem',
    when: ended('not-a-session'),
    headline: 'Something answers 200, but not with a session',
    explanation:
      'The body is no session as Ory writes it. Another service than Ory, or a proxy that answers in its place, is at that URL.',
    next: (seen) => [`Look at what answers: curl -i ${urlOf(seen, '/sessions/whoami')}`],
  },
  {
    rule: 'aal2-required',
    tone: 'problem',
    when: ended('aal2-required'),
    headline: 'There is a session, but it needs a second factor (AAL2)',
    explanation:
      'The identity has a second factor, this session was begun with the first one only, and Ory is configured to ask for the highest (session.whoami.required_aal: highest_available).',
    next: (seen) => [
      `In a browser, open ${(seen.answer.kind === 'answered' ? seen.answer.error?.upgradeUrl : null) ?? urlOf(seen, '/self-service/login/browser?aal=aal2')}`,
      `In an app, begin GET ${urlOf(seen, '/self-service/login/api?aal=aal2')} with the token in X-Session-Token, and complete that flow with the second factor.`,
      'If one factor is enough for this service, set session.whoami.required_aal to aal1 in Ory.',
    ],
  },
  {
    rule: 'forbidden',
    tone: 'problem',
    when: ended('forbidden'),
    headline: 'Ory answers that this is forbidden',
    explanation: (seen) =>
      `Ory answered 403${errorId(seen) === null ? '' : ` with id ${errorId(seen) ?? ''}`}. That is no matter of the session alone: a firewall, an IP allow-list or a suspended project answer so.`,
    next: () => ["Read Ory's reason above, and look at what stands between this service and Ory."],
  },
  {
    rule: 'unexpected-status',
    tone: 'problem',
    when: ended('unexpected'),
    headline: (seen) => `Ory answers ${String(status(seen))}, which whoami does not`,
    explanation: 'A proxy between, or another service than Ory, answers at that URL.',
    next: (seen) => [`Look at what answers: curl -i ${urlOf(seen, '/sessions/whoami')}`],
  },
]

const sessionRules: readonly Rule[] = [
  {
    rule: 'session-inactive',
    tone: 'problem',
    when: ({ session }) => session?.active === false,
    headline: 'Ory knows the session and says that it is not active',
    explanation: 'It was revoked or has expired.',
    next: () => [loggedInAs],
  },
  {
    rule: 'session-expired',
    tone: 'problem',
    when: ({ session, at }) =>
      session !== null &&
      session.active !== false &&
      session.expiresAt !== null &&
      Date.parse(session.expiresAt) <= Date.parse(at),
    headline: "By this machine's clock the session has expired, yet Ory still knows it",
    explanation: ({ session, at }) =>
      `It expired ${countdown(Date.parse(session?.expiresAt ?? at), Date.parse(at))}, so one of the two clocks is wrong.`,
    next: () => ["Compare this machine's clock with Ory's: date -u"],
  },
  {
    rule: 'session-found',
    tone: 'good',
    when: ({ session, at }) =>
      session !== null &&
      session.active !== false &&
      (session.expiresAt === null || Date.parse(session.expiresAt) > Date.parse(at)),
    headline: 'The server sees the session',
    explanation: ({ session, at }) =>
      `Ory answered with an active session${session?.aal === null ? '' : ` at ${session?.aal ?? ''}`}${session?.expiresAt === null ? '' : `, which expires ${countdown(Date.parse(session?.expiresAt ?? at), Date.parse(at))}`}.`,
    next: () => [],
  },
  {
    rule: 'identity-inactive',
    tone: 'note',
    when: ({ session }) => session?.identity?.state === 'inactive',
    headline: 'The identity is disabled',
    explanation: 'Ory gives its session, but the identity can begin no new one.',
    next: () => ['An administrator can set it active again.'],
  },
  {
    rule: 'error-session-inactive',
    tone: 'problem',
    when: (seen) => refused(seen) && errorId(seen) === 'session_inactive' && !nothingCame(seen),
    headline: 'The session is no longer active',
    explanation: 'Ory answered 401 with id session_inactive: the session was revoked, was logged out, or has expired.',
    next: () => [loggedInAs],
  },
]

const schemeRules: Record<Exclude<SchemeVerdict, 'counts' | 'not-first'>, Pick<Rule, 'headline' | 'explanation'>> = {
  'other-scheme': {
    headline: (seen) => `Authorization came with ${first(seen)?.scheme ?? ''} in place of Bearer`,
    explanation: (seen) =>
      `Only Bearer counts, so what stands behind ${first(seen)?.scheme ?? ''} was not sent to Ory.`,
  },
  'unknown-scheme': {
    headline: 'Authorization came with a scheme that is not Bearer',
    explanation:
      'Only Bearer counts, so the header was left aside. The scheme is not shown, since it is none of the known ones and may be a secret.',
  },
  'no-scheme': {
    headline: 'Authorization came with a token, but without a scheme',
    explanation: 'The word Bearer and one space must stand before the token, so the header was left aside.',
  },
  'no-token': {
    headline: 'Authorization came without a token',
    explanation: 'Nothing stands behind the scheme. A variable that is empty where the request is made does that.',
  },
  'wrong-blank': {
    headline: 'Behind Bearer stands a tab or another blank, not a space',
    explanation:
      'Only one plain space counts, so the header was left aside. A tab or a no-break space comes from copying.',
  },
  quotes: {
    headline: 'The Authorization header is in quotes',
    explanation: 'The quotes are part of what was sent, so it does not begin with Bearer and was left aside.',
  },
  punctuation: {
    headline: 'Behind Bearer stands a colon, a comma or an equals sign',
    explanation: 'Only a space counts, so the header was left aside.',
  },
}

const kindRules: Record<
  Exclude<CredentialKind, 'session-token' | 'unknown'>,
  Pick<Rule, 'headline' | 'explanation'> & { next: string }
> = {
  jwt: {
    headline: 'The token is a JSON Web Token, not a session token',
    explanation: (seen) =>
      `Ory's whoami takes session tokens (ory_st_…) only. ${jwtWords(seen.sent.token ?? first(seen)?.credential ?? null)} A JWT is verified with its issuer's keys, not by asking whoami.`,
    next: 'Send the session token that the login gave. To accept JWTs, verify them with the JWKS of their issuer, for instance at a gateway.',
  },
  'project-api-key': {
    headline: 'The token is an API key of a project (ory_pat_…), not a session token',
    explanation: "An API key is for administrative calls from servers; it is nobody's session.",
    next: 'Keep the key out of requests of users, and send the session token (ory_st_…) that the login gave.',
  },
  'workspace-api-key': {
    headline: 'The token is an API key of a workspace (ory_wak_…), not a session token',
    explanation: "An API key is for administrative calls; it is nobody's session.",
    next: 'Keep the key out of requests of users, and send the session token (ory_st_…) that the login gave.',
  },
  'api-key': {
    headline: 'The token is an API key (ory_apikey_…), not a session token',
    explanation: "An API key is nobody's session.",
    next: 'Send the session token (ory_st_…) that the login gave.',
  },
  'oauth2-access-token': {
    headline: 'The token is an OAuth2 access token (ory_at_…), not a session token',
    explanation: 'It is of Ory Hydra, and is asked about at its introspection endpoint, not at whoami.',
    next: 'Send the session token (ory_st_…), or introspect the access token at POST /admin/oauth2/introspect.',
  },
  'oauth2-authorization-code': {
    headline: 'The token is an OAuth2 authorization code (ory_ac_…), not a session token',
    explanation: 'It is exchanged once for tokens of OAuth2, and is no session.',
    next: 'Exchange it at /oauth2/token, and for whoami send the session token (ory_st_…).',
  },
  'oauth2-refresh-token': {
    headline: 'The token is an OAuth2 refresh token (ory_rt_…), not a session token',
    explanation: 'It only serves to get a new access token.',
    next: 'Send the session token (ory_st_…) that the login gave.',
  },
  'logout-token': {
    headline: 'The token is a logout token (ory_lo_…), not a session token',
    explanation: 'It belongs into the logout URL and proves no session.',
    next: 'Send the session token (ory_st_…) that the login gave.',
  },
  'session-cookie': {
    headline: 'The token looks like the value of a session cookie',
    explanation: 'A cookie counts in the Cookie header only, not behind Bearer.',
    next: 'Send it as Cookie: ory_kratos_session=<value>, or with the name that it has in the browser.',
  },
  uuid: {
    headline: 'The token is a UUID: an id of a session or an identity, not a session token',
    explanation: 'Ids are no secrets and prove nothing.',
    next: 'Send the session token (ory_st_…), session_token in the answer to the login.',
  },
  placeholder: {
    headline: 'The token is a placeholder, not a token',
    explanation:
      'It is a word such as undefined or null, a shell variable that was not replaced, or an example in angle brackets.',
    next: 'Look at where the request is made: the variable that should hold the token is empty or has another name.',
  },
}

function jwtWords(token: Credential | null): string {
  const { expiresAt = null, issuer = null } = token?.jwt ?? {}
  const parts = [
    ...(issuer === null ? [] : [`names ${issuer} as its issuer`]),
    ...(expiresAt === null ? [] : [`says ${clock(expiresAt)} as its expiry`]),
  ]
  return parts.length === 0 ? '' : `Unverified, it ${parts.join(' and ')}.`
}

const browserRules: readonly Rule[] = [
  {
    rule: 'cookie-cross-site',
    tone: 'problem',
    when: (seen) =>
      byBrowser(seen) &&
      seen.client.fetchSite === 'cross-site' &&
      (seen.client.fetchMode !== 'navigate' || (seen.client.fetchDest ?? '').endsWith('frame')),
    headline: 'No session cookie came: a page of another site asked, so SameSite keeps it back',
    explanation:
      "The browser says Sec-Fetch-Site: cross-site. Ory's cookie has SameSite=Lax unless configured otherwise, and goes to another site only when a person follows a link.",
    next: () => [
      'Serve the page, this service and Ory under one registrable domain, such as app.example.com and auth.example.com.',
      'Where that is not possible: SameSite=None with Secure (cookies.same_site in Kratos), and know that browsers may block such cookies altogether.',
    ],
  },
  {
    rule: 'cookie-not-included',
    tone: 'problem',
    when: (seen) =>
      byBrowser(seen) &&
      seen.client.fetchMode === 'cors' &&
      seen.client.fetchSite !== 'same-origin' &&
      allCookies(seen).length === 0,
    headline: 'No cookie at all came: the script may not ask for cookies to be sent',
    explanation:
      'A script called from another origin (Sec-Fetch-Mode: cors). Without credentials: "include" the browser sends no cookie.',
    next: () => [
      'In the script: fetch(url, { credentials: "include" }), or withCredentials: true in axios.',
      "The answer must allow it with Access-Control-Allow-Credentials: true and that page's exact origin.",
    ],
  },
  {
    rule: 'cookie-domain',
    tone: 'problem',
    when: (seen) => byBrowser(seen) && seen.client.host !== null && !related(hostName(seen.client.host), oryHost(seen)),
    headline: 'No session cookie came: it belongs to another domain',
    explanation: (seen) =>
      `The browser asked ${hostName(seen.client.host ?? '')}, and Ory is at ${oryHost(seen)}. A browser sends a cookie only to the host that set it, or below the Domain that it has. Ports make no difference; localhost and 127.0.0.1 are different hosts.`,
    next: (seen) => [
      ...(seen.ory.project === null
        ? []
        : [
            "On a developer's machine, run Ory Tunnel (ory tunnel http://localhost:3000), which puts Ory under the same host; in production, give the project a custom domain, such as auth.example.com.",
          ]),
      ...(seen.ory.project === null && isLoopback(oryHost(seen)) && isLoopback(hostName(seen.client.host ?? ''))
        ? [
            `Open ${oryHost(seen)} in the address bar in place of ${hostName(seen.client.host ?? '')}, for the application as well.`,
          ]
        : []),
      "Set the cookie's domain to one that all of them share (cookies.domain in Kratos).",
      howToCopy,
    ],
  },
  {
    rule: 'cookie-secure',
    tone: 'problem',
    when: (seen) =>
      byBrowser(seen) &&
      seen.client.https === false &&
      seen.client.host !== null &&
      !isLoopback(hostName(seen.client.host)),
    headline: 'No session cookie came: the request came over http, and Secure keeps the cookie back',
    explanation: "Ory's cookies are Secure unless Kratos runs with --dev, and the browser sends them over https only.",
    next: () => [
      'Use https up to the browser. A proxy that ends TLS should say X-Forwarded-Proto: https.',
      'On one machine only: use http://localhost, which browsers trust.',
    ],
  },
  {
    rule: 'cookie-none',
    tone: 'problem',
    when: (seen) => byBrowser(seen) && allCookies(seen).length === 0,
    headline: 'The browser sent no cookie at all',
    explanation:
      'Either nobody is logged in in this browser, or its cookies belong to another host than the one in the address bar. This page is on the admin port; what the application itself receives may differ.',
    next: (seen) => [
      `See whether there is a session: open ${urlOf(seen, '/sessions/whoami')} in this browser.`,
      howToCopy,
    ],
  },
]

const credentialRules: readonly Rule[] = [
  {
    rule: 'no-credentials',
    tone: 'problem',
    when: (seen) => cookieMissing(seen) && seen.client.kind !== 'browser' && allCookies(seen).length === 0,
    headline: 'No credentials came',
    explanation: 'The request has neither a Cookie nor an Authorization header, so Ory was asked about nobody.',
    next: () => [
      "With a session token: curl -H 'Authorization: Bearer <session token>' …",
      "With a browser's session: curl -H 'Cookie: ory_kratos_session=<value>' …, or copy the request from the browser's developer tools as cURL.",
    ],
  },
  {
    rule: 'no-session-cookie',
    tone: 'problem',
    when: (seen) => cookieMissing(seen) && allCookies(seen).length > 0,
    headline: "Cookies came, but none that looks like Ory's session cookie",
    explanation: (seen) =>
      `${seen.came.cookies === 1 ? 'One cookie' : `${seen.came.cookies.toLocaleString('en')} cookies`} came, so cookies reach this host. Ory's is named ory_kratos_session, or ${seen.ory.project === null ? 'ory_session_<project> on Ory Network' : projectCookie(seen.ory.project)}, unless configured otherwise.`,
    next: () => [
      'Look in the developer tools under Application, Cookies: is it there, for which Domain and Path, with Secure, and with which SameSite?',
      'If it is not there, nobody is logged in, or it belongs to another domain.',
      'If Kratos gives it another name (session.cookie.name), it was sent all the same, and Ory did not accept it.',
    ],
  },
  ...Object.entries(schemeRules).map(([verdict, words]): Rule => ({
    rule: `authorization-${verdict}`,
    tone: 'credentials',
    when: (seen) => first(seen)?.verdict === verdict,
    next: () => [correct],
    ...words,
  })),
  {
    rule: 'headers-too-large',
    tone: 'note',
    when: (seen) => seen.came.characters > usualLimit && !ended('headers-refused')(seen),
    headline: ({ came }) => `${sizeOf(came.characters)} of cookies and credentials came`,
    explanation:
      'Proxies and servers usually take 8 to 64 kB of headers, and refuse a request with more by 400 or 431 before anybody looks at its session.',
    next: ({ came }) =>
      came.cookies > 0
        ? [fewerCookies]
        : ['Look at where the request is made: a session token of Ory has 39 characters.'],
  },
  {
    rule: 'authorization-repeated',
    tone: 'note',
    when: ({ authorization }) => authorization.length > 1,
    headline: 'More than one Authorization header came',
    explanation: 'The first one decides, and the others are left aside.',
    next: () => ['Send one only.'],
  },
  {
    rule: 'session-token-ignored',
    tone: 'credentials',
    when: ({ sessionToken }) => sessionToken.headers.length > 0 && !sessionToken.counts,
    headline: 'X-Session-Token came, and does not count here',
    explanation:
      'In RESPONSES=go, as in the example that it follows, the token is taken from Authorization: Bearer only. X-Session-Token counts in RESPONSES=http.',
    next: () => ['Send Authorization: Bearer <session token>, or set RESPONSES=http.'],
  },
  ...Object.entries(kindRules).map(([kind, { next, ...words }]): Rule => ({
    rule: `token-${kind}`,
    tone: 'credentials',
    when: (seen) => !tokenAccepted(seen) && tokenKind(seen) === kind,
    next: () => [next],
    ...words,
  })),
  {
    rule: 'token-quoted',
    tone: 'credentials',
    when: tokenFlaw('quoted'),
    headline: 'The token is in quotes',
    explanation:
      'The quotes were sent to Ory as part of the token. JSON.stringify, or quotes within quotes on a command line, do that.',
    next: () => [correct],
  },
  {
    rule: 'token-doubled-scheme',
    tone: 'credentials',
    when: tokenFlaw('doubled-scheme'),
    headline: 'The word Bearer stands there twice',
    explanation: 'The second one was sent to Ory as part of the token.',
    next: () => [correct],
  },
  {
    rule: 'token-blanks',
    tone: 'credentials',
    when: tokenFlaw('blanks'),
    headline: 'The token has blanks in it',
    explanation:
      'A token is one word. Two tokens, a comma from a proxy that joins headers, or a line break while copying look like this.',
    next: () => [correct],
  },
  {
    rule: 'token-length',
    tone: 'credentials',
    when: tokenFlaw('length'),
    headline: 'The session token does not have its usual length',
    explanation: ({ sent }) =>
      `It has ${characters(sent.token?.length ?? 0)}, and Kratos makes them with 39. A part may have been lost while copying.`,
    next: () => ['Copy it again as one piece, from session_token in the answer to the login.'],
  },
  {
    rule: 'token-hides-cookie',
    tone: 'problem',
    when: (seen) => refused(seen) && seen.sent.token?.header === 'X-Session-Token' && sessionCookies(seen).length > 0,
    headline: 'The token hides the cookie',
    explanation:
      'A token and a session cookie came. Ory looks at the token first, and when that is not accepted it does not look at the cookie.',
    next: () => ['Repeat the request without the Authorization header: if the cookie is good, the session is there.'],
  },
  {
    rule: 'wrong-project',
    tone: 'credentials',
    when: (seen) => !cookiesAccepted(seen) && foreign(seen).length > 0,
    headline: 'The session cookie is of another project',
    explanation: (seen) =>
      `The cookie is ${named(foreign(seen))}, and the configured Ory is ${seen.ory.url}${seen.ory.project === null ? ', which is a Kratos of its own, not an Ory Network project' : `, whose cookie is ${projectCookie(seen.ory.project)}`}. A session counts only in the project that began it.`,
    next: (seen) => [
      seen.ory.project === null
        ? 'Set ORY_PROJECT_SLUG to the project that the person logs in to, or log in at this Kratos.'
        : 'Set ORY_PROJECT_SLUG to the project that the person logs in to, or log in to this one.',
    ],
  },
  {
    rule: 'cookie-letter-case',
    tone: 'credentials',
    when: hasFlaw('letter-case'),
    headline: "The session cookie's name has other letter case than Ory's",
    explanation:
      'Names of cookies are compared letter by letter, and Ory does not know this one. A proxy or a framework that rewrites names does that.',
    next: () => ['Send the cookie with the very name that Ory gave it.'],
  },
  {
    rule: 'cookie-prefix',
    tone: 'credentials',
    when: hasFlaw('prefix'),
    headline: "The session cookie's name begins with __Host- or __Secure-",
    explanation: 'Ory knows it only where that whole name is configured (session.cookie.name).',
    next: () => ["Compare the name with Ory's configuration."],
  },
  {
    rule: 'cookie-empty',
    tone: 'credentials',
    when: hasFlaw('empty'),
    headline: 'The session cookie is empty',
    explanation: 'Its name came without a value, as after a logout that went wrong.',
    next: () => [loggedInAs],
  },
  {
    rule: 'cookie-percent-encoded',
    tone: 'credentials',
    when: hasFlaw('percent-encoded'),
    headline: "The session cookie's value is percent-encoded",
    explanation:
      "Ory gives a value without % in it. A framework that reads and writes cookies encoded it once more, so Ory can't read it.",
    next: () => ['Pass the Cookie header on as it came, rather than the parsed cookies.'],
  },
  {
    rule: 'cookie-damaged',
    tone: 'credentials',
    when: (seen) => hasFlaw('damaged')(seen) && !hasFlaw('percent-encoded')(seen),
    headline: "The session cookie's value has characters that Ory's has not",
    explanation:
      'The value is base64 with the letters for URLs. Something else is in it, such as an ellipsis from copying.',
    next: () => ['Copy the whole value again.', loggedInAs],
  },
  {
    rule: 'cookie-cut-off',
    tone: 'credentials',
    when: hasFlaw('cut-off'),
    headline: "The session cookie's value is cut off",
    explanation: (seen) =>
      `It has ${characters(sessionCookies(seen).find(({ flaws }) => flaws.includes('cut-off'))?.length ?? 0)}; Ory's values are base64, whose length is a multiple of four. Copying from a narrow column of the developer tools, or a limit on the length of headers, does that.`,
    next: () => ['Copy the whole value again.'],
  },
  {
    rule: 'cookie-twice',
    tone: 'note',
    when: (seen) =>
      sessionCookies(seen).some(
        (cookie, index, all) =>
          all.findIndex(({ name, fingerprint }) => name === cookie.name && fingerprint !== cookie.fingerprint) > index,
      ),
    headline: 'The session cookie came twice, with different values',
    explanation:
      'The browser has it for two domains or two paths, for instance an old one for example.com and a new one for app.example.com. Which of them counts is up to Ory.',
    next: () => ['Delete both in the browser and log in again; then set one domain and path for it in Ory.'],
  },
  {
    rule: 'cookie-refused',
    tone: 'problem',
    when: (seen) =>
      refused(seen) &&
      seen.sent.token === null &&
      sessionCookies(seen).length > 0 &&
      foreign(seen).length === 0 &&
      errorId(seen) !== 'session_inactive',
    headline: 'The session cookie came, and Ory does not know its session',
    explanation: (seen) => {
      const written = sessionCookies(seen).find(({ writtenAt }) => writtenAt !== null)?.writtenAt ?? null
      return `The session has expired, was revoked or logged out, or is of another Kratos or project.${written === null ? '' : ` By its own account, unverified, the cookie was written ${countdown(Date.parse(written), Date.parse(seen.at))}.`}`
    },
    next: () => [
      loggedInAs,
      'If a fresh login is refused as well, this service asks another Ory than the one that people log in to: compare ORY_SDK_URL. Or the secrets for cookies (secrets.cookie) differ between instances of Kratos.',
    ],
  },
  {
    rule: 'token-refused',
    tone: 'problem',
    when: (seen) =>
      refused(seen) &&
      (tokenKind(seen) === 'session-token' || tokenKind(seen) === 'unknown') &&
      errorId(seen) !== 'session_inactive' &&
      seen.sent.token?.flaws.length === 0,
    headline: (seen) =>
      tokenKind(seen) === 'session-token'
        ? 'The session token came, and Ory does not know its session'
        : 'A token came that does not look like a session token, and Ory does not know it',
    explanation: (seen) =>
      tokenKind(seen) === 'session-token'
        ? 'It has the right form. The session has expired, was revoked or logged out, or is of another Kratos or project.'
        : 'Session tokens of Ory begin with ory_st_.',
    next: (seen) => [
      loggedInAs,
      `If a fresh login is refused as well, the login is at another Ory than ${seen.ory.url}.`,
    ],
  },
]

const unexplained: Rule = {
  rule: 'unexplained',
  tone: 'problem',
  when: () => true,
  headline: 'Ory answers that there is no session',
  explanation: 'Nothing in the request shows why.',
  next: () => [loggedInAs],
}

/** The rules in the order of their weight. */
export const rules: readonly Rule[] = [...oryRules, ...sessionRules, ...browserRules, ...credentialRules]
