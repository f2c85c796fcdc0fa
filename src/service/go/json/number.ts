import { peek, sign, syntax, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'
import { asIs, putText } from './pieces.ts'

/** Digits that a float64 always holds, so that Go writes them unchanged. */
export const longestExact = 15
const longestInteger = 20 // characters of the longest 64 bit integer, its sign included

/** What a number has, at most. */
const form = { digits: 0, fraction: 1, exponent: 2 } as const

/**
 * readFloat reads a number into a float64 and returns a ring of it as Go writes it, or `asIs`. With more than 800
 * digits before the point, or an exponent beyond 10,000, Go's strconv may read another number than is written; this
 * reads what is written.
 *
 * @throws GoDecodeError when it is out of the range of a float64.
 */
export function readFloat(cursor: Cursor): number {
  const { bytes, at } = cursor
  const found = skipNumber(cursor)
  if (cursor.at - at <= longestExact) {
    if (found === form.digits || (found === form.fraction && isShortest(bytes, at, cursor.at))) return asIs
  }
  const text = bytes.toString('latin1', at, cursor.at)
  const number = Number(text)
  if (!Number.isFinite(number)) throw outOfRange()
  return written(cursor, text, Object.is(number, -0) ? '-0' : String(number))
}

/** Whether a fraction has no zero at its end, and is not so small that Go may write it with an exponent. */
function isShortest(bytes: Buffer, start: number, end: number): boolean {
  const first = bytes[start] === sign.minus ? start + 1 : start
  return bytes[end - 1] !== sign.zero && (bytes[first] !== sign.zero || bytes[first + 2] !== sign.zero)
}

/** skipFloat skips a number and remembers, as Go does, one out of the range of a float64. */
export function skipFloat(cursor: Cursor): void {
  const { at } = cursor
  if (skipNumber(cursor) !== form.exponent && cursor.at - at <= longestExact) return
  if (!Number.isFinite(Number(cursor.bytes.toString('latin1', at, cursor.at)))) cursor.saved ??= outOfRange()
}

/** readInteger reads an int64 and returns a ring of it as Go writes it, or `asIs`; undefined if it is none. */
export function readInteger(cursor: Cursor): number | undefined {
  const { at } = cursor
  const found = skipNumber(cursor)
  // Before BigInt, whose time is not linear.
  if (found !== form.digits || cursor.at - at > longestInteger) return undefined
  const text = cursor.bytes.toString('latin1', at, cursor.at)
  const integer = BigInt(text)
  return BigInt.asIntN(64, integer) === integer ? written(cursor, text, String(integer)) : undefined
}

function written(cursor: Cursor, text: string, number: string): number {
  if (text === number) return asIs
  cursor.changes++
  return putText(cursor, number)
}

/** Skips a number and says what form it has. */
function skipNumber(cursor: Cursor): number {
  if (peek(cursor) === sign.minus) cursor.at++
  if (peek(cursor) === sign.zero) cursor.at++
  else skipDigits(cursor)
  let found: number = form.digits
  if (peek(cursor) === sign.point) {
    found = form.fraction
    cursor.at++
    skipDigits(cursor)
  }
  if ((peek(cursor) | 0x20) === 0x65) {
    found = form.exponent
    cursor.at++
    if (peek(cursor) === sign.plus || peek(cursor) === sign.minus) cursor.at++
    skipDigits(cursor)
  }
  return found
}

/** Skips one digit or more. */
function skipDigits(cursor: Cursor): void {
  const { at } = cursor
  for (let code = peek(cursor); code >= sign.zero && code <= sign.nine; code = peek(cursor)) cursor.at++
  if (cursor.at === at) throw syntax(cursor)
}

function outOfRange(): GoDecodeError {
  return new GoDecodeError('decoding the session: a number is out of the range of float64')
}
