import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { getContainerRuntimeClient, RandomPortGenerator } from 'testcontainers'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { contestants, goExample, type Contestant } from './contestants.ts'
import { enter, enterAll } from './entries.ts'
import { goals } from './goals.ts'
import { measureGrid } from './grid.ts'
import { runLong } from './long-run.ts'
import { plot } from './plot.ts'
import { stopAll } from './processes.ts'
import { profile, type Profile } from './profile.ts'
import { failures, goalsTable, othersLine, profileTable, resultsTable, startTable } from './report.ts'
import type { LongRun, Results, Row } from './results.ts'
import { sizes, startUpstream, tokenOf } from './upstream.ts'

const run = promisify(execFile)
const quick = (process.env['QUICK'] ?? '') !== ''
const profiled = process.env['PROFILE'] ?? ''
const plan = quick
  ? { rounds: 3, seconds: 1, warmUp: 3, sizes: [1], connections: [32], minutes: 6 }
  : { rounds: 3, seconds: 2, warmUp: 5, sizes, connections: [1, 32, 256], minutes: 20 }
const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url))

let kratos: Promise<StartedKratosContainer> | undefined
let closeUpstream: (() => Promise<void>) | undefined
let ending: Promise<never> | undefined

function say(line: string): void {
  if (ending === undefined) process.stderr.write(`${line}\n`)
}

function end(code: number): Promise<never> {
  ending ??= (async () => {
    await stopAll()
    await closeUpstream?.()
    // Kratos may still be starting, and is removed then as well.
    await kratos?.then(
      (started) => started.stop(),
      () => undefined,
    )
    process.exit(code)
  })()
  return ending
}

/** The cores that this process may use: the first for the contestants, the others for all else, itself included. */
async function divideCores(): Promise<Results['pinned']> {
  const allowed = /^Cpus_allowed_list:\s+(.*)$/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1] ?? '0'
  const [contestant = 0, ...others] = allowed.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
  if (others.length === 0)
    say('this machine has one core: contestants, upstream and load share it, so only the CPU figures mean something')
  const pinned = { contestant: String(contestant), load: others.length === 0 ? String(contestant) : others.join(',') }
  await run('taskset', ['-a', '-c', '-p', pinned.load, String(process.pid)])
  return pinned
}

async function buildGoExample(): Promise<string> {
  say('building the Go example …')
  try {
    await run('go', ['build', '-o', goExample.program, '.'], { cwd: goExample.sources })
    return (await run('go', ['env', 'GOVERSION'])).stdout.trim()
  } catch (error) {
    const said = Error.isError(error) && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined
    throw new Error(`building the Go example: ${said ?? String(error)}`, { cause: error })
  }
}

/** Measures everyone in front of the Kratos container, and Kratos itself, which has one core as well. */
async function measureKratos(pinned: Results['pinned']): Promise<Row[]> {
  const { contestant, load } = pinned
  if (ending !== undefined) return []
  say('starting Kratos with an in-memory database …')
  kratos = new KratosContainer()
    .withCacheableSessions('60s')
    .withEnvironment({ GOMAXPROCS: '1' })
    .withProgress(say)
    .start()
  const started = await kratos
  const container = (await getContainerRuntimeClient()).container.getById(started.getId())
  const moveTo = (cores: string): Promise<unknown> => container.update({ CpusetCpus: cores })
  await moveTo(load)
  const { token } = await started.flows.register({ email: 'ann@example.com', name: 'Ann' })
  const { entries, stop } = await enterAll(started.getPublicUrl(), token, contestant, 1, say)
  const { State: state } = await container.inspect()
  const rows = await measureGrid({
    ...plan,
    upstream: 'Kratos',
    entries: [...entries, { name: 'Kratos', url: started.getPublicUrl(), pid: state.Pid }],
    loads: [{ size: 1, connections: 32, token }],
    cores: pinned,
    around: async (name, turn) => {
      if (name === 'Kratos') await moveTo(contestant)
      return turn().finally(() => (name === 'Kratos' ? moveTo(load) : undefined))
    },
    say,
  })
  await stop()
  return rows
}

async function measureLongRun(
  contestant: Contestant,
  oryUrl: string,
  pinned: Results['pinned'],
): Promise<LongRun | undefined> {
  const { entry } = await enter(contestant, oryUrl, tokenOf(1), pinned.contestant)
  return entry.refusal === undefined ? runLong(entry, tokenOf(1), pinned, say) : undefined
}

/** Profiles the contestant of that name under load, or `start`: style go until its first answer. */
async function profileOf(name: string, oryUrl: string, pinned: Results['pinned']): Promise<Profile> {
  const contestant = contestants.find((one) => one.name === (name === 'start' ? 'style go' : name))
  if (contestant === undefined || contestant.name === 'Go example') {
    throw new Error(
      `profiling ${name}: no such program on Node; PROFILE is 1 for style go, start, or one of: ${contestants
        .map((one) => one.name)
        .filter((one) => one !== 'Go example')
        .join('; ')}`,
    )
  }
  say(`profiling ${name} …`)
  const port = await new RandomPortGenerator().generatePort()
  return profile({
    contestant,
    environment: { PORT: String(port), ORY_SDK_URL: oryUrl },
    url: `http://127.0.0.1:${port}`,
    token: tokenOf(1),
    cores: pinned,
    ...(name === 'start' ? {} : { load: { connections: 32, seconds: 5 } }),
  })
}

async function measureAll(oryUrl: string, pinned: Results['pinned']): Promise<Results> {
  const go = await buildGoExample()
  const loads = plan.sizes.flatMap((size) =>
    plan.connections.map((connections) => ({ size, connections, token: tokenOf(size) })),
  )
  const { entries, starts, stop } = await enterAll(oryUrl, tokenOf(1), pinned.contestant, plan.rounds, say)
  const rows = await measureGrid({ ...plan, upstream: 'nginx', entries, loads, cores: pinned, say })
  await stop()
  rows.push(...(await measureKratos(pinned)))
  const [styleGo] = contestants
  const longRun = quick || styleGo === undefined ? undefined : await measureLongRun(styleGo, oryUrl, pinned)
  const measured = { rows, starts, ...(longRun === undefined ? {} : { longRun }) }
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version, go }
  const { rounds, seconds } = plan
  return { date: new Date().toISOString(), machine, pinned, rounds, seconds, ...measured, goals: goals(measured) }
}

async function report(results: Results, oryUrl: string): Promise<void> {
  if (ending !== undefined) return
  const { rows, starts, machine, pinned, rounds, seconds } = results
  await writeFile(`${folder}results.json`, `${JSON.stringify(results, undefined, 1)}\n`)
  await writeFile(`${folder}results.svg`, plot(results))
  console.log(
    `Medians of ${rounds} rounds of ${seconds} s, all contestants in turn; one core each, the load on ` +
      `core ${pinned.load}. ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.go}.`,
  )
  console.log(resultsTable(rows))
  console.log(othersLine(rows))
  for (const line of failures(rows)) console.log(line)
  console.log(startTable(starts))
  console.log(goalsTable(results.goals))
  const missed = results.goals.filter(({ verdict, about }) => verdict.startsWith('missed') && about !== 'memory')
  for (const about of new Set(missed.map((goal) => goal.about)))
    console.log(profileTable(await profileOf(about, oryUrl, pinned)))
  console.log('written: .cache/bench/results.json, .cache/bench/results.svg')
}

async function bench(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const pinned = await divideCores()
  const { url, close } = await startUpstream(pinned.load)
  closeUpstream = close
  if (profiled === '') await report(await measureAll(url, pinned), url)
  else console.log(profileTable(await profileOf(profiled === '1' ? 'style go' : profiled, url, pinned)))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(130))
process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true'
setTimeout(() => {
  say(`measuring: not done within ${plan.minutes} minutes; is the machine busy?`)
  void end(1)
}, plan.minutes * 60_000).unref()

try {
  await bench()
  await end(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await end(1)
}
