import { Pool } from 'undici'
import { count, type Tally } from './figures.ts'

/** A request of a load. */
export interface Asked {
  method: string
  path?: string
  headers?: Record<string, string>
  body?: string
}

/** How much is asked. */
export interface Load {
  /** How many requests there are. */
  requests: number
  /** On how many kept connections. */
  connections: number
  /** What the nth of them is, from 0; a plain GET unless given. */
  request?: (nth: number) => Asked
  /** What an answer or failure counts as; unless given, the status or the failure's code. */
  as?: (asked: Asked, result: string) => string
  /** How long an answer is waited for, in ms. */
  patience?: number
  /** When no more are begun, on the clock of `performance.now()`. */
  until?: number
}

const keptFor = 600_000 // ms that a connection is kept, so that the service alone ends one

/** poolFor makes kept connections to `url`; what fails on one is not asked again. */
export function poolFor(url: string, connections: number, patience = 30_000): Pool {
  return new Pool(url, {
    connections,
    pipelining: 1,
    keepAliveTimeout: keptFor,
    keepAliveMaxTimeout: keptFor,
    headersTimeout: patience,
    bodyTimeout: patience,
  })
}

/** askOften asks on connections of its own, as many at once as there are, and counts the answers. */
export async function askOften(url: string, load: Load): Promise<Tally> {
  const pool = poolFor(url, load.connections, load.patience)
  try {
    return await askOn(pool, load)
  } finally {
    await pool.destroy()
  }
}

/** askOn does the same on connections that there are. */
export async function askOn(
  pool: Pool,
  { requests, connections, request = () => ({ method: 'GET' }), as = (_, result) => result, until = Infinity }: Load,
): Promise<Tally> {
  const tally: Tally = new Map()
  await times(requests, connections, async (nth) => {
    if (performance.now() > until) return
    const asked = request(nth)
    count(tally, as(asked, await resultOf(pool, asked)))
  })
  return tally
}

async function resultOf(
  pool: Pool,
  { method, path = method === 'GET' ? '/sessions/whoami' : '/auth/required', headers = {}, body }: Asked,
): Promise<string> {
  try {
    const response = await pool.request({ method, path, headers, body: body ?? null })
    await response.body.arrayBuffer()
    return String(response.statusCode)
  } catch (error) {
    return Error.isError(error) && 'code' in error ? String(error.code) : String(error)
  }
}

/** times does a task so often, so many at once; the task is told which time it is, from 0. */
export async function times(often: number, atOnce: number, task: (nth: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(atOnce, often) }, async () => {
      while (next < often) await task(next++)
    }),
  )
}

/** within resolves as `task` does, or to undefined after `ms`. */
export async function within<T>(ms: number, task: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, ms, undefined)))
  try {
    return await Promise.race([task, late])
  } finally {
    clearTimeout(timer)
  }
}
