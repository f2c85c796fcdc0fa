import { GoDecodeError } from './errors.ts'
import { roomFor, type Room } from './room.ts'

/** A position in a JSON text, and what Go writes of the text so far. */
export interface Cursor extends Room {
  /** The length of the text in bytes. */
  readonly length: number
  /** The position of the next byte. */
  at: number
  /** The number of open containers. */
  depth: number
  /** How often the text so far differs from what Go writes. */
  changes: number
  /** The range of the last key without quotes and escapes. */
  keyStart: number
  keyEnd: number
  /** The last key with its colon: a ring of pieces, or `asIs` around that range. */
  key: number
  /** The first value of a wrong type: Go remembers it and reads on, and fails at the end. */
  saved: GoDecodeError | undefined
  /** Whether a time was read that Go cannot write. */
  unwritable: boolean
}

/** The codes of JSON's characters. */
export const sign = {
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
  slash: 0x2f,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  backslash: 0x5c,
  openList: 0x5b,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
  false: 0x66,
  null: 0x6e,
  true: 0x74,
  u: 0x75,
} as const

const maxDepth = 10_000 // encoding/json's own limit on nesting

/** cursorAt returns a cursor at the first byte of `text`, which is UTF-8. Only the last one can be used. */
export function cursorAt(text: Buffer): Cursor {
  return {
    ...roomFor(text),
    length: text.length,
    at: 0,
    depth: 0,
    changes: 0,
    keyStart: 0,
    keyEnd: 0,
    key: 0,
    saved: undefined,
    unwritable: false,
  }
}

/** peek returns the code of the next byte; zero after the last. */
export function peek({ bytes, at }: Cursor): number {
  return bytes[at] ?? 0
}

/** skipSpace skips white space, of which Go writes none. */
export function skipSpace(cursor: Cursor): void {
  if (peek(cursor) <= 0x20) skipSomeSpace(cursor)
}

function skipSomeSpace(cursor: Cursor): void {
  const { at } = cursor
  for (let code = peek(cursor); isSpace(code); code = peek(cursor)) cursor.at++
  if (cursor.at > at) cursor.changes++
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

/** skipWord skips `true`, `false` or `null`, given the code of its first letter. */
export function skipWord(cursor: Cursor, first: number): void {
  const word = first === sign.true ? 'true' : first === sign.false ? 'false' : 'null'
  for (let at = 0; at < word.length; at++) {
    if (cursor.bytes[cursor.at + at] !== word.charCodeAt(at)) throw syntax(cursor)
  }
  cursor.at += word.length
}

/**
 * open steps into an object or array.
 *
 * @throws GoDecodeError when it is the 10,001st open one.
 */
export function open(cursor: Cursor): void {
  if (++cursor.depth > maxDepth) throw new GoDecodeError('decoding the session: the JSON is nested too deeply')
  cursor.at++
}

/** ends leaves the container that was just opened if it is empty, and says whether it did. */
export function ends(cursor: Cursor, end: number): boolean {
  skipSpace(cursor)
  if (peek(cursor) !== end) return false
  cursor.at++
  cursor.depth--
  return true
}

/**
 * closes leaves the container if the value just read is its last, and says whether it did; otherwise it skips the
 * comma.
 *
 * @throws GoDecodeError when neither follows.
 */
export function closes(cursor: Cursor, end: number): boolean {
  if (ends(cursor, end)) return true
  if (peek(cursor) !== sign.comma) throw syntax(cursor)
  cursor.at++
  return false
}

/** isNumber says whether a value with this first character is a number. */
export function isNumber(first: number): boolean {
  return first === sign.minus || (first >= sign.zero && first <= sign.nine)
}

/** syntax returns the error of a text that is not JSON at the cursor. */
export function syntax({ bytes, length, at }: Cursor): GoDecodeError {
  return new GoDecodeError(
    at < length
      ? `decoding the session: the body is not JSON at character ${bytes.toString('utf8', 0, at).length + 1}`
      : 'decoding the session: the JSON body ends too early',
  )
}
