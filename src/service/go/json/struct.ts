import { readAny, skipAny } from './any.ts'
import { closes, ends, isNumber, open, peek, sign, skipSpace, skipWord, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'
import { decodeString, encodeString } from './escape.ts'
import { zeroOf, type Field, type Model, type Scalar, type Struct } from './model.ts'
import { find, findFolded, type Names } from './names.ts'
import { readInteger } from './number.ts'
import { addMember, keyRing } from './object.ts'
import { asIs, join, piece, putText } from './pieces.ts'
import { firstKey, form, nextKey, readString, skipString } from './string.ts'
import { readTime } from './time.ts'
import { writeStruct, writeValue, type Entries, type Fields, type List, type Value } from './value.ts'

/**
 * readStruct reads a value as encoding/json reads it into the SDK's struct `model`, by the struct's generated
 * `UnmarshalJSON`, and returns a ring of it as Go writes it.
 *
 * A value of a wrong type fails the struct once it is read; an error of a nested struct, an enum or a time fails it at
 * once; a missing required property comes before both.
 *
 * @throws GoDecodeError the one that Go finds if the text is JSON without numbers out of range, else any.
 */
export function readStruct(cursor: Cursor, model: Struct): number {
  const { at, depth } = cursor
  const first = peek(cursor)
  if (first === sign.null) return readNullStruct(cursor, model)
  if (first !== sign.openObject) throw wrongType(cursor, model)
  try {
    return readMembers(cursor, model)
  } catch (error) {
    if (!(error instanceof GoDecodeError)) throw error
    cursor.at = at
    cursor.depth = depth
    throw missing(cursor, model) ?? error
  }
}

/** What a null becomes where no pointer can be nil: the struct's `UnmarshalJSON` is called with it. */
function readNullStruct(cursor: Cursor, model: Struct): number {
  skipWord(cursor, sign.null)
  const [field] = model.required
  if (field !== undefined) throw noValue(field)
  return writeStruct(cursor, model, { values: [], places: [], others: cursor.membersEnd })
}

function readMembers(cursor: Cursor, model: Struct): number {
  const outer = takeSaved(cursor)
  const fields: Fields = { values: [], places: [], others: cursor.membersEnd }
  open(cursor)
  for (let more = firstKey(cursor); more; more = nextKey(cursor)) readMember(cursor, model, fields)
  for (const field of model.required) if (fields.places[field.index] === undefined) throw noValue(field)
  const saved = takeSaved(cursor)
  if (saved !== undefined) throw saved
  cursor.saved = outer
  return writeStruct(cursor, model, fields)
}

function readMember(cursor: Cursor, model: Struct, { values, places }: Fields): void {
  const { bytes, at, keyStart, keyEnd } = cursor
  const exact = find(model.exact, bytes, keyStart, keyEnd)
  if (exact !== undefined) {
    places[exact.index] = cursor.key === asIs ? keyStart - 1 : 0
    values[exact.index] = readField(cursor, exact, values[exact.index])
    return
  }
  const prefix = keyRing(cursor)
  addMember(cursor, keyStart, keyEnd, join(cursor, prefix, readAny(cursor)))
  const folded = findFolded(model.folded, cursor, keyStart, keyEnd)
  if (folded === undefined) return
  cursor.at = at
  values[folded.index] = readField(cursor, folded, values[folded.index])
}

function takeSaved(cursor: Cursor): GoDecodeError | undefined {
  const { saved } = cursor
  cursor.saved = undefined
  return saved
}

function readField(cursor: Cursor, { model, nillable }: Field, before: Value): Value {
  if (!nillable || peek(cursor) !== sign.null) return read(cursor, model, before)
  skipWord(cursor, sign.null)
  return undefined
}

/** Reads what is no pointer; where a null or a wrong type leaves the Go value as it was, that is `before`. */
function read(cursor: Cursor, model: Model, before: Value): Value {
  const first = peek(cursor)
  switch (model.kind) {
    case 'struct':
      return readStruct(cursor, model)
    case 'any':
      if (first !== sign.null) return readAny(cursor)
      break
    case 'list':
      if (first === sign.openList) return readList(cursor, model.of, before)
      break
    case 'map':
      if (first === sign.openObject) return readMap(cursor, model.of, before)
      break
    default:
      return readScalar(cursor, model, before, first)
  }
  if (first !== sign.null) return skipWrongType(cursor, model, before)
  skipWord(cursor, sign.null)
  return undefined
}

function readScalar(cursor: Cursor, model: Scalar, before: Value, first: number): Value {
  const { at } = cursor
  if (first === sign.null) {
    skipWord(cursor, first)
    if (model.keepsNull) return piece(cursor, at, cursor.at)
    if (model.kind === 'enum') throw notValid(model.open ? 'null' : '', model.name)
    return before
  }
  if (!suits(model, first)) {
    if (model.keepsNull || model.kind === 'time' || model.kind === 'enum') throw wrongType(cursor, model)
    return skipWrongType(cursor, model, before)
  }
  const ring = readSuiting(cursor, model, first)
  if (ring === undefined) return save(cursor, 'a number is no 64 bit integer', before)
  return ring === asIs ? piece(cursor, at, cursor.at) : ring
}

function suits({ kind }: Scalar, first: number): boolean {
  if (kind === 'boolean') return first === sign.true || first === sign.false
  return kind === 'integer' ? isNumber(first) : first === sign.quote
}

function readSuiting(cursor: Cursor, model: Scalar, first: number): number | undefined {
  switch (model.kind) {
    case 'string':
      return readString(cursor)
    case 'time':
      return readTime(cursor)
    case 'boolean':
      skipWord(cursor, first)
      return asIs
    case 'integer':
      return readInteger(cursor)
    case 'enum':
      return model.open ? readString(cursor) : readEnum(cursor, model.name, model.values)
  }
}

function readEnum(cursor: Cursor, name: string, values: Names<string>): number {
  const { at } = cursor
  const isPlain = skipString(cursor) === form.plain
  const start = isPlain ? at + 1 : decodeString(cursor, at, cursor.at)
  const end = isPlain ? cursor.at - 1 : cursor.used
  if (find(values, cursor.bytes, start, end) === undefined)
    throw notValid(cursor.bytes.toString('utf8', start, end), name)
  return isPlain ? asIs : encodeString(cursor, start, end)
}

function readList(cursor: Cursor, of: Model, before: Value): List {
  const list = typeof before === 'object' && 'items' in before ? before : { of, items: [], length: 0 }
  open(cursor)
  if (ends(cursor, sign.closeList)) return { of, items: [], length: 0 }
  list.length = 0
  do {
    skipSpace(cursor)
    list.items[list.length] = read(cursor, of, list.items[list.length])
    list.length++
  } while (!closes(cursor, sign.closeList))
  return list
}

function readMap(cursor: Cursor, of: Model, before: Value): Entries {
  const map = typeof before === 'object' && 'entries' in before ? before : { entries: [] }
  open(cursor)
  for (let more = firstKey(cursor); more; more = nextKey(cursor)) {
    const { keyStart, keyEnd } = cursor
    const prefix = keyRing(cursor)
    const value = writeValue(cursor, read(cursor, of, undefined)) ?? putText(cursor, zeroOf(of))
    map.entries.push({ keyStart, keyEnd, ring: join(cursor, prefix, value) })
  }
  return map
}

/** The error of an object without a required property. */
function missing(cursor: Cursor, model: Struct): GoDecodeError | undefined {
  if (model.required.length === 0) return undefined
  const seen = new Set<Field | undefined>()
  open(cursor)
  for (let more = firstKey(cursor); more; more = nextKey(cursor)) {
    seen.add(find(model.exact, cursor.bytes, cursor.keyStart, cursor.keyEnd))
    skipAny(cursor)
  }
  const field = model.required.find((required) => !seen.has(required))
  return field && noValue(field)
}

function noValue({ name }: Field): GoDecodeError {
  return new GoDecodeError(`no value given for required property ${name}`)
}

function notValid(text: string, name: string): GoDecodeError {
  return new GoDecodeError(`${text} is not a valid ${name}`)
}

function skipWrongType(cursor: Cursor, model: Model, before: Value): Value {
  cursor.saved ??= wrongType(cursor, model)
  skipAny(cursor)
  return before
}

function save(cursor: Cursor, why: string, before: Value): Value {
  cursor.saved ??= new GoDecodeError(`decoding the session: ${why}`)
  return before
}

function wrongType(cursor: Cursor, { kind }: Model): GoDecodeError {
  return new GoDecodeError(`decoding the session: ${nameOf(peek(cursor))} where ${expected[kind]} is expected`)
}

const expected: Record<Model['kind'], string> = {
  any: 'a value',
  string: 'a string',
  boolean: 'a boolean',
  integer: 'an integer',
  time: 'a time',
  enum: 'a string',
  list: 'a list',
  map: 'an object',
  struct: 'an object',
}

function nameOf(first: number): string {
  if (first === sign.openObject) return 'an object'
  if (first === sign.openList) return 'an array'
  if (first === sign.quote) return 'a string'
  return isNumber(first) ? 'a number' : 'a boolean'
}
