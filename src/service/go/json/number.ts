import { peek, sign, syntax, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'

const longestExact = 15 // digits of an integer that a float64 always holds, so that Go writes it as it stands
const longestInteger = 20 // characters of the longest 64 bit integer, its sign included

/** A number as it stands in the text. */
interface Literal {
  text: string
  /** Whether it has neither fraction nor exponent. */
  whole: boolean
}

/**
 * readFloat reads a number into a float64 and returns it as Go writes it. Of more than 800 digits before the point, or
 * an exponent beyond 10,000, Go's strconv may make another number than is written; here it is the one that is written.
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

/** skipFloat steps over a number and remembers, as Go does, when it is out of the range of a float64. */
export function skipFloat(cursor: Cursor): void {
  if (!Number.isFinite(Number(readLiteral(cursor).text))) cursor.saved ??= outOfRange()
}

/** readInteger reads a number into an int64 and returns it as Go writes it; undefined when it is none. */
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

/** Steps over digits, of which there is one at least. */
function skipDigits(cursor: Cursor): void {
  const { at } = cursor
  for (let code = peek(cursor); code >= sign.zero && code <= sign.nine; code = peek(cursor)) cursor.at++
  if (cursor.at === at) throw syntax(cursor)
}

function outOfRange(): GoDecodeError {
  return new GoDecodeError('decoding the session: a number is out of the range of float64')
}
