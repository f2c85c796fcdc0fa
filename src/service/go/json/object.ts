/** A member of an object; `prefix` is its key as Go writes it, with its colon. */
export interface Pair {
  key: string
  prefix: string
  encoded: string
}

const fewPairs = 32

/** writePairs writes an object as Go writes a map: keys by their bytes, and the last of repeated ones. */
export function writePairs(pairs: Pair[]): string {
  sort(pairs)
  let written = ''
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at]
    if (pair === undefined || pair.key === pairs[at + 1]?.key) continue
    written += (written === '' ? '{' : ',') + pair.prefix + pair.encoded
  }
  return written === '' ? '{}' : written + '}'
}

/** Keeps equal keys in order. Most objects are small or in order, where `Array.sort` costs more than this. */
function sort(pairs: Pair[]): void {
  if (pairs.length > fewPairs) {
    pairs.sort((a, b) => compareBytes(a.key, b.key))
    return
  }
  for (let at = 1; at < pairs.length; at++) {
    const pair = pairs[at]
    let to = at
    let before = pairs[to - 1]
    while (pair !== undefined && before !== undefined && compareBytes(before.key, pair.key) > 0) {
      pairs[to] = before
      pairs[--to] = pair
      before = pairs[to - 1]
    }
  }
}

/** Compares by UTF-8 bytes, which is the order of code points. */
function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) return x >= 0xd800 && y >= 0xd800 ? rank(x) - rank(y) : x - y
  }
  return a.length - b.length
}

/** Orders surrogates, which encode code points above U+FFFF, after other units. */
function rank(unit: number): number {
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
