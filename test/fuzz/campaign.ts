import fc from 'fast-check'
import { startBoth, type Both } from './both.ts'
import type { Case } from './case.ts'
import { cases } from './cases.ts'
import { compare, type Finding, type Seen } from './compare.ts'
import { deliberateDifference } from './differences.ts'

/** A kind of difference that is not meant to be. */
export interface Kind {
  name: string
  count: number
  /** The smallest case that shows it. */
  seen: Seen
  found: readonly Finding[]
}

/** What came of the cases so far. */
export interface Tally {
  cases: number
  /** How many cases differed as they are meant to, by the difference's name. */
  deliberate: Map<string, number>
  /** How many cases differed at first and not when tried again with more patience. */
  passing: number
  kinds: Map<string, Kind>
}

/** What to try. */
export interface Campaign {
  cases: number
  seed: number
  /** How many cases are tried at the same time, each with services of its own. */
  lanes: number
  /** Ends it before its time. */
  signal?: AbortSignal
  /** Called after each case. */
  progress?: (tally: Tally) => void
}

/** What the lanes share. */
interface Course {
  tally: Tally
  signal: AbortSignal | undefined
  progress: ((tally: Tally) => void) | undefined
}

interface Tried {
  deliberate?: string
  kind?: NewKind
}

type NewKind = Omit<Kind, 'count'>

const patience = 60 // ms of silence after which nothing more is expected
const batch = 500 // cases, after which it is looked whether to go on
const longPatience = 1000 // ms for a case that is to be reported

/** fuzz tries random cases with both services and tells what differed, each kind at its smallest. */
export async function fuzz({ cases: count, seed, lanes, signal, progress }: Campaign): Promise<Tally> {
  const tally: Tally = { cases: 0, deliberate: new Map(), passing: 0, kinds: new Map() }
  const shares = Array.from({ length: lanes }, (_, lane) => Math.floor(count / lanes) + Number(lane < count % lanes))
  await Promise.all(
    shares.map(async (share, lane) => {
      if (share === 0) return
      const both = await startBoth()
      try {
        await inLane(both, share, Math.imul(seed, 0x9e3779b1) + lane * 7919, { tally, signal, progress })
      } finally {
        await both.close()
      }
    }),
  )
  return tally
}

/** Tries the cases of one lane; `seed` alone decides which they are. */
async function inLane(both: Both, share: number, seed: number, { tally, signal, progress }: Course): Promise<void> {
  let left = share
  for (let round = 0; left > 0 && signal?.aborted !== true; round++) {
    let sought: string | undefined // while a case is made smaller
    const property = fc.asyncProperty(cases, async (given) => {
      if (signal?.aborted === true) return
      if (sought === undefined) {
        left -= 1
        tally.cases += 1
        progress?.(tally)
      }
      const kind = await kindOf(both, given, tally, sought)
      if (kind === undefined) return
      const known = tally.kinds.get(kind.name)
      if (sought === undefined && known !== undefined) {
        known.count += 1
        return
      }
      tally.kinds.set(kind.name, { ...kind, count: known?.count ?? 1 })
      sought = kind.name
      throw new Error(kind.name)
    })
    await fc.check(property, { numRuns: Math.min(left, batch), seed: (seed + round * 104_729) | 0 })
  }
}

/** The kind of a difference that is not meant to be; undefined where there is none, or not the one that is sought. */
async function kindOf(both: Both, given: Case, tally: Tally, sought: string | undefined): Promise<NewKind | undefined> {
  const first = await tryOnce(both, given, patience, sought)
  if (sought !== undefined) return first.kind
  const { deliberate } = first
  if (deliberate !== undefined) tally.deliberate.set(deliberate, (tally.deliberate.get(deliberate) ?? 0) + 1)
  if (first.kind === undefined || tally.kinds.has(first.kind.name)) return first.kind
  // Only what differs again, with all the time it needs, is a difference.
  const second = await tryOnce(both, given, longPatience, undefined)
  if (second.kind === undefined) tally.passing += 1
  return second.kind
}

/** What came of a case: nothing where both did the same, else a difference that is meant to be, or a kind of others. */
async function tryOnce(both: Both, given: Case, wait: number, sought: string | undefined): Promise<Tried> {
  const seen = await both.try(given, wait)
  const found = compare(seen)
  const name = nameOf(found)
  if (found.length === 0 || (sought !== undefined && name !== sought)) return {}
  const deliberate = deliberateDifference(seen, found, await both.judge(seen, wait))
  return deliberate === undefined ? { kind: { name, seen, found } } : { deliberate }
}

function nameOf(found: readonly Finding[]): string {
  return found[0]?.kind ?? ''
}
