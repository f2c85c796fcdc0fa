import { closes, ends, peek, sign, skipSpace, syntax, type Cursor } from './cursor.ts'
import { decodeString, encodeString, meanings, plainEnd } from './escape.ts'
import { asIs, piece, putSign } from './pieces.ts'

// Here, since an import is slower to read.
const { backslash, closeObject, colon, quote } = sign

/** How a string in the text is to what Go writes: the same and without escapes, the same, or another. */
export const form = { plain: 0, escaped: 1, changed: 2 } as const

/** skipString skips a string whose first quote was seen, and says how it is; more than one bit can be set. */
export function skipString(cursor: Cursor): number {
  const { bytes } = cursor
  let found: number = form.plain
  for (;;) {
    cursor.at = plainEnd(bytes, cursor.at + 1)
    const code = peek(cursor)
    if (code === quote) {
      cursor.at++
      return found
    }
    if (code < 0x20) throw syntax(cursor)
    if (code === backslash) found |= skipEscape(cursor)
    else found |= form.changed
  }
}

/** Moves from a backslash to the last byte of its escape. */
function skipEscape(cursor: Cursor): number {
  cursor.at++
  const code = peek(cursor)
  if (code === sign.slash) return form.changed
  if (meanings[code] !== 0) return form.escaped
  if (code !== sign.u) throw syntax(cursor)
  for (let digits = 4; digits > 0; digits--) {
    cursor.at++
    if (!isHex(peek(cursor))) throw syntax(cursor)
  }
  return form.changed
}

function isHex(code: number): boolean {
  const letter = code | 0x20
  return (code >= sign.zero && code <= sign.nine) || (letter >= 0x61 && letter <= 0x66)
}

/** readString reads a string and returns a ring of what Go writes, or `asIs`. */
export function readString(cursor: Cursor): number {
  const end = plainEnd(cursor.bytes, cursor.at + 1)
  if (cursor.bytes[end] !== quote) return readOddString(cursor)
  cursor.at = end + 1
  return asIs
}

function readOddString(cursor: Cursor): number {
  const { at } = cursor
  if (skipString(cursor) < form.changed) return asIs
  cursor.changes++
  return encodeString(cursor, decodeString(cursor, at, cursor.at), cursor.used)
}

/** firstKey reads the first key of the object just opened; false if it is empty, and left. */
export function firstKey(cursor: Cursor): boolean {
  if (ends(cursor, closeObject)) return false
  readKey(cursor)
  return true
}

/** nextKey reads the key after the value just read; false if that was the last, and the object is left. */
export function nextKey(cursor: Cursor): boolean {
  if (closes(cursor, closeObject)) return false
  readKey(cursor)
  return true
}

function readKey(cursor: Cursor): void {
  skipSpace(cursor)
  if (peek(cursor) !== quote) throw syntax(cursor)
  const { at } = cursor
  const found = skipString(cursor)
  const end = cursor.at
  skipSpace(cursor)
  if (peek(cursor) !== colon) throw syntax(cursor)
  if (found === form.plain) {
    cursor.keyStart = at + 1
    cursor.keyEnd = end - 1
    cursor.key = cursor.at === end ? asIs : putSign(cursor, piece(cursor, at, end), colon)
  } else {
    cursor.keyStart = decodeString(cursor, at, end)
    cursor.keyEnd = cursor.used
    cursor.key = putSign(cursor, encodeString(cursor, cursor.keyStart, cursor.keyEnd), colon)
    cursor.changes++
  }
  cursor.at++
  skipSpace(cursor)
}
