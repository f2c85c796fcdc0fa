import { answerFrom, type WhoamiAnswer } from './answer.ts'
import { createSessionCache, type CacheFigures } from './cache.ts'
import { whole, type Ory } from './client.ts'
import { passedOn } from './headers.ts'
import { onlyOnceCertain } from './readiness.ts'

/** A client with a cache. */
export interface CachedOry extends Ory {
  /** What the cache holds, and how often it was of use. */
  figures: () => CacheFigures
}

/** The bounds of a cache. */
export interface CacheOptions {
  /** The memory that it may take, in bytes; 64,000,000 by default. */
  maxBytes?: number
}

const keptHeaders: readonly string[] = ['content-type', 'vary', ...passedOn]
const headersSize = 1000 // bytes, measured: a few short headers

/**
 * cacheSessions makes a client that reuses an answer for as long as Ory says in `Ory-Session-Cache-For` (Kratos'
 * `feature_flags.cacheable_sessions`), and never beyond the session's expiry. Concurrent calls with the same
 * credentials share one. A revoked session still counts until then. For one that is not enough, `checkSession` asks Ory
 * again, since it may have a second factor by now. Every answer is parsed anew, so no request sees what another did to
 * its session.
 *
 * @throws TypeError when `maxBytes` is not a whole number from 1.
 *
 * @example
 * const ory = cacheSessions(createOry('http://localhost:4433'), { maxBytes: 16e6 })
 */
export function cacheSessions(ory: Ory, { maxBytes = 64e6 }: CacheOptions = {}): CachedOry {
  whole('maxBytes', maxBytes)
  const { cached, figures } = createSessionCache(maxBytes, withSize)
  // A 401 is settled before it is shared, so nobody has to doubt it again.
  const whoamiAnew = onlyOnceCertain(ory.whoami, ory)
  const ask = cached(whoamiAnew)
  return {
    ...ory,
    whoami: async (question, signal) => {
      // Other headers may be credentials too, and are no part of what an answer is found by.
      if (question.headers !== undefined) return whoamiAnew(question, signal)
      const { answer } = (await ask(question, signal)).value
      return answerFrom(answer, Buffer.from(answer.body))
    },
    whoamiAnew,
    deniesAgain: () => Promise.resolve(true),
    foundSession: () => undefined,
    figures,
  }
}

interface Kept {
  answer: Pick<WhoamiAnswer, 'status' | 'statusText' | 'headers' | 'url' | 'body'>
  bytes: number
}

/** What is kept of an answer: nothing that holds on to the rest of it. */
function withSize({ status, statusText, headers, url, body }: WhoamiAnswer, kept: boolean): Kept {
  if (!kept) return { answer: { status, statusText, headers, url, body }, bytes: 0 }
  const few = new Headers()
  for (const name of keptHeaders) {
    const value = headers.get(name)
    if (value !== null) few.set(name, value)
  }
  return {
    answer: { status, statusText, headers: few, url, body: Buffer.from(body) },
    bytes: body.length + headersSize,
  }
}
