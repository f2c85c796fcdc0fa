import { peek, sign, syntax, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'

const longestExact = 15 // digits of an integer that a float64 always holds, so that Go writes it unchanged
const longestInteger = 20 // characters of the longest 64 bit integer, its sign included

/** A number as it is in the text. */
interface Literal {
  text: string
  /** Whether it has neither fraction nor exponent. */
  whole: boolean
}

/**
 * readFloat reads a number into a float64 and returns it as Go writes it. With more than 800 digits before the point,
 * or an exponent beyond 10,000, Go's strconv may read another number than is written; this reads what is written.
 *
 * @throws GoDecodeError when it is out of the range of a float64.
 */
export function readFloat(cursor: Cursor): string {
  const { text, whole } = readLiteral(cursor)
  if (whole && text.length <= longestExact) return text
  const number = Number(text)
  if (!Number.isFinite(number)) throw outOfRange()
  return Object.is(number, -0) ? '-0' : String(number)
}

/** skipFloat skips a number and remembers, as Go does, one out of the range of a float64. */
export function skipFloat(cursor: Cursor): void {
  if (!Number.isFinite(Number(readLiteral(cursor).text))) cursor.saved ??= outOfRange()
}

/** readInteger reads a number into an int64 and returns it as Go writes it; undefined if it is none. */
export function readInteger(cursor: Cursor): string | undefined {
  const { text, whole } = readLiteral(cursor)
  if (!whole || text.length > longestInteger) return undefined // before BigInt, whose time is not linear
  const integer = BigInt(text)
  return BigInt.asIntN(64, integer) === integer ? String(integer) : undefined
}

function readLiteral(cursor: Cursor): Literal {
  const { text, at } = cursor
  if (peek(cursor) === sign.minus) cursor.at++
  if (peek(cursor) === sign.zero) cursor.at++
  else skipDigits(cursor)
  let whole = true
  if (peek(cursor) === sign.point) {
    whole = false
    cursor.at++
    skipDigits(cursor)
  }
  if ((peek(cursor) | 0x20) === 0x65) {
    whole = false
    const next = text.charAt(++cursor.at)
    if (next === '+' || next === '-') cursor.at++
    skipDigits(cursor)
  }
  return { text: text.slice(at, cursor.at), whole }
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
