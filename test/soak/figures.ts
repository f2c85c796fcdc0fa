/** A figure of what was done, and whether it is within its limit. */
export interface Figure {
  /** What was measured. */
  figure: string
  value: string
  /** Empty where there is none. */
  limit: string
  ok: boolean
}

/** How often each status or failure was seen. */
export type Tally = Map<string, number>

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

function shown(value: number, unit: string): string {
  return `${numbers.format(value)} ${unit}`.trim()
}

/** atMost is a figure that may not be larger than `limit`, both in `unit`. */
export function atMost(figure: string, value: number, limit: number, unit = ''): Figure {
  return { figure, value: shown(value, unit), limit: limit === 0 ? '0' : `≤ ${shown(limit, unit)}`, ok: value <= limit }
}

/** exactly is a figure that has to be `expected`. */
export function exactly(figure: string, value: number | string, expected: number | string): Figure {
  const text = (part: number | string): string => (typeof part === 'number' ? shown(part, '') : part)
  return { figure, value: text(value), limit: text(expected), ok: value === expected }
}

/** noted is a figure without a limit, which says how much the others are worth. */
export function noted(figure: string, value: number | string, unit = ''): Figure {
  return { figure, value: typeof value === 'number' ? shown(value, unit) : value, limit: '', ok: true }
}

/** count adds one to what was seen. */
export function count(tally: Tally, what: string): void {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}

/** total is how much was seen, of what `counts` picks; of all unless given. */
export function total(tally: Tally, counts: (what: string) => boolean = () => true): number {
  return [...tally].reduce((sum, [what, times]) => sum + (counts(what) ? times : 0), 0)
}

/**
 * allOf is the figure of requests whose answers all have to be `wanted`: how many are not, and what they were instead.
 * What nobody answered counts by `asked`, which is how many there should be; 0 of none is missed.
 */
export function allOf(figure: string, tally: Tally, wanted: string, asked = total(tally)): Figure {
  const missed = asked - (tally.get(wanted) ?? 0)
  const others = list(tally, (what) => what !== wanted)
  return {
    figure,
    value: `${shown(missed, '')} of ${shown(asked, '')}${others === '' ? '' : ` (${others})`}`,
    limit: '0',
    ok: missed === 0 && asked > 0,
  }
}

/** list names what was seen and how often, the most frequent first. */
export function list(tally: Tally, counts: (what: string) => boolean = () => true): string {
  const picked = [...tally].filter(([what]) => counts(what)).sort(([, a], [, b]) => b - a)
  return picked.map(([what, times]) => `${what}: ${shown(times, '')}`).join(', ')
}

/** megabytes of bytes, as memory is shown. */
export function megabytes(bytes: number): number {
  return Math.round(bytes / 1e5) / 10
}
