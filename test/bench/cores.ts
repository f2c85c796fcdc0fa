import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Cores of this machine, as taskset takes them. */
export interface Cores {
  /** The core of the contestants. */
  contestant: string
  /** Those of all else. */
  load: string
  /** The two that a contestant with two processes may use, and those of the load meanwhile; fewer cores are shared. */
  pair: { contestant: string; load: string; shared: boolean }
}

/** divideCores divides the cores that this process may use, and holds it to those of the load. */
export async function divideCores(): Promise<Cores> {
  const allowed = /^Cpus_allowed_list:\s+(.*)$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? '0'
  const all = allowed.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  const from = (first: number): string => (all.length > first ? all.slice(first) : all).join(',')
  const cores = {
    contestant: String(all[0] ?? 0),
    load: from(1),
    pair: { contestant: all.slice(0, 2).join(','), load: from(2), shared: all.length <= 2 },
  }
  await promisify(execFile)('taskset', ['-a', '-c', '-p', cores.load, String(process.pid)])
  return cores
}
