import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { sessionOf, type Ask, type Question, type WhoamiAnswer } from './whoami.ts'

/** Answers that are kept, and how many there are. */
export interface SessionCache {
  /** Answers from what is kept, and keeps what `ask` answers where Ory allows it. */
  cached: (ask: Ask) => Ask
  /** How often it was asked in vain and not, how many answers it keeps, and their size in bytes. */
  figures: () => Record<'hits' | 'misses' | 'entries' | 'bytes', number>
}

const overhead = 600 // bytes of an entry beside what is made of its body
const copies = 4 // an answer's bytes, the object read of them and Go's text of them take 3.5 times its length, as measured
const ms = 1000

/**
 * createSessionCache keeps answers for as long as Ory says in `Ory-Session-Cache-For`, counted from when Ory was asked,
 * at most until the session expires, and at most `maxBytes` of them, the least recently used going first. An answer
 * that Ory says nothing of is not kept, nor is one that sets a cookie, and `tokenize_as` is always asked anew.
 *
 * Whoever offers the same credentials while Ory is being asked shares that call. Keys are a keyed hash of exactly what is
 * forwarded, under a key that only this process has; no secret is kept.
 */
export function createSessionCache(maxBytes: number): SessionCache {
  const secret = randomBytes(32).toString('base64')
  const kept = new LRUCache<string, WhoamiAnswer>({ maxSize: maxBytes, sizeCalculation: ({ body }, key) => copies * body.length + key.length + overhead })
  const running = new Map<string, Promise<WhoamiAnswer>>()
  let hits = 0
  let misses = 0

  // Lengths keep `a` + `bc` and `ab` + `c` apart. SHA-512/256 can't be extended, so a key before the text makes it a keyed hash, at half the cost of HMAC.
  const keyOf = ({ cookie, token, bearer = '' }: Question): string => hash('sha512-256', `${secret}${cookie.length}:${token.length}:${cookie}${token}${bearer}`, 'base64')

  const askAndKeep = async (key: string, ask: Ask, question: Question): Promise<WhoamiAnswer> => {
    const asked = performance.now()
    try {
      const answer = await ask(question)
      const ttl = lifetime(answer) - (performance.now() - asked)
      if (ttl > 0) {
        answer.freshUntil = performance.now() + ttl
        kept.set(key, answer, { ttl })
      }
      return answer
    } finally {
      running.delete(key)
    }
  }

  return {
    cached: (ask) => (question) => {
      if (question.tokenizeAs !== undefined) return ask(question)
      const key = keyOf(question)
      const found = kept.get(key)
      if (found !== undefined) {
        hits++
        return Promise.resolve(found)
      }
      misses++
      const shared = running.get(key) ?? askAndKeep(key, ask, question)
      running.set(key, shared)
      return shared
    },
    figures: () => ({ hits, misses, entries: kept.size, bytes: kept.calculatedSize }),
  }
}

/** For how long an answer may be kept from when it was asked for, in milliseconds; 0 where it may not. */
function lifetime(answer: WhoamiAnswer): number {
  const seconds = Number(answer.headers.get('ory-session-cache-for') ?? 0)
  if (!(seconds > 0) || answer.status >= 500 || answer.headers.getSetCookie().length > 0) return 0
  if (answer.status !== 200) return seconds * ms
  const session = sessionOf(answer)
  if (session === undefined) return 0
  const left = session.expires_at === undefined ? Infinity : Date.parse(session.expires_at) - Date.now()
  return Math.min(seconds * ms, Number.isNaN(left) ? 0 : left)
}
