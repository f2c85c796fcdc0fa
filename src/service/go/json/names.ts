import { makeRoom, type Room } from './room.ts'

/** What has names, to be found by the bytes of a name: by how many there are first, which few names share. */
export type Names<T> = readonly (readonly Named<T>[])[]

const longestRune = 3 // bytes of U+212A

interface Named<T> {
  name: Buffer
  named: T
}

/** namesOf prepares what has names for finding. */
export function namesOf<T>(all: readonly T[], nameOf: (named: T) => string): Names<T> {
  const entries = all.map((named): Named<T> => ({ name: Buffer.from(nameOf(named)), named }))
  const longest = Math.max(0, ...entries.map(({ name }) => name.length))
  return Array.from({ length: longest + 1 }, (_, length) => entries.filter(({ name }) => name.length === length))
}

/** find returns what has the name that is in `bytes` from `start` to `end`. */
export function find<T>(names: Names<T>, bytes: Buffer, start: number, end: number): T | undefined {
  const length = end - start
  if (length >= names.length) return undefined
  for (const { name, named } of names[length] ?? []) {
    let at = 0
    while (at < length && name[at] === bytes[start + at]) at++
    if (at === length) return named
  }
  return undefined
}

/**
 * findFolded returns what has the name in a range in the eyes of Go's encoding/json: case is ignored, and so is the
 * difference between `s` and U+017F and between `k` and U+212A. The names are in lower case.
 */
export function findFolded<T>(names: Names<T>, room: Room, start: number, end: number): T | undefined {
  if (end - start > names.length * longestRune) return undefined
  makeRoom(room, end - start)
  const { bytes, used } = room
  let to = used
  for (let at = start; at < end; at++) {
    let code = bytes[at] ?? 0
    if (code >= 0x41 && code <= 0x5a) {
      code |= 0x20
    } else if (code === 0xc5 && bytes[at + 1] === 0xbf) {
      code = 0x73
      at += 1
    } else if (code === 0xe2 && bytes[at + 1] === 0x84 && bytes[at + 2] === 0xaa) {
      code = 0x6b
      at += 2
    }
    bytes[to++] = code
  }
  const found = find(names, bytes, used, to)
  bytes.fill(0, used, to) // not in use any more
  return found
}
