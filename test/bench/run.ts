import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureAgainst, removeOther } from './against.ts'
import { contestants, goExample, type Contestant } from './contestants.ts'
import { divideCores, type Cores } from './cores.ts'
import { enter, enterAll, type Entry } from './entries.ts'
import { buildGo } from './go.ts'
import { goals } from './goals.ts'
import { growing, growthLoads, linesOf } from './growth.ts'
import { plotGrowth } from './growth-plot.ts'
import { measureGrid } from './grid.ts'
import { measureKratos, removeKratos } from './kratos.ts'
import { bendLine, fixedRateTable, generatorLine, growthTables, workersTable } from './load-report.ts'
import { runLong } from './long-run.ts'
import { measureFixedRates, openLoop } from './open-loop.ts'
import { plot } from './plot.ts'
import { stop, stopAll } from './processes.ts'
import { profileOf, toProfile, type Wanted } from './profiles.ts'
import { failures, goalsTable, othersLine, profileTable, resultsTable, startTable } from './report.ts'
import type { LongRun, Results, Row } from './results.ts'
import { tokenOf } from './session.ts'
import { startUpstream } from './upstream.ts'
import { measureWorkers } from './workers.ts'

const quick = (process.env['QUICK'] ?? '') !== ''
const profiled = process.env['PROFILE'] ?? ''
const against = process.env['AGAINST'] ?? ''
const plan = quick
  ? {
      rounds: 3,
      seconds: 1,
      warmUp: 3,
      sizes: [1],
      connections: [32],
      shares: [0.8],
      atRate: { seconds: 1, warmUp: 1 },
      minutes: 8,
    }
  : {
      rounds: 3,
      seconds: 2,
      warmUp: 5,
      sizes: [1, 10, 100],
      connections: [1, 32, 256],
      shares: [0.5, 0.8, 0.95],
      atRate: { seconds: 3, warmUp: 1 },
      minutes: 30,
    }
const folder = fileURLToPath(new URL('../../.cache/bench/', import.meta.url))

let closeUpstream: (() => Promise<void>) | undefined
let ending: Promise<never> | undefined

function say(line: string): void {
  if (ending === undefined) process.stderr.write(`${line}\n`)
}

function end(code: number): Promise<never> {
  ending ??= (async () => {
    await stopAll()
    await closeUpstream?.()
    await removeKratos()
    await removeOther()
    process.exit(code)
  })()
  return ending
}

async function measureLongRun(contestant: Contestant, oryUrl: string, cores: Cores): Promise<LongRun | undefined> {
  const { entry, started } = await enter(contestant, oryUrl, tokenOf(1), cores.contestant)
  try {
    return entry.refusal === undefined ? await runLong(entry, tokenOf(1), cores, say) : undefined
  } finally {
    await stop(started)
  }
}

/** Measures the loads of the growth tables that `rows` do not have. */
function measureGrowth(entries: readonly Entry[], rows: readonly Row[], cores: Cores): Promise<Row[]> {
  const known = new Set(rows.map(({ size, connections }) => `${size} ${connections}`))
  return measureGrid({
    upstream: 'nginx',
    entries: entries.filter(({ name }) => growing.includes(name)),
    loads: growthLoads
      .filter(({ size, connections }) => !known.has(`${size} ${connections}`))
      .map((load) => ({ ...load, token: tokenOf(load.size) })),
    rounds: 2,
    seconds: 1,
    warmUp: 1,
    cores,
    say,
  })
}

async function measureAll(oryUrl: string, cores: Cores): Promise<Results> {
  say('building the Go example …')
  const go = await buildGo('the Go example', goExample)
  const loads = plan.sizes.flatMap((size) =>
    plan.connections.map((connections) => ({ size, connections, token: tokenOf(size) })),
  )
  const field = await enterAll(contestants, oryUrl, tokenOf(1), cores.contestant, plan.rounds, say)
  const rows = await measureGrid({ ...plan, upstream: 'nginx', entries: field.entries, loads, cores, say })
  const paced = field.entries.filter(({ name }) => name !== 'Express')
  say('building the program that asks at a fixed rate …')
  await buildGo('test/bench/open-loop', openLoop)
  const fixedRates = await measureFixedRates({ entries: paced, rows, ...plan, ...plan.atRate, cores, say })
  const growth = quick ? [] : await measureGrowth(field.entries, rows, cores)
  await field.stop()
  const workers = quick ? [] : await measureWorkers(oryUrl, { ...plan, warmUp: 2, cores, say })
  rows.push(...(ending === undefined ? await measureKratos(cores, { ...plan, warmUp: 3, say }) : []))
  const [styleGo] = contestants
  const longRun = quick || styleGo === undefined ? undefined : await measureLongRun(styleGo, oryUrl, cores)
  const measured = {
    rows,
    starts: field.starts,
    fixedRates,
    growth,
    workers,
    ...(longRun === undefined ? {} : { longRun }),
  }
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version, go }
  const { rounds, seconds } = plan
  return { date: new Date().toISOString(), machine, cores, rounds, seconds, ...measured, goals: goals(measured) }
}

async function report(results: Results, oryUrl: string): Promise<void> {
  if (ending !== undefined) return
  const { rows, starts, machine, cores, rounds, seconds } = results
  await writeFile(`${folder}results.json`, `${JSON.stringify(results, undefined, 1)}\n`)
  await writeFile(`${folder}results.svg`, plot(results))
  console.log(
    `Medians of ${rounds} rounds of ${seconds} s, all contestants in turn; one core each, the load on ` +
      `core ${cores.load}. ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, ${machine.go}.`,
  )
  console.log(resultsTable(rows))
  console.log(othersLine(rows))
  console.log(fixedRateTable(results.fixedRates))
  console.log(generatorLine(results.fixedRates) ?? 'The generator kept up.')
  const lines = linesOf([...rows, ...results.growth])
  if (results.growth.length > 0) {
    await writeFile(`${folder}growth.svg`, plotGrowth(lines, results))
    console.log(`${growthTables(lines)}\n${bendLine(lines)}`)
  }
  if (results.workers.length > 0) console.log(workersTable(results.workers, cores))
  for (const line of failures([...rows, ...results.growth, ...results.fixedRates, ...results.workers]))
    console.log(line)
  console.log(startTable(starts))
  console.log(goalsTable(results.goals))
  for (const wanted of toProfile(results.goals)) await showProfile(wanted, oryUrl, cores)
  console.log(`written to .cache/bench: results.json, results.svg${quick ? '' : ', growth.svg'}`)
}

async function showProfile(wanted: Wanted, oryUrl: string, cores: Cores): Promise<void> {
  say(`profiling ${wanted.name} …`)
  console.log(profileTable(await profileOf(wanted, oryUrl, cores)))
}

async function bench(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const cores = await divideCores()
  if (cores.contestant === cores.load)
    say('this machine has one core: contestants, upstream and load share it, so only the CPU figures mean something')
  const { url, close } = await startUpstream(cores.load)
  closeUpstream = close
  const load = { size: Number(process.env['SIZE'] ?? 1), connections: Number(process.env['CONNECTIONS'] ?? 32) }
  if (against !== '') console.log(await measureAgainst({ ref: against, oryUrl: url, ...load, cores, say }))
  else if (profiled === '') await report(await measureAll(url, cores), url)
  else await showProfile({ name: profiled === '1' ? 'style go' : profiled, ...load }, url, cores)
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
