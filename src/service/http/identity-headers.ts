import type { Session } from '../../ory/answer.ts'
import { passedOn } from '../../ory/headers.ts'

/** A response header with a field of the session, for a gateway to pass to the application behind it. */
export interface IdentityHeader {
  /** The header's name. */
  name: string
  /** The field: the steps of a JSON pointer (RFC 6901) into the session, unescaped. */
  path: readonly string[]
}

const token = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`
const entryForm = new RegExp(String.raw`^(${token})\s*=\s*/((?:[^~]|~[01])*)$`, 's')
const ours = [
  /^(?:connection|content-.*|transfer-encoding|keep-alive|upgrade|trailer|te|date)$/i,
  /^(?:set-cookie|vary|cache-control|www-authenticate|x-request-id|access-control-.*|location|allow)$/i,
]
const isOurs = (name: string): boolean =>
  ours.some((names) => names.test(name)) || passedOn.some((passed) => passed.toLowerCase() === name.toLowerCase())

/**
 * identityHeader parses an entry of `FORWARD_AUTH_HEADERS` such as `X-User-Email=/identity/traits/email`. It returns
 * undefined for any other form, and for headers that the service or its HTTP server sets itself.
 */
export function identityHeader(entry: string): IdentityHeader | undefined {
  const [, name = '', pointer = ''] = entryForm.exec(entry) ?? []
  if (name === '' || isOurs(name)) return undefined
  return { name, path: pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) }
}

const longestValue = 4096 // bytes of a value: half of what Apache and gunicorn take as a line
const longestInAll = 8192 // bytes of all values: a whole head for Tomcat, half a head for Node and HAProxy
const deepest = 64 // levels: JSON.stringify overflows the stack at a few thousand

/**
 * identityHeaders returns the headers of `mapping` with values from a session: text as it is, anything else as JSON.
 * Bytes that a header cannot carry, and `%`, are percent-encoded as UTF-8, for `decodeURIComponent` to restore.
 *
 * Missing fields yield empty headers, so that clients cannot spoof them. So do values more than 64 levels deep, or
 * longer than 4 kB, or than their share of 8 kB if there are more than two headers. Values are never cut, since a part
 * may be somebody else's name. Each has its own share, so that a long value cannot empty another header.
 */
export function identityHeaders(
  session: Session | undefined,
  mapping: readonly IdentityHeader[],
): [name: string, value: string][] {
  const longest = Math.min(longestValue, Math.floor(longestInAll / mapping.length))
  return mapping.map(({ name, path }) => [name, headerValue(path.reduce<unknown>(memberOf, session), longest)])
}

function memberOf(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(key) ? (value as unknown[])[Number(key)] : undefined
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

/** What a header cannot carry: all but visible ASCII and spaces (RFC 9110, section 5.5), and `%`, the escape. */
const unsafe = /[^\x20-\x7e]+|%/g

function headerValue(value: unknown, longest: number): string {
  if (value === undefined || value === null || isDeeper(value, deepest)) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text.length > longest) return '' // encoding never shortens
  const encoded = withSpacesAround(text.toWellFormed().replace(unsafe, encodeURIComponent))
  return encoded.length > longest ? '' : encoded
}

/** Encodes spaces at the ends, which a header would lose. Trimming is linear, the pattern ` +$` is not. */
function withSpacesAround(text: string): string {
  const rest = text.trimStart()
  const inner = rest.trimEnd()
  return '%20'.repeat(text.length - rest.length) + inner + '%20'.repeat(rest.length - inner.length)
}

/** Whether a value has more than `depth` levels; it looks no deeper. */
function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1))
}
