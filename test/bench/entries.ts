import { RandomPortGenerator } from 'testcontainers'
import type { Contestant, ContestantName } from './contestants.ts'
import { firstAnswer, start, stop, type Started } from './processes.ts'
import type { Start } from './results.ts'

/** A contestant that answers at `url`, or the line with which it refused to start. */
export interface Entry {
  name: ContestantName
  url: string
  /** The process whose CPU time and memory count. */
  pid: number
  /** What it is called while it is measured, if that is not its name. */
  label?: string
  refusal?: string
}

/** An {@link Entry} with its program, and the milliseconds from its start to its first answer. */
export interface Entered {
  entry: Entry
  started: Started
  milliseconds: number
}

/** All contestants in front of one upstream. */
export interface Field {
  entries: Entry[]
  starts: Start[]
  stop: () => Promise<void>
}

/** enter starts a contestant on a free port of loopback, held to `core`, and waits for its first answer. */
export async function enter(
  { name, command, environment }: Contestant,
  oryUrl: string,
  token: string,
  core: string,
): Promise<Entered> {
  const port = await new RandomPortGenerator().generatePort()
  const url = `http://127.0.0.1:${port}`
  const started = start(command, { ...environment, PORT: String(port), ORY_SDK_URL: oryUrl }, core, 'drain')
  const entry = { name, url, pid: started.pid }
  try {
    return { entry, started, milliseconds: await firstAnswer(started, url, token) }
  } catch (error) {
    await stop(started)
    return {
      entry: { ...entry, refusal: `refused: ${error instanceof Error ? error.message : String(error)}` },
      started,
      milliseconds: 0,
    }
  }
}

/**
 * enterAll starts each of `contestants` once in each round, one after the other; those of the last round go on running.
 * One that refuses is not asked again. Each start is told to `say`.
 */
export async function enterAll(
  contestants: readonly Contestant[],
  oryUrl: string,
  token: string,
  core: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Field> {
  const results = contestants.map((contestant): { contestant: Contestant; entered: Entered[] } => ({
    contestant,
    entered: [],
  }))
  for (let round = 1; round <= rounds; round++) {
    for (const { contestant, entered } of results) {
      const before = entered.at(-1)
      if (before?.entry.refusal !== undefined) continue
      if (before !== undefined) await stop(before.started)
      const now = await enter(contestant, oryUrl, token, core)
      entered.push(now)
      say(`start ${round}/${rounds}: ${contestant.name}: ${now.entry.refusal ?? `${now.milliseconds.toFixed(0)} ms`}`)
    }
  }
  const last = results.flatMap(({ entered }) => entered.slice(-1))
  return {
    entries: last.map(({ entry }) => entry),
    starts: results.map(({ contestant, entered }) => {
      const refusal = entered.at(-1)?.entry.refusal
      return refusal === undefined
        ? { contestant: contestant.name, milliseconds: entered.map(({ milliseconds }) => milliseconds) }
        : { contestant: contestant.name, milliseconds: [], refusal }
    }),
    stop: async () => {
      for (const { started } of last) await stop(started)
    },
  }
}
