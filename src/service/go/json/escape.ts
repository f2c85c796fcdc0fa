import { sign } from './cursor.ts'
import { piece } from './pieces.ts'
import { makeRoom, type Room } from './room.ts'

const separator = 0xe2 // the first of the three bytes of U+2028 and U+2029, and of other characters
const replacement = 0xfffd
const longestEscape = 6 // bytes

/** What Go writes for a byte of a string; empty for the byte itself. */
const escapes = Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code)
  if ('<>&'.includes(character)) return `\\u00${code.toString(16)}`
  return code < 0x20 || '"\\'.includes(character) ? JSON.stringify(character).slice(1, -1) : ''
})

/** Whether a byte of a string is plain, or special: it ends the string, or begins what may be written otherwise. */
const special = Uint8Array.from(escapes, (escape, code) => Number(escape !== '' || code === separator))

/** What is meant by an escape of two characters, by the second; 0 for no such escape. */
export const meanings = new Uint8Array(256)
for (const [index, code] of Buffer.from('"\\/bfnrt').entries()) meanings[code] = '"\\/\b\f\n\r\t'.charCodeAt(index)

/** plainEnd returns where the string's next byte is that ends it, or begins an escape or what Go escapes. */
export function plainEnd(bytes: Buffer, from: number): number {
  let at = from
  while (special[bytes[at] ?? 0] === 0 || isOther(bytes, at)) at++
  return at
}

/** Whether a character is at a position that only begins like U+2028 and U+2029. */
function isOther(bytes: Buffer, at: number): boolean {
  return bytes[at] === separator && (bytes[at + 1] !== 0x80 || ((bytes[at + 2] ?? 0) & 0xfe) !== 0xa8)
}

/**
 * decodeString writes the value of the string in a range anew and returns where it starts; it ends at `used`. A lone
 * surrogate becomes U+FFFD, as in Go.
 */
export function decodeString(room: Room, start: number, end: number): number {
  makeRoom(room, end - start)
  const { bytes, used } = room
  let to = used
  for (let at = start + 1; at < end - 1; at++) {
    const code = bytes[at] ?? 0
    if (code !== sign.backslash) {
      bytes[to++] = code
      continue
    }
    const meaning = meanings[bytes[at + 1] ?? 0] ?? 0
    const rune = meaning === 0 ? runeAt(bytes, at) : meaning
    at += meaning !== 0 ? 1 : rune <= 0xffff ? 5 : 11
    to = writeRune(bytes, to, rune)
  }
  room.used = to
  return used
}

/** The rune of the escape `\uXXXX` at a position, or of two for a pair of surrogates. */
function runeAt(bytes: Buffer, at: number): number {
  const unit = unitAt(bytes, at)
  if (unit < 0xd800 || unit > 0xdfff) return unit
  const next = bytes[at + 6] === sign.backslash && meanings[bytes[at + 7] ?? 0] === 0 ? unitAt(bytes, at + 6) : 0
  const isPair = unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff
  return isPair ? 0x10000 + (unit - 0xd800) * 0x400 + next - 0xdc00 : replacement
}

function unitAt(bytes: Buffer, at: number): number {
  let unit = 0
  for (let digit = at + 2; digit < at + 6; digit++) {
    const code = bytes[digit] ?? 0
    unit = unit * 16 + (code <= sign.nine ? code - sign.zero : (code | 0x20) - 0x57)
  }
  return unit
}

function writeRune(bytes: Buffer, at: number, rune: number): number {
  const size = rune < 0x80 ? 1 : rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4
  let rest = rune
  for (let to = at + size - 1; to > at; to--) {
    bytes[to] = 0x80 | (rest & 0x3f)
    rest >>= 6
  }
  bytes[at] = size === 1 ? rest : ((0xff00 >> size) & 0xff) | rest
  return at + size
}

/** encodeString returns a ring of the text in a range as a string as Go writes it. */
export function encodeString(room: Room, start: number, end: number): number {
  let specials = 0
  for (let at = start; at < end; at++) specials += special[room.bytes[at] ?? 0] ?? 0
  makeRoom(room, end - start + specials * longestEscape + 2)
  const { bytes, used } = room
  let to = used
  bytes[to++] = sign.quote
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0
    if (special[code] === 0 || isOther(bytes, at)) {
      bytes[to++] = code
      continue
    }
    if (code === separator) at += 2
    const escape = code === separator ? `\\u202${bytes[at] === 0xa8 ? '8' : '9'}` : (escapes[code] ?? '')
    for (let letter = 0; letter < escape.length; letter++) bytes[to++] = escape.charCodeAt(letter)
  }
  bytes[to++] = sign.quote
  room.used = to
  return piece(room, used, to)
}
