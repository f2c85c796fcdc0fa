import { skipAny } from './any.ts'
import { cursorAt, peek, sign, skipSpace, skipWord, syntax, type Cursor } from './cursor.ts'
import { GoDecodeError, GoEncodeError } from './errors.ts'
import type { Struct } from './model.ts'
import { copyRing, piece } from './pieces.ts'
import { leave } from './room.ts'
import { readStruct } from './struct.ts'
import { toUtf8 } from './utf8.ts'

/**
 * recode reads a JSON body as the Go SDK reads it into `model` and returns it as Go's `json.Encoder` writes it,
 * with the final newline: keys by their bytes, nulls of optional fields dropped, unknown fields kept, HTML
 * characters escaped, numbers as float64, times as RFC 3339 without trailing zeros.
 *
 * It follows encoding/json of Go 1.26 (case-insensitive keys, repeated members, U+FFFD for broken UTF-8, the limit on
 * nesting) and the SDK's generated `UnmarshalJSON` (required properties, named enums). Time and memory are linear in
 * the body's length, except for sorting keys.
 *
 * @param pointer whether Go decodes into a pointer, which a JSON null leaves nil, rather than into the value itself.
 * @throws GoDecodeError when Go would fail to read it, GoEncodeError when Go would fail to write it.
 */
export function recode(body: Buffer, model: Struct, pointer = false): Buffer {
  const cursor = cursorAt(toUtf8(body))
  try {
    return write(cursor, model, pointer)
  } finally {
    leave(cursor)
  }
}

function write(cursor: Cursor, model: Struct, pointer: boolean): Buffer {
  const ring = readWhole(cursor, pointer ? (at) => readPointer(at, model) : (at) => readStruct(at, model))
  const text = copyRing(cursor, ring)
  if (cursor.unwritable && text.includes(0)) {
    throw new GoEncodeError('encoding the session: a time is a day or more away from UTC')
  }
  return text
}

function readPointer(cursor: Cursor, model: Struct): number {
  if (peek(cursor) !== sign.null) return readStruct(cursor, model)
  const { at } = cursor
  skipWord(cursor, sign.null)
  return piece(cursor, at, cursor.at)
}

function readWhole(cursor: Cursor, read: (cursor: Cursor) => number): number {
  try {
    return readAll(cursor, read)
  } catch (error) {
    // Go checks the whole text before it reads; here only a failure needs that check.
    if (error instanceof GoDecodeError) check(cursor)
    throw error
  }
}

/** Fails as Go does before it reads the first field: for invalid JSON, then for a number out of range. */
function check({ bytes, length }: Cursor): void {
  const cursor = cursorAt(bytes.subarray(0, length))
  try {
    readAll(cursor, skipAny)
  } finally {
    leave(cursor)
  }
  if (cursor.saved !== undefined) throw cursor.saved
}

function readAll<T>(cursor: Cursor, read: (cursor: Cursor) => T): T {
  skipSpace(cursor)
  const result = read(cursor)
  skipSpace(cursor)
  if (cursor.at < cursor.length) throw syntax(cursor)
  return result
}
