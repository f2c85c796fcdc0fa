import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { Entry } from './entries.ts'
import { count, inMilliseconds, latencies, type Load } from './load.ts'
import { ask, coreTimes, outputOf } from './processes.ts'
import { middle, rowOf, type AtRate, type FixedRate, type Row } from './results.ts'
import { tokenOf } from './session.ts'

/** Where the program that asks at a fixed rate is built. */
export const openLoop = {
  sources: fileURLToPath(new URL('open-loop/', import.meta.url)),
  program: fileURLToPath(new URL('../../.cache/bench/open-loop', import.meta.url)),
}

/** Who is asked at a fixed rate, and how long. */
export interface FixedRates {
  entries: readonly Entry[]
  /** What they managed at 1 kB and 32 connections, which is their capacity. */
  rows: readonly Row[]
  /** Parts of the capacity to ask for, 0 to 1. */
  shares: readonly number[]
  seconds: number
  /** Seconds before that, at half the rate, which do not count. */
  warmUp: number
  cores: Load['cores']
  say: (line: string) => void
}

const connections = 256
const printed = v.object({
  sent: count,
  completed: count,
  wrong: count,
  ...latencies,
  generatorLate: v.number(),
  waited: v.number(),
})

/**
 * measureFixedRates asks each contestant at parts of its capacity, on 256 connections. Latency counts from when a
 * request was due, so that what a slow answer makes wait counts too.
 */
export async function measureFixedRates({ entries, rows, shares, ...how }: FixedRates): Promise<FixedRate[]> {
  const measured: FixedRate[] = []
  for (const share of shares) {
    for (const entry of entries) {
      const capacity = middle(rowOf(rows, entry.name), 'requestsPerSecond')
      if (capacity === undefined) continue
      const rate = Math.round(share * capacity)
      const at = { contestant: entry.name, share, rate }
      const title = `at ${rate} requests/s, ${(100 * share).toFixed(0)} %: ${entry.name}`
      try {
        const figures = await measureAt(entry, rate, how)
        how.say(`${title}: p99 ${figures.p99.toFixed(1)} ms`)
        measured.push({ ...at, figures })
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error)
        how.say(`${title}: ${failure}`)
        measured.push({ ...at, failure })
      }
    }
  }
  return measured
}

async function measureAt(
  { url }: Entry,
  rate: number,
  { seconds, warmUp, cores }: Pick<FixedRates, 'seconds' | 'warmUp' | 'cores'>,
): Promise<AtRate> {
  const token = tokenOf(1)
  const { body } = await ask(url, token)
  const flags = {
    url: `${url}/sessions/whoami`,
    rate,
    connections,
    length: Buffer.byteLength(body),
    duration: `${seconds}s`,
    'warm-up': `${warmUp}s`,
  }
  const warm = wait(1000 * warmUp).then(() => coreTimes(cores.load))
  const output = await outputOf(
    [openLoop.program, ...Object.entries(flags).flatMap(([name, value]) => [`-${name}`, String(value)])],
    { SESSION_TOKEN: token },
    cores.load,
    (warmUp + seconds + 30) * 1000,
  )
  const [before, after] = [await warm, await coreTimes(cores.load)]
  return { ...readOpenLoop(output), loadBusy: (after.busy - before.busy) / (after.all - before.all) }
}

/**
 * readOpenLoop reads what the program printed, with times in ms.
 *
 * @throws Error when an answer was wrong or missing.
 */
export function readOpenLoop(output: string): Omit<AtRate, 'loadBusy'> {
  const { sent, completed, wrong, generatorLate, waited, ...times } = v.parse(printed, JSON.parse(output))
  if (wrong > 0) throw new Error(`wrong answers: ${completed} of ${sent} requests were answered right, ${wrong} not`)
  return { ...inMilliseconds(times), generatorLate, waited }
}
