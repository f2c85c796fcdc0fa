import { closes, ends, isNumber, open, peek, sign, skipSpace, skipWord, syntax, type Cursor } from './cursor.ts'
import { readFloat, skipFloat } from './number.ts'
import { writePairs, type Pair } from './object.ts'
import { firstKey, nextKey, prefixOf, readString, skipString } from './string.ts'

/** An open container: an object's members and its next key, or an array as far as it is written. */
interface Frame {
  pairs: Pair[] | undefined
  items: string
  key: string
  prefix: string
}

/**
 * readAny reads a value into an `interface{}` and returns it as Go writes it. It loops, since Go nests deeper than the
 * stack allows, and joins values without copying them.
 *
 * @throws GoDecodeError when it is not JSON, too deep, or has a number out of the range of a float64.
 */
export function readAny(cursor: Cursor): string {
  const outer: Frame[] = []
  let frame: Frame | undefined
  for (;;) {
    const first = peek(cursor)
    let done: string
    if (first === sign.openObject) {
      open(cursor)
      const key = firstKey(cursor)
      if (key !== undefined) {
        if (frame !== undefined) outer.push(frame)
        frame = { pairs: [], items: '', key, prefix: prefixOf(cursor, key) }
        continue
      }
      done = '{}'
    } else if (first === sign.openList) {
      open(cursor)
      if (!ends(cursor, sign.closeList)) {
        if (frame !== undefined) outer.push(frame)
        frame = { pairs: undefined, items: '[', key: '', prefix: '' }
        continue
      }
      done = '[]'
    } else {
      done = readScalar(cursor, first)
    }
    for (;;) {
      if (frame === undefined) return done
      if (frame.pairs !== undefined) {
        frame.pairs.push({ key: frame.key, prefix: frame.prefix, encoded: done })
        const key = nextKey(cursor)
        if (key !== undefined) {
          frame.key = key
          frame.prefix = prefixOf(cursor, key)
          break
        }
        done = writePairs(frame.pairs)
      } else {
        if (!closes(cursor, sign.closeList)) {
          frame.items += done + ','
          skipSpace(cursor)
          break
        }
        done = frame.items + done + ']'
      }
      frame = outer.pop()
    }
  }
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
    if (first === sign.openObject || first === sign.openList) {
      open(cursor)
      if (first === sign.openObject ? firstKey(cursor) !== undefined : !ends(cursor, sign.closeList)) {
        ending.push(first === sign.openObject ? sign.closeObject : sign.closeList)
        continue
      }
    } else {
      skipScalar(cursor, first)
    }
    for (;;) {
      const end = ending.at(-1)
      if (end === undefined) return
      if (end === sign.closeObject ? nextKey(cursor) !== undefined : !closes(cursor, end)) {
        skipSpace(cursor)
        break
      }
      ending.pop()
    }
  }
}

function readScalar(cursor: Cursor, first: number): string {
  if (first === sign.quote) return readString(cursor)
  if (isNumber(first)) return readFloat(cursor)
  const { at } = cursor
  skipScalar(cursor, first)
  return cursor.text.slice(at, cursor.at)
}

function skipScalar(cursor: Cursor, first: number): void {
  if (first === sign.quote) skipString(cursor)
  else if (isNumber(first)) skipFloat(cursor)
  else if (first === sign.true || first === sign.false || first === sign.null) skipWord(cursor, first)
  else throw syntax(cursor)
}
