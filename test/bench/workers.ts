import { contestants, type ContestantName } from './contestants.ts'
import type { Cores } from './cores.ts'
import { enter, type Entry } from './entries.ts'
import { measure, type Measured } from './load.ts'
import { stop, type Started } from './processes.ts'
import type { WorkersRow } from './results.ts'
import { tokenOf } from './session.ts'

/** How the processes of a cluster are compared. */
export interface WorkersPlan {
  rounds: number
  seconds: number
  warmUp: number
  cores: Cores
  say: (line: string) => void
}

const styles: readonly ContestantName[] = ['style go', 'style http']
const connections = 32

/**
 * measureWorkers measures style go and style http with WORKERS=1 and WORKERS=2 in turn, at 1 kB and 32 connections,
 * free to use two cores; CPU is that of the process with its workers.
 */
export async function measureWorkers(oryUrl: string, plan: WorkersPlan): Promise<WorkersRow[]> {
  const { rounds, seconds, warmUp, say } = plan
  const cores = plan.cores.pair
  const token = tokenOf(1)
  const turns: { row: WorkersRow; entry: Entry; started: Started }[] = []
  try {
    for (const contestant of contestants.filter(({ name }) => styles.includes(name))) {
      for (const workers of [1, 2] as const) {
        const environment = { ...contestant.environment, WORKERS: String(workers) }
        const { entry, started } = await enter({ ...contestant, environment }, oryUrl, token, cores.contestant)
        const row: WorkersRow = { contestant: contestant.name, workers, rounds: [] }
        if (entry.refusal !== undefined) row.failure = entry.refusal
        turns.push({ row, entry, started })
      }
    }
    const take = async ({ row, entry }: (typeof turns)[number], length: number): Promise<Measured | undefined> => {
      if (row.failure !== undefined) return undefined
      try {
        const measured = await measure({ ...entry, token, connections, seconds: length, cores })
        say(`WORKERS=${row.workers}: ${row.contestant}: ${measured.requestsPerSecond.toFixed(0)} requests/s`)
        return measured
      } catch (error) {
        row.failure = error instanceof Error ? error.message : String(error)
        return undefined
      }
    }
    for (const turn of turns) await take(turn, warmUp)
    for (let round = 1; round <= rounds; round++) {
      for (const turn of turns) {
        const measured = await take(turn, seconds)
        if (measured !== undefined) turn.row.rounds.push(measured)
      }
    }
    return turns.map(({ row }) => row)
  } finally {
    for (const { started } of turns) await stop(started)
  }
}
