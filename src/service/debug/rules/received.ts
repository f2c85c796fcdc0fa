import type { Authorization, Cookie, Credential, Observation } from '../observation/observation.ts'
import { noSession, sessionFound } from './ending.ts'
import { isSelfHosted } from './hosts.ts'

/** allCookies lists the cookies of all `Cookie` headers. */
export function allCookies({ cookies }: Observation): Cookie[] {
  return cookies.flat()
}

/** sessionCookies lists those that look like Ory's session cookie. */
export function sessionCookies(seen: Observation): Cookie[] {
  return allCookies(seen).filter(({ role }) => role === 'session')
}

/** firstAuthorization is the `Authorization` header that decides. */
export function firstAuthorization({ authorization: [first] }: Observation): Authorization | undefined {
  return first
}

/** tokenOf is the token that went to Ory, or else what stood in the first `Authorization` header. */
export function tokenOf(seen: Observation): Credential | null {
  return seen.sent.token ?? firstAuthorization(seen)?.credential ?? null
}

/** lacksCredentials: neither a session cookie nor a token came. */
export function lacksCredentials(seen: Observation): boolean {
  return seen.authorization.length === 0 && seen.sessionToken.headers.length === 0 && sessionCookies(seen).length === 0
}

/** isAnonymous: no credentials came, so Ory found no session. */
export function isAnonymous(seen: Observation): boolean {
  return noSession(seen) && lacksCredentials(seen)
}

/** cookiesAccepted: Ory found the session by a cookie, so nothing is wrong with the cookies. */
export function cookiesAccepted(seen: Observation): boolean {
  return sessionFound(seen) && seen.sent.token === null
}

/** projectCookie is the name of an Ory Network project's session cookie. */
export function projectCookie(project: string): string {
  return `ory_session_${project.toLowerCase().replaceAll('-', '')}`
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
