import { median } from 'simple-statistics'
import { floorOf, type ContestantName } from './contestants.ts'
import type { Cores } from './cores.ts'
import type { Measured } from './load.ts'

/** What the programs asked: nginx with a fixed session, or the Kratos container. */
export type UpstreamName = 'nginx' | 'Kratos'

/** A contestant under one load: what each round measured, in order, or why there is nothing. */
export interface Row {
  upstream: UpstreamName
  /** Size of the session in kB. */
  size: number
  connections: number
  contestant: ContestantName
  rounds: Measured[]
  failure?: string
}

/** Times from the start of a program to its first answer, in ms, or the line with which it refused to start. */
export interface Start {
  contestant: ContestantName
  milliseconds: number[]
  refusal?: string
}

/** Resident memory in bytes over many requests to style go. */
export interface LongRun {
  requests: number
  samples: { seconds: number; memory: number }[]
}

/** A contestant that is asked at a fixed rate, whether or not it has answered: latencies from when that was due. */
export interface FixedRate {
  contestant: ContestantName
  /** Part of its capacity, 0 to 1. */
  share: number
  /** Requests per second. */
  rate: number
  figures?: AtRate
  failure?: string
}

/** What was measured at a fixed rate: times in ms, parts 0 to 1. */
export interface AtRate {
  p50: number
  p99: number
  p999: number
  /** Requests that were sent late because the generator was. */
  generatorLate: number
  /** Requests that were sent late because no connection was free. */
  waited: number
  /** The part of the load's cores that was in use. */
  loadBusy: number
}

/** A style with so many processes on two cores. */
export interface WorkersRow {
  contestant: ContestantName
  workers: 1 | 2
  rounds: Measured[]
  failure?: string
}

/** A goal beside what was measured. */
export interface Goal {
  goal: string
  /** What is to be looked at when the goal is missed. */
  about: { contestant: ContestantName; size: number; connections: number } | 'memory' | 'start'
  figure: string
  verdict: string
}

/** Everything that a run measured. */
export interface Results {
  date: string
  machine: { cpu: string; cores: number; node: string; go: string }
  cores: Cores
  rounds: number
  seconds: number
  rows: Row[]
  starts: Start[]
  fixedRates: FixedRate[]
  /** Further loads of the service and its floors, to see what a request costs as it grows. */
  growth: Row[]
  workers: WorkersRow[]
  longRun?: LongRun
  goals: Goal[]
}

/** A figure of {@link Measured}. */
export type Figure = Exclude<keyof Measured, 'requests' | 'others'>

type Rounds = Pick<Row, 'rounds' | 'failure'>

/** middle is the median over a row's rounds, undefined when it has none. */
export function middle(row: Rounds | undefined, figure: Figure): number | undefined {
  return row === undefined || row.failure !== undefined || row.rounds.length === 0
    ? undefined
    : median(row.rounds.map((round) => round[figure]))
}

/** ratio is the median over the rounds of how many times `b` the figure of `a` is, undefined when one has none. */
export function ratio(a: Rounds | undefined, b: Rounds | undefined, figure: Figure): number | undefined {
  const all = ratios(a, b, figure)
  return all.length === 0 ? undefined : median(all)
}

/** ratios says how many times `b` the figure of `a` is in each round that both have. */
export function ratios(a: Rounds | undefined, b: Rounds | undefined, figure: Figure): number[] {
  if (middle(a, figure) === undefined || middle(b, figure) === undefined) return []
  return (a?.rounds ?? []).flatMap((round, index) => {
    const other = b?.rounds[index]?.[figure] ?? 0
    return other > 0 ? [round[figure] / other] : []
  })
}

/** rowOf finds a contestant in front of nginx at 1 kB and 32 connections, unless `load` differs. */
export function rowOf(
  rows: readonly Row[],
  contestant: ContestantName | undefined,
  load: Partial<Pick<Row, 'upstream' | 'size' | 'connections'>> = {},
): Row | undefined {
  const { upstream = 'nginx', size = 1, connections = 32 } = load
  return rows.find(
    (row) =>
      row.contestant === contestant &&
      row.upstream === upstream &&
      row.size === size &&
      row.connections === connections,
  )
}

/** toFloor is how many times the CPU per request of its floor under the same load a row has, if both were measured. */
export function toFloor(rows: readonly Row[], row: Row): number | undefined {
  return ratio(row, rowOf(rows, floorOf(row.contestant), row), 'cpuMicrosecondsPerRequest')
}
