import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { ask, coreTimes, outputOf, usageOf } from './processes.ts'

/** Who is asked, and how. */
export interface Load {
  url: string
  /** The process whose CPU time and memory count. */
  pid: number
  token: string
  connections: number
  seconds: number
  /** The core of the program, and those that the load comes from, as taskset takes them. */
  cores: { contestant: string; load: string }
}

/** What one run of load measured; times in milliseconds unless the name says otherwise. */
export interface Measured {
  requests: number
  requestsPerSecond: number
  cpuMicrosecondsPerRequest: number
  p50: number
  p99: number
  p999: number
  /** Resident memory in bytes when the run ended. */
  memory: number
  /** The part of the program's core that others used, 0 to 1: with more than a little, the figures mean less. */
  others: number
}

/** No answer came at all: the program hangs, or the machine gives it no time. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError'
}

/** Percentiles of how long answers took. */
type Latencies = Pick<Measured, 'p50' | 'p99' | 'p999'>

const script = fileURLToPath(new URL('wrk.lua', import.meta.url))
/** A number of things, or of microseconds, as the programs that put load on print it. */
export const count = v.pipe(v.number(), v.integer())
/** The latencies that they print, in µs. */
export const latencies = { p50: count, p99: count, p999: count }
const counted = v.object({
  requests: count,
  microseconds: count,
  bytes: count,
  ...latencies,
  refused: count,
  broken: count,
  late: count,
  wrong: count,
})

/** inMilliseconds turns {@link latencies} into those of {@link Measured}. */
export function inMilliseconds({ p50, p99, p999 }: Latencies): Latencies {
  return { p50: p50 / 1000, p99: p99 / 1000, p999: p999 / 1000 }
}

/**
 * measure puts load on a program by wrk, on kept connections that ask as fast as they are answered.
 *
 * Every answer must be a session: one is read before the run, wrk counts what is 400 or above or fails, and the
 * bytes that came must suffice for as many bodies of that length.
 *
 * @throws NoAnswerError when none came, and Error that says what was wrong with them.
 */
export async function measure({ url, pid, token, connections, seconds, cores }: Load): Promise<Measured> {
  const { status, body } = await ask(url, token).catch((error: unknown) => {
    throw new NoAnswerError(error instanceof Error ? error.message : String(error), { cause: error })
  })
  if (status !== 200 || !/^\s*\{.*"identity":\s*\{/s.test(body))
    throw new Error(`wrong answer: ${status} ${body.slice(0, 80).trim()}`)
  const [before, coreBefore] = await Promise.all([usageOf(pid), coreTimes(cores.contestant)])
  const command = [
    'wrk',
    '-t1',
    `-c${connections}`,
    `-d${seconds}s`,
    '--timeout',
    '10s',
    '-s',
    script,
    `${url}/sessions/whoami`,
  ]
  const output = await outputOf(command, { SESSION_TOKEN: token }, cores.load, (seconds + 30) * 1000)
  const [after, coreAfter] = await Promise.all([usageOf(pid), coreTimes(cores.contestant)])
  const { requests, microseconds, bytes, p50, p99, p999, ...failures } = v.parse(
    counted,
    JSON.parse(output.trim().split('\n').at(-1) ?? ''),
  )
  if (requests === 0) throw new NoAnswerError(`no answer within ${seconds} s`)
  const failed = Object.entries(failures).filter(([, times]) => times > 0)
  if (failed.length > 0)
    throw new Error(`wrong answers among ${requests}: ${failed.map(([kind, times]) => `${times} ${kind}`).join(', ')}`)
  if (bytes < requests * Buffer.byteLength(body))
    throw new Error(`wrong answers: ${requests} came in ${bytes} bytes, where a session has ${Buffer.byteLength(body)}`)
  return {
    requests,
    requestsPerSecond: requests / (microseconds / 1e6),
    cpuMicrosecondsPerRequest: (after.cpu - before.cpu) / requests,
    ...inMilliseconds({ p50, p99, p999 }),
    memory: after.memory,
    others: Math.max(0, coreAfter.busy - coreBefore.busy - (after.cpu - before.cpu)) / (coreAfter.all - coreBefore.all),
  }
}
