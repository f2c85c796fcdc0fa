import { lengthen, makeRoom, type Room } from './room.ts'

// What Go writes is made of pieces, ranges of the room's bytes, that are copied once at the end. The pieces of a value
// are a ring, so that two can be joined in constant time, however deep values are nested: a ring is known by its last
// piece, whose next is its first. A piece is three numbers in the room's list: its start, its end, and the next piece.

/** In place of a ring: the text as it is. */
export const asIs = 0

const size = 3 // numbers
const word = 4 // bytes
const longest = 64 // bytes that words copy faster than a call does

/** piece returns a ring of one piece. */
export function piece(room: Room, start: number, end: number): number {
  room.piecesEnd += size
  if (room.piecesEnd + size > room.pieces.length) lengthen(room, 'pieces')
  const { pieces, piecesEnd: made } = room
  pieces[made] = start
  pieces[made + 1] = end
  pieces[made + 2] = made
  return made
}

/** put returns `ring` with another piece at its end. */
export function put(room: Room, ring: number, start: number, end: number): number {
  if (room.pieces[ring + 1] !== start) return join(room, ring, piece(room, start, end))
  room.pieces[ring + 1] = end
  return ring
}

/** putSign returns `ring` with a character at its end; mostly it is what follows there anyway. */
export function putSign(room: Room, ring: number, code: number): number {
  const end = room.pieces[ring + 1] ?? 0
  const start = end < room.used && room.bytes[end] === code ? end : writeSign(room, code)
  return put(room, ring, start, start + 1)
}

/** signPiece returns a ring of a character of ASCII. */
export function signPiece(room: Room, code: number): number {
  const start = writeSign(room, code)
  return piece(room, start, start + 1)
}

function writeSign(room: Room, code: number): number {
  makeRoom(room, 1)
  room.bytes[room.used] = code
  return room.used++
}

/** join returns the ring of `ring` and, behind it, `other`. Neither can be used again. */
export function join({ pieces }: Room, ring: number, other: number): number {
  const first = pieces[ring + 2] ?? 0
  let second = pieces[other + 2] ?? 0
  if (pieces[ring + 1] === pieces[second]) {
    pieces[ring + 1] = pieces[second + 1] ?? 0
    if (second === other) return ring
    second = pieces[second + 2] ?? 0
  }
  pieces[ring + 2] = second
  pieces[other + 2] = first
  return other
}

/** putText returns a ring of `text`, which is ASCII and written anew. */
export function putText(room: Room, text: string): number {
  return piece(room, writeText(room, text), room.used)
}

/** writeText writes `text`, which is ASCII, anew and returns where it starts; it ends at `used`. */
export function writeText(room: Room, text: string): number {
  makeRoom(room, text.length)
  const { bytes, used } = room
  for (let at = 0; at < text.length; at++) bytes[used + at] = text.charCodeAt(at)
  room.used = used + text.length
  return used
}

/** copyWords copies a range with up to three bytes behind it, and returns where the copy ends. For few bytes. */
export function copyWords(source: DataView, start: number, end: number, target: DataView, to: number): number {
  const length = end - start
  for (let at = 0; at < length; at += word) target.setUint32(to + at, source.getUint32(start + at))
  return to + length
}

/** copyRing returns the bytes of a ring and a newline. */
export function copyRing({ bytes, view, pieces }: Room, ring: number): Buffer {
  let length = 1
  let at = ring
  do {
    at = pieces[at + 2] ?? 0
    length += (pieces[at + 1] ?? 0) - (pieces[at] ?? 0)
  } while (at !== ring)
  const copy = Buffer.allocUnsafe(length + word)
  const target = new DataView(copy.buffer, copy.byteOffset, copy.length)
  let to = 0
  do {
    at = pieces[at + 2] ?? 0
    const start = pieces[at] ?? 0
    const end = pieces[at + 1] ?? 0
    if (end - start > longest) to += bytes.copy(copy, to, start, end)
    else to = copyWords(view, start, end, target, to)
  } while (at !== ring)
  copy[to] = 0x0a
  return copy.subarray(0, length)
}
