import type { IncomingHttpHeaders } from 'node:http'
import { oryHeaders } from './headers.ts'

/** What a request offers to prove its session, as it goes to Ory; empty strings where it offers nothing. */
export interface Credentials {
  cookie: string
  token: string
  /** A token that goes on as `Authorization: Bearer`, to which Ory prefers its cookie. */
  bearer?: string
}

/** Which cookies go to Ory: names, or prefixes that end in `*`. */
export type CookieAllowList = readonly string[]

const bearer = 'bearer '
const sessionToken = oryHeaders.sessionToken.toLowerCase()

/**
 * credentialsOf finds the caller's Ory credentials as Ory's Go example does: all `Cookie` headers joined by `; `, and
 * everything that follows `Bearer ` (in any letter case) in the first `Authorization` header. With `allowed`, only the
 * cookies that it names count.
 *
 * `headers` are Node's, which join repeated `Cookie` headers and keep the first `Authorization` header by themselves.
 */
export function credentialsOf(headers: IncomingHttpHeaders, allowed?: CookieAllowList): Credentials {
  const { authorization = '', cookie = '' } = headers
  return {
    cookie: allowed === undefined ? cookie : allowedCookies(cookie, allowed),
    token: authorization.slice(0, bearer.length).toLowerCase() === bearer ? authorization.slice(bearer.length) : '',
  }
}

/**
 * sdkCredentialsOf finds the caller's credentials where Ory's own API finds them, in its order: `X-Session-Token`,
 * which Ory's SDKs send, its cookie, `Authorization: Bearer`. Whether a cookie is Ory's is left to Ory: Bearer then
 * goes along as it came.
 */
export function sdkCredentialsOf(headers: IncomingHttpHeaders, allowed?: CookieAllowList): Credentials {
  const { cookie, token: bearer } = credentialsOf(headers, allowed)
  const token = headers[sessionToken]
  if (typeof token === 'string' && token !== '') return { cookie, token }
  return cookie === '' || bearer === '' ? { cookie, token: bearer } : { cookie, token: '', bearer }
}

/** The pairs of a `Cookie` header (RFC 6265, section 4.2.1) whose names are allowed, in their order. */
function allowedCookies(cookie: string, allowed: CookieAllowList): string {
  const pairs: string[] = []
  for (let start = 0; start < cookie.length;) {
    const semicolon = cookie.indexOf(';', start)
    const end = semicolon < 0 ? cookie.length : semicolon
    // Half a million empty pairs are passed over without keeping them.
    const pair = start === end ? '' : cookie.slice(start, end).trim()
    if (pair !== '' && isAllowed(pair.split('=', 1)[0]?.trim() ?? '', allowed)) pairs.push(pair)
    start = end + 1
  }
  return pairs.join('; ')
}

function isAllowed(name: string, allowed: CookieAllowList): boolean {
  return (
    name !== '' && allowed.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry))
  )
}
