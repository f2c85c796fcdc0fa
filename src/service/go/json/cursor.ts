import { GoDecodeError } from './errors.ts'

/** A position in a JSON text. */
export interface Cursor {
  readonly text: string
  /** Whether no string in the text needs reading or writing character by character. */
  readonly plain: boolean
  /** The position of the next character. */
  at: number
  /** The number of open containers. */
  depth: number
  /** The first value of a wrong type: Go remembers it and reads on, and fails at the end. */
  saved: GoDecodeError | undefined
  /** Whether a time was read that Go cannot write. */
  unwritable: boolean
  /** The range of the last key with its colon, if it is written as Go writes it; otherwise empty. */
  keyStart: number
  keyEnd: number
}

/** The codes of JSON's characters. */
export const sign = {
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  point: 0x2e,
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
} as const

const maxDepth = 10_000 // encoding/json's own limit on nesting
const special = /[\\<>&\u2028\u2029\0-\x1f]/

/** cursorAt returns a cursor at the first character of `text`. */
export function cursorAt(text: string): Cursor {
  const plain = !special.test(text)
  return { text, plain, at: 0, depth: 0, saved: undefined, unwritable: false, keyStart: 0, keyEnd: 0 }
}

/** peek returns the code of the next character; NaN after the last. */
export function peek(cursor: Cursor): number {
  return cursor.text.charCodeAt(cursor.at)
}

/** skipSpace skips white space. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) return
    cursor.at++
  }
}

/** skipWord skips `true`, `false` or `null`, given the code of its first letter. */
export function skipWord(cursor: Cursor, first: number): void {
  const word = first === sign.true ? 'true' : first === sign.false ? 'false' : 'null'
  if (!cursor.text.startsWith(word, cursor.at)) throw syntax(cursor)
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
export function syntax({ text, at }: Cursor): GoDecodeError {
  return new GoDecodeError(
    at < text.length
      ? `decoding the session: the body is not JSON at character ${at + 1}`
      : 'decoding the session: the JSON body ends too early',
  )
}
