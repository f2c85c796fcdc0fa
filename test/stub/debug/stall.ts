/**
 * Prints for how long the process that answers `/debug` stands still for each hostile request, in ms:
 * `node test/stub/debug/stall.ts`. The shortest of three times is shown, since others use the machine.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { reportRequest, startAdminPort } from '../../support/debug-service.ts'
import { exchange } from '../../support/exchange.ts'
import { startStubUpstream } from '../../support/stub-ory.ts'
import { answers, heads, pastes, targets, type Hostile } from './hostile.ts'

const budget = 50 // ms
const largest = 1_000_000
const forms = ['text/plain', 'text/html', 'application/json', 'text/markdown']

/** The service's admin port, in a process of its own that tells how long its event loop stood still. */
async function serve(oryUrl: string): Promise<void> {
  const { url } = await startAdminPort(oryUrl)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  process.on('message', (message) => {
    if (message === 'reset') delay.reset()
    process.send?.(message === 'url' ? url : delay.max / 1e6)
  })
  process.send?.('ready')
}

async function measure(): Promise<void> {
  const stub = await startStubUpstream()
  const child = fork(import.meta.filename, [stub.url])
  const asked = async (what: string): Promise<unknown> => {
    child.send(what)
    const [answer] = (await once(child, 'message')) as unknown[]
    return answer
  }
  await once(child, 'message')
  const url = String(await asked('url'))
  const one = async (bytes: string): Promise<{ status: number; longest: number }> => {
    await asked('reset')
    const { status } = await exchange(url, bytes)
    await setTimeout(5)
    return { status, longest: Number(await asked('max')) }
  }
  // What others do on the machine adds to some of three times.
  const stall = async (bytes: string): Promise<{ status: number; longest: number }> => {
    const runs = [await one(bytes), await one(bytes), await one(bytes)]
    return { status: runs[0]?.status ?? 0, longest: Math.min(...runs.map(({ longest }) => longest)) }
  }
  const rows: { what: string; status: number; ms: number; parsed: number }[] = []
  process.on('exit', () => child.kill())
  const shapes = [
    ['head', heads, largest],
    ['target', targets, largest],
    ['paste', pastes, 32_000],
    ['answer', answers, 390_000],
    ['longer answer', answers, 2 * largest],
  ] as const
  for (const [kind, table, size] of shapes) {
    for (const [name, make] of Object.entries(table)) {
      const hostile: Hostile = make(size * 0.98)
      stub.received.length = 0
      stub.answer = hostile.answer ?? {
        status: 401,
        headers: { 'content-type': 'application/json' },
        body: '{"error":{}}',
      }
      // What Node itself takes to read the head, before anybody is asked.
      const parsed = await stall(reportRequest([...(hostile.headers ?? [])], { path: '/nothing' }))
      for (const accept of forms) {
        const headers = [
          ...(hostile.headers ?? []),
          ...((hostile.headers ?? []).some(([given]) => given === 'Accept') ? [] : [['Accept', accept] as const]),
        ]
        const { status, longest } = await stall(reportRequest(headers, { paste: hostile.paste, path: hostile.target }))
        rows.push({
          what: `${kind}: ${name}, ${accept}`,
          status,
          ms: Math.round(longest),
          parsed: Math.round(parsed.longest),
        })
      }
    }
  }
  rows.sort((a, b) => b.ms - a.ms)
  console.table(rows.slice(0, Number(process.env['ROWS'] ?? 25)))
  console.log(`${rows.length} requests; the longest stall was ${rows[0]?.ms ?? 0} ms, ${budget} are allowed`)
  child.kill()
  await stub.close()
}

const [, , oryUrl] = process.argv
if (oryUrl === undefined) await measure()
else await serve(oryUrl)
