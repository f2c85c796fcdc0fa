import { parse } from 'set-cookie-parser'
import type { Header } from '../../observation/evidence.ts'
import { cookieHeader, type SetCookie } from './cookie-pairs.ts'

/** A cookie with an attribute that servers write, and browsers never send. */
const attribute = /;[^\S\n]*(?:httponly|secure|partitioned)?(?:(?:path|expires|max-age|samesite|domain)=|;|$)/i

/** isSetCookie tells whether `text` is what stands in a `Set-Cookie` line. */
export function isSetCookie(text: string): boolean {
  return /^[^\s=;,]+=/.test(text) && attribute.test(text)
}

/** cookiesSet reads `Set-Cookie` lines, also several joined by commas, as what a browser would send back. */
export function cookiesSet(lines: readonly string[], now?: number): { headers: Header[]; remarks: string[] } {
  const set = lines.flatMap((line) => parse(line, { decodeValues: false, silent: true, split: true }))
  return cookieHeader(
    set.map(({ name, value, expires, maxAge }): SetCookie => ({
      name,
      value,
      expires: maxAge === undefined ? expires?.getTime() : maxAge <= 0 ? 0 : undefined,
    })),
    now,
  )
}
