import { closes, ends, isNumber, open, peek, sign, skipSpace, skipWord, syntax, type Cursor } from './cursor.ts'
import { plainEnd } from './escape.ts'
import { longestExact, readFloat, skipFloat } from './number.ts'
import { addMember, isAfterLast, memberRing, writeObject } from './object.ts'
import { asIs, join, piece, put, putSign } from './pieces.ts'
import { firstKey, nextKey, readString, skipString } from './string.ts'

// Here, since an import is slower to read.
const { closeList, closeObject, colon, comma, nine, openList, openObject, quote, zero } = sign

/** An open container. */
interface Frame {
  /** Where it starts, and how many changes there were before. */
  start: number
  changes: number
  /** Its key, if it is in an object. */
  keyStart: number
  keyEnd: number
  key: number
  /** Where an object's members begin in the cursor's; -1 for a list. */
  members: number
  /** Whether an object's keys are sorted so far. */
  sorted: boolean
  /** A ring of a list so far. */
  ring: number
}

/**
 * readAny reads a value into an `interface{}` and returns a ring of it as Go writes it. It loops, since Go nests deeper
 * than the stack allows.
 *
 * @throws GoDecodeError when it is not JSON, too deep, or has a number out of the range of a float64.
 */
export function readAny(cursor: Cursor): number {
  const frames: Frame[] = [] // those beyond `depth` are closed and used again
  let depth = 0
  let frame: Frame | undefined
  for (;;) {
    let start = cursor.at
    let ring = asIs
    let closed = false
    const first = peek(cursor)
    if (first === openObject || first === openList) {
      frame = frames[depth] ??= newFrame()
      depth++
      if (enter(cursor, frame)) continue
      closed = true
    } else {
      ring = readScalar(cursor, first)
    }
    for (;;) {
      if (closed && frame !== undefined) {
        start = frame.start
        ring = leave(cursor, frame)
        depth--
        frame = depth === 0 ? undefined : frames[depth - 1]
      }
      if (frame === undefined) return ring === asIs ? piece(cursor, start, cursor.at) : ring
      if (frame.members < 0 ? addItem(cursor, frame, start, ring) : addMembers(cursor, frame, start, ring)) break
      closed = true
    }
  }
}

function newFrame(): Frame {
  return { start: 0, changes: 0, keyStart: 0, keyEnd: 0, key: 0, members: 0, sorted: true, ring: asIs }
}

/** Steps into a container, and says whether it has a value. */
function enter(cursor: Cursor, frame: Frame): boolean {
  const { at, changes } = cursor
  const isObject = peek(cursor) === openObject
  frame.start = at
  frame.changes = changes
  frame.keyStart = cursor.keyStart
  frame.keyEnd = cursor.keyEnd
  frame.key = cursor.key
  frame.members = isObject ? cursor.membersEnd : -1
  frame.sorted = true
  open(cursor)
  if (isObject) return firstKey(cursor)
  frame.ring = piece(cursor, at, at + 1)
  return !ends(cursor, closeList)
}

/** Adds a value to its list, and says whether there is another. */
function addItem(cursor: Cursor, frame: Frame, start: number, ring: number): boolean {
  frame.ring = ring === asIs ? put(cursor, frame.ring, start, cursor.at) : join(cursor, frame.ring, ring)
  if (closes(cursor, closeList)) return false
  frame.ring = putSign(cursor, frame.ring, comma)
  skipSpace(cursor)
  return true
}

/** Adds a value to its object and reads on until a value is a container; false at the end of the object. */
function addMembers(cursor: Cursor, frame: Frame, firstStart: number, firstRing: number): boolean {
  let start = firstStart
  let ring = firstRing
  for (;;) {
    const { keyStart, keyEnd } = cursor
    if (frame.sorted && cursor.membersEnd > frame.members) frame.sorted = isAfterLast(cursor, keyStart, keyEnd)
    addMember(cursor, keyStart, keyEnd, memberRing(cursor, start, ring))
    addPlainMembers(cursor, frame)
    if (!nextKey(cursor)) return false
    const first = peek(cursor)
    if (first === openObject || first === openList) return true
    start = cursor.at
    ring = readScalar(cursor, first)
  }
}

/** Adds the members that follow as long as they are plain, as most are, which takes half the time of the long way. */
function addPlainMembers(cursor: Cursor, frame: Frame): void {
  const { bytes } = cursor
  for (;;) {
    const { at } = cursor
    if (bytes[at] !== comma || bytes[at + 1] !== quote) return
    const keyStart = at + 2
    const keyEnd = plainEnd(bytes, keyStart)
    if (bytes[keyEnd] !== quote || bytes[keyEnd + 1] !== colon) return
    const end = plainValueEnd(bytes, keyEnd + 2)
    if (end === 0) return
    if (frame.sorted) frame.sorted = isAfterLast(cursor, keyStart, keyEnd)
    cursor.at = end
    addMember(cursor, keyStart, keyEnd, asIs)
  }
}

/** The end of a string without escapes, or of a short whole number; 0 for other values. */
function plainValueEnd(bytes: Buffer, start: number): number {
  if (bytes[start] === quote) {
    const end = plainEnd(bytes, start + 1)
    return bytes[end] === quote ? end + 1 : 0
  }
  let end = start
  let code = bytes[end] ?? 0
  if (code === zero) return 0
  while (code >= zero && code <= nine) code = bytes[++end] ?? 0
  return end > start && end <= start + longestExact && (code === comma || code === closeObject) ? end : 0
}

/** Returns a ring of a container that was left, or `asIs`. */
function leave(cursor: Cursor, frame: Frame): number {
  cursor.keyStart = frame.keyStart
  cursor.keyEnd = frame.keyEnd
  cursor.key = frame.key
  if (frame.sorted && cursor.changes === frame.changes) {
    if (frame.members >= 0) cursor.membersEnd = frame.members
    return asIs
  }
  if (frame.members < 0) return putSign(cursor, frame.ring, closeList)
  cursor.changes++
  return writeObject(cursor, frame.members, frame.start)
}

/**
 * skipAny skips a value and remembers, as Go does, a number out of the range of a float64.
 *
 * @throws GoDecodeError when it is not JSON or too deep.
 */
export function skipAny(cursor: Cursor): void {
  const ending: number[] = []
  for (;;) {
    const first = peek(cursor)
    if (first === openObject || first === openList) {
      open(cursor)
      if (first === openObject ? firstKey(cursor) : !ends(cursor, closeList)) {
        ending.push(first === openObject ? closeObject : closeList)
        continue
      }
    } else {
      skipScalar(cursor, first)
    }
    for (;;) {
      const end = ending.at(-1)
      if (end === undefined) return
      if (end === closeObject ? nextKey(cursor) : !closes(cursor, end)) {
        skipSpace(cursor)
        break
      }
      ending.pop()
    }
  }
}

function readScalar(cursor: Cursor, first: number): number {
  if (first === quote) return readString(cursor)
  if (isNumber(first)) return readFloat(cursor)
  skipScalar(cursor, first)
  return asIs
}

function skipScalar(cursor: Cursor, first: number): void {
  if (first === quote) skipString(cursor)
  else if (isNumber(first)) skipFloat(cursor)
  else if (first === sign.true || first === sign.false || first === sign.null) skipWord(cursor, first)
  else throw syntax(cursor)
}
