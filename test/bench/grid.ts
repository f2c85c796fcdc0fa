import type { ContestantName } from './contestants.ts'
import type { Entry } from './entries.ts'
import { measure, type Load } from './load.ts'
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
  around?: (name: ContestantName, turn: () => Promise<void>) => Promise<void>
  say: (line: string) => void
}

/**
 * measureGrid puts every load on every contestant, side by side and round after round, each warmed up once before.
 * A contestant that refused to start has its refusal as failure; one that answers wrongly drops out of that load.
 */
export async function measureGrid({ upstream, entries, loads, rounds, seconds, warmUp, cores, around = (_, turn) => turn(), say }: Grid): Promise<Row[]> {
  const turns = loads.flatMap(({ size, connections, token }) =>
    entries.map(({ name, url, pid, refusal }) => {
      const row: Row = { upstream, size, connections, contestant: name, rounds: [], ...(refusal === undefined ? {} : { failure: refusal }) }
      const take = async (what: string, keeps: boolean, duration = seconds): Promise<void> => {
        if (row.failure !== undefined) return
        const title = `${upstream}, ${what}, ${size} kB, ${connections} conn.: ${name}`
        try {
          await around(name, async () => {
            const measured = await measure({ url, pid, token, connections, seconds: duration, cores })
            if (keeps) row.rounds.push(measured)
            say(`${title}: ${measured.requestsPerSecond.toFixed(0)} requests/s, ${measured.cpuMicrosecondsPerRequest.toFixed(0)} µs of CPU each`)
          })
        } catch (error) {
          row.failure = error instanceof Error ? error.message : String(error)
          say(`${title}: ${row.failure}`)
        }
      }
      return { row, take }
    }),
  )
  const [first] = loads
  for (const { row, take } of turns) if (row.size === first?.size && row.connections === 32) await take('warming up', false, warmUp)
  for (let round = 1; round <= rounds; round++) for (const { take } of turns) await take(`round ${round}/${rounds}`, true)
  return turns.map(({ row }) => row)
}
