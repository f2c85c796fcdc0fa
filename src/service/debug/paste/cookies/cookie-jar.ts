import { cookieHeader, type SetCookie } from '../reading/cookie-pairs.ts'
import { reading, type Reader } from '../reading/reading.ts'

const row =
  /^(?:#HttpOnly_)?[^\s#]\S*\s+(?:TRUE|FALSE)\s+\/\S*\s+(?:TRUE|FALSE)\s+(-?\d{1,15})(?:\.\d+)?\s+([^\s=;,"]+)(.*)$/i

/** readCookieJar reads the cookies in a file of curl's or of another program that writes Netscape's format. */
export const readCookieJar: Reader = (text) => {
  const cookies = text
    .split('\n')
    .map((line) => cookieIn(line.trimEnd()))
    .filter((cookie) => cookie !== undefined)
  if (cookies.length === 0 && !/^# (?:Netscape )?HTTP Cookie File/i.test(text)) return undefined
  return reading({ subject: 'cookies', readAs: 'a Netscape cookie jar', ...cookieHeader(cookies) })
}

/** Domain, subdomains, path, secure, expiry, name and value, with a tab between, or with what copying made of it. */
function cookieIn(line: string): SetCookie | undefined {
  const [, expiry, name, value = ''] = row.exec(line) ?? []
  if (expiry === undefined || name === undefined) return undefined
  return { name, value: value.trim(), expires: expiry === '0' ? undefined : Number(expiry) * 1000 }
}
