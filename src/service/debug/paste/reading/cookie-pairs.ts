import type { Header } from '../../observation/evidence.ts'

/** A cookie as it is kept, or as a server sets it. */
export interface SetCookie {
  name: string
  value: string
  /** In ms since 1970; undefined if the cookie ends with the browser. */
  expires?: number | undefined
}

const deletion = Date.UTC(2000) // servers write 1970 to delete a cookie

/**
 * cookieHeader makes the `Cookie` header that a browser would send. The last cookie of a name counts; one with an empty
 * value, or an expiry long past, is deleted. One that has expired of late is kept: whether its session is still good
 * is for Ory to say.
 */
export function cookieHeader(
  cookies: readonly SetCookie[],
  now: number = Date.now(),
): { headers: Header[]; remarks: string[] } {
  const last = new Map(cookies.map((cookie) => [cookie.name, cookie]))
  const all = [...last.values()]
  const kept = all.filter(({ value, expires }) => value !== '' && (expires === undefined || expires >= deletion))
  return {
    headers: kept.length === 0 ? [] : [['cookie', kept.map(({ name, value }) => pair(name, value)).join('; ')]],
    remarks: [
      ...(kept.length === all.length
        ? []
        : [
            'It deletes a cookie, by an empty value or an expiry in 1970, as a logout does; ' +
              'a browser would not send that cookie again.',
          ]),
      ...(kept.some(({ expires }) => expires !== undefined && expires < now)
        ? ['A cookie in it has expired, so a browser would not send it any more.']
        : []),
    ],
  }
}

const pair = (name: string, value: string): string => (name === '' ? value : `${name}=${value}`)

// Ory's answers have a token as ory_session_token.
const sessionName = /^(?:__(?:host|secure)-)?ory_(?:kratos_session|session_(?!token$)[a-z\d]{1,100})$/i
const csrfName = /^(?:__(?:host|secure)-)?csrf_token_[\da-f]{64}$/i
const longestName = 200

/** isOryCookie tells whether Ory gives a cookie this name. */
export function isOryCookie(name: string): boolean {
  return name.length <= longestName && (sessionName.test(name) || csrfName.test(name))
}
