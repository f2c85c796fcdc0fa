import { isAscii, isUtf8 } from 'node:buffer'

const replacement = Buffer.from('\ufffd')

/**
 * decodeUtf8 is the text of `bytes` with one U+FFFD for every byte that is part of no rune, as Go's `range` over a
 * string has it (utf8.DecodeRune); decoders of the WHATWG have one for a whole broken sequence.
 */
export function decodeUtf8(bytes: Buffer): string {
  if (isAscii(bytes)) return bytes.toString('latin1')
  return (isUtf8(bytes) ? bytes : mend(bytes)).toString('utf8')
}

function mend(bytes: Buffer): Buffer {
  const mended = Buffer.allocUnsafe(bytes.length * 3)
  let to = 0
  for (let at = 0; at < bytes.length;) {
    const end = at + sizeOfRune(bytes, at)
    if (end === at) {
      for (const byte of replacement) mended[to++] = byte
      at++
    }
    while (at < end) mended[to++] = bytes[at++] ?? 0
  }
  return mended.subarray(0, to)
}

/**
 * How many bytes have the form of a rune at `at`; 0 when its first is none, or its last are missing. Of what has the
 * form and is no rune, as surrogates or what is longer than it need be, the decoder replaces every byte by itself.
 */
function sizeOfRune(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0
  const size = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0
  for (let rest = 1; rest < size; rest++) if (((bytes[at + rest] ?? 0) & 0xc0) !== 0x80) return 0
  return size
}
