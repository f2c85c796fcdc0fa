import { raised, type Flags } from './flags.ts'
import type { Cookie, CookieFlaw } from './observation.ts'
import { isSecretName, kindIn, unquoted, writtenAt, type Redact } from './secrets.ts'

const mostCookies = 100

/** A cookie as it came; a pair without `=` is a value without a name. */
export interface CookiePair {
  name: string
  value: string
}

/** What is in `Cookie` headers. */
export interface CookiesIn {
  count: number
  /** At most 100 of them, by header: those that look like Ory's session cookie before others, all in their order. */
  described: readonly (readonly CookiePair[])[]
  /** Everything long enough to be a secret: values, whole pairs where these are short, and values in a name's place. */
  secrets: readonly string[]
}

const shortestSecret = 8 // characters of a pair: shorter ones are neither a secret nor Ory's

interface NumberedPair extends CookiePair {
  order: number
  header: number
}

/** cookiesIn reads `Cookie` headers, each once from start to end. */
export function cookiesIn(headers: readonly string[]): CookiesIn {
  const sessions: NumberedPair[] = []
  const others: NumberedPair[] = []
  const secrets: string[] = []
  let count = 0
  for (const [header, line] of headers.entries()) {
    for (let start = 0, end: number; start <= line.length; start = end + 1) {
      const semicolon = line.indexOf(';', start)
      end = semicolon < 0 ? line.length : semicolon
      while (start < end && isBlank(line.charCodeAt(start))) start++
      if (start === end) continue
      count++
      if (end - start < shortestSecret && others.length >= mostCookies) continue
      const pair = line.slice(start, end).trim()
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)]
      if (pair.length >= shortestSecret) secrets.push(value.length >= shortestSecret ? value : pair)
      if (isSecretName(name)) secrets.push(name)
      if (sessions.length < mostCookies && isSessionName(name)) sessions.push({ order: count, header, name, value })
      else if (others.length < mostCookies) others.push({ order: count, header, name, value })
    }
  }
  const described = [...sessions, ...others].slice(0, mostCookies).sort((a, b) => a.order - b.order)
  const shown = headers.slice(0, mostCookies).map((): CookiePair[] => [])
  for (const { header, name, value } of described) (shown[header] ??= []).push({ name, value })
  return { count, described: Object.values(shown), secrets }
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0
}

// In Ory's answers a token is called ory_session_token.
const sessionName = /^ory_(?:kratos_session|session_(?!token$)\w+)$/
const prefixes = /^__(?:Host|Secure)-/

const longestSessionName = 200
const longestValue = 8192 // browsers keep no more than 4,096 characters

/** isSessionName: a cookie of this name is a session cookie of Ory, but for letter case and prefixes. */
export function isSessionName(name: string): boolean {
  return name.length <= longestSessionName && sessionName.test(ownName(name))
}

/** cookieOf describes a cookie, except for whether its name may be shown, and whether it was sent. */
export function cookieOf({ name, value }: CookiePair, redact: Redact): Omit<Cookie, 'name' | 'sent'> {
  const role = isSessionName(name) ? 'session' : /csrf/i.test(name) ? 'csrf' : 'other'
  const bare = unquoted(value)
  const written = writtenAt(bare)
  return {
    ...redact(value),
    role,
    kind: kindIn(value),
    flaws: holdsCookie(name, value) ? ['embedded'] : role === 'session' ? flawsOf(name, value, bare) : [],
    writtenAt: written === undefined ? null : new Date(written).toISOString(),
  }
}

const sessionWord = String.raw`ory_(?:kratos_session|session_[a-z\d]{1,64})["']?`
// With what is in no cookie's name before or behind it.
const nameInside = new RegExp(String.raw`^${sessionWord}[\s:]|[^\w=.%-]${sessionWord}\s?[=:]`)

/** Whether a session cookie is not the pair itself: its name is missing, or stands inside of other text. */
function holdsCookie(name: string, value: string): boolean {
  return nameInside.test(`${name}=`) || nameInside.test(value) || writtenAt(name === '' ? value : name) !== undefined
}

function flawsOf(name: string, value: string, bare: string): CookieFlaw[] {
  const plain = name.replace(prefixes, '')
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
  return raised(flaws)
}

/** projectCookie is the name of an Ory Network project's session cookie. */
export function projectCookie(project: string): string {
  return `ory_session_${project.toLowerCase().replaceAll('-', '')}`
}

/** cookieNameOf guesses what the session cookie of an Ory is called, from what came. */
export function cookieNameOf(project: string | null, cookies: readonly CookiePair[]): string {
  if (project !== null) return projectCookie(project)
  const names = cookies.filter(({ name }) => isSessionName(name)).map(({ name }) => [name, ownName(name)] as const)
  return names.find(([name, own]) => name !== own)?.[1] ?? 'ory_kratos_session'
}

function ownName(name: string): string {
  return name.replace(prefixes, '').toLowerCase()
}
