import type { Header } from '../../observation/evidence.ts'
import type { PasteFlaw } from '../../observation/observation.ts'
import { credentialKindOf } from '../../observation/secrets.ts'
import { formatOf, leavesCookiesOut, looksLikeCode, nameOfPart } from './code-formats.ts'
import { cookieHeader, isOryCookie, type SetCookie } from '../reading/cookie-pairs.ts'
import { readLoneCredential } from '../reading/lone-credential.ts'
import { holdsCredentials, isHeaderName, lineOf } from '../reading/header-line.ts'
import { tokensOf, type Token } from './literals.ts'
import { lastRead, unreadable, type Reader } from '../reading/reading.ts'
import { hasCredentials, readRequest } from '../reading/request.ts'
import { isSetCookie } from '../reading/set-cookie.ts'
import { hasTypographicQuotes, straightened } from '../reading/surroundings.ts'

/**
 * readCode reads a request in a program: fetch, axios, Python's requests, Go's http, and whatever else gives a name
 * and a value as two strings. Only strings are read; nothing is run, and no variable has a value.
 */
export const readCode: Reader = (text) => {
  const isTypographic = !/["`]/.test(text) && hasTypographicQuotes(text)
  const plain = isTypographic ? straightened(text) : text
  if (!looksLikeCode(plain)) return undefined
  const requests = requestsIn(tokensOf(plain)).map(partsOf)
  const withCredentials = requests.filter(({ headers, cookies }) => hasCredentials(headers) || cookies.length > 0)
  const found = withCredentials.at(-1) ?? requests.at(-1) ?? partsOf([])
  const readAs = formatOf(plain, found.headers)
  const jar = cookieHeader(found.cookies)
  const headers = found.headers.some(([name]) => name === 'cookie') ? found.headers : [...found.headers, ...jar.headers]
  const flaws: PasteFlaw[] = [
    ...(found.hasVariable ? (['variable'] as const) : []),
    ...(isTypographic ? (['typographic-quotes'] as const) : []),
  ]
  const remarks = [
    ...jar.remarks,
    ...(/^[\w-]{1,100}\s{0,3}:[^\n]*["'`]$/.test(plain) ? ['The quotes around its value were removed.'] : []),
    ...(withCredentials.length > 1 ? [lastRead] : []),
    ...(found.hasVariable
      ? ['A credential in it comes from a variable, whose value is not in the paste; paste the value itself.']
      : []),
  ]
  if (readAs !== undefined && !found.hasVariable && leavesCookiesOut(readAs, headers))
    return readRequest(
      { readAs, headers, url: found.url },
      { flaws: [...flaws, 'cookies-left-out'], remarks: [...remarks, copyAsFetch] },
    )
  // A call of its own may hold the credential, or the variable that is set above.
  const isOther = headers.some(([name, value]) => name === 'authorization' && !/^bearer\b/i.test(value))
  const only =
    readAs === undefined || isOther || (hasCredentials(headers) && !found.hasVariable)
      ? undefined
      : readLoneCredential(plain)
  if (only !== undefined) return { ...only, flaws: flaws.filter((flaw) => flaw !== 'variable') }
  if (hasCredentials(headers) || (readAs !== undefined && found.hasVariable))
    return readRequest({ readAs: readAs ?? nameOfPart(plain), headers, url: found.url }, { flaws, remarks })
  return readAs === undefined
    ? undefined
    : unreadable(readAs, 'No Cookie, Authorization or session token is in it as a string; take "Copy as cURL".')
}

const copyAsFetch =
  'A browser leaves the cookies out of "Copy as fetch"; take "Copy as cURL" or "Copy as fetch (Node.js)" to have them.'

interface Parts {
  headers: Header[]
  cookies: SetCookie[]
  url: string | undefined
  hasVariable: boolean
}

/** The tokens of each request: a call starts the next one. What comes before the first is of a request as well. */
function requestsIn(tokens: readonly Token[]): Token[][] {
  const requests: Token[][] = [[]]
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'word' && calls.test(token.text) && tokens[at + 1]?.text === '(') requests.push([])
    requests.at(-1)?.push(token)
  }
  return requests
}

const calls = /^(?:(?:\w{1,20}\.)?fetch|axios(?:\.\w{1,20})?|requests\.\w{1,20})$/
const separators = new Set([':', ',', '=', '=>', ':=', ']', ')'])
const tokenName = /^(?:x-?)?(?:session_?|access_?|bearer_?|api_?)?token$/i
const sdkToken = /^x_?session_?token$/i
const tokenKinds = new Set(['session-token', 'jwt', 'oauth2-access-token', 'project-api-key', 'api-key'])
const mostSigns = 3 // between a name and its value: `"] = "`

/** What names and values there are in a program. */
function partsOf(tokens: readonly Token[]): Parts {
  const parts: Parts = { headers: [], cookies: [], url: undefined, hasVariable: false }
  let name: string | undefined // of `name: "…", value: "…"`
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'sign') continue
    const whole = token.kind === 'string' ? lineOf(token.text) : undefined
    if (whole !== undefined && holdsCredentials(whole[0])) {
      parts.headers.push(whole)
      if (isCutAt(tokens, at)) parts.hasVariable = true
    }
    if (token.kind === 'string' && isSetCookie(token.text)) parts.headers.push(['set-cookie', token.text])
    if (token.kind === 'string' && /^https?:\/\//i.test(token.text)) parts.url ??= token.text
    const key = keyOf(token.text.slice(0, longestKey))
    const value = isKey(key) ? valueAfter(tokens, at) : undefined
    if (value === undefined) {
      if ((holdsCredentials(key) || sdkToken.test(key)) && isVariable(tokens, at)) parts.hasVariable = true
      continue
    }
    if (/^(?:name|key)$/i.test(key)) name = value.text
    else if (!/^value$/i.test(key) && !isHeaderName(value.text)) add(parts, key, value)
    else if (/^value$/i.test(key) && name !== undefined) add(parts, name, value)
  }
  return parts
}

const longestKey = 200

/** A name without what constants have around it, as `HttpHeaders.cookieHeader`, `CURLOPT_COOKIE` and `HTTP_COOKIE`. */
const keyOf = (text: string): string => text.replace(/^(?:.*\.)?(?:CURLOPT_|HTTP_)?/s, '').replace(/Header$/, '')

const isKey = (text: string): boolean =>
  isHeaderName(text) || isOryCookie(text) || /^(?:name|key|value)$/i.test(text) || tokenName.test(text)

function add(parts: Parts, key: string, { text, isCut }: Value): void {
  if (isOryCookie(key)) parts.cookies.push({ name: key, value: text })
  else if (isHeaderName(key)) parts.headers.push([key.toLowerCase(), text])
  else if (tokenName.test(key) && tokenKinds.has(credentialKindOf(text)))
    parts.headers.push(['authorization', `Bearer ${text}`])
  else return
  if (isCut && (holdsCredentials(key) || isOryCookie(key))) parts.hasVariable = true
}

/** Whether a name is given what only a variable or a call holds: behind a sign, or as a call's second argument. */
function isVariable(tokens: readonly Token[], at: number): boolean {
  const [call, before, name, sign, value] = [-2, -1, 0, 1, 2].map((by) => tokens[at + by])
  const isArgument = name?.kind === 'string' && before?.text === '(' && !/get$/i.test(call?.text ?? '')
  return (
    (isArgument ? /^,$/ : /^(?:=>?|:)$/).test(sign?.text ?? '') &&
    value?.kind === 'word' &&
    !/^(?:null|undefined|None)$/.test(value.text)
  )
}

// What programs put a variable into a string with; a name alone only where it is the whole credential.
const interpolation = /\$\{|\{\w*\}|%s|^(?:[\w-]+: ?)?(?:\w+ )?(?:\$\w+|\(\w[\w.]*\))$/

/** Whether a variable is in a string, or follows it. */
const isCutAt = (tokens: readonly Token[], at: number): boolean =>
  interpolation.test(tokens[at]?.text ?? '') || /^[+%.]$/.test(tokens[at + 1]?.text ?? '')

interface Value {
  text: string
  /** Whether a variable is in it, or follows it. */
  isCut: boolean
}

/** The string that belongs to the name at `at`. */
function valueAfter(tokens: readonly Token[], at: number): Value | undefined {
  for (let next = at + 1; next <= at + mostSigns + 1; next++) {
    const token = tokens[next]
    if (token === undefined) return undefined
    if (token.kind === 'string' && next > at + 1) {
      const text = [token.text.trim(), ...restOfList(tokens, next)].join('; ')
      return { text, isCut: isCutAt(tokens, next) }
    }
    // Letters before a string, such as Python's f and C#'s $, and the brackets around a list of one.
    const isBefore = token.kind === 'word' && /^(?:[frbu]{1,2}|\$)$/i.test(token.text)
    if (!separators.has(token.text) && token.text !== '[' && !isBefore) return undefined
  }
  return undefined
}

/** The pairs behind the first one, where cookies are given as a list. */
function restOfList(tokens: readonly Token[], first: number): string[] {
  const rest: string[] = []
  if (tokens[first - 1]?.text !== '[' || !cookiePair.test(tokens[first]?.text ?? '')) return rest
  for (let at = first + 1; tokens[at]?.text === ','; at += 2) {
    const token = tokens[at + 1]
    if (token?.kind !== 'string' || !cookiePair.test(token.text)) break
    rest.push(token.text.trim())
  }
  return rest
}

const cookiePair = /^[\w!#$%&'*+.^|~-]{1,200}=/
