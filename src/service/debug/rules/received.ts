import { projectCookie } from '../observation/cookies.ts'
import { orysKinds } from '../observation/secrets.ts'
import type { Authorization, Cookie, Credential, CredentialKind, Observation } from '../observation/observation.ts'
import { noSession, sessionFound } from './ending.ts'
import { isSelfHosted } from './hosts.ts'

/** allCookies lists the cookies of all `Cookie` headers. */
export function allCookies({ cookies }: Observation): Cookie[] {
  return cookies.flat()
}

/** sessionCookies lists those that look like Ory's session cookie, by their name or their value. */
export function sessionCookies(seen: Observation): Cookie[] {
  return allCookies(seen).filter(({ role, kind }) => role === 'session' || kind === 'session-cookie')
}

/** ownCookies lists the session cookies that the configured Ory may have set. */
export function ownCookies(seen: Observation): Cookie[] {
  const foreign = foreignCookies(seen)
  return sessionCookies(seen).filter((cookie) => !foreign.includes(cookie))
}

/** hasNoName: what stands in a `Cookie` header is no pair of name and value. */
export function hasNoName({ name }: Cookie): boolean {
  return name === ''
}

const plausible: ReadonlySet<string> = new Set<CredentialKind>(['session-cookie', 'unknown'])

/** mistakenCookies lists those with something else where the value of a session cookie belongs. */
export function mistakenCookies(seen: Observation): Cookie[] {
  const hasSession = sessionCookies(seen).some(({ kind }) => plausible.has(kind))
  return allCookies(seen).filter(
    (cookie) =>
      !plausible.has(cookie.kind) &&
      cookie.role !== 'csrf' &&
      (cookie.role === 'session' ||
        orysKinds.has(cookie.kind) ||
        (!hasSession && (hasNoName(cookie) || /session|token|auth|ory/i.test(cookie.name ?? '')))),
  )
}

/** cookieDecides: of what was sent, Ory looks at the session cookie before anything else. */
export function cookieDecides(seen: Observation): boolean {
  const { token } = seen.sent
  return token === null || (token.header === 'Authorization' && sessionCookies(seen).some(({ sent }) => sent))
}

/** firstAuthorization is the `Authorization` header that decides. */
export function firstAuthorization({ authorization: [first] }: Observation): Authorization | undefined {
  return first
}

/** tokenOf is the token that went to Ory, or else what stood in the first `Authorization` header. */
export function tokenOf(seen: Observation): Credential | null {
  return seen.sent.token ?? firstAuthorization(seen)?.credential ?? null
}

/** holdsEmbedded: the session cookie stands inside of something else, where Ory does not find it. */
export function holdsEmbedded(seen: Observation): boolean {
  return allCookies(seen).some(({ flaws }) => flaws.includes('embedded'))
}

/** lacksCredentials: neither a session cookie nor a token came, nor anything in place of one. */
export function lacksCredentials(seen: Observation): boolean {
  return (
    seen.authorization.length === 0 &&
    seen.sessionToken.headers.length === 0 &&
    seen.misnamed.length === 0 &&
    seen.flaws.length === 0 &&
    sessionCookies(seen).length === 0 &&
    !holdsEmbedded(seen) &&
    mistakenCookies(seen).length === 0
  )
}

/** isAnonymous: no credentials came, so Ory found no session. */
export function isAnonymous(seen: Observation): boolean {
  return noSession(seen) && lacksCredentials(seen)
}

/** cookiesAccepted: Ory found the session by a cookie, so nothing is wrong with the cookies. */
export function cookiesAccepted(seen: Observation): boolean {
  return sessionFound(seen) && cookieDecides(seen)
}

/** foreignCookies lists the session cookies that belong to another project than the configured one. */
export function foreignCookies(seen: Observation): Cookie[] {
  const { project } = seen.ory
  return sessionCookies(seen).filter(
    ({ name }) =>
      name !== null &&
      (project === null ? isSelfHosted(seen) && name.startsWith('ory_session_') : name !== projectCookie(project)),
  )
}
