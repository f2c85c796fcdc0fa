import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { WhoamiAnswer } from './answer.ts'
import type { Ask, Question } from './client.ts'
import { oryHeaders } from './headers.ts'
import { UpstreamError } from './transport/failure.ts'

/** What was made of an answer, and until when it may be used again. */
export interface Prepared<T> {
  value: T
  /** On the clock of `performance.now()`; undefined when it is not kept. */
  freshUntil: number | undefined
}

/** Asks Ory and prepares the answer. */
export type AskPrepared<T> = (question: Question, signal?: AbortSignal) => Promise<Prepared<T>>

/** A cache of prepared answers. */
export interface SessionCache<T> {
  /** Answers from the cache, and caches what `ask` answers if Ory allows it. */
  cached: (ask: Ask) => AskPrepared<T>
  figures: () => CacheFigures
}

/** Lookups that found an answer and that did not, answers in the cache, and the memory that these take, in bytes. */
export type CacheFigures = Record<'hits' | 'misses' | 'entries' | 'bytes', number>

/** A call in flight, and the number of requests that wait for it. */
interface SharedCall<T> {
  answer: Promise<Prepared<T>>
  waiting: number
  abandoned: AbortController
}

// Resident memory per entry, measured after 300,000 of them: V8 lets garbage grow with the heap.
const overhead = 6000 // bytes beside its value
const slack = 1.5 // times its value
const ms = 1000

/**
 * createSessionCache caches what `prepare` makes of an answer for as long as Ory says in `Ory-Session-Cache-For`,
 * counted from when Ory was asked, and never beyond the session's expiry. It holds `maxBytes` at most and drops the
 * least recently used first. Answers without that header or with `Set-Cookie` are not cached, nor is `tokenize_as`.
 * `prepare` is told whether its result will be cached, and says in `bytes` how much memory that takes.
 *
 * Requests with the same credentials share a call in flight, which ends when the last of them has left. Entries are
 * found by a keyed hash of exactly what is forwarded, with a key that only this process has; no secret is kept.
 */
export function createSessionCache<T extends { bytes: number }>(
  maxBytes: number,
  prepare: (answer: WhoamiAnswer, kept: boolean) => T,
): SessionCache<T> {
  const secret = randomBytes(32).toString('base64')
  const kept = new LRUCache<string, Prepared<T>>({
    maxSize: maxBytes,
    sizeCalculation: ({ value }, key) => Math.ceil(slack * value.bytes) + key.length + overhead,
  })
  const running = new Map<string, SharedCall<T>>()
  let hits = 0
  let misses = 0

  // Lengths keep `a` + `bc` and `ab` + `c` apart. SHA-512/256 cannot be extended, so a secret before the text makes it
  // a keyed hash, at half the cost of HMAC.
  const keyOf = ({ cookie, token, bearer = '' }: Question): string =>
    hash('sha512-256', `${secret}${cookie.length}:${token.length}:${cookie}${token}${bearer}`, 'base64')

  const askAndKeep = async (key: string, ask: Ask, question: Question, signal: AbortSignal): Promise<Prepared<T>> => {
    const asked = performance.now()
    const answer = await ask(question, signal)
    const freshUntil = asked + lifetime(answer)
    if (freshUntil <= performance.now()) return { value: prepare(answer, false), freshUntil: undefined }
    const prepared = { value: prepare(answer, true), freshUntil }
    kept.set(key, prepared, { ttl: freshUntil - performance.now() })
    return prepared
  }

  const start = (key: string, ask: Ask, question: Question): SharedCall<T> => {
    const abandoned = new AbortController()
    const call: SharedCall<T> = {
      answer: askAndKeep(key, ask, question, abandoned.signal).finally(() => {
        end(key, call)
      }),
      waiting: 0,
      abandoned,
    }
    running.set(key, call)
    return call
  }

  const end = (key: string, call: SharedCall<T>): void => {
    if (running.get(key) === call) running.delete(key)
  }

  /** Waits for a shared call until it is answered or `signal` aborts. */
  const share = (key: string, call: SharedCall<T>, signal: AbortSignal | undefined): Promise<Prepared<T>> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(new UpstreamError('left', 'the client left', 0))
        if (--call.waiting > 0) return
        end(key, call) // whoever comes now asks anew
        call.abandoned.abort()
      }
      call.waiting++
      if (signal?.aborted === true) leave()
      signal?.addEventListener('abort', leave)
      call.answer.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave))
    })

  return {
    cached: (ask) => async (question, signal) => {
      if (question.tokenizeAs !== undefined)
        return { value: prepare(await ask(question, signal), false), freshUntil: undefined }
      const key = keyOf(question)
      const found = kept.get(key)
      if (found !== undefined) {
        hits++
        return found
      }
      misses++
      return share(key, running.get(key) ?? start(key, ask, question), signal)
    },
    figures: () => ({ hits, misses, entries: kept.size, bytes: kept.calculatedSize }),
  }
}

/** How long an answer may be cached from when Ory was asked, in ms; 0 if it may not. */
function lifetime(answer: WhoamiAnswer): number {
  const [given = '0'] = /^\d{1,9}$/.exec(answer.headers.get(oryHeaders.cacheFor) ?? '') ?? []
  const seconds = Number(given)
  if (!(seconds > 0) || answer.status >= 500 || answer.headers.getSetCookie().length > 0) return 0
  if (answer.status !== 200) return seconds * ms
  const session = answer.session()
  if (session === undefined) return 0
  const left = session.expires_at === undefined ? Infinity : Date.parse(session.expires_at) - Date.now()
  return Math.min(seconds * ms, Number.isNaN(left) ? 0 : left)
}
