import type { Authorization, Cookie, Credential, Observation } from '../observation/observation.ts'
import type { SentCookies, SessionShown } from '../observation/observation.ts'
import type { Tone } from '../rules/rule.ts'
import { capital, counted } from '../wording/amounts.ts'
import { clock, countdown } from '../wording/times.ts'
import { fact, hidden, redacted, shortName, undescribed, type Fact } from './facts.ts'
import { cookieFlaws, credentialFlaws, credentialKinds, leftOut, verdicts } from './labels.ts'

/** A step of a report in words, as the text and the page show it. */
export interface Step {
  title: string
  tone: Tone
  /** What the step comes to, in a few words. */
  summary: string
  facts: readonly Fact[]
  cookies: readonly CookieRow[]
  /** How much came that is not described. */
  more?: string | undefined
}

/** A cookie in words. */
export interface CookieRow {
  name: string
  remark: string
  length: string
  fingerprint: string
}

/** stepsOf tells what was observed, step by step. */
export function stepsOf(seen: Observation): Step[] {
  return [cookieStep(seen), authorizationStep(seen), sentStep(seen), answerStep(seen), sessionStep(seen)]
}

function cookieStep(seen: Observation): Step {
  const { came, client, at } = seen
  const cookies = seen.cookies.flat()
  const ofSession = cookies.filter(({ role }) => role === 'session')
  const nothingCame =
    ofSession.length === 0 && seen.authorization.length === 0 && seen.sessionToken.headers.length === 0
  const missing = nothingCame && seen.answer.kind === 'answered' && seen.answer.status === 401
  const flawed = seen.session === null && ofSession.some(({ flaws }) => flaws.length > 0)
  const headers = came.cookieHeaders === 1 ? '' : ` in ${counted(came.cookieHeaders, 'header')}`
  const scheme = client.https === null ? '' : client.https ? 'https://' : 'http://'
  return {
    title: 'Cookies received',
    tone: flawed || missing ? 'problem' : ofSession.length > 0 ? 'good' : 'note',
    summary:
      cookies.length === 0
        ? 'No cookies'
        : `${capital(counted(came.cookies, 'cookie'))}${headers}, ${looksLike(ofSession.length)} Ory's session cookie`,
    facts: [
      ...fact('from', client.kind === 'other' ? null : client.kind === 'curl' ? 'curl' : 'a browser'),
      ...fact('to', client.host === null ? null : scheme + client.host, true),
      ...fact('Origin', client.origin, true),
      ...fact('Sec-Fetch-Site', client.fetchSite, true),
      ...fact('Sec-Fetch-Mode', client.fetchMode, true),
      ...fact('Sec-Fetch-Dest', client.fetchDest, true),
    ],
    cookies: cookies.map((cookie) => rowOf(cookie, Date.parse(at))),
    more: undescribed(came.cookies, cookies.length),
  }
}

function looksLike(count: number): string {
  return count === 0
    ? 'none of which looks like'
    : count === 1
      ? 'one of which looks like'
      : `${count} of which look like`
}

function rowOf({ name, role, flaws, length, fingerprint, writtenAt }: Cookie, now: number): CookieRow {
  const remarks = [
    ...(role === 'session' ? ["Ory's session cookie by its name"] : role === 'csrf' ? ['CSRF protection'] : []),
    ...(writtenAt === null ? [] : [`written ${countdown(Date.parse(writtenAt), now)}`]),
    ...flaws.map((flaw) => cookieFlaws[flaw]),
  ]
  return { name: shortName(name), remark: remarks.join('; '), length: String(length), fingerprint: fingerprint ?? '–' }
}

function authorizationStep({ came, authorization, sessionToken, at }: Observation): Step {
  const [first] = authorization
  const taken = sessionToken.counts && sessionToken.headers.length > 0
  const facts = [
    ...authorization.flatMap((header) => authorizationFacts(header, at)),
    ...sessionToken.headers.flatMap((credential) => [
      ...fact(
        'X-Session-Token',
        sessionToken.counts ? 'counts (RESPONSES=http)' : 'does not count: only with RESPONSES=http',
      ),
      ...credentialFacts(credential, at),
    ]),
  ]
  return {
    title: 'Authorization received',
    tone: first?.verdict === 'counts' || taken ? 'good' : facts.length > 0 ? 'problem' : 'note',
    summary: authorizationSummary(first, sessionToken),
    facts,
    cookies: [],
    more: undescribed(came.authorization + came.sessionToken, authorization.length + sessionToken.headers.length),
  }
}

function authorizationSummary(
  first: Authorization | undefined,
  { counts, headers }: Observation['sessionToken'],
): string {
  if (first !== undefined) {
    const scheme = first.scheme ?? 'A header without a known scheme'
    return first.verdict === 'counts' ? `${scheme}, which counts` : `${scheme}, which does not count`
  }
  if (headers.length === 0) return 'No Authorization header'
  return counts ? 'X-Session-Token, which counts' : 'X-Session-Token, which does not count here'
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
  const { issuer = null, expiresAt = null } = jwt ?? {}
  return [
    ...fact('credential', redacted(credential)),
    ...fact('looks like', [credentialKinds[kind], ...flaws.map((flaw) => credentialFlaws[flaw])].join(', ')),
    ...fact('issuer', issuer === null ? null : `${issuer} (unverified)`),
    ...fact(
      'expiry',
      expiresAt === null ? null : `${expiryOf(expiresAt, Date.parse(at))}, ${clock(expiresAt)} (unverified)`,
    ),
  ]
}

/** `in 23 h 59 min`, or `expired 3 min ago`. */
function expiryOf(expiresAt: string, now: number): string {
  const time = Date.parse(expiresAt)
  return `${time > now ? '' : 'expired '}${countdown(time, now)}`
}

function sentStep({ ory, sent, answer }: Observation): Step {
  const { cookie, token } = sent
  const sentThings = [
    ...(cookie === null ? [] : [counted(cookie.count, 'cookie')]),
    ...(token === null ? [] : ['a token']),
  ]
  const summary =
    sentThings.length === 0 ? 'A request without credentials' : `A request with ${sentThings.join(' and ')}`
  return {
    title: 'What was sent to Ory',
    tone: answer.kind === 'not-asked' ? 'problem' : sentThings.length === 0 ? 'note' : 'good',
    summary: answer.kind === 'not-asked' ? 'Nothing was sent' : summary,
    facts: [
      ...fact('request', `GET ${ory.url.replace(/\/$/, '')}/sessions/whoami`, true),
      ...fact('Cookie', cookie === null ? 'empty' : `${namesIn(cookie)}: ${redacted(cookie)}`),
      ...fact(
        token?.header ?? 'X-Session-Token',
        token === null ? 'empty' : `${redacted(token)}, ${credentialKinds[token.kind]}`,
      ),
    ],
    cookies: [],
  }
}

function namesIn({ count, names }: SentCookies): string {
  const more = count > names.length ? [`and ${(count - names.length).toLocaleString('en')} more`] : []
  return [...names.map(shortName), ...more].join(', ')
}

function answerStep({ answer }: Observation): Step {
  const title = 'What Ory answered'
  if (answer.kind === 'not-asked')
    return { title, tone: 'problem', summary: 'Ory was not asked', facts: [], cookies: [] }
  const took = `after ${answer.milliseconds} ms`
  if (answer.kind === 'failed') {
    const facts = [...fact('failure', answer.failure), ...fact('message', answer.message)]
    return { title, tone: 'problem', summary: `No answer ${took}`, facts, cookies: [] }
  }
  const { status, statusText, contentType, location, error, notReady } = answer
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
      ...fact('not ready', notReady),
    ],
    cookies: [],
  }
}

function sessionStep({ session, at }: Observation): Step {
  const title = 'The session'
  if (session === null) return { title, tone: 'problem', summary: 'None', facts: [], cookies: [] }
  const { id, active, aal, expiresAt, authenticatedAt, methods, identity } = session
  const now = Date.parse(at)
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now
  const expiry = expiresAt === null ? null : expiryOf(expiresAt, now)
  const summary = [
    active === false ? 'Inactive' : 'Active',
    ...(aal === null ? [] : [aal]),
    ...(expiry === null ? [] : [expired ? expiry : `expires ${expiry}`]),
  ]
  return {
    title,
    tone: active === false || expired ? 'problem' : 'good',
    summary: summary.join(', '),
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
      ...(identity === null ? [] : traitFacts(identity)),
    ],
    cookies: [],
  }
}

function traitFacts({ traits, traitsLeftOut }: NonNullable<SessionShown['identity']>): Fact[] {
  return traitsLeftOut === undefined
    ? fact('traits', JSON.stringify(traits, null, 2), true)
    : fact('traits', leftOut[traitsLeftOut])
}
