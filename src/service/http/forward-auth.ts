import type { Session } from '../../ory/answer.ts'
import { passedOn } from '../../ory/headers.ts'

/** A response header that carries a field of the session, for a gateway to hand to the application behind it. */
export interface IdentityHeader {
  /** The header's name. */
  name: string
  /** Where the field is in the session: the steps of a JSON pointer (RFC 6901), unescaped. */
  path: readonly string[]
}

const token = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`
const entryForm = new RegExp(String.raw`^(${token})\s*=\s*/((?:[^~]|~[01])*)$`, 's')
const ours = [
  /^(?:connection|content-.*|transfer-encoding|keep-alive|upgrade|trailer|te|date)$/i,
  /^(?:set-cookie|vary|cache-control|www-authenticate|x-request-id|access-control-.*)$/i,
]
const isOurs = (name: string): boolean =>
  ours.some((names) => names.test(name)) || passedOn.some((passed) => passed.toLowerCase() === name.toLowerCase())

/**
 * identityHeader reads an entry of `FORWARD_AUTH_HEADERS`, `X-User-Email=/identity/traits/email`; undefined where it
 * has another form, or names a header that the service or its HTTP server sets itself.
 */
export function identityHeader(entry: string): IdentityHeader | undefined {
  const [, name = '', pointer = ''] = entryForm.exec(entry) ?? []
  if (name === '' || isOurs(name)) return undefined
  return { name, path: pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) }
}

const longestValue = 4096 // bytes of a header's value: half of what Apache and gunicorn take as a line
const longestInAll = 8192 // bytes of all of them: a whole head for Tomcat, and half of one for Node and HAProxy
const deepest = 64 // containers in one another: JSON.stringify ends in a stack overflow at some thousand

/**
 * identityHeaders are the headers of `mapping` with their values from a session: text as it is, other values as JSON.
 * Bytes that a header can't carry, and `%`, are percent-encoded as UTF-8: `decodeURIComponent` gives the value back.
 *
 * A value is empty where there is no session or it lacks the field, so that a gateway overwrites what a client sent
 * under that name; and where it is nested deeper than 64, or longer than 4 kB, or than its share of 8 kB when there
 * are more than two. It is never cut, as a part may be somebody else's name. Each has a share of its own, so that
 * nobody can empty one field by a long value in another.
 */
export function identityHeaders(
  session: Session | undefined,
  mapping: readonly IdentityHeader[],
): [name: string, value: string][] {
  const longest = Math.min(longestValue, Math.floor(longestInAll / mapping.length))
  return mapping.map(({ name, path }) => [name, headerValue(path.reduce<unknown>(step, session), longest)])
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(key) ? (value as unknown[])[Number(key)] : undefined
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

/** What a header can't carry: all but visible ASCII and spaces (RFC 9110, 5.5), and `%`, which stands for it. */
const unsafe = /[^\x20-\x7e]+|%/g

function headerValue(value: unknown, longest: number): string {
  if (value === undefined || value === null || isDeeper(value, deepest)) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text.length > longest) return '' // encoding makes nothing shorter
  const encoded = withSpacesAround(text.toWellFormed().replace(unsafe, encodeURIComponent))
  return encoded.length > longest ? '' : encoded
}

/** The same text with the spaces at its ends encoded, which a header would lose. Trimming is linear, ` +$` is not. */
function withSpacesAround(text: string): string {
  const rest = text.trimStart()
  const inner = rest.trimEnd()
  return '%20'.repeat(text.length - rest.length) + inner + '%20'.repeat(rest.length - inner.length)
}

/** Whether a value has more than `depth` containers in one another; looks no deeper than that. */
function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((inner) => isDeeper(inner, depth - 1))
}
