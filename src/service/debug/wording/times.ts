const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const

/** countdown tells how far `time` is from `now`, both in ms since 1970: `in 23 h 59 min`, `3 min ago`. */
export function countdown(time: number, now: number): string {
  let rest = Math.abs(time - now)
  const first = units.findIndex(([, size]) => rest >= size)
  if (first < 0) return 'now'
  const parts = units.slice(first, first + 2).flatMap(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? [] : [`${count} ${unit}`]
  })
  return time > now ? `in ${parts.join(' ')}` : `${parts.join(' ')} ago`
}

/** clock writes an RFC 3339 time for people, to the second: `2026-11-25 20:59:45 UTC`. */
export function clock(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** expiryOf tells when something expires, RFC 3339: `in 23 h 59 min`, or `expired 3 min ago`. */
export function expiryOf(expiresAt: string, now: number): string {
  const time = Date.parse(expiresAt)
  return `${time > now ? '' : 'expired '}${countdown(time, now)}`
}
