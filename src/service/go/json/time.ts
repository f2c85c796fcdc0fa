import { peek, sign, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'
import { asIs, join, piece, put, putSign, putText } from './pieces.ts'

const letterT = 0x54
const letterZ = 0x5a
const nanosecondDigits = 9

/**
 * readTime reads a string as `time.Time` does and returns a ring of it as Go writes it, or `asIs`: RFC 3339, with up to
 * nanoseconds and no trailing zeros. A comma and an hour of one digit are accepted, and so is a zone of a day, which Go
 * cannot write: for that it returns the zero behind the text, which no JSON has, so that it can be searched for.
 *
 * @throws GoDecodeError when the string is no such time; escapes are not decoded, as in Go.
 */
export function readTime(cursor: Cursor): number {
  const { bytes, at } = cursor
  const shortHour = bytes[at + 13] === sign.colon
  const toMinute = at + (shortHour ? 14 : 15)
  const toSecond = toMinute + 5
  const year = twoDigits(bytes, at + 1) * 100 + twoDigits(bytes, at + 3)
  const month = twoDigits(bytes, at + 6)
  const day = twoDigits(bytes, at + 9)
  const hour = shortHour ? digit(bytes, at + 12) : twoDigits(bytes, at + 12)
  const minute = twoDigits(bytes, toMinute)
  const second = twoDigits(bytes, toMinute + 3)
  // A character that is no digit gives NaN, which is within no bounds.
  const real =
    within(year, 0, 9999) &&
    within(month, 1, 12) &&
    within(day, 1, daysOf(month, year)) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59)
  if (!real || !separated(bytes, at, toMinute)) throw noTime()
  cursor.at = toSecond
  const fractionEnd = skipFraction(cursor)
  const toZone = cursor.at
  const zone = readZone(cursor)
  if (peek(cursor) !== sign.quote) throw noTime()
  cursor.at++
  if (zone === undefined) {
    cursor.unwritable = true
    return piece(cursor, cursor.length, cursor.length + 1)
  }
  // As Ory writes them, in UTC.
  if (!shortHour && bytes[toSecond] !== sign.comma && fractionEnd === toZone && toZone + 2 === cursor.at) return asIs
  let ring = piece(cursor, at, at + 12)
  if (shortHour) ring = putSign(cursor, ring, sign.zero)
  ring = put(cursor, ring, at + 12, toSecond)
  if (fractionEnd > toSecond) ring = put(cursor, putSign(cursor, ring, sign.point), toSecond + 1, fractionEnd)
  return join(cursor, ring, putText(cursor, `${zone}"`))
}

/** Whether the separators of `"2006-01-02T15:04:05` are in their places. */
function separated(bytes: Buffer, at: number, toMinute: number): boolean {
  return (
    bytes[at + 5] === sign.minus &&
    bytes[at + 8] === sign.minus &&
    bytes[at + 11] === letterT &&
    bytes[toMinute - 1] === sign.colon &&
    bytes[toMinute + 2] === sign.colon
  )
}

/** The number in two places; NaN if there is none. */
function twoDigits(bytes: Buffer, at: number): number {
  return digit(bytes, at) * 10 + digit(bytes, at + 1)
}

function digit(bytes: Buffer, at: number): number {
  const number = (bytes[at] ?? 0) - sign.zero
  return within(number, 0, 9) ? number : NaN
}

function within(number: number, lowest: number, highest: number): boolean {
  return number >= lowest && number <= highest
}

/** Skips a fraction of any length, if there is one, and returns where it ends without trailing zeros. */
function skipFraction(cursor: Cursor): number {
  const { bytes, at } = cursor
  if (bytes[at] !== sign.point && bytes[at] !== sign.comma) return at
  let end = at
  cursor.at++
  for (let code = peek(cursor); code >= sign.zero && code <= sign.nine; code = peek(cursor)) {
    cursor.at++
    if (code !== sign.zero && cursor.at - at <= nanosecondDigits + 1) end = cursor.at
  }
  if (cursor.at === at + 1) throw noTime()
  return end
}

/** Reads `Z` or an offset, and returns it as Go writes it; undefined if Go cannot. */
function readZone(cursor: Cursor): string | undefined {
  const { bytes, at } = cursor
  const first = peek(cursor)
  if (first === letterZ) {
    cursor.at++
    return 'Z'
  }
  const hours = twoDigits(bytes, at + 1)
  const minutes = twoDigits(bytes, at + 4)
  const real =
    (first === sign.plus || first === sign.minus) &&
    bytes[at + 3] === sign.colon &&
    within(hours, 0, 24) &&
    within(minutes, 0, 60) // Go's limits, which let 24:00 and :60 pass
  if (!real) throw noTime()
  cursor.at += 6
  const offset = hours * 60 + minutes
  if (offset >= 24 * 60) return undefined
  return offset === 0
    ? 'Z'
    : `${first === sign.plus ? '+' : '-'}${padded(Math.trunc(offset / 60))}:${padded(offset % 60)}`
}

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

function noTime(): GoDecodeError {
  return new GoDecodeError('decoding the session: a time is not in the form of RFC 3339')
}
