import type { Authorization, Cookie, Credential, Observation } from '../observation/observation.ts'
import type { Misnamed, SentCookies } from '../observation/observation.ts'
import { orysKinds } from '../observation/secrets.ts'
import { allCookies, sessionCookies } from '../rules/received.ts'
import { capital, counted } from '../wording/amounts.ts'
import { clock, countdown, expiryOf } from '../wording/times.ts'
import { fact, hidden, redacted, shortName, undescribed, type Fact } from './facts.ts'
import { cookieFlaws, credentialFlaws, credentialKinds, verdicts } from './labels.ts'
import { answerStep, sessionStep, triedStep } from './outcome.ts'
import type { CookieRow, Step } from './step.ts'

/** stepsOf tells what was observed, step by step. */
export function stepsOf(seen: Observation): Step[] {
  return [
    cookieStep(seen),
    authorizationStep(seen),
    sentStep(seen),
    answerStep(seen),
    ...(seen.tried === null ? [] : [triedStep(seen.tried)]),
    sessionStep(seen),
  ]
}

function cookieStep(seen: Observation): Step {
  const { came, client, at } = seen
  const cookies = allCookies(seen)
  const ofSession = sessionCookies(seen)
  const nothingCame = ofSession.length === 0 && came.authorization + came.sessionToken + came.misnamed === 0
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
        : `${capital(counted(came.cookies, 'cookie'))}${headers}, ${looksLike(ofSession.length, came)}`,
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

function looksLike(count: number, { cookies }: Observation['came']): string {
  const which =
    cookies === 1
      ? `which ${count === 1 ? 'looks' : 'does not look'} like`
      : count === 0
        ? 'none of which looks like'
        : count === 1
          ? 'one of which looks like'
          : `${count} of which look like`
  return `${which} Ory's session cookie`
}

/** Whether what a cookie of somebody else's looks like is worth a word: most hold a number, an id or the like. */
function isTelling(kind: Cookie['kind']): boolean {
  return orysKinds.has(kind) || kind === 'jwt'
}

function rowOf(cookie: Cookie, now: number): CookieRow {
  const { name, role, kind, sent, flaws, length, fingerprint, writtenAt } = cookie
  const isOdd =
    role === 'session' ? kind !== 'session-cookie' && kind !== 'unknown' : role === 'other' && isTelling(kind)
  const remarks = [
    ...(role === 'session' ? ["Ory's session cookie by its name"] : role === 'csrf' ? ['CSRF protection'] : []),
    ...(isOdd ? [`looks like ${credentialKinds[kind]}`] : []),
    ...(writtenAt === null ? [] : [`written ${countdown(Date.parse(writtenAt), now)}`]),
    ...flaws.map((flaw) => cookieFlaws[flaw]),
    ...(sent ? [] : ['not sent to Ory: FORWARD_COOKIES leaves it out']),
  ]
  return { name: shortName(name), remark: remarks.join('; '), length: String(length), fingerprint: fingerprint ?? '–' }
}

function authorizationStep({ came, authorization, sessionToken, misnamed, at }: Observation): Step {
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
    ...misnamed.flatMap(misnamedFacts),
  ]
  return {
    title: 'Authorization received',
    tone: first?.verdict === 'counts' || taken ? 'good' : facts.length > 0 ? 'problem' : 'note',
    summary: authorizationSummary(first, sessionToken, misnamed),
    facts,
    cookies: [],
    more: undescribed(
      came.authorization + came.sessionToken + came.misnamed,
      authorization.length + sessionToken.headers.length + misnamed.length,
    ),
  }
}

function authorizationSummary(
  first: Authorization | undefined,
  { counts, headers }: Observation['sessionToken'],
  [other]: readonly Misnamed[],
): string {
  if (first !== undefined) {
    const scheme = first.scheme ?? 'A header without a known scheme'
    return first.verdict === 'counts' ? `${scheme}, which counts` : `${scheme}, which does not count`
  }
  if (headers.length === 0)
    return other === undefined ? 'No Authorization header' : `No Authorization header, but ${other.name}`
  return counts ? 'X-Session-Token, which counts' : 'X-Session-Token, which does not count here'
}

function authorizationFacts({ scheme, verdict, credential }: Authorization, at: string): Fact[] {
  return [
    ...fact('scheme', scheme ?? hidden),
    ...fact('verdict', verdicts[verdict]),
    ...(credential === null ? [] : credentialFacts(credential, at)),
  ]
}

function misnamedFacts({ name, as, kind, ...secret }: Misnamed): Fact[] {
  return [
    ...fact(name, `does not count: ${as === 'cookie' ? 'the header is named Cookie' : 'send Authorization: Bearer'}`),
    ...fact('credential', redacted(secret)),
    ...fact('looks like', credentialKinds[kind]),
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
