import * as v from 'valibot'
import type { Header } from './paste.ts'
import { kindOf, unquoted, writtenAt, type CredentialKind, type Redacted } from './secrets.ts'

/** Who asks, as far as the headers tell; null where they don't. */
export interface Client {
  kind: 'browser' | 'curl' | 'other'
  host: string | null
  origin: string | null
  /** Whether the request came over https, also by what a proxy says of it. */
  https: boolean | null
  /** The browser's `Sec-Fetch-Site`: where the page that asks is, seen from here. */
  fetchSite: string | null
  /** The browser's `Sec-Fetch-Mode`: `navigate` for the address bar and links, `cors` for scripts. */
  fetchMode: string | null
  /** The browser's `Sec-Fetch-Dest`: `document` for a page, `iframe` for one in a frame, `empty` for scripts. */
  fetchDest: string | null
}

/** What may be wrong with a cookie that looks like Ory's session cookie. */
export type CookieFlaw = 'letter-case' | 'prefix' | 'empty' | 'quoted' | 'percent-encoded' | 'damaged' | 'cut-off'

/** A cookie without its value. */
export interface Cookie extends Redacted {
  /** Null where what stands for a name may be a secret. */
  name: string | null
  /** What the name looks like. */
  role: 'session' | 'csrf' | 'other'
  flaws: readonly CookieFlaw[]
  /** When Ory wrote a session cookie, RFC 3339, unverified. */
  writtenAt: string | null
}

/** Why an `Authorization` header counts or not. */
export type SchemeVerdict =
  | 'counts'
  | 'not-first'
  | 'other-scheme'
  | 'unknown-scheme'
  | 'no-scheme'
  | 'no-token'
  | 'wrong-blank'
  | 'quotes'
  | 'punctuation'

/** What may be wrong with a credential. */
export type CredentialFlaw = 'quoted' | 'blanks' | 'doubled-scheme' | 'length'

/** A token or the like without its characters. */
export interface Credential extends Redacted {
  kind: CredentialKind
  flaws: readonly CredentialFlaw[]
  /** Of a JSON Web Token, unverified: when it expires, RFC 3339, and the origin of its issuer. */
  jwt: { expiresAt: string | null; issuer: string | null } | null
}

/** An `Authorization` header. */
export interface Authorization {
  /** The scheme as it was written, where it is one; null where that may be a secret. */
  scheme: string | null
  verdict: SchemeVerdict
  credential: Credential | null
}

const sessionTokenLength = 39 // `ory_st_` and 32 characters, as Kratos makes them

type Redact = (secret: string) => Redacted

/** How much came, in headers and characters; also what is not described. */
export interface Came {
  cookies: number
  cookieHeaders: number
  authorization: number
  sessionToken: number
  /** The length of all cookies and credentials. */
  characters: number
}

/** How many headers of a name are described, and how many cookies. */
export const mostHeaders = 20
const mostCookies = 100
const longestOfClient = 300 // characters

/** The headers that a report explains. */
export const explainedHeaders = [
  ...['cookie', 'authorization', 'x-session-token', 'user-agent', 'host', 'origin', 'x-forwarded-proto'],
  ...['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'],
] as const

/** Finds the values of all headers with a name, given in lower case. */
export type Values = (name: string) => readonly string[]

/** valuesIn sorts headers by their names, once. */
export function valuesIn(headers: readonly Header[]): Values {
  const values = Map.groupBy(headers, ([name]) => name.toLowerCase())
  return (name) => values.get(name)?.map(([, value]) => value) ?? []
}

/** A cookie as it came; a pair without `=` is a value without a name. */
export interface Pair {
  name: string
  value: string
}

/** What is in `Cookie` headers. */
export interface CookiesIn {
  count: number
  /** At most 100 of them, by header: those that look like Ory's session cookie before others, all in their order. */
  described: readonly (readonly Pair[])[]
  /** All that is long enough to be a secret: values, and pairs where those are short. */
  secrets: readonly string[]
}

const worthALook = 8 // characters of a pair: fewer are neither a secret nor Ory's

interface Placed extends Pair {
  order: number
  header: number
}

/** cookiesIn reads `Cookie` headers, each once from its beginning to its end. */
export function cookiesIn(headers: readonly string[]): CookiesIn {
  const sessions: Placed[] = []
  const others: Placed[] = []
  const secrets: string[] = []
  let count = 0
  for (const [header, line] of headers.entries()) {
    for (let start = 0, end: number; start <= line.length; start = end + 1) {
      const semicolon = line.indexOf(';', start)
      end = semicolon < 0 ? line.length : semicolon
      while (start < end && isBlank(line.charCodeAt(start))) start++
      if (start === end) continue
      count++
      if (end - start < worthALook && others.length >= mostCookies) continue
      const pair = line.slice(start, end).trim()
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)]
      if (pair.length >= worthALook) secrets.push(value.length >= worthALook ? value : pair)
      if (sessions.length < mostCookies && isSessionName(name)) sessions.push({ order: count, header, name, value })
      else if (others.length < mostCookies) others.push({ order: count, header, name, value })
    }
  }
  const described = [...sessions, ...others].slice(0, mostCookies).sort((a, b) => a.order - b.order)
  const shown = headers.slice(0, mostCookies).map((): Pair[] => [])
  for (const { header, name, value } of described) (shown[header] ??= []).push({ name, value })
  return { count, described: Object.values(shown), secrets }
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0
}

/** clientOf tells who asks; headers that don't look as their standards say are left out. */
export function clientOf(values: Values, https: boolean | null): Client {
  const shaped = (name: string, shape: RegExp): string | null => {
    const looked = values(name).slice(0, mostHeaders)
    return looked.find((value) => value.length <= longestOfClient && shape.test(value)) ?? null
  }
  const [agent = ''] = values('user-agent')
  const forwarded = shaped('x-forwarded-proto', /^https?$/i)?.toLowerCase()
  const fetchSite = shaped('sec-fetch-site', /^(?:none|same-origin|same-site|cross-site)$/)
  return {
    kind: fetchSite !== null || agent.startsWith('Mozilla/') ? 'browser' : /^curl\b/.test(agent) ? 'curl' : 'other',
    host: shaped('host', /^(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?$/i),
    origin: shaped('origin', /^(?:null|https?:\/\/(?:[a-z\d.-]+|\[[\da-f:]+\])(?::\d{1,5})?)$/i),
    https: forwarded === undefined ? https : forwarded === 'https',
    fetchSite,
    fetchMode: shaped('sec-fetch-mode', /^(?:navigate|cors|no-cors|same-origin|websocket)$/),
    fetchDest: shaped('sec-fetch-dest', /^(?:document|empty|iframe|frame|embed|object|image|script|style|font|fetch)$/),
  }
}

const sessionName = /^ory_(?:kratos_session|session_\w+)$/
const prefixes = /^__(?:Host|Secure)-/

const longestSessionName = 200
const longestValue = 8192 // browsers keep no more than 4,096 characters

function isSessionName(name: string): boolean {
  return name.length <= longestSessionName && sessionName.test(name.replace(prefixes, '').toLowerCase())
}

/** cookieOf describes a cookie, except for whether its name may be shown. */
export function cookieOf({ name, value }: Pair, redact: Redact): Omit<Cookie, 'name'> {
  const plain = name.replace(prefixes, '')
  const role = isSessionName(name) ? 'session' : /csrf/i.test(name) ? 'csrf' : 'other'
  if (role !== 'session') return { ...redact(value), role, flaws: [], writtenAt: null }
  const bare = unquoted(value)
  const plainValue = bare.length > longestValue ? bare : bare.replace(/%3D/gi, '=')
  const damaged = /[^\w=-]/.test(plainValue)
  const flaws: Flags<CookieFlaw> = [
    ['letter-case', !sessionName.test(plain)],
    ['prefix', plain !== name],
    ['empty', bare === ''],
    ['quoted', bare !== value],
    ['percent-encoded', /%[\da-f]{2}/i.test(bare)],
    ['damaged', damaged],
    ['cut-off', !damaged && plainValue.length % 4 !== 0],
  ]
  const written = writtenAt(bare)
  return {
    ...redact(value),
    role,
    flaws: raised(flaws),
    writtenAt: written === undefined ? null : new Date(written).toISOString(),
  }
}

const schemes =
  /^(?:bearer|basic|digest|token|jwt|oauth|dpop|negotiate|ntlm|hawk|hoba|mutual|vapid|gnap|privatetoken|api-?key|session|key|aws4-hmac-sha256)$/i
const bearer = /^bearer/i

/** authorizationOf describes an `Authorization` header; `counts` says whether the service takes a token from it. */
export function authorizationOf(value: string, counts: boolean, first: boolean, redact: Redact): Authorization {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? []
  const described = (scheme: string | null, verdict: SchemeVerdict, credential: string): Authorization => ({
    scheme,
    verdict: !first && verdict === 'counts' ? 'not-first' : verdict,
    credential: credential === '' ? null : credentialOf(credential, redact),
  })
  const glued = value.slice('bearer'.length)
  if (counts || (!first && /^bearer ./i.test(value)))
    return described(value.slice(0, 'bearer'.length), 'counts', value.slice('bearer '.length))
  if (/^["']/.test(value)) return described(null, 'quotes', value.replace(/^["']\s*(?:bearer\s+)?|["']$/gi, ''))
  if (bearer.test(value)) {
    if (glued === '') return described(value, 'no-token', '')
    const verdict = /^[^\w-]*[:=,;]/.test(glued) ? 'punctuation' : /^[\s\xa0]/.test(glued) ? 'wrong-blank' : 'no-scheme'
    return described(value.slice(0, 'bearer'.length), verdict, glued.replace(/^[\s\xa0:=,;]+/, ''))
  }
  if (schemes.test(word)) return described(word, rest === '' ? 'no-token' : 'other-scheme', rest)
  return rest === ''
    ? described(null, 'no-scheme', value)
    : described(null, 'unknown-scheme', kindOf(word) === 'unknown' ? rest : value)
}

/** credentialOf describes a token. */
export function credentialOf(token: string, redact: Redact): Credential {
  const bare = unquoted(token.trim()).replace(/^bearer\s+/i, '')
  const kind = kindOf(bare)
  const flaws: Flags<CredentialFlaw> = [
    ['quoted', unquoted(token.trim()) !== token.trim()],
    ['doubled-scheme', /^["']?bearer\s/i.test(token.trim())],
    ['blanks', /\s/.test(bare)],
    ['length', kind === 'session-token' && bare.length !== sessionTokenLength],
  ]
  return { ...redact(token), kind, flaws: raised(flaws), jwt: kind === 'jwt' ? claimsOf(bare) : null }
}

const claims = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ exp: v.fallback(v.nullish(v.number()), null), iss: v.fallback(v.nullish(v.string()), null) }),
)
const longestPayload = 8192 // characters of base64
const longestIssuer = 300

function claimsOf(jwt: string): Credential['jwt'] {
  const start = jwt.indexOf('.') + 1
  const end = start === 0 ? -1 : jwt.indexOf('.', start)
  const payload = start === 0 ? '' : jwt.slice(start, end < 0 ? undefined : end)
  if (payload.length > longestPayload) return { expiresAt: null, issuer: null }
  const read = v.safeParse(claims, Buffer.from(payload, 'base64url').toString())
  const { exp, iss } = read.success ? read.output : {}
  return {
    expiresAt: typeof exp === 'number' && Math.abs(exp) < 8e12 ? new Date(exp * 1000).toISOString() : null,
    issuer: typeof iss === 'string' ? issuerOf(iss) : null,
  }
}

function issuerOf(issuer: string): string | null {
  return issuer.length <= longestIssuer && /^https?:/.test(issuer) ? (URL.parse(issuer)?.origin ?? null) : null
}

type Flags<Flag> = readonly (readonly [flag: Flag, raised: boolean])[]

function raised<Flag>(flags: Flags<Flag>): Flag[] {
  return flags.flatMap(([flag, is]) => (is ? [flag] : []))
}
