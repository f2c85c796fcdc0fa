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
