import type { Entry } from './entries.ts'
import { measure, type Load } from './load.ts'
import { usageOf } from './processes.ts'
import type { LongRun } from './results.ts'

const wanted = 1_000_000
const most = 240_000 // ms

/** runLong asks a contestant a million times, at most for 4 minutes, and looks at its memory all the while. */
export async function runLong(
  { name, url, pid }: Entry,
  token: string,
  cores: Load['cores'],
  say: (line: string) => void,
): Promise<LongRun> {
  const began = performance.now()
  const samples: LongRun['samples'] = []
  const look = async (): Promise<void> => {
    const { memory } = await usageOf(pid)
    samples.push({ seconds: (performance.now() - began) / 1000, memory })
  }
  const timer = setInterval(() => void look().catch(() => undefined), 250)
  let requests = 0
  try {
    while (requests < wanted && performance.now() - began < most) {
      const measured = await measure({ url, pid, token, connections: 32, seconds: 5, cores })
      requests += measured.requests
      say(`long run: ${name}: ${requests} requests, ${(measured.memory / 1e6).toFixed(0)} MB`)
    }
  } finally {
    clearInterval(timer)
  }
  return { requests, samples }
}
