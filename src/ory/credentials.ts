import type { IncomingHttpHeaders } from 'node:http'
import { oryHeaders } from './headers.ts'

/** The credentials of a request, as they go to Ory; empty strings when it has none. */
export interface Credentials {
  /** The value of the `Cookie` header. */
  cookie: string
  /** A session token, which goes to Ory as `X-Session-Token`. */
  token: string
  /** A token that goes to Ory as `Authorization: Bearer`, after its cookie in Ory's order. */
  bearer?: string
}

/** The headers of a request: Node's, or the platform's `Headers`. */
export type RequestHeaders = IncomingHttpHeaders | Pick<Headers, 'get'>

/**
 * nodeHeaders are a request's credentials as Node has them. The platform joins repeated headers with `, `, so an
 * `Authorization` that was sent twice is no token of anybody's, where Node keeps the first.
 */
export function nodeHeaders(headers: RequestHeaders): IncomingHttpHeaders {
  if (!isPlatforms(headers)) return headers
  const named: IncomingHttpHeaders = {}
  for (const name of ['authorization', 'cookie', sessionToken]) named[name] = headers.get(name) ?? undefined
  return named
}

function isPlatforms(headers: RequestHeaders): headers is Pick<Headers, 'get'> {
  return typeof headers.get === 'function'
}

/** Which cookies go to Ory: names, or prefixes that end in `*`. */
export type CookieAllowList = readonly string[]

const bearer = 'bearer '
const sessionToken = oryHeaders.sessionToken.toLowerCase()

/**
 * credentialsOf finds credentials as Ory's Go example does: all `Cookie` headers joined by `; `, and everything after
 * `Bearer ` (in any case) in the first `Authorization` header. With `allowed`, only the cookies named there count.
 *
 * `headers` are Node's, which joins repeated `Cookie` headers and keeps the first `Authorization` header.
 */
export function credentialsOf(headers: IncomingHttpHeaders, allowed?: CookieAllowList): Credentials {
  const { authorization = '', cookie = '' } = headers
  return {
    cookie: allowed === undefined ? cookie : allowedCookies(cookie, allowed),
    token: authorization.slice(0, bearer.length).toLowerCase() === bearer ? authorization.slice(bearer.length) : '',
  }
}

/**
 * sdkCredentialsOf finds credentials where Ory's own API does, in its order: `X-Session-Token`, which Ory's SDKs send,
 * the cookie, `Authorization: Bearer`. Only Ory knows whether a cookie is its own, so Bearer is sent beside cookies.
 */
export function sdkCredentialsOf(headers: IncomingHttpHeaders, allowed?: CookieAllowList): Credentials {
  const { cookie, token: bearer } = credentialsOf(headers, allowed)
  const token = headers[sessionToken]
  if (typeof token === 'string' && token !== '') return { cookie, token }
  return cookie === '' || bearer === '' ? { cookie, token: bearer } : { cookie, token: '', bearer }
}

/** The pairs of a `Cookie` header (RFC 6265, section 4.2.1) with allowed names, in order. */
function allowedCookies(cookie: string, allowed: CookieAllowList): string {
  const pairs: string[] = []
  for (let start = 0; start < cookie.length;) {
    const semicolon = cookie.indexOf(';', start)
    const end = semicolon < 0 ? cookie.length : semicolon
    // Empty pairs are skipped without allocating: there may be half a million.
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
