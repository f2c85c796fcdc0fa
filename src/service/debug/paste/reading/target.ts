import type { Header } from '../../observation/evidence.ts'

/** Where a pasted request goes. */
export interface Target {
  /** Its `Host`. */
  host: Header
  https: boolean
  /** Whether it asks Ory's whoami itself, which takes a token from `X-Session-Token` whatever this service does. */
  asksOry: boolean
}

const longestOrigin = 300 // characters: host names have at most 253, and longer ones take quadratic time to read
const url = /^(?:(https?):\/\/|(?=\w[\w.-]*(?::\d|\/|$)))([^/?#\\]{1,300})([^?#]*)/i

/** sentTo is what a request has by its target: where it goes, and a `Host` before its headers unless they have one. */
export function sentTo(
  target: Target | undefined,
  headers: readonly Header[],
): { headers: Header[]; https: boolean | null; asksOry: boolean } {
  const hasHost = target === undefined || headers.some(([name]) => name === 'host')
  return {
    headers: hasHost ? [...headers] : [target.host, ...headers],
    https: target?.https ?? null,
    asksOry: target?.asksOry ?? false,
  }
}

/** targetOf reads where a URL leads, also one without a scheme, as curl takes it; undefined for anything else. */
export function targetOf(text: string): Target | undefined {
  const [all, scheme = 'http', authority = '', path = ''] = url.exec(text.slice(0, 2 * longestOrigin)) ?? []
  if (all === undefined) return undefined
  const origin = authority.length > longestOrigin ? null : URL.parse(`${scheme}://${authority}`)
  if (origin === null) return undefined
  return {
    host: ['host', origin.host],
    https: origin.protocol === 'https:',
    asksOry: /\/sessions\/whoami\/?$/.test(path),
  }
}
