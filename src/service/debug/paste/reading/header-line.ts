import { misnamedHeaders, type Header } from '../../observation/evidence.ts'

/** headerOf reads a header line; a `Set-Cookie` line is read as the cookie that a browser would send back. */
export function headerOf(line: string): Header[] {
  const header = lineOf(line)
  if (header === undefined) return []
  const [name, value] = header
  return [name === 'set-cookie' ? ['cookie', value.replace(/;.*/s, '').trim()] : header]
}

/** lineOf reads `Name: value`, and HTTP/2's `:name: value` also. The name is in lower case. */
export function lineOf(line: string): Header | undefined {
  const [, name, value = ''] = /^(:?[\w-]{1,100})[^\S\r\n]*:(.*)$/s.exec(line) ?? []
  return name === undefined ? undefined : [name.toLowerCase(), value.trim()]
}

/** The headers that a credential counts in, as a piece of a pattern. */
export const credentialHeaders = 'cookie|authorization|x-session-token'

const credentialNames = new Set([
  ...credentialHeaders.split('|'),
  ...['set-cookie', 'proxy-authorization'],
  ...Object.keys(misnamedHeaders),
])
const otherNames = new Set([
  ...[':authority', ':method', ':path', ':scheme', ':status'],
  ...['accept', 'accept-encoding', 'accept-language', 'cache-control', 'connection', 'content-length', 'content-type'],
  ...['date', 'dnt', 'host', 'if-modified-since', 'if-none-match', 'location', 'origin', 'pragma', 'priority'],
  ...['referer', 'server', 'te', 'transfer-encoding', 'upgrade', 'upgrade-insecure-requests', 'user-agent', 'vary'],
  ...['sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'],
  ...['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'sec-fetch-user', 'sec-gpc'],
  ...['x-csrf-token', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-requested-with'],
])
const longestName = 30

/** holdsCredentials tells whether a header of this name may hold credentials, whatever case it is in. */
export function holdsCredentials(name: string): boolean {
  return name.length <= longestName && credentialNames.has(name.toLowerCase())
}

/** isHeaderName tells whether a header is well known, whatever case its name is in. */
export function isHeaderName(name: string): boolean {
  return holdsCredentials(name) || (name.length <= longestName && otherNames.has(name.toLowerCase()))
}
