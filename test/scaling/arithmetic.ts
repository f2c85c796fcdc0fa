/** What docs/scaling.md computes with: figures of test/bench/README.md, `make distributed` and the README. */
export const measured = {
  /** µs of CPU a request, at 1 kB and 32 connections: without a cache, and where the cache has the answer. */
  echo: { go: { asked: 51, kept: 18 }, http: { asked: 43, kept: 19 } },
  /** µs of CPU, and queries, of a whoami that finds a session. */
  whoami: { kratos: 740, postgres: 320, queries: 6 },
  /** MB of a process without a cache. */
  process: 280,
  /** kB of a cached session of 1 kB. */
  entry: 7.5,
  /** How much a process grew for each MB of a full cache. */
  growth: 183 / 64,
}

/** What the page supposes. */
export const supposed = {
  /** Requests a second of one session. */
  rate: 0.1,
  /** `Ory-Session-Cache-For`, in seconds. */
  lifetime: 60,
  /** The part of its core that a process may use. */
  use: 0.6,
  /** The fewest processes, so that one may fail. */
  fewest: 2,
}

/** Where a session's requests go: to any process, or always to the same. */
export type Balancing = 'round robin' | 'by cookie'

/**
 * hitRate is the part of the requests that a cache answers, where a session is asked for `perLifetime` times in the
 * lifetime of an answer, at random times, in one of `caches` at random: each miss is followed by as many hits as
 * requests come to that cache in a lifetime.
 */
export function hitRate(perLifetime: number, caches: number): number {
  const perCache = perLifetime / caches
  return perCache / (1 + perCache)
}

/** What a number of requests a second needs. */
export interface Need {
  processes: number
  hits: number
  kratosCores: number
  postgresCores: number
  queries: number
  /** MB of `SESSION_CACHE` for each process, 0 without. */
  cache: number
  /** GB of memory of all processes. */
  memory: number
}

/** needOf computes what style http needs for `requests` a second, without a cache or with one. */
export function needOf(requests: number, balancing?: Balancing): Need {
  const { rate, lifetime, use, fewest } = supposed
  const { asked, kept } = measured.echo.http
  const hitsOf = (processes: number): number =>
    balancing === undefined ? 0 : hitRate(rate * lifetime, balancing === 'by cookie' ? 1 : processes)
  const cores = (perSecond: number, microseconds: number): number => (perSecond * microseconds) / 1e6 / use
  let processes = fewest
  const costs = (hits: number): number => cores(requests, hits * kept + (1 - hits) * asked)
  while (costs(hitsOf(processes)) > processes) processes++
  const hits = hitsOf(processes)
  const calls = requests * (1 - hits)
  // A cache holds a session for the part of the time in which an answer would be taken from it.
  const sessions = (requests / rate) * hits * (balancing === 'by cookie' ? 1 / processes : 1)
  const cache = Math.ceil((sessions * measured.entry) / 1000)
  return {
    processes,
    hits,
    kratosCores: cores(calls, measured.whoami.kratos),
    postgresCores: cores(calls, measured.whoami.postgres),
    queries: calls * measured.whoami.queries,
    cache,
    memory: (processes * (measured.process + cache * measured.growth)) / 1000,
  }
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })
const rounded = (value: number): string => numbers.format(value < 10 ? value : Math.round(value))

/** needTable is the table of the page: what 1,000, 10,000 and 100,000 requests a second need. */
export function needTable(): string {
  const rows = [1000, 10_000, 100_000].flatMap((requests) =>
    ([undefined, 'round robin', 'by cookie'] as const).map((balancing) => {
      const { processes, hits, kratosCores, postgresCores, queries, cache, memory } = needOf(requests, balancing)
      return [
        rounded(requests),
        balancing ?? 'none',
        balancing === undefined ? '' : `${Math.round(100 * hits)} %`,
        processes,
        cache === 0 ? '' : `${rounded(cache)} MB`,
        `${rounded(memory)} GB`,
        rounded(kratosCores),
        rounded(postgresCores),
        rounded(queries),
      ]
    }),
  )
  const head = ['requests/s', 'cache', 'hits', 'processes', 'cache each', 'memory', 'Kratos', 'PostgreSQL', 'queries/s']
  return table([head, ...rows])
}

/** hitTable is the table of hit rates by requests of a session in a lifetime, and by caches. */
export function hitTable(): string {
  const caches = [1, 2, 4, 8, 16]
  const rows = [0.5, 1, 2, 6, 20, 60].map((perLifetime) => [
    perLifetime,
    ...caches.map((count) => `${Math.round(100 * hitRate(perLifetime, count))} %`),
  ])
  return table([['requests', ...caches.map((count) => (count === 1 ? '1, or by cookie' : count))], ...rows])
}

function table([head = [], ...rows]: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
