import { skipAny } from './any.ts'
import { cursorAt, peek, sign, skipSpace, skipWord, syntax, type Cursor } from './cursor.ts'
import { GoDecodeError, GoEncodeError } from './errors.ts'
import type { Struct } from './model.ts'
import { readStruct } from './struct.ts'
import { unwritable } from './time.ts'
import { decodeUtf8 } from './utf8.ts'

/**
 * recode reads a JSON body as the Go SDK reads it into `model` and returns it as Go's `json.Encoder` writes it,
 * without the final newline: keys by their bytes, nulls of optional fields dropped, unknown fields kept, HTML
 * characters escaped, numbers as float64, times as RFC 3339 without trailing zeros.
 *
 * It follows encoding/json of Go 1.26 (case-insensitive keys, repeated members, U+FFFD for broken UTF-8, the limit on
 * nesting) and the SDK's generated `UnmarshalJSON` (required properties, named enums). Time and memory are linear in
 * the body's length, except for sorting keys.
 *
 * @param pointer whether Go decodes into a pointer, which a JSON null leaves nil, rather than into the value itself.
 * @throws GoDecodeError when Go would fail to read it, GoEncodeError when Go would fail to write it.
 */
export function recode(body: Buffer, model: Struct, pointer = false): string {
  const cursor = cursorAt(decodeUtf8(body))
  const written = readWhole(cursor, pointer ? (at) => readPointer(at, model) : (at) => readStruct(at, model))
  if (cursor.unwritable && written.includes(unwritable)) {
    throw new GoEncodeError('encoding the session: a time is a day or more away from UTC')
  }
  return written
}

function readPointer(cursor: Cursor, model: Struct): string {
  if (peek(cursor) !== sign.null) return readStruct(cursor, model)
  skipWord(cursor, sign.null)
  return 'null'
}

function readWhole(cursor: Cursor, read: (cursor: Cursor) => string): string {
  try {
    return readAll(cursor, read)
  } catch (error) {
    // Go checks the whole text before it reads; here only a failure needs that check.
    if (error instanceof GoDecodeError) check(cursor.text)
    throw error
  }
}

/** Fails as Go does before it reads the first field: for invalid JSON, then for a number out of range. */
function check(text: string): void {
  const cursor = cursorAt(text)
  readAll(cursor, skipAny)
  if (cursor.saved !== undefined) throw cursor.saved
}

function readAll<T>(cursor: Cursor, read: (cursor: Cursor) => T): T {
  skipSpace(cursor)
  const result = read(cursor)
  skipSpace(cursor)
  if (cursor.at < cursor.text.length) throw syntax(cursor)
  return result
}
