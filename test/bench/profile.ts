import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Contestant } from './contestants.ts'
import { measure, type Load } from './load.ts'
import { firstAnswer, start, stop } from './processes.ts'

/** Where a program spent its own time, most first. */
export interface Profile {
  title: string
  /** What `time` counts. */
  unit: string
  modules: Share[]
  functions: Share[]
}

interface Share {
  share: string
  time: string
  where: string
}

/** A contestant on Node that is to be profiled, under `load` or only until its first answer. */
export interface Subject {
  contestant: Contestant
  environment: Readonly<Record<string, string>>
  url: string
  token: string
  cores: Load['cores']
  /** Size of the session in kB, which only the title names. */
  load?: { size: number; connections: number; seconds: number }
}

const listed = 20
const root = new URL('../../', import.meta.url).href
const cpuProfile = v.object({
  nodes: v.array(
    v.object({
      id: v.number(),
      callFrame: v.object({ functionName: v.string(), url: v.string(), lineNumber: v.number() }),
    }),
  ),
  samples: v.array(v.number()),
  timeDeltas: v.array(v.number()),
})

/**
 * profile runs a contestant under Node's `--cpu-prof` and adds up where it was each time it was looked at.
 *
 * @throws Error in one line when it refuses to start or answers wrongly.
 */
export async function profile({ contestant, environment, url, token, cores, load }: Subject): Promise<Profile> {
  const [node = '', ...program] = contestant.command
  const folder = await mkdtemp(join(tmpdir(), 'ory-session-echo-profile-'))
  const started = start(
    [node, '--cpu-prof', `--cpu-prof-dir=${folder}`, ...program],
    { ...contestant.environment, ...environment },
    cores.contestant,
    'drain',
  )
  try {
    await firstAnswer(started, url, token)
    const measured = load === undefined ? undefined : await measure({ url, pid: started.pid, token, cores, ...load })
    await stop(started)
    const [name = ''] = await readdir(folder)
    const what =
      measured === undefined
        ? { title: `${contestant.name}, start to first answer`, unit: 'ms' }
        : {
            title: `${contestant.name}, ${load?.size ?? 0} kB, ${load?.connections ?? 0} connections`,
            unit: 'µs/request',
          }
    return { ...what, ...read(await readFile(join(folder, name), 'utf8'), measured?.requests ?? 1000) }
  } finally {
    await stop(started)
    await rm(folder, { recursive: true, force: true })
  }
}

function read(text: string, divisor: number): Pick<Profile, 'modules' | 'functions'> {
  const { nodes, samples, timeDeltas } = v.parse(cpuProfile, JSON.parse(text))
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const functions = new Map<string, number>()
  const modules = new Map<string, number>()
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    if (frame === undefined || frame.functionName === '(idle)') continue
    const file = frame.url.replace(/^file:\/\/.*\/node_modules\//, '').replace(root, '')
    const time = timeDeltas[index] ?? 0
    const at = file === '' ? '' : ` ${file}:${frame.lineNumber + 1}`
    const name = `${frame.functionName || '(anonymous)'}${at}`
    functions.set(name, (functions.get(name) ?? 0) + time)
    const module = file === '' ? 'V8 and system calls' : moduleOf(file)
    modules.set(module, (modules.get(module) ?? 0) + time)
  }
  return { modules: shares(modules, divisor), functions: shares(functions, divisor) }
}

/** The file for this project and Node, the package for all else. */
function moduleOf(file: string): string {
  return /^(?:node:|src\/|test\/)/.test(file) ? file : (/^(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file)
}

function shares(times: ReadonlyMap<string, number>, divisor: number): Share[] {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0)
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, listed)
    .map(([where, time]) => ({
      share: `${((100 * time) / total).toFixed(1)} %`,
      time: (time / divisor).toFixed(1),
      where,
    }))
}
