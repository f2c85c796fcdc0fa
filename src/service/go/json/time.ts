import { peek, sign, type Cursor } from './cursor.ts'
import { GoDecodeError } from './errors.ts'

/** Marks a time that Go cannot write: no JSON text has this character, so it can be searched for. */
export const unwritable = '\0'

const letterT = 0x54
const nanosecondDigits = 9

/**
 * readTime reads a string as `time.Time` does and returns it as Go writes it: RFC 3339, with up to nanoseconds and no
 * trailing zeros. A comma and an hour of one digit are accepted, and so is a zone of a day, which is {@link
 * unwritable}.
 *
 * @throws GoDecodeError when the string is no such time; escapes are not decoded, as in Go.
 */
export function readTime(cursor: Cursor): string {
  const { text, at } = cursor
  const shortHour = text.charCodeAt(at + 13) === sign.colon
  const toMinute = at + (shortHour ? 14 : 15)
  const toSecond = toMinute + 5
  const year = twoDigits(text, at + 1) * 100 + twoDigits(text, at + 3)
  const month = twoDigits(text, at + 6)
  const day = twoDigits(text, at + 9)
  const hour = shortHour ? digit(text, at + 12) : twoDigits(text, at + 12)
  const minute = twoDigits(text, toMinute)
  const second = twoDigits(text, toMinute + 3)
  // A character that is no digit gives NaN, which is within no bounds.
  const real =
    within(year, 0, 9999) &&
    within(month, 1, 12) &&
    within(day, 1, daysOf(month, year)) &&
    within(hour, 0, 23) &&
    within(minute, 0, 59) &&
    within(second, 0, 59)
  if (!real || !separated(text, at, toMinute)) throw noTime()
  cursor.at = toSecond
  const point = peek(cursor)
  const fraction = point === sign.point || point === sign.comma ? nanoseconds(cursor) : ''
  const toZone = cursor.at
  const zone = readZone(cursor)
  if (peek(cursor) !== sign.quote) throw noTime()
  cursor.at++
  if (zone === unwritable) {
    cursor.unwritable = true
    return unwritable
  }
  const kept = !shortHour && point !== sign.comma && fraction.length === toZone - toSecond && toZone + 2 === cursor.at
  if (kept) return text.slice(at, cursor.at) // as Ory writes them, in UTC
  return `${text.slice(at, at + 12)}${shortHour ? '0' : ''}${text.slice(at + 12, toSecond)}${fraction}${zone}"`
}

/** Whether the separators of `"2006-01-02T15:04:05` are in their places. */
function separated(text: string, at: number, toMinute: number): boolean {
  return (
    text.charCodeAt(at + 5) === sign.minus &&
    text.charCodeAt(at + 8) === sign.minus &&
    text.charCodeAt(at + 11) === letterT &&
    text.charCodeAt(toMinute - 1) === sign.colon &&
    text.charCodeAt(toMinute + 2) === sign.colon
  )
}

/** The number in two places; NaN if there is none. */
function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  const number = text.charCodeAt(at) - sign.zero
  return within(number, 0, 9) ? number : NaN
}

function within(number: number, lowest: number, highest: number): boolean {
  return number >= lowest && number <= highest
}

/** Reads a fraction of any length, and returns it with a point and without trailing zeros. */
function nanoseconds(cursor: Cursor): string {
  const start = ++cursor.at
  let end = start
  for (let code = peek(cursor); code >= sign.zero && code <= sign.nine; code = peek(cursor)) {
    cursor.at++
    if (code !== sign.zero && cursor.at - start <= nanosecondDigits) end = cursor.at
  }
  if (cursor.at === start) throw noTime()
  return end === start ? '' : `.${cursor.text.slice(start, end)}`
}

/** Reads `Z` or an offset, and returns it as Go writes it. */
function readZone(cursor: Cursor): string {
  const { text, at } = cursor
  const first = text.charAt(at)
  if (first === 'Z') {
    cursor.at++
    return first
  }
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  const real =
    (first === '+' || first === '-') &&
    text.charCodeAt(at + 3) === sign.colon &&
    within(hours, 0, 24) &&
    within(minutes, 0, 60) // Go's limits, which let 24:00 and :60 pass
  if (!real) throw noTime()
  cursor.at += 6
  const offset = hours * 60 + minutes
  if (offset >= 24 * 60) return unwritable
  return offset === 0 ? 'Z' : `${first}${padded(Math.trunc(offset / 60))}:${padded(offset % 60)}`
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
