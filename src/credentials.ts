import type { IncomingHttpHeaders } from 'node:http'

/** What a request offers to prove its session, as it goes to Ory; empty strings where it offers nothing. */
export interface Credentials {
  cookie: string
  token: string
}

const bearer = 'bearer '

/**
 * credentialsOf finds the caller's Ory credentials as Ory's Go example does: all `Cookie` headers joined by `; `, and
 * everything that follows `Bearer ` (in any letter case) in the first `Authorization` header.
 *
 * `headers` are Node's, which join repeated `Cookie` headers and keep the first `Authorization` header by themselves.
 */
export function credentialsOf(headers: IncomingHttpHeaders): Credentials {
  const { authorization = '', cookie = '' } = headers
  return { cookie, token: authorization.slice(0, bearer.length).toLowerCase() === bearer ? authorization.slice(bearer.length) : '' }
}
