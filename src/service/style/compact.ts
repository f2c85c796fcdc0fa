import { isAscii } from 'node:buffer'

const large = 4096 // bytes

/**
 * compact copies a text or bytes into what takes the least memory in a cache: a small ASCII text as one string, which
 * V8 can move, and anything else as bytes of its own outside V8's heap, whose garbage grows with the heap.
 */
export function compact(content: string | Buffer): string | Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  if (bytes.length < large && isAscii(bytes)) return bytes.toString('latin1')
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}
