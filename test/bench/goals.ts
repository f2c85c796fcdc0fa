import { linearRegression, mean, median } from 'simple-statistics'
import type { ContestantName } from './contestants.ts'
import { ratio, type Figure, type Goal, type LongRun, type Results, type Row, type UpstreamName } from './results.ts'

/** What a figure must be for its goal to be met. */
interface Limit {
  goal: string
  about: Goal['about']
  bound: 'most' | 'least'
  limit: number
}

/** A comparison of two contestants at 32 connections and 1 kB. */
interface Comparison {
  ours: ContestantName
  theirs: ContestantName
  upstream?: UpstreamName
  figure: Figure
  bound: 'most' | 'least'
  limit: number
}

const comparisons: readonly Comparison[] = [
  { ours: 'style go', theirs: 'Go example', figure: 'cpuMicrosecondsPerRequest', bound: 'most', limit: 0.4 },
  { ours: 'style http', theirs: 'Go example', figure: 'cpuMicrosecondsPerRequest', bound: 'most', limit: 0.35 },
  { ours: 'style go', theirs: 'Go example', figure: 'requestsPerSecond', bound: 'least', limit: 2.5 },
  { ours: 'style go', theirs: 'Go example', figure: 'p99', bound: 'most', limit: 1 },
  { ours: 'style http, cache', theirs: 'Go example', figure: 'requestsPerSecond', bound: 'least', limit: 5 },
  {
    ours: 'style http, cache',
    theirs: 'Kratos',
    upstream: 'Kratos',
    figure: 'requestsPerSecond',
    bound: 'least',
    limit: 10,
  },
  { ours: 'style http', theirs: 'node:http proxy', figure: 'cpuMicrosecondsPerRequest', bound: 'most', limit: 1.5 },
]

const words: Record<Figure, string> = {
  requestsPerSecond: 'requests/s',
  cpuMicrosecondsPerRequest: 'CPU per request',
  p50: 'p50',
  p99: 'p99',
  p999: 'p99.9',
  memory: 'memory',
}
const flat = 5 // per cent of growth over the last half of the long run that still count as none

/**
 * goals judges a run: every goal with its figure, and `met`, by how much it was missed, or why it was not measured.
 * A ratio is the median of the ratios in each round.
 */
export function goals({ rows, starts, longRun }: Pick<Results, 'rows' | 'starts' | 'longRun'>): Goal[] {
  return [...comparisons.map((comparison) => compare(rows, comparison)), ...memoryGoals(longRun), startGoal(starts)]
}

function compare(rows: readonly Row[], { ours, theirs, upstream = 'nginx', figure, bound, limit }: Comparison): Goal {
  const find = (name: ContestantName): Row | undefined =>
    rows.find((row) => row.contestant === name && row.upstream === upstream && row.size === 1 && row.connections === 32)
  const [a, b] = [find(ours), find(theirs)]
  const times = ratio(a, b, figure)
  const goal = {
    goal:
      `${words[figure]}, ${ours}: at ${bound} ${limit} times ` +
      (theirs === 'Kratos' ? 'Kratos directly' : `the ${theirs}`),
    about: ours,
    bound,
    limit,
  }
  return times === undefined
    ? unmeasured(goal, a?.failure ?? b?.failure ?? 'no figures')
    : judge(goal, times, `${times.toFixed(2)} times`)
}

function memoryGoals(longRun: LongRun | undefined): Goal[] {
  const after = 'memory after 1 million requests, style go'
  const growth: Limit = {
    goal: `${after}: growth over the last half at most ${flat} %`,
    about: 'memory',
    bound: 'most',
    limit: flat,
  }
  const size: Limit = { goal: `${after}: at most 256 MB`, about: 'memory', bound: 'most', limit: 256 }
  if (longRun === undefined) return [unmeasured(growth, 'QUICK'), unmeasured(size, 'QUICK')]
  if (longRun.requests < 1_000_000)
    return [
      unmeasured(growth, `only ${longRun.requests} requests in time`),
      unmeasured(size, `only ${longRun.requests} requests in time`),
    ]
  const lastHalf = longRun.samples.slice(Math.floor(longRun.samples.length / 2))
  const grown = growthOf(lastHalf)
  const most = Math.max(...lastHalf.map(({ memory }) => memory)) / 1e6
  return [judge(growth, grown, `${grown.toFixed(1)} %`), judge(size, most, `${most.toFixed(0)} MB`)]
}

/** Growth in per cent of the mean, along the straight line that fits the samples best. */
function growthOf(samples: LongRun['samples']): number {
  const { m } = linearRegression(samples.map(({ seconds, memory }) => [seconds, memory]))
  const span = (samples.at(-1)?.seconds ?? 0) - (samples[0]?.seconds ?? 0)
  return (100 * m * span) / mean(samples.map(({ memory }) => memory))
}

function startGoal(starts: Results['starts']): Goal {
  const limit: Limit = {
    goal: 'start to first answer, style go: at most 400 ms',
    about: 'start',
    bound: 'most',
    limit: 400,
  }
  const start = starts.find(({ contestant }) => contestant === 'style go')
  if (start === undefined || start.milliseconds.length === 0) return unmeasured(limit, start?.refusal ?? 'no figures')
  const milliseconds = median(start.milliseconds)
  return judge(limit, milliseconds, `${milliseconds.toFixed(0)} ms`)
}

function judge({ goal, about, bound, limit }: Limit, value: number, figure: string): Goal {
  const met = bound === 'most' ? value <= limit : value >= limit
  return {
    goal,
    about,
    figure,
    verdict: met ? 'met' : `missed by ${Math.ceil((100 * Math.abs(value - limit)) / limit)} %`,
  }
}

function unmeasured({ goal, about }: Limit, why: string): Goal {
  return { goal, about, figure: '', verdict: `not measured (${why})` }
}
