import { clock, countdown } from './countdown.ts'
import type { Tone } from './diagnosis.ts'
import type { SentCookies, SessionSeen } from './observed.ts'
import type { Subject } from './paste.ts'
import type { Authorization, Cookie, CookieFlaw, Credential, CredentialFlaw, SchemeVerdict } from './received.ts'
import type { Report } from './report.ts'
import type { CredentialKind, Redacted } from './secrets.ts'
import type { LeftOut } from './shown.ts'

/** A step of a report in words, as the text and the page show it. */
export interface Step {
  title: string
  tone: Tone
  /** What the step comes to, in a few words. */
  summary: string
  facts: readonly Fact[]
  cookies: readonly CookieRow[]
  /** What more there is than is told, where there is more. */
  more?: string | undefined
}

/** A name and what is to be said of it; `code` is shown as it is, in several lines where it has them. */
export interface Fact {
  name: string
  value: string
  code: boolean
}

/** A cookie in words. */
export interface CookieRow {
  name: string
  remark: string
  length: string
  fingerprint: string
}

/** What a report is about, in a sentence. */
export const subjects: Record<Subject, string> = {
  request: "This explains the request's own credentials.",
  token: 'This explains the pasted token.',
  cookies: 'This explains the pasted cookies.',
  headers: 'This explains the pasted headers.',
  curl: 'This explains the pasted curl command.',
  unreadable: 'What was pasted could not be read.',
}

/** stepsOf tells a report step by step. */
export function stepsOf(report: Report): Step[] {
  return [cookieStep(report), authorizationStep(report), sentStep(report), answerStep(report), sessionStep(report)]
}

const cookieFlaws: Record<CookieFlaw, string> = {
  'letter-case': 'other letter case',
  prefix: 'with a prefix',
  empty: 'empty',
  quoted: 'in quotes, which Ory takes off',
  'percent-encoded': 'percent-encoded',
  damaged: 'damaged',
  'cut-off': 'cut off',
}

const credentialFlaws: Record<CredentialFlaw, string> = {
  quoted: 'in quotes',
  blanks: 'with blanks in it',
  'doubled-scheme': 'with a second Bearer',
  length: 'not of the usual length',
}

const credentialKinds: Record<CredentialKind, string> = {
  'session-token': 'a session token (ory_st_…)',
  'logout-token': 'a logout token (ory_lo_…)',
  'project-api-key': 'an API key of a project (ory_pat_…)',
  'workspace-api-key': 'an API key of a workspace (ory_wak_…)',
  'api-key': 'an API key (ory_apikey_…)',
  'oauth2-access-token': 'an OAuth2 access token (ory_at_…)',
  'oauth2-authorization-code': 'an OAuth2 authorization code (ory_ac_…)',
  'oauth2-refresh-token': 'an OAuth2 refresh token (ory_rt_…)',
  jwt: 'a JSON Web Token (eyJ…)',
  'session-cookie': 'the value of a session cookie',
  uuid: 'a UUID',
  placeholder: 'a placeholder',
  unknown: 'nothing known',
}

const verdicts: Record<SchemeVerdict, string> = {
  counts: 'counts: what follows Bearer and a space goes to Ory',
  'not-first': 'does not count: only the first Authorization header does',
  'other-scheme': 'does not count: the scheme is not Bearer',
  'unknown-scheme': 'does not count: the scheme is not Bearer',
  'no-scheme': 'does not count: there is no scheme before the token',
  'no-token': 'does not count: there is no token behind the scheme',
  'wrong-blank': 'does not count: a tab or another blank stands behind Bearer, not a space',
  quotes: 'does not count: it is in quotes',
  punctuation: 'does not count: punctuation stands behind Bearer, not a space',
}

const fact = (name: string, value: string | null | undefined, code = false): Fact[] =>
  value === null || value === undefined || value === '' ? [] : [{ name, value: visible(value), code }]
const size = ({ length, fingerprint }: Redacted): string =>
  `${length} ${length === 1 ? 'character' : 'characters'}${fingerprint === null ? '' : `, fingerprint ${fingerprint}`}`
const plural = (count: number, thing: string): string =>
  `${count === 0 ? 'no' : count === 1 ? 'one' : count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`
const beyond = (count: number, told: number): string | undefined =>
  count > told ? `and ${(count - told).toLocaleString('en')} more, which are not described` : undefined
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const hidden = '(hidden: may be a secret)'
const longestName = 40
const shortened = (name: string | null): string =>
  name === null ? hidden : name.length <= longestName ? name : `${name.slice(0, 20)}…${name.slice(-6)}`

function cookieStep({ came, cookies, authorization, sessionToken, answer, session: seen, client, at }: Report): Step {
  const all = cookies.flat()
  const session = all.filter(({ role }) => role === 'session')
  const headers = came.cookieHeaders === 1 ? '' : ` in ${plural(came.cookieHeaders, 'header')}`
  const missing =
    session.length === 0 &&
    authorization.length === 0 &&
    sessionToken.headers.length === 0 &&
    answer.kind === 'answered' &&
    answer.status === 401
  const flawed = seen === null && session.some(({ flaws }) => flaws.length > 0)
  return {
    title: 'Cookies that came',
    tone: flawed || missing ? 'problem' : session.length > 0 ? 'good' : 'note',
    summary:
      all.length === 0
        ? 'No cookie came'
        : `${capital(plural(came.cookies, 'cookie'))}${headers}, ${session.length === 0 ? 'none of them looks' : session.length === 1 ? 'one of them looks' : `${session.length} of them look`} like Ory's session cookie`,
    facts: [
      ...fact('from', client.kind === 'other' ? null : client.kind === 'curl' ? 'curl' : 'a browser'),
      ...fact(
        'to',
        client.host === null
          ? null
          : `${client.https === true ? 'https://' : client.https === false ? 'http://' : ''}${client.host}`,
        true,
      ),
      ...fact('Origin', client.origin, true),
      ...fact('Sec-Fetch-Site', client.fetchSite, true),
      ...fact('Sec-Fetch-Mode', client.fetchMode, true),
      ...fact('Sec-Fetch-Dest', client.fetchDest, true),
    ],
    cookies: all.map((cookie) => rowOf(cookie, Date.parse(at))),
    more: beyond(came.cookies, all.length),
  }
}

function rowOf({ name, role, flaws, length, fingerprint, writtenAt }: Cookie, now: number): CookieRow {
  const remarks = [
    ...(role === 'session' ? ["Ory's session cookie by its name"] : role === 'csrf' ? ['against forged requests'] : []),
    ...(writtenAt === null ? [] : [`written ${countdown(Date.parse(writtenAt), now)}`]),
    ...flaws.map((flaw) => cookieFlaws[flaw]),
  ]
  return { name: shortened(name), remark: remarks.join('; '), length: String(length), fingerprint: fingerprint ?? '–' }
}

function authorizationStep({ came, authorization, sessionToken, at }: Report): Step {
  const [first] = authorization
  const taken = sessionToken.counts && sessionToken.headers.length > 0
  const facts = [
    ...authorization.flatMap((header) => authorizationFacts(header, at)),
    ...sessionToken.headers.flatMap((credential) => [
      ...fact(
        'X-Session-Token',
        sessionToken.counts ? 'counts (RESPONSES=http)' : 'does not count: only in RESPONSES=http',
      ),
      ...credentialFacts(credential, at),
    ]),
  ]
  return {
    title: 'Authorization that came',
    tone: first?.verdict === 'counts' || taken ? 'good' : facts.length > 0 ? 'problem' : 'note',
    summary:
      first === undefined
        ? sessionToken.headers.length === 0
          ? 'No Authorization header came'
          : `X-Session-Token came, and ${sessionToken.counts ? 'counts' : 'does not count here'}`
        : `${first.scheme ?? 'A header without a known scheme'} came, and ${first.verdict === 'counts' ? 'counts' : 'does not count'}`,
    facts,
    cookies: [],
    more: beyond(came.authorization + came.sessionToken, authorization.length + sessionToken.headers.length),
  }
}

function authorizationFacts({ scheme, verdict, credential }: Authorization, at: string): Fact[] {
  return [
    ...fact('scheme', scheme ?? hidden),
    ...fact('verdict', verdicts[verdict]),
    ...(credential === null ? [] : credentialFacts(credential, at)),
  ]
}

function credentialFacts(credential: Credential, at: string): Fact[] {
  const { kind, flaws, jwt } = credential
  const expiry = jwt?.expiresAt ?? null
  return [
    ...fact('credential', size(credential)),
    ...fact('looks like', [credentialKinds[kind], ...flaws.map((flaw) => credentialFlaws[flaw])].join(', ')),
    ...fact('issuer', jwt?.issuer === null || jwt === null ? null : `${jwt.issuer} (unverified)`),
    ...fact(
      'expiry',
      expiry === null
        ? null
        : `${Date.parse(expiry) > Date.parse(at) ? '' : 'expired '}${countdown(Date.parse(expiry), Date.parse(at))}, ${clock(expiry)} (unverified)`,
    ),
  ]
}

function sentStep({ ory, sent, answer }: Report): Step {
  const { cookie, token } = sent
  const things = [...(cookie === null ? [] : [plural(cookie.count, 'cookie')]), ...(token === null ? [] : ['a token'])]
  return {
    title: 'What was sent to Ory',
    tone: answer.kind === 'not-asked' ? 'problem' : things.length === 0 ? 'note' : 'good',
    summary:
      answer.kind === 'not-asked'
        ? 'Nothing was sent'
        : things.length === 0
          ? 'The question, without any credential'
          : `The question, with ${things.join(' and ')}`,
    facts: [
      ...fact('question', `GET ${ory.url.replace(/\/$/, '')}/sessions/whoami`, true),
      ...fact(
        'Cookie',
        cookie === null
          ? 'empty'
          : `${[...cookie.names.map(shortened), ...moreNames(cookie)].join(', ')}: ${size(cookie)}`,
      ),
      ...fact(
        token?.header ?? 'X-Session-Token',
        token === null ? 'empty' : `${size(token)}, ${credentialKinds[token.kind]}`,
      ),
    ],
    cookies: [],
  }
}

function moreNames({ count, names }: SentCookies): string[] {
  return count > names.length ? [`and ${(count - names.length).toLocaleString('en')} more`] : []
}

function answerStep({ answer }: Report): Step {
  const title = 'What Ory answered'
  if (answer.kind === 'not-asked')
    return { title, tone: 'problem', summary: 'Ory was not asked', facts: [], cookies: [] }
  const took = `after ${answer.milliseconds} ms`
  if (answer.kind === 'failed')
    return {
      title,
      tone: 'problem',
      summary: `No answer ${took}`,
      facts: [...fact('failure', answer.failure), ...fact('message', answer.message)],
      cookies: [],
    }
  const { status, statusText, contentType, location, error } = answer
  return {
    title,
    tone: status === 200 ? 'good' : 'problem',
    summary: `${`${status} ${statusText}`.trim()} ${took}`,
    facts: [
      ...fact('type', contentType, true),
      ...fact('redirect to', location, true),
      ...fact('id', error?.id, true),
      ...fact('message', error?.message),
      ...fact('reason', error?.reason),
      ...fact('upgrade at', error?.upgradeUrl, true),
    ],
    cookies: [],
  }
}

function sessionStep({ session, at }: Report): Step {
  const title = 'The session'
  if (session === null) return { title, tone: 'problem', summary: 'None', facts: [], cookies: [] }
  const { id, active, aal, expiresAt, authenticatedAt, methods, identity } = session
  const now = Date.parse(at)
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now
  const expiry = expiresAt === null ? null : `${expired ? 'expired ' : ''}${countdown(Date.parse(expiresAt), now)}`
  return {
    title,
    tone: active === false || expired ? 'problem' : 'good',
    summary: `${active === false ? 'Inactive' : 'Active'}${aal === null ? '' : `, ${aal}`}${expiry === null ? '' : expired ? `, ${expiry}` : `, expires ${expiry}`}`,
    facts: [
      ...fact('expires', expiry === null ? null : `${expiry} (${clock(expiresAt ?? at)})`),
      ...fact('AAL', aal),
      ...fact('methods', methods.join(', ')),
      ...fact(
        'logged in',
        authenticatedAt === null ? null : `${countdown(Date.parse(authenticatedAt), now)} (${clock(authenticatedAt)})`,
      ),
      ...fact('session id', id, true),
      ...fact('identity id', identity?.id, true),
      ...fact('identity is', identity?.state),
      ...(identity === null ? [] : traitsOf(identity)),
    ],
    cookies: [],
  }
}

const reasons: Record<LeftOut, string> = {
  'too-long': 'too long to be shown: more than 16 kB',
  'too-deep': 'nested too deeply to be shown: more than 64 levels',
}

function traitsOf({ traits, traitsLeftOut }: NonNullable<SessionSeen['identity']>): Fact[] {
  return traitsLeftOut === undefined
    ? fact('traits', JSON.stringify(traits, null, 2), true)
    : fact('traits', reasons[traitsLeftOut])
}

/** Characters that a terminal obeys, or that change the direction of text, as their code points. */
export function visible(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
