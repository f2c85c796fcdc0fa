import { isUtf8 } from 'node:buffer'

const replacement = Buffer.from('\ufffd')

/**
 * toUtf8 returns `bytes` with one U+FFFD for every byte that is not part of a rune, like Go's `range` over a string
 * (utf8.DecodeRune). WHATWG decoders have one for a whole broken sequence.
 */
export function toUtf8(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes
  const mended = mend(bytes)
  return isUtf8(mended) ? mended : Buffer.from(mended.toString('utf8'))
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
 * The number of bytes at `at` in the form of a rune; 0 if the first is none, or the last are missing. For what has the
 * form but is no rune, such as surrogates and overlong forms, the decoder itself replaces every byte.
 */
function sizeOfRune(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0
  const size = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0
  for (let rest = 1; rest < size; rest++) if (((bytes[at + rest] ?? 0) & 0xc0) !== 0x80) return 0
  return size
}
