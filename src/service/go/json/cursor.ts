import { GoDecodeError } from './errors.ts'

/** Where the reading of a JSON text stands. */
export interface Cursor {
  readonly text: string
  /** Whether the text is free of what a string would have to be read or written character by character for. */
  readonly plain: boolean
  /** The position of the next character. */
  at: number
  /** How many containers are open. */
  depth: number
  /** The first value of a wrong type: Go remembers it and reads on, and fails at the end. */
  saved: GoDecodeError | undefined
  /** Whether a time was read that Go can't write again. */
  unwritable: boolean
  /** From where to where the last key stands with its colon, when it stands as Go writes it; else nowhere. */
  keyStart: number
  keyEnd: number
}

/** Characters that JSON is made of, by their codes. */
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

/** cursorAt stands before the first character of `text`. */
export function cursorAt(text: string): Cursor {
  const plain = !special.test(text)
  return { text, plain, at: 0, depth: 0, saved: undefined, unwritable: false, keyStart: 0, keyEnd: 0 }
}

/** peek is the code of the next character, NaN behind the last. */
export function peek(cursor: Cursor): number {
  return cursor.text.charCodeAt(cursor.at)
}

/** skipSpace steps over white space. */
export function skipSpace(cursor: Cursor): void {
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code > 0x20 || (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09)) return
    cursor.at++
  }
}

/** skipWord steps over `true`, `false` or `null`, of which `first` is the first letter's code. */
export function skipWord(cursor: Cursor, first: number): void {
  const word = first === sign.true ? 'true' : first === sign.false ? 'false' : 'null'
  if (!cursor.text.startsWith(word, cursor.at)) throw syntax(cursor)
  cursor.at += word.length
}

/**
 * open steps into an object or array.
 *
 * @throws GoDecodeError when it is the 10,001st that is open.
 */
export function open(cursor: Cursor): void {
  if (++cursor.depth > maxDepth) throw new GoDecodeError('decoding the session: the JSON is nested too deeply')
  cursor.at++
}

/** ends steps out of the container that was just opened if it is empty, and says whether it did. */
export function ends(cursor: Cursor, end: number): boolean {
  skipSpace(cursor)
  if (peek(cursor) !== end) return false
  cursor.at++
  cursor.depth--
  return true
}

/**
 * closes steps out of the container if the value that was just read is its last, and says whether it did; otherwise
 * it steps over the comma.
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

/** syntax is the error of a text that is no JSON where the cursor stands. */
export function syntax({ text, at }: Cursor): GoDecodeError {
  return new GoDecodeError(
    at < text.length
      ? `decoding the session: the body is not JSON at character ${at + 1}`
      : 'decoding the session: the JSON body ends too early',
  )
}
