import { readAny, skipAny } from './any.ts'
import { closes, ends, isNumber, open, peek, sign, skipSpace, skipWord, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'
import { fold, zeroOf, type Field, type Model, type Scalar, type Struct } from './model.ts'
import { readInteger } from './number.ts'
import { writePairs, type Pair } from './object.ts'
import { firstKey, nextKey, prefixOf, readString, readText } from './string.ts'
import { readTime } from './time.ts'

/** A Go value: as Go writes it, or what a member of the same name is read into again; undefined is the zero value. */
type Value = string | List | Entries | undefined

/** A Go slice. Elements beyond its length are still there when it grows again. */
interface List {
  of: Model
  items: Value[]
  length: number
}

/** A Go map, with each key as often as it was set. */
interface Entries {
  pairs: Pair[]
}

/**
 * readStruct reads a value as encoding/json reads it into the SDK's struct `model`, by the struct's generated
 * `UnmarshalJSON`, and returns it as Go writes it.
 *
 * A value of a wrong type fails the struct once it is read; an error of a nested struct, an enum or a time fails it at
 * once; a missing required property comes before both.
 *
 * @throws GoDecodeError the one that Go finds if the text is JSON without numbers out of range, else any.
 */
export function readStruct(cursor: Cursor, model: Struct): string {
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
function readNullStruct(cursor: Cursor, model: Struct): string {
  skipWord(cursor, sign.null)
  const [field] = model.required
  if (field !== undefined) throw noValue(field)
  return write(model, [], undefined)
}

function readMembers(cursor: Cursor, model: Struct): string {
  const outer = takeSaved(cursor)
  const values: Value[] = []
  const seen: boolean[] = []
  let others: Pair[] | undefined
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) {
    const exact = model.exact.get(key)
    const field = exact ?? model.folded.get(fold(key))
    if (exact === undefined) {
      const { at } = cursor
      const prefix = prefixOf(cursor, key)
      others ??= []
      others.push({ key, prefix, encoded: readAny(cursor) })
      if (field === undefined) continue
      cursor.at = at
    } else {
      seen[exact.index] = true
    }
    if (field !== undefined) values[field.index] = readField(cursor, field, values[field.index])
  }
  for (const field of model.required) if (seen[field.index] !== true) throw noValue(field)
  const saved = takeSaved(cursor)
  if (saved !== undefined) throw saved
  cursor.saved = outer
  return write(model, values, others)
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
  if (first === sign.null) {
    skipWord(cursor, first)
    if (model.keepsNull) return 'null'
    if (model.kind === 'enum') throw notValid(model.open ? 'null' : '', model.name)
    return before
  }
  switch (model.kind) {
    case 'string':
      if (first === sign.quote) return readString(cursor)
      break
    case 'time':
      if (first === sign.quote) return readTime(cursor)
      throw wrongType(cursor, model)
    case 'boolean':
      if (first === sign.true || first === sign.false) {
        skipWord(cursor, first)
        return first === sign.true ? 'true' : 'false'
      }
      break
    case 'integer':
      if (isNumber(first)) return readInteger(cursor) ?? save(cursor, 'a number is no 64 bit integer', before)
      break
    case 'enum':
      if (first === sign.quote) return model.open ? readString(cursor) : readEnum(cursor, model.name, model.values)
      throw wrongType(cursor, model)
  }
  if (model.keepsNull) throw wrongType(cursor, model)
  return skipWrongType(cursor, model, before)
}

function readEnum(cursor: Cursor, name: string, values: ReadonlySet<string>): string {
  const text = readText(cursor)
  if (!values.has(text)) throw notValid(text, name)
  return JSON.stringify(text)
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
  const map = typeof before === 'object' && 'pairs' in before ? before : { pairs: [] }
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) {
    const prefix = prefixOf(cursor, key)
    map.pairs.push({ key, prefix, encoded: encode(read(cursor, of, undefined)) ?? zeroOf(of) })
  }
  return map
}

function encode(value: Value): string | undefined {
  if (typeof value !== 'object') return value
  if ('pairs' in value) return writePairs(value.pairs)
  const { items, length, of } = value
  const zero = zeroOf(of)
  let written = ''
  for (let at = 0; at < length; at++) written += (at === 0 ? '' : ',') + (encode(items[at]) ?? zero)
  return `[${written}]`
}

function write(model: Struct, values: readonly Value[], others: Pair[] | undefined): string {
  let written = ''
  for (const { index, name, prefix, zero } of model.fields) {
    const encoded = encode(values[index]) ?? zero
    if (encoded === '') continue
    if (others === undefined) written += (written === '' ? '{' : ',') + prefix + encoded
    else others.push({ key: name, prefix, encoded })
  }
  if (others !== undefined) return writePairs(others)
  return written === '' ? '{}' : written + '}'
}

/** The error of an object without a required property. */
function missing(cursor: Cursor, model: Struct): GoDecodeError | undefined {
  if (model.required.length === 0) return undefined
  const seen = new Set<Field | undefined>()
  open(cursor)
  for (let key = firstKey(cursor); key !== undefined; key = nextKey(cursor)) {
    seen.add(model.exact.get(key))
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
