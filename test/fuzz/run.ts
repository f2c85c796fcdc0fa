import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildOriginal, hasGo } from '../parity/original.ts'
import { fuzz, type Tally } from './campaign.ts'
import { deliberateNames } from './differences.ts'
import { vectorOf } from './vector.ts'

// What `make fuzz` runs: CASES random cases from SEED, with the service and the Go example side by side.

const folder = fileURLToPath(new URL('../../.cache/fuzz/', import.meta.url))
const live = process.stderr.isTTY && process.env['TERM'] !== 'dumb'
const shownAtMost = 4000 // characters of a vector

function numberOf(name: string, otherwise: number): number {
  const given = process.env[name] ?? ''
  const number = Number(given === '' ? otherwise : given)
  if (Number.isSafeInteger(number) && number >= 0) return number
  console.error(`${name} is ${given}, expected a whole number`)
  process.exit(2)
}

function differing({ kinds }: Tally): number {
  return [...kinds.values()].reduce((sum, { count }) => sum + count, 0)
}

function counted(times: number): string {
  return String(times).padStart(8)
}

const count = numberOf('CASES', 10_000)
const seed = numberOf('SEED', Math.floor(Math.random() * 2 ** 31))
const lanes = Math.min(numberOf('LANES', 8), Math.max(count, 1))
if (!hasGo) {
  console.error('make fuzz: Go is not installed; install it, package golang-go or go.dev')
  process.exit(1)
}
console.error(`${count} cases, SEED=${seed}`)
await buildOriginal()
const stop = new AbortController()
process.once('SIGINT', () => {
  stop.abort()
})
process.once('SIGTERM', () => {
  stop.abort()
})

const started = performance.now()
let shown = started
const progress = (tally: Tally): void => {
  const now = performance.now()
  if (now < shown + (live ? 500 : 10_000)) return
  shown = now
  const line = `${tally.cases} of ${count} cases, ${differing(tally)} differ, ${Math.round((now - started) / 1000)} s`
  process.stderr.write(live ? `\r\u001b[K${line}` : `${line}\n`)
}
const tally = await fuzz({ cases: count, seed, lanes, signal: stop.signal, progress })
if (live) process.stderr.write('\r\u001b[K')

const kinds = [...tally.kinds.values()].toSorted((a, b) => b.count - a.count)
const vectors = kinds.map(({ name, seen }) => vectorOf(name, seen))
await mkdir(folder, { recursive: true })
await writeFile(`${folder}vectors.json`, `${JSON.stringify(vectors, null, 1)}\n`)
for (const [index, { name, count: times, found, seen }] of kinds.entries()) {
  const vector = JSON.stringify(vectors[index])
  const [ours] = seen.ours.conversation.answers
  console.log(`\n${times} × ${name}`)
  for (const { detail } of found) console.log(`  ${detail.slice(0, 500)}`)
  console.log(`  ours: ${ours === undefined ? 'no answer' : JSON.stringify([ours.status, ours.body]).slice(0, 300)}`)
  console.log(
    vector.length > shownAtMost ? `${vector.slice(0, shownAtMost)}… (whole in ${folder}vectors.json)` : vector,
  )
}
console.log('')
for (const name of deliberateNames) console.log(`${counted(tally.deliberate.get(name) ?? 0)} deliberate: ${name}`)
console.log(`${counted(tally.passing)} differed once and not again`)
const seconds = Math.round((performance.now() - started) / 1000)
const differ = `${differing(tally)} differing in ${kinds.length} kinds`
console.log(`${tally.cases} cases in ${seconds} s, ${differ}, SEED=${seed}`)
process.exit(kinds.length === 0 ? 0 : 1)
