import { setTimeout } from 'node:timers/promises'
import type { Ask, Ory } from './client.ts'
import type { Credentials } from './credentials.ts'
import { UpstreamError } from './transport/failure.ts'

/** What is known of whether Ory is ready. */
export interface Readiness {
  /** The latest answer, a second old at most: undefined when Ory is ready, otherwise why not, in one line. */
  whyNotReady: () => Promise<string | undefined>
  /**
   * Why a 401 to a question that was asked at `asked`, on the clock of `performance.now()`, says nothing about the
   * session; undefined when Ory is ready now, and was not known to be otherwise since then. Ends when `signal` aborts.
   */
  whyDoubtful: (asked: number, signal?: AbortSignal) => Promise<string | undefined>
  /** Takes note that Ory found a session, when asked at `asked`: it has its database, which settles earlier doubts. */
  foundSession: (asked: number) => void
}

/** A 401 that is in doubt since it came, and how to settle that. */
interface Doubt {
  since: number
  settle: () => void
}

const unasked = 'nobody waits any more'
const interval = 1000 // ms between questions

/**
 * createReadiness asks `ask` once a second at most, and never twice at the same time. `limit` is the time in ms from a
 * question for a session to the end of any doubt about its answer.
 *
 * A Kratos without its database answers 401 to good credentials. So an answer from before the 401 proves nothing: who
 * doubts waits for the next question, or until Ory finds somebody else's session; and what was asked before Ory became
 * ready again stays doubtful.
 */
export function createReadiness(ask: () => Promise<string | undefined>, limit: number): Readiness {
  let running: Promise<string | undefined> | undefined
  let next: Promise<string | undefined> | undefined
  let began = -Infinity
  let known: string | undefined
  const doubts = new Set<Doubt>() // the earliest first
  let readySince: number | undefined = 0 // undefined while Ory is known not to be ready

  const question = async (): Promise<string | undefined> => {
    began = performance.now()
    try {
      known = await ask()
      readySince = known === undefined ? (readySince ?? performance.now()) : undefined
      return known
    } finally {
      running = undefined
    }
  }

  const nextQuestion = async (): Promise<string | undefined> => {
    await running?.catch(() => undefined)
    const wait = began + interval - performance.now()
    if (wait > 0) await setTimeout(Math.ceil(wait))
    next = undefined // who comes from now on may come too late for this one
    running = question()
    return running
  }

  const isRecent = (): boolean => performance.now() - began < interval

  const whyDoubtful = async (asked: number): Promise<string | undefined> => {
    const earlier = running === undefined && isRecent() ? known : await running
    const reason = earlier ?? (await (next ??= nextQuestion()))
    if (reason !== undefined) return reason
    return readySince !== undefined && asked >= readySince ? undefined : 'Ory was not ready when it was asked'
  }

  return {
    whyNotReady: async () => running ?? (isRecent() ? known : (next ??= nextQuestion())),
    whyDoubtful: async (asked, signal) => {
      if (signal?.aborted === true) return unasked
      const decided = new AbortController()
      const left = Math.max(asked + limit - performance.now(), 0)
      const late = setTimeout(left, 'Ory did not say in time that it is ready', { signal: decided.signal })
      const doubt: Doubt = { since: performance.now(), settle: () => undefined }
      const settled = new Promise<string | undefined>((resolve) => {
        doubt.settle = () => {
          if (readySince !== undefined && asked >= readySince) resolve(undefined)
        }
        signal?.addEventListener(
          'abort',
          () => {
            resolve(unasked)
          },
          { signal: decided.signal },
        )
      })
      doubts.add(doubt)
      try {
        return await Promise.race([whyDoubtful(asked), settled, late])
      } finally {
        doubts.delete(doubt)
        decided.abort()
      }
    },
    foundSession: (asked) => {
      for (const doubt of doubts) {
        if (doubt.since > asked) break // those that follow came later still
        doubts.delete(doubt)
        doubt.settle()
      }
    },
  }
}

/**
 * onlyOnceCertain makes an {@link Ask} that takes a 401 to credentials for an answer only where Ory says so again, or
 * else, where it can't be made to, while it is ready. Otherwise it rejects with an UpstreamError, of the kind
 * `not_ready` where Ory's database is at fault. Without credentials no such question is asked.
 */
export function onlyOnceCertain(ask: Ask, { deniesAgain, whyDoubtful, foundSession }: Certainty): Ask {
  return async (question, signal) => {
    const asked = performance.now()
    const answer = await ask(question, signal)
    if (answer.status === 200) foundSession(asked)
    if (answer.status !== 401 || !hasCredentials(question) || (await deniesAgain(question, asked, signal)))
      return answer
    const doubt = await whyDoubtful(asked, signal)
    if (signal?.aborted === true) throw new UpstreamError('left', 'the client left', 0)
    if (doubt !== undefined) throw new UpstreamError('not_ready', `${doubt}, so its 401 says nothing`, 0)
    return answer
  }
}

type Certainty = Pick<Ory, 'deniesAgain' | 'whyDoubtful' | 'foundSession'>

/** hasCredentials says whether anything in a question may be a credential; only Ory knows which cookies are. */
export function hasCredentials({ cookie, token, bearer = '' }: Credentials): boolean {
  return cookie !== '' || token !== '' || bearer !== ''
}
