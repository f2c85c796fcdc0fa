import { isAscii, isUtf8 } from 'node:buffer'
import { fold, zeroOf, type Field, type Model, type Struct } from './model.ts'

/** Why a body would not have been decoded by the Go SDK; `message` is the SDK's own text where it has one. */
export class GoDecodeError extends Error {
  override name = 'GoDecodeError'
}

/** Why Go could not write what it has read; the Go example then answers with nothing. */
export class GoEncodeError extends Error {
  override name = 'GoEncodeError'
}

/** Where the reading stands: the text, the position of the next character, and how many containers are open. */
interface Cursor {
  text: string
  at: number
  depth: number
  /** Whether something was read that Go can't write again: its encoder then writes nothing at all. */
  unwritable: boolean
  /** Whether the text is free of what a string would have to be read or written character by character for. */
  plain: boolean
  /** The key that was read last, as Go writes it, with its colon. */
  prefix: string
}

/** A member of an object; `prefix` is its key as Go writes it, with its colon. */
interface Pair {
  key: string
  prefix: string
  encoded: string
}

const maxDepth = 10_000 // encoding/json's own limit on nesting
const special = /[\\<>&\u2028\u2029\0-\x1f]/
const plainString = /"[^"\\<>&\u2028\u2029\0-\x1f]*"/y
const quotedString = /"(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const numberLiteral = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const literal = /true|false|null/y
const escapes: Record<string, string> = { '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029' }
const strictTime = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/
// Times that Go writes as they are: in UTC, without trailing zeros, on a day that every such month has.
const canonicalTime = /"\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{0,8}[1-9])?Z"/y
const unset = Symbol('unset')

/**
 * recode reads a JSON body as the Go SDK reads it into `model` and returns it as Go's `json.Encoder` writes it,
 * without the final newline: keys by their bytes, nulls of optional fields dropped, unknown fields kept, HTML
 * characters escaped, numbers as float64, times as RFC 3339 with trailing zeros trimmed.
 *
 * It follows encoding/json (case-insensitive keys, U+FFFD for broken UTF-8, nesting limit) and the SDK's generated
 * `UnmarshalJSON` (required properties, named enums).
 *
 * @param pointer whether Go decodes into a pointer, which a JSON null leaves nil, rather than into the value itself.
 * @throws GoDecodeError where Go would return an error from reading, GoEncodeError where it would from writing.
 */
export function recode(body: Buffer, model: Model, pointer = false): string {
  const cursor = cursorAt(decodeUtf8(body))
  skipSpace(cursor)
  const encoded = pointer && peek(cursor) === 'n' ? anyValue(cursor) : value(cursor, model, '')
  skipSpace(cursor)
  if (cursor.at < cursor.text.length) throw syntax(cursor)
  if (cursor.unwritable) throw new GoEncodeError('encoding the session: a time is a day or more away from UTC')
  return encoded === unset ? 'null' : encoded
}

function cursorAt(text: string): Cursor {
  return { text, at: 0, depth: 0, unwritable: false, plain: !special.test(text), prefix: '' }
}

/** Reads one value as `model`; `unset` stands for a null that leaves the Go value as it was. */
function value(cursor: Cursor, model: Model, before: string): string | typeof unset {
  if (model.kind === 'any') return anyValue(cursor)
  const start = cursor.at
  const first = peek(cursor)
  if (first === 'n' && model.kind !== 'struct') {
    anyValue(cursor)
    return model.keepsNull ? 'null' : unset
  }
  switch (model.kind) {
    case 'struct':
      if (first === '{') return struct(cursor, model)
      if (first !== 'n') break
      anyValue(cursor)
      return nullStruct(model)
    case 'list':
      if (first === '[') return list(cursor, model.of)
      break
    case 'map':
      if (first === '{') return map(cursor, model.of, before)
      break
    case 'boolean':
      if (first === 't' || first === 'f') return anyValue(cursor)
      break
    case 'number':
      if (isNumber(first)) return anyValue(cursor)
      break
    case 'integer':
      if (isNumber(first)) return integer(cursor)
      break
    case 'string':
      if (first === '"') return string(cursor)
      break
    case 'time':
      if (first === '"') return time(cursor)
      break
    case 'enum':
      if (first === '"') return oneOf(cursor, model.name, model.values)
  }
  anyValue(cursor)
  throw new GoDecodeError(`decoding the session: ${kindOf(cursor.text.charAt(start))} where ${article(model.kind)} is expected`)
}

function struct(cursor: Cursor, model: Struct): string {
  const slots: (string | undefined)[] = []
  const seen: Field[] = []
  let others: Pair[] | undefined
  let failure: GoDecodeError | undefined
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) {
    const exact = model.exact.get(key)
    const field = exact ?? model.folded.get(fold(key))
    const start = cursor.at
    if (exact === undefined) {
      others ??= []
      others.push({ key, prefix: cursor.prefix, encoded: anyValue(cursor) })
    } else {
      seen.push(exact)
    }
    if (field === undefined) continue
    cursor.at = start
    const encoded = attempt(cursor, member, field.model, slots[field.index] ?? '')
    if (encoded instanceof GoDecodeError) failure ??= encoded
    else if (encoded !== unset) slots[field.index] = encoded
    else if (field.zero === '') slots[field.index] = undefined
  }
  cursor.depth--
  for (const name of model.required) if (!seen.some((field) => field.name === name)) throw missing(name)
  if (failure !== undefined) throw failure
  return write(model, slots, others)
}

function member(cursor: Cursor, model: Model, before: string): string | typeof unset {
  if (model.kind === 'struct' && peek(cursor) === 'n') {
    anyValue(cursor)
    return unset
  }
  const encoded = value(cursor, model, before)
  return encoded === 'null' && !model.keepsNull ? unset : encoded
}

/** Reads a value of a list or a map, where a null stands for the zero value. */
function element(cursor: Cursor, of: Model): string {
  const encoded = value(cursor, of, '')
  return encoded === unset ? zeroOf(of) || 'null' : encoded
}

/** Reads, or says why it failed and steps over the value: Go checks the whole syntax and what is required first. */
function attempt<T>(cursor: Cursor, read: (cursor: Cursor, model: Model, before: string) => T, model: Model, before: string): T | GoDecodeError {
  const { at, depth } = cursor
  try {
    return read(cursor, model, before)
  } catch (error) {
    if (!(error instanceof GoDecodeError)) throw error
    cursor.at = at
    cursor.depth = depth
    anyValue(cursor)
    return error
  }
}

function write(model: Struct, slots: readonly (string | undefined)[], others: readonly Pair[] | undefined): string {
  if (others !== undefined) {
    const pairs = model.fields.map((field): Pair => ({ key: field.name, prefix: field.prefix, encoded: slots[field.index] ?? field.zero })).filter(({ encoded }) => encoded !== '')
    return writePairs([...pairs, ...others])
  }
  let written = ''
  for (const field of model.fields) {
    const encoded = slots[field.index] ?? field.zero
    if (encoded !== '') written += (written === '' ? '{' : ',') + field.prefix + encoded
  }
  return written === '' ? '{}' : written + '}'
}

/** What a null element of a Go slice or map of structs becomes: the struct's `UnmarshalJSON` is called with it. */
function nullStruct(model: Struct): string {
  const [name] = model.required
  if (name !== undefined) throw missing(name)
  return write(model, [], undefined)
}

function list(cursor: Cursor, of: Model): string {
  const items: string[] = []
  open(cursor)
  if (ends(cursor, ']')) {
    cursor.depth--
    return '[]'
  }
  let failure: GoDecodeError | undefined
  do {
    skipSpace(cursor)
    const item = attempt(cursor, element, of, '')
    if (item instanceof GoDecodeError) failure ??= item
    else items.push(item)
  } while (!closes(cursor, ']'))
  cursor.depth--
  if (failure !== undefined) throw failure
  return `[${items.join(',')}]`
}

function map(cursor: Cursor, of: Model, before: string): string {
  // A repeated key adds to the map that is already there, as encoding/json does.
  const pairs: Pair[] = before === '' ? [] : pairsOf(before)
  let failure: GoDecodeError | undefined
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) {
    const { prefix } = cursor
    const encoded = attempt(cursor, element, of, '')
    if (encoded instanceof GoDecodeError) failure ??= encoded
    else pairs.push({ key, prefix, encoded })
  }
  cursor.depth--
  if (failure !== undefined) throw failure
  return writePairs(pairs)
}

function pairsOf(encoded: string): Pair[] {
  const cursor = cursorAt(encoded)
  const pairs: Pair[] = []
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) pairs.push({ key, prefix: cursor.prefix, encoded: anyValue(cursor) })
  return pairs
}

/** An open object or array of {@link anyValue}. */
interface Frame {
  pairs: Pair[] | undefined
  items: string[]
  key: string
  prefix: string
}

/** Reads any value into an `interface{}` and writes it again; by loop, since Go nests deeper than the stack allows. */
function anyValue(cursor: Cursor): string {
  const outer: Frame[] = []
  let frame: Frame | undefined
  for (;;) {
    skipSpace(cursor)
    const first = peek(cursor)
    let done: string
    if (first === '{' || first === '[') {
      open(cursor)
      const key = first === '{' ? firstKey(cursor) : undefined
      if (first === '{' ? key !== undefined : !ends(cursor, ']')) {
        if (frame !== undefined) outer.push(frame)
        frame = { pairs: first === '{' ? [] : undefined, items: [], key: key ?? '', prefix: cursor.prefix }
        continue
      }
      cursor.depth--
      done = first === '{' ? '{}' : '[]'
    } else {
      done = scalar(cursor, first)
    }
    for (;;) {
      if (frame === undefined) return done
      if (frame.pairs !== undefined) {
        frame.pairs.push({ key: frame.key, prefix: frame.prefix, encoded: done })
        const key = nextKey(cursor)
        if (key !== undefined) {
          frame.key = key
          frame.prefix = cursor.prefix
          break
        }
        done = writePairs(frame.pairs)
      } else {
        frame.items.push(done)
        if (!closes(cursor, ']')) break
        done = `[${frame.items.join(',')}]`
      }
      cursor.depth--
      frame = outer.pop()
    }
  }
}

function scalar(cursor: Cursor, first: string): string {
  if (first === '"') return string(cursor)
  if (isNumber(first)) return float(cursor)
  return match(cursor, literal)
}

function string(cursor: Cursor): string {
  if (cursor.plain) return plain(cursor)
  plainString.lastIndex = cursor.at
  if (plainString.test(cursor.text)) return cursor.text.slice(cursor.at, (cursor.at = plainString.lastIndex))
  return quote(unquote(match(cursor, quotedString)))
}

/** Reads a string of a text that has nothing to be escaped or unescaped: it ends at the next quote. */
function plain(cursor: Cursor): string {
  const end = cursor.text.indexOf('"', cursor.at + 1)
  if (end < 0 || peek(cursor) !== '"') throw syntax(cursor)
  return cursor.text.slice(cursor.at, (cursor.at = end + 1))
}

function float(cursor: Cursor): string {
  const number = Number(match(cursor, numberLiteral))
  if (!Number.isFinite(number)) throw new GoDecodeError('decoding the session: a number is out of the range of float64')
  return Object.is(number, -0) ? '-0' : String(number)
}

function integer(cursor: Cursor): string {
  const digits = match(cursor, numberLiteral)
  if (/[.eE]/.test(digits) || BigInt.asIntN(64, BigInt(digits)) !== BigInt(digits)) {
    throw new GoDecodeError('decoding the session: a number is no 64 bit integer')
  }
  return String(BigInt(digits))
}

/** Checks and rewrites a time as `time.Time` does: RFC 3339, a comma and a short hour let through, nanoseconds at most. */
function time(cursor: Cursor): string {
  canonicalTime.lastIndex = cursor.at
  if (canonicalTime.test(cursor.text)) return cursor.text.slice(cursor.at, (cursor.at = canonicalTime.lastIndex))
  const raw = match(cursor, quotedString).slice(1, -1)
  const parts = strictTime.exec(raw)
  if (parts === null) throw noTime()
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', sign = '', zoneHour = '', zoneMinute = ''] = parts
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  const real = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days
  if (!real || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || Number(zoneHour) > 24 || Number(zoneMinute) > 60) throw noTime()
  const offset = Number(zoneHour) * 60 + Number(zoneMinute)
  if (offset >= 24 * 60) cursor.unwritable = true
  const nanoseconds = fraction.slice(0, 9).replace(/0+$/, '')
  const zone = offset === 0 ? 'Z' : `${sign}${digits(Math.trunc(offset / 60))}:${digits(offset % 60)}`
  return `"${raw.slice(0, 11)}${digits(Number(hour))}:${minute}:${second}${nanoseconds === '' ? '' : `.${nanoseconds}`}${zone}"`
}

function digits(number: number): string {
  return String(number).padStart(2, '0')
}

function noTime(): GoDecodeError {
  return new GoDecodeError('decoding the session: a time is not in the form of RFC 3339')
}

function oneOf(cursor: Cursor, name: string, values: ReadonlySet<string>): string {
  const encoded = string(cursor)
  const given = unquote(encoded)
  if (!values.has(given)) throw new GoDecodeError(`${given} is not a valid ${name}`)
  return encoded
}

function firstKey(cursor: Cursor): string | undefined {
  return ends(cursor, '}') ? undefined : readKey(cursor)
}

function nextKey(cursor: Cursor): string | undefined {
  return closes(cursor, '}') ? undefined : readKey(cursor)
}

function readKey(cursor: Cursor): string {
  skipSpace(cursor)
  const encoded = string(cursor)
  skipSpace(cursor)
  if (peek(cursor) !== ':') throw syntax(cursor)
  cursor.at++
  skipSpace(cursor)
  cursor.prefix = `${encoded}:`
  return cursor.plain ? encoded.slice(1, -1) : unquote(encoded)
}

function open(cursor: Cursor): void {
  if (++cursor.depth > maxDepth) throw new GoDecodeError('decoding the session: the JSON is nested too deeply')
  cursor.at++
}

/** Whether the container that was just opened ends at once. */
function ends(cursor: Cursor, end: string): boolean {
  skipSpace(cursor)
  if (peek(cursor) !== end) return false
  cursor.at++
  return true
}

/** Whether the container ends after the member that was just read; otherwise it steps over the comma. */
function closes(cursor: Cursor, end: string): boolean {
  if (ends(cursor, end)) return true
  if (peek(cursor) !== ',') throw syntax(cursor)
  cursor.at++
  return false
}

function match(cursor: Cursor, form: RegExp): string {
  form.lastIndex = cursor.at
  if (!form.test(cursor.text)) throw syntax(cursor)
  return cursor.text.slice(cursor.at, (cursor.at = form.lastIndex))
}

function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
    cursor.at++
  }
}

function peek(cursor: Cursor): string {
  return cursor.text.charAt(cursor.at)
}

function isNumber(first: string): boolean {
  return first === '-' || (first >= '0' && first <= '9')
}

/** The text of a JSON string whose form was checked; a lone surrogate becomes U+FFFD, as in Go. */
function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, short: string) =>
    hex === undefined ? (shorts[short] ?? short) : String.fromCharCode(parseInt(hex, 16)),
  ).toWellFormed()
}

const shorts: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

function quote(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? character)
}

function writePairs(pairs: Pair[]): string {
  sort(pairs)
  let written = ''
  let last: Pair | undefined
  for (const pair of pairs) {
    if (last !== undefined && last.key !== pair.key) written += (written === '' ? '{' : ',') + last.prefix + last.encoded // of a repeated key, Go's map keeps the last
    last = pair
  }
  if (last !== undefined) written += (written === '' ? '{' : ',') + last.prefix + last.encoded
  return written === '' ? '{}' : written + '}'
}

/** Sorts by keys and keeps equal ones in order. Most objects are small or in order, where `Array.sort` costs more than this. */
function sort(pairs: Pair[]): void {
  if (pairs.length > 32) {
    pairs.sort((a, b) => compareBytes(a.key, b.key))
    return
  }
  for (let at = 1; at < pairs.length; at++) {
    const pair = pairs[at]
    let to = at
    for (let before = pairs[to - 1]; pair !== undefined && before !== undefined && compareBytes(before.key, pair.key) > 0; before = pairs[to - 1]) {
      pairs[to] = before
      pairs[--to] = pair
    }
  }
}

/** Compares by UTF-8 bytes, which order as code points do. */
function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? rank(x) - rank(y) : x - y
  }
  return a.length - b.length
}

/** Puts surrogates, which stand for code points behind U+FFFF, behind the other units. */
function rank(unit: number): number {
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Decodes UTF-8 with one U+FFFD for every broken byte, as Go does; WHATWG decoders use one for a broken sequence. */
function decodeUtf8(body: Buffer): string {
  if (isAscii(body)) return body.toString('latin1')
  if (isUtf8(body)) return body.toString('utf8')
  let text = ''
  for (let at = 0; at < body.length; ) {
    const length = [1, 2, 3, 4].find((size) => at + size <= body.length && isUtf8(body.subarray(at, at + size))) ?? 0
    text += length === 0 ? '\ufffd' : body.toString('utf8', at, at + length)
    at += Math.max(length, 1)
  }
  return text
}

function missing(name: string): GoDecodeError {
  return new GoDecodeError(`no value given for required property ${name}`)
}

function syntax(cursor: Cursor): GoDecodeError {
  return new GoDecodeError(
    cursor.at < cursor.text.length
      ? `decoding the session: the body is not JSON at character ${cursor.at + 1}`
      : 'decoding the session: the JSON body ends too early',
  )
}

function kindOf(first: string): string {
  if (first === '{') return 'an object'
  if (first === '[') return 'an array'
  if (first === '"') return 'a string'
  return isNumber(first) ? 'a number' : 'a boolean'
}

function article(kind: Model['kind']): string {
  const name = { any: 'value', string: 'string', boolean: 'boolean', integer: 'integer', number: 'number', time: 'time', enum: 'string', list: 'list', map: 'object', struct: 'object' }[kind]
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
