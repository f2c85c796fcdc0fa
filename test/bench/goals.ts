import { linearRegression, mean, median } from 'simple-statistics'
import type { ContestantName } from './contestants.ts'
import { ratio, rowOf, type Goal, type LongRun, type Results, type Row } from './results.ts'

/** What a figure may be at most for its goal to be met. */
interface Limit {
  goal: string
  about: Goal['about']
  limit: number
}

/** A comparison of two contestants that ask nginx, at most `limit` times. */
interface Comparison {
  ours: ContestantName
  theirs: ContestantName
  figure: 'cpuMicrosecondsPerRequest' | 'p99'
  /** Size of the session in kB; 1 unless given. */
  size?: number
  connections: number
  limit: number
}

const cpu = 'cpuMicrosecondsPerRequest'
const comparisons: readonly Comparison[] = [
  ...[32, 256].flatMap((connections): Comparison[] => [
    { ours: 'style http', theirs: 'node:http proxy', figure: cpu, connections, limit: 1.3 },
    { ours: 'style go', theirs: 'node:http proxy', figure: cpu, connections, limit: 1.5 },
    { ours: 'style http, cache', theirs: 'node:http constant', figure: cpu, connections, limit: 1.6 },
    { ours: 'style go, cache', theirs: 'node:http constant', figure: cpu, connections, limit: 1.4 },
  ]),
  { ours: 'style go', theirs: 'Go example', figure: cpu, connections: 32, limit: 0.38 },
  { ours: 'style http', theirs: 'Go example', figure: cpu, connections: 32, limit: 0.32 },
  { ours: 'style go', theirs: 'Go example', figure: 'p99', connections: 32, limit: 0.5 },
  { ours: 'style go', theirs: 'node:http proxy', figure: cpu, size: 100, connections: 32, limit: 4 },
  { ours: 'style http', theirs: 'node:http proxy', figure: cpu, size: 100, connections: 32, limit: 1.5 },
]

const words = { cpuMicrosecondsPerRequest: 'CPU per request', p99: 'p99' }
const flat = 5 // per cent of growth over the last half of the long run that still count as none

/**
 * goals judges a run: every goal with its figure, and `met`, by how much it was missed, or why it was not measured: a
 * load that is not in the run is one that QUICK leaves out. A ratio is the median of the ratios in each round.
 */
export function goals({ rows, starts, longRun }: Pick<Results, 'rows' | 'starts' | 'longRun'>): Goal[] {
  return [...comparisons.map((comparison) => compare(rows, comparison)), ...memoryGoals(longRun), startGoal(starts)]
}

function compare(rows: readonly Row[], { ours, theirs, figure, size = 1, connections, limit }: Comparison): Goal {
  const [a, b] = [ours, theirs].map((name) => rowOf(rows, name, { size, connections }))
  const goal: Limit = {
    goal: `${words[figure]}, ${size} kB, ${connections} conn.: ${ours} at most ${limit} times ${theirs}`,
    about: { contestant: ours, size, connections },
    limit,
  }
  if (a === undefined || b === undefined) return unmeasured(goal, 'QUICK')
  const times = ratio(a, b, figure)
  return times === undefined
    ? unmeasured(goal, a.failure ?? b.failure ?? 'no figures')
    : judge(goal, times, `${times.toFixed(2)} times`)
}

function memoryGoals(longRun: LongRun | undefined): Goal[] {
  const after = 'memory after 1 million requests, style go'
  const growth: Limit = {
    goal: `${after}: growth over the last half at most ${flat} %`,
    about: 'memory',
    limit: flat,
  }
  const size: Limit = { goal: `${after}: at most 256 MB`, about: 'memory', limit: 256 }
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
    goal: 'start to first answer, style go: at most 120 ms',
    about: 'start',
    limit: 120,
  }
  const start = starts.find(({ contestant }) => contestant === 'style go')
  if (start === undefined || start.milliseconds.length === 0) return unmeasured(limit, start?.refusal ?? 'no figures')
  const milliseconds = median(start.milliseconds)
  return judge(limit, milliseconds, `${milliseconds.toFixed(0)} ms`)
}

function judge({ goal, about, limit }: Limit, value: number, figure: string): Goal {
  return {
    goal,
    about,
    figure,
    verdict: value <= limit ? 'met' : `missed by ${Math.ceil((100 * (value - limit)) / limit)} %`,
  }
}

function unmeasured({ goal, about }: Limit, why: string): Goal {
  return { goal, about, figure: '', verdict: `not measured (${why})` }
}
