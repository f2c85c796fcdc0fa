import type { ContestantName } from './contestants.ts'
import type { Entry } from './entries.ts'
import { measure, NoAnswerError, type Load, type Measured } from './load.ts'
import type { Row, UpstreamName } from './results.ts'

/** The loads in front of one upstream. */
export interface Grid {
  upstream: UpstreamName
  entries: readonly Entry[]
  loads: readonly { size: number; connections: number; token: string }[]
  rounds: number
  /** Length of a turn, and of the first one, in which V8 compiles what is used. */
  seconds: number
  warmUp: number
  cores: Load['cores']
  /** What is done around a contestant's turn; nothing unless given. */
  around?: (name: ContestantName, turn: () => Promise<Measured>) => Promise<Measured>
  say: (line: string) => void
}

const disturbed = 0.25 // part of the contestant's core in the hands of others, from which on a turn is taken again
const tries = 3

/**
 * measureGrid puts every load on every contestant, side by side and round after round, each warmed up once before: by
 * the first load of 32 connections, if there is one.
 * A contestant that refused to start has its refusal as failure; one that answers wrongly drops out of that load.
 *
 * A turn that the machine disturbed is taken again, and the least disturbed counts: three tries a turn, and in all
 * at most one round more.
 */
export async function measureGrid({
  upstream,
  entries,
  loads,
  rounds,
  seconds,
  warmUp,
  cores,
  around = (_, turn) => turn(),
  say,
}: Grid): Promise<Row[]> {
  const turns = loads.flatMap((load) =>
    entries.map(({ name, url, pid, refusal, label = name }) => {
      const row: Row = {
        upstream,
        size: load.size,
        connections: load.connections,
        contestant: name,
        rounds: [],
        ...(refusal === undefined ? {} : { failure: refusal }),
      }
      return { row, label, put: { url, pid, token: load.token, connections: load.connections, cores } }
    }),
  )
  let spare = turns.length
  const take = async (
    { row, label, put }: (typeof turns)[number],
    what: string,
    duration: number,
  ): Promise<Measured | undefined> => {
    const title = `${upstream}, ${what}, ${row.size} kB, ${row.connections} conn.: ${label}`
    let best: Measured | undefined
    for (let left = tries; row.failure === undefined && left > 0; left--) {
      try {
        const measured = await around(row.contestant, () => measure({ ...put, seconds: duration }))
        say(
          `${title}: ${measured.requestsPerSecond.toFixed(0)} requests/s, ` +
            `${measured.cpuMicrosecondsPerRequest.toFixed(0)} µs of CPU each`,
        )
        best = best === undefined || measured.others < best.others ? measured : best
        if (best.others < disturbed || spare === 0) return best
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        say(`${title}: ${message}`)
        if (!(error instanceof NoAnswerError) || (best === undefined && (left === 1 || spare === 0)))
          row.failure = message
      }
      spare = Math.max(0, spare - 1)
    }
    return best
  }
  const warm = loads.find(({ connections }) => connections === 32) ?? loads[0]
  for (const turn of turns)
    if (turn.row.size === warm?.size && turn.row.connections === warm.connections)
      await take(turn, 'warming up', warmUp)
  for (let round = 1; round <= rounds; round++) {
    for (const turn of turns) {
      const measured = await take(turn, `round ${round}/${rounds}`, seconds)
      if (measured !== undefined) turn.row.rounds.push(measured)
    }
  }
  return turns.map(({ row }) => row)
}
