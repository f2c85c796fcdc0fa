import type { Session } from '../ory/whoami.ts'

/** A response header that carries a field of the session, for a gateway to hand to the application behind it. */
export interface IdentityHeader {
  /** The header's name. */
  name: string
  /** Where the field is in the session: the steps of a JSON pointer (RFC 6901), unescaped. */
  path: readonly string[]
}

const token = String.raw`[!#$%&'*+.^_\`|~0-9A-Za-z-]+`
const entryForm = new RegExp(String.raw`^(${token})\s*=\s*/((?:[^~]|~[01])*)$`, 's')
const ours = /^(?:connection|content-.*|transfer-encoding|keep-alive|upgrade|trailer|te|date|set-cookie|vary|cache-control|www-authenticate|x-request-id|retry-after|access-control-.*|ory-session-cache-for|x-kratos-authenticated-identity-id)$/i

/**
 * identityHeader reads an entry of `FORWARD_AUTH_HEADERS`, `X-User-Email=/identity/traits/email`; undefined where it
 * has another form, or names a header that the service or its HTTP server sets itself.
 */
export function identityHeader(entry: string): IdentityHeader | undefined {
  const [, name = '', pointer = ''] = entryForm.exec(entry) ?? []
  if (name === '' || ours.test(name)) return undefined
  return { name, path: pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) }
}

/**
 * identityHeaders are the headers of `mapping` with their values from a session: text as it is, other values as JSON, and
 * an empty value where there is no session or it lacks the field, so that a gateway overwrites what a client sent under that name.
 * Bytes that a header can't carry, and `%`, are percent-encoded as UTF-8: `decodeURIComponent` gives the value back.
 */
export function identityHeaders(session: Session | undefined, mapping: readonly IdentityHeader[]): [name: string, value: string][] {
  return mapping.map(({ name, path }) => [name, headerValue(path.reduce<unknown>(step, session))])
}

function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(key) ? (value as unknown[])[Number(key)] : undefined
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

/** What a header can carry: visible ASCII, and spaces between it (RFC 9110, section 5.5). */
const unsafe = /[^\x20-\x7e]+|%|^ +| +$/g

function headerValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.toWellFormed().replace(unsafe, (part) => (part.startsWith(' ') ? '%20'.repeat(part.length) : encodeURIComponent(part)))
}
