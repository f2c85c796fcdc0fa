import { sign, type Cursor } from './cursor.ts'
import { asIs, copyWords, join, piece, put } from './pieces.ts'
import { lengthen, makeRoom } from './room.ts'

// The members of the open objects are a stack, of four numbers each: the range of the key without quotes and escapes, a
// ring of the whole member, and its end. If the ring is `asIs`, the member is in the text as Go writes it, from the
// quote before the key to that end.

const size = 4 // numbers
const fewMembers = 32

/** addMember adds a member with the key in the given range and a ring, or `asIs` up to the cursor. */
export function addMember(cursor: Cursor, keyStart: number, keyEnd: number, ring: number): void {
  const last = cursor.membersEnd
  cursor.membersEnd = last + size
  if (last + size > cursor.members.length) lengthen(cursor, 'members')
  const { members } = cursor
  members[last] = keyStart
  members[last + 1] = keyEnd
  members[last + 2] = ring
  members[last + 3] = cursor.at
}

/** keyRing returns a ring of the last key with its colon. */
export function keyRing(cursor: Cursor): number {
  const { keyStart, keyEnd, key } = cursor
  return key === asIs ? piece(cursor, keyStart - 1, keyEnd + 2) : key
}

/** memberRing returns a ring, or `asIs`, of the last key with its value: a ring, or `asIs` from `start` on. */
export function memberRing(cursor: Cursor, start: number, ring: number): number {
  if (cursor.key === asIs && ring === asIs && start === cursor.keyEnd + 2) return asIs
  const key = keyRing(cursor)
  return join(cursor, key, ring === asIs ? piece(cursor, start, cursor.at) : ring)
}

/** isAfterLast says whether the key in a range is behind the last member's in the order in which Go writes them. */
export function isAfterLast({ bytes, members, membersEnd }: Cursor, keyStart: number, keyEnd: number): boolean {
  const last = membersEnd - size
  return compareBytes(bytes, members[last] ?? 0, members[last + 1] ?? 0, keyStart, keyEnd) < 0
}

/**
 * writeObject takes the members from `base` on and returns a ring of them as Go writes a map: keys by their bytes, and
 * the last of repeated ones. Members that are `asIs`, all between `start` and the cursor, are copied, since many small
 * pieces would take longer.
 */
export function writeObject(cursor: Cursor, base: number, start: number): number {
  const { members, membersEnd } = cursor
  const repeated = sort(cursor, base)
  makeRoom(cursor, cursor.at - start + membersEnd - base)
  const { bytes, view, used } = cursor
  let ring = asIs
  let from = used
  let to = used
  bytes[to++] = sign.openObject
  for (let at = base; at < membersEnd; at += size) {
    const next = at + size
    if (repeated && next < membersEnd && compare(bytes, members, at, next) === 0) continue
    const whole = members[at + 2] ?? 0
    if (whole === asIs) {
      to = copyWords(view, (members[at] ?? 0) - 1, members[at + 3] ?? 0, view, to)
    } else {
      ring = ring === asIs ? piece(cursor, from, to) : put(cursor, ring, from, to)
      ring = join(cursor, ring, whole)
      from = to
    }
    bytes[to++] = next < membersEnd ? sign.comma : sign.closeObject
  }
  if (base === membersEnd) bytes[to++] = sign.closeObject
  cursor.used = to
  cursor.membersEnd = base
  return ring === asIs ? piece(cursor, from, to) : put(cursor, ring, from, to)
}

/** Keeps equal keys in order, and says whether there are any. Most objects are small, where `sort` costs more. */
function sort(cursor: Cursor, base: number): boolean {
  const { bytes, members, membersEnd } = cursor
  if (membersEnd - base > fewMembers * size) return sortMany(cursor, base)
  let repeated = false
  for (let at = base + size; at < membersEnd; at += size) {
    for (let to = at; to > base; to -= size) {
      const difference = compare(bytes, members, to - size, to)
      if (difference === 0) repeated = true
      if (difference <= 0) break
      for (let part = to; part < to + size; part++) {
        const before = members[part - size] ?? 0
        members[part - size] = members[part] ?? 0
        members[part] = before
      }
    }
  }
  return repeated
}

function sortMany({ bytes, members, membersEnd }: Cursor, base: number): boolean {
  const unsorted = members.slice(base, membersEnd)
  const order = Array.from(new Array<undefined>(unsorted.length / size), (_, index) => index * size)
  let repeated = false
  order.sort((a, b) => {
    const difference = compare(bytes, unsorted, a, b)
    if (difference === 0) repeated = true
    return difference
  })
  let to = base
  for (const from of order) for (let part = 0; part < size; part++) members[to++] = unsorted[from + part] ?? 0
  return repeated
}

function compare(bytes: Buffer, members: Int32Array, a: number, b: number): number {
  return compareBytes(bytes, members[a] ?? 0, members[a + 1] ?? 0, members[b] ?? 0, members[b + 1] ?? 0)
}

function compareBytes(bytes: Buffer, a: number, aEnd: number, b: number, bEnd: number): number {
  const end = Math.min(aEnd, a + bEnd - b)
  const toB = b - a
  for (let at = a; at < end; at++) {
    const difference = (bytes[at] ?? 0) - (bytes[at + toB] ?? 0)
    if (difference !== 0) return difference
  }
  return aEnd - a - (bEnd - b)
}
