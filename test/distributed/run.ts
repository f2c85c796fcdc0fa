import { during, toStandardError } from '../../src/testing/progress.ts'
import { createLab, type Lab } from '../soak/lab.ts'
import { missingNginx } from '../support/nginx.ts'
import { findPostgres } from '../support/postgres.ts'
import { costOf, type Cost } from './cost.ts'
import { faults } from './faults.ts'
import { createPeople, type Person } from './people.ts'
import { nameOf, sentenceOf, tableOf, wrongIn, type Result, type Setup } from './result.ts'
import { startServices } from './services.ts'
import { optional } from './verdict.ts'
import { watch } from './watch.ts'
import { cacheableFor, startWorld, type World } from './world.ts'

const quick = (process.env['QUICK'] ?? '') !== ''
const identities = quick ? 100 : 1000
const revokedAtOnce = 5
const some = quick ? 400 : 1000
const picked = faults.filter((fault) => !quick || fault.quick)
const uncached = { style: 'http', cached: false } as const
const setups: readonly Setup[] = quick
  ? [uncached]
  : [{ style: 'go', cached: false }, { style: 'go', cached: true }, uncached, { style: 'http', cached: true }]

function environmentOf({ style, cached }: Setup): Record<string, string> {
  return {
    RESPONSES: style,
    ...(style === 'http' ? { FORWARD_AUTH_HEADERS: 'X-User-Id=/identity/id' } : {}),
    ...(cached ? { SESSION_CACHE: '64MB' } : {}),
  }
}

/** Lets every fault happen to three instances, one after the other, and takes those it revokes from `people`. */
async function tryAll(setup: Setup, lab: Lab, world: World, people: Person[]): Promise<Result[]> {
  const results: Result[] = []
  const services = await startServices(lab, world.kratosUrl, environmentOf(setup))
  const clients = watch(services.url, people, setup.style === 'go' ? ['/'] : ['/sessions/whoami', optional])
  lab.atEnd(() => clients.stop().catch(() => undefined))
  const attempt = async (happen: (typeof faults)[number]['happen']): Promise<void> => {
    for (const person of people.splice(0, revokedAtOnce)) {
      await world.kratos[1].flows.revokeSession(person.session)
      clients.revoked(person, setup.cached ? cacheableFor * 1000 : 0)
    }
    const [person] = people
    if (person === undefined) throw new Error('nobody is left whose session is good')
    await clients.calm()
    clients.restart()
    await happen({ world, services, watch: clients, person, some })
    await clients.calm()
  }
  for (const [nth, fault] of picked.entries()) {
    const what = `${nameOf(setup)}: ${fault.name} (${nth + 1} of ${picked.length})`
    await during(what, toStandardError, attempt(fault.happen))
    const seen = clients.restart()
    results.push({ fault, setup, seen, wrong: wrongIn(seen, fault, setup) })
  }
  await clients.stop()
  return results
}

const ends: (() => unknown)[] = []
let lab: Lab | undefined
let starting: Promise<World> | undefined
let closed: Promise<void> | undefined

function atEnd(end: () => unknown): void {
  ends.unshift(end)
  if (closed !== undefined) throw new Error('interrupted')
}

/** Ends all that was started, and what is being started as soon as that can be ended. */
async function endAll(): Promise<void> {
  await lab?.close()
  await starting?.catch(() => undefined)
  for (const end of ends.splice(0)) {
    try {
      await end()
    } catch {
      // It may be gone already.
    }
  }
}

async function close(): Promise<void> {
  await (closed ??= endAll())
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    void close().finally(() => process.exit(code))
  })
}

async function run(): Promise<{ results: Result[]; cost: Cost | undefined }> {
  const { image, missing: why } = await findPostgres()
  if (image === undefined) throw new Error(why)
  const world = await (starting = startWorld(image, atEnd))
  const creating = createPeople(identities, world.kratos)
  const people = await during(`${identities} identities log in`, toStandardError, creating)
  const results: Result[] = []
  for (const setup of setups) {
    lab = createLab()
    results.push(...(await tryAll(setup, lab, world, people)))
    await lab.close()
  }
  const [person] = people
  const cost = quick || person === undefined ? undefined : costOf(world, person)
  return { results, cost: await (cost && during('the cost of whoami', toStandardError, cost)) }
}

const missing = missingNginx()
if (missing !== undefined) {
  console.error(`trying several instances: ${missing}; install nginx, and try again`)
  process.exit(2)
}
const began = performance.now()
try {
  const { results, cost } = await run()
  console.log(tableOf(results))
  if (cost !== undefined) console.log(`\n${sentenceOf(cost)}`)
  const wrong = results.flatMap(({ wrong: all, fault, setup }) =>
    all.map((one) => `${nameOf(setup)}: ${fault.name}: ${one}`),
  )
  for (const line of wrong) console.log(line)
  console.log(`${wrong.length} wrong; ${Math.round((performance.now() - began) / 1000)} s`)
  process.exitCode = wrong.length === 0 ? 0 : 1
} catch (error) {
  if (closed === undefined)
    console.error(`trying several instances: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  await close()
}
