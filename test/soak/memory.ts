import type { ServiceProcess } from '../support/service-process.ts'
import { rowsOf, type Case, type Row } from './case.ts'
import { allOf, atMost, megabytes, noted, total, type Tally } from './figures.ts'
import { residentMemory, styles, type Lab } from './lab.ts'
import { askOften } from './load.ts'

const size = 64 // MB
const spare = 3 // of it: V8's young generation grows with what is kept, and malloc gives back late

/** A figure of `/metrics/prometheus`. */
async function metric({ adminUrl }: ServiceProcess, name: string): Promise<number> {
  const text = await (await fetch(`${adminUrl}/metrics/prometheus`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

/** The memory that a service holds after so many different sessions, and what became of the requests. */
async function fill(
  service: ServiceProcess,
  sessions: number,
  time: number,
): Promise<{ memory: number; tally: Tally }> {
  const request = (nth: number): { method: string; headers: Record<string, string> } => ({
    method: 'GET',
    headers: { cookie: `c=${nth}` },
  })
  const tally = await askOften(service.url, {
    requests: sessions,
    connections: 8,
    request,
    until: performance.now() + time,
  })
  return { memory: residentMemory(service.pid), tally }
}

async function compare(
  lab: Lab,
  style: string,
  did: string,
  rest: string,
  sessions: number,
  time: number,
): Promise<Row[]> {
  const ory = await lab.ory({ kind: 'session', rest, keep: true })
  const [plain, keeping] = await Promise.all(
    [{}, { SESSION_CACHE: `${size}MB` }].map((environment) => lab.service(ory, { RESPONSES: style, ...environment })),
  )
  if (plain === undefined || keeping === undefined) return []
  const [without, withCache] = await Promise.all([plain, keeping].map((service) => fill(service, sessions, time)))
  if (without === undefined || withCache === undefined) return []
  const growth = withCache.memory - without.memory
  const kept = await metric(keeping, 'ory_session_echo_cache_bytes')
  const rows = rowsOf(
    `SESSION_CACHE=${size}MB, ${total(withCache.tally).toLocaleString('en')} sessions of ${did}, ${style}`,
    [
      allOf('failures', withCache.tally, '200'),
      noted('kept', await metric(keeping, 'ory_session_echo_cache_entries')),
      atMost('as the metric says', megabytes(kept), size, 'MB'),
      noted('memory without cache', megabytes(without.memory), 'MB'),
      atMost('more than that with it', megabytes(growth), spare * size, 'MB'),
    ],
  )
  for (const service of [plain, keeping]) service.kill()
  return rows
}

const manyObjects =
  `,"identity":{"id":"i","schema_id":"default","schema_url":"http://127.0.0.1/schemas/default",` +
  `"traits":{"groups":${JSON.stringify(Array.from({ length: 3600 }, (_, a) => ({ a, b: { c: 'x' } })))}}}`
const kilobyte =
  `,"identity":{"id":"i","schema_id":"default","schema_url":"http://127.0.0.1/schemas/default",` +
  `"traits":{"name":"${'y'.repeat(900)}"}}`

/** A cache that is full of large sessions. */
export const largeSessions: Case = {
  row: 11,
  name: 'cache-large',
  async *measure(lab) {
    yield* (
      await Promise.all(
        styles.map((style) => compare(lab, style, '100 kB of many small objects', manyObjects, 2000, 40_000)),
      )
    ).flat()
  },
}

/** A cache that is full of small sessions. */
export const smallSessions: Case = {
  row: 11,
  name: 'cache-small',
  async *measure(lab) {
    for (const style of styles) yield* await compare(lab, style, '1 kB', kilobyte, 100_000, 25_000)
  },
}
