import { isAscii } from 'node:buffer'

const large = 4096 // bytes

/**
 * compact makes of a text or bytes what takes little memory for as long as it is kept: a small text in one piece, since
 * V8 moves those together, and bytes of their own outside of V8's heap where it is large, since V8 lets its garbage grow
 * with its heap.
 */
export function compact(content: string | Buffer): string | Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  if (bytes.length < large && isAscii(bytes)) return bytes.toString('latin1')
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
