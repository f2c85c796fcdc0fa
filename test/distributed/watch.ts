import { setTimeout as wait } from 'node:timers/promises'
import { count, type Tally } from '../soak/figures.ts'
import { poolFor } from '../soak/load.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from './people.ts'
import { verdictOf, type Answered } from './verdict.ts'

const clients = 16
const pause = 5 // ms of a client between its requests
const calm = 400 // answers without a loss, after which all is well again

/** What the clients saw since the last `restart`. */
export interface Seen {
  answers: number
  /** Sessions of somebody else, also those to nobody. */
  another: number
  /** Good sessions that were told that they are none. */
  nobody: number
  /** Revoked sessions that came in, later than a cache may let them. */
  letIn: number
  /** Revoked sessions that were refused. */
  refused: number
  /** What others got instead of an answer, and for how long, in ms. */
  lost: Tally
  lostFor: number
}

/** Clients that ask all the time, each with somebody else's credentials every time. */
export interface Watch {
  /** Begins to count anew, and returns what was counted. */
  restart: () => Seen
  /** Resolves when so many more answers came, whatever they are. */
  answers: (count: number) => Promise<void>
  /** Resolves when nothing is lost any more. */
  calm: () => Promise<void>
  /** Takes a session for one that may not come in any more, from so many ms on. */
  revoked: (person: Person, after: number) => void
  /** Ends the clients. Rejects where one broke off. */
  stop: () => Promise<void>
}

const nobodies: Record<string, string>[] = [
  {},
  { cookie: 'theme=dark' },
  { authorization: 'Bearer ory_st_of_nobody' },
  { authorization: 'Bearer ory_st_of_nobody', cookie: 'ory_kratos_session=' },
]

/** watch starts the clients of the service at `url`, which ask as `people`, as revoked ones, and as nobody. */
export function watch(url: string, people: readonly Person[], paths: readonly string[]): Watch {
  const pool = poolFor(url, clients)
  const over = new AbortController()
  const good = [...people]
  const gone: { person: Person; from: number }[] = []
  const fresh = (): Seen => ({
    ...{ answers: 0, another: 0, nobody: 0, letIn: 0, refused: 0, lostFor: 0 },
    lost: new Map(),
  })
  let seen = fresh()
  let firstLoss: number | undefined
  let inARow = 0

  const any = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]

  const answerTo = async (path: string, headers: Record<string, string>): Promise<Answered | string> => {
    try {
      const response = await pool.request({ method: 'GET', path, headers })
      const header = response.headers['x-user-id']
      return {
        status: response.statusCode,
        text: await response.body.text(),
        header: typeof header === 'string' ? header : undefined,
      }
    } catch (error) {
      return Error.isError(error) && 'code' in error ? String(error.code) : String(error)
    }
  }

  const ask = async (
    headers: Record<string, string>,
    identity: string,
    take: (verdict: string) => boolean,
  ): Promise<void> => {
    const path = any(paths) ?? '/'
    const answer = await answerTo(path, headers)
    const verdict = typeof answer === 'string' ? answer : verdictOf({ path, identity }, answer)
    if (over.signal.aborted) return
    seen.answers++
    if (verdict === 'another') seen.another++
    if (take(verdict)) {
      inARow++
      return
    }
    inARow = 0
    firstLoss ??= performance.now()
    seen.lostFor = performance.now() - firstLoss
    if (verdict !== 'nobody') count(seen.lost, verdict)
  }

  const asGood = async (): Promise<void> => {
    const person = any(good)
    if (person === undefined) return
    await ask(person.headers, person.identity, (verdict) => {
      // It may be revoked by now, which is asked about as such.
      const isGone = !good.includes(person)
      if (verdict === 'nobody' && !isGone) seen.nobody++
      return verdict === 'own' || isGone
    })
  }

  const asGone = async (): Promise<void> => {
    const one = any(gone)
    if (one === undefined) return
    const isOver = performance.now() > one.from
    await ask(one.person.headers, one.person.identity, (verdict) => {
      if (isOver && verdict === 'own') seen.letIn++
      if (verdict === 'nobody') seen.refused++
      return verdict === 'nobody' || verdict === 'own'
    })
  }

  const client = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const turn = Math.random()
      if (turn < 0.1) await ask(any(nobodies) ?? {}, '', (verdict) => verdict === 'nobody')
      else await (turn < 0.3 && gone.length > 0 ? asGone() : asGood())
      await wait(pause)
    }
  }
  const all = Promise.all(Array.from({ length: clients }, client))
  all.catch(() => undefined) // what broke off is said by stop

  return {
    restart: () => {
      const before = seen
      seen = fresh()
      firstLoss = undefined
      return before
    },
    answers: async (more) => {
      const of = seen
      const from = seen.answers
      await eventually(`${more} more answers came`, () => of.answers >= from + more)
    },
    calm: async () => {
      inARow = 0
      await eventually('all are answered again', () => inARow >= calm)
    },
    revoked: (person, after) => {
      good.splice(good.indexOf(person), 1)
      gone.push({ person, from: performance.now() + after })
    },
    stop: async () => {
      over.abort()
      await all
      await pool.destroy()
    },
  }
}
