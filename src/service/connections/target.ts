import { isIPv6 } from 'node:net'

const scheme = /^[a-z][a-z0-9+.-]*:/i
const badEscape = /%(?![0-9a-f]{2})/i
const userForm = /^[\w\-.:~!$&'()*+,;=%@]*$/
const hostForm = /^(?:[\w\-.~!$&'()*+,;=:[\]<>"]|%25|%[89a-f][0-9a-f])*$/i
const port = /^(?::\d*)?$/

/** isTarget says whether Go's net/url ParseRequestURI accepts a request's target, by its forms and escapes. */
export function isTarget(target: string): boolean {
  if (target === '*') return true
  const [whole = ''] = target.split('?', 1)
  const name = scheme.exec(whole)?.[0] ?? ''
  const rest = whole.slice(name.length)
  if (!rest.startsWith('/')) return name !== '' // opaque, which Go leaves as it is
  if (name === '' || !rest.startsWith('//')) return !badEscape.test(rest)
  const end = rest.indexOf('/', 2)
  const authority = rest.slice(2, end < 0 ? undefined : end)
  return isAuthority(authority) && (end < 0 || !badEscape.test(rest.slice(end)))
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@')
  const user = authority.slice(0, Math.max(at, 0))
  const host = authority.slice(at + 1)
  return userForm.test(user) && !badEscape.test(user) && hostForm.test(host) && isHost(host)
}

function isHost(host: string): boolean {
  const bracket = host.lastIndexOf('[')
  if (bracket > 0) return false
  const end = bracket < 0 ? host.lastIndexOf(':') : host.lastIndexOf(']') + 1
  if (bracket === 0 && !isIPv6(host.slice(1, end - 1).replace('%25', '%'))) return false
  return end < 0 || port.test(host.slice(end))
}
