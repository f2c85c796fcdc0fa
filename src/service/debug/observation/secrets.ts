import { createHmac } from 'node:crypto'
import type { CredentialKind, Redacted } from './observation.ts'

/** Describes a secret without its characters. */
export type Redact = (secret: string) => Redacted

const placeholders = [
  /^(?:undefined|null|none|nil|nan|true|false|object|string|bytes|value|cookies?|session|token)$/i,
  /^(?:your|my|the|some|a)?[ _-]?(?:ory[ _-])?(?:kratos[ _-])?(?:session|access|auth|api)?[ _-]?(?:token|cookie|key)$/i,
  // An object, an array, a promise or a nil made text by JavaScript, Python or Go; an empty one in JSON.
  /^(?:\[object \w+\]|promise \{.*\}|map\[.*\]|&?\{\}|\[\]|%!\w\(.*\)|<.*>)$/is,
  // A variable or a command that nothing expanded.
  /^(?:\$\{?[\w:.]+\}?|\$\(.*\)|`.*`|[#$]?\{+[^"{}]*\}+|%\w+%|:\w+|process\.env\.\w+)$/i,
  /^[[(<*]*(?:redacted|filtered|masked|hidden|removed|secret)[\])>*]*$/i,
  /^(?:ory_st_|eyJ|MT)?(?:\.{3}|…|\xe2\x80\xa6|<.*>|x{3,}|\*{3,})$/i,
]

const kinds: readonly (readonly [CredentialKind, RegExp])[] = [
  ['session-token', /^ory_st_/],
  ['logout-token', /^ory_lo_/],
  ['project-api-key', /^ory_pat_/],
  ['workspace-api-key', /^ory_wak_/],
  ['api-key', /^ory_apikey_/],
  ['oauth2-access-token', /^ory_at_/],
  ['oauth2-authorization-code', /^ory_ac_/],
  ['oauth2-refresh-token', /^ory_rt_/],
  ['jwt', /^eyJ/],
  ['csrf-pair', /^(?:__(?:host|secure)-)?csrf_token[\w-]{0,70}=/i],
  ['session-pair', /^(?:__(?:host|secure)-)?ory_(?:kratos_session|session_\w{1,64})=/i],
  ['csrf-token', /^(?:[\w+/-]{43}=|[\w+/-]{86}==)$/],
  ['uuid', /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['password-hash', /^\$(?:2[abxy]|argon2\w{0,2}|pbkdf2[\w-]{0,9}|scrypt)\$/i],
  ['json', /^(?:\{\s{0,9}["'}]|\[\s{0,9}["'{])/],
  ['url', /^https?:\/\//i],
  ['number', /^\d{1,20}$/],
]
const email = /^[^\s@=;]{1,64}@[^\s@=;]{1,255}$/

/** What only Ory makes, whatever it is called where it comes. */
export const orysKinds: ReadonlySet<CredentialKind> = new Set<CredentialKind>([
  ...(['session-token', 'session-cookie', 'session-pair', 'csrf-pair', 'logout-token'] as const),
  ...(['project-api-key', 'workspace-api-key', 'api-key'] as const),
  ...(['oauth2-access-token', 'oauth2-authorization-code', 'oauth2-refresh-token'] as const),
])

/** How many characters a session token has: `ory_st_` and 32, as Kratos makes them. */
export const sessionTokenLength = 39

const longestPlaceholder = 200

/** credentialKindOf tells by its prefix and shape what a credential looks like. */
export function credentialKindOf(credential: string): CredentialKind {
  if (isPlaceholder(credential)) return 'placeholder'
  if (writtenAt(credential) !== undefined) return 'session-cookie'
  const shaped = kinds.find(([, shape]) => shape.test(credential))
  return shaped?.[0] ?? (email.test(credential) ? 'email' : 'unknown')
}

/** kindIn tells what a whole header looks like, without a scheme and quotes. */
export function kindIn(value: string): CredentialKind {
  return credentialKindOf(unquoted(value.trim()).replace(/^bearer\s+/i, ''))
}

function isPlaceholder(credential: string): boolean {
  return credential.length <= longestPlaceholder && placeholders.some((shape) => shape.test(credential))
}

/**
 * writtenAt reads from the value of a session cookie when Kratos wrote it, in ms since 1970, unverified; undefined
 * for anything else. The value is base64url of `<seconds>|<data>|<mac>`, as Go's gorilla/securecookie writes it.
 */
export function writtenAt(cookie: string): number | undefined {
  const seconds = /^(\d{10})\|/.exec(Buffer.from(cookie.slice(0, 16), 'base64url').toString('latin1'))?.[1]
  return seconds === undefined ? undefined : Number(seconds) * 1000
}

/** redactor makes the function that redacts: HMAC-SHA-256 with `key`, cut to 8 hexadecimal digits. */
export function redactor(key: Buffer): Redact {
  return (secret) => ({
    length: secret.length,
    fingerprint: secret === '' ? null : createHmac('sha256', key).update(secret, 'latin1').digest('hex').slice(0, 8),
  })
}

const nameShape = /^[\w!#$%&'*+.^`|~-]{1,80}$/
const longNames = /^(?:csrf_token_[\da-f]{64}|(?:__(?:host|secure)-)?ory_session_[a-z\d]{1,64})$/i
// A token's prefix, the start of a JSON Web Token, a UUID, or a run of letters and digits too long to be a word.
const secretPart = /ory_(?:st|lo|pat|wak|apikey|at|ac|rt)_|(?:^|[^a-z])eyj|[\da-f]{8}(?:-[\da-f]{4}){3}-|[a-z\d]{20}/i

const longestName = 100
const shortestSecretName = 15 // characters: a prefix such as ory_st_, and 8 more

/** publicName is a cookie's name, or null where what stands there may be a value instead. */
export function publicName(name: string): string | null {
  if (name.length > longestName) return null
  return longNames.test(name) ||
    (nameShape.test(name) && !secretPart.test(name) && /^(?:unknown|placeholder)$/.test(credentialKindOf(name)))
    ? name
    : null
}

/** isSecretName tells a value in the place of a cookie's name, at less cost than {@link publicName}. */
export function isSecretName(name: string): boolean {
  return (
    name.length > longestName || (name.length >= shortestSecretName && secretPart.test(name) && !longNames.test(name))
  )
}

/** unquoted removes one pair of quotes. */
export function unquoted(text: string): string {
  const quote = text.charAt(0)
  return text.length > 1 && (quote === '"' || quote === "'") && text.endsWith(quote) ? text.slice(1, -1) : text
}
