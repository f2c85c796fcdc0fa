import { setImmediate } from 'node:timers/promises'
import { usageOf } from '../bench/processes.ts'
import { connectTo } from '../support/raw-client.ts'
import { longestWait, rowsOf, type Case, type Row } from './case.ts'
import { atMost, exactly, megabytes, noted } from './figures.ts'
import { styles, type Lab } from './lab.ts'
import { times, within } from './load.ts'

const junk = 'A / HTTP/1.1\r\nHost:\r\n\r\n'
const rounds = 50
const roundsAtOnce = 5
const waited = 'longest wait of another client'

async function inOnePacket(url: string): Promise<void> {
  const client = connectTo(url)
  client.send(junk.repeat(3000))
  await client.closed()
  client.socket.destroy()
}

async function oneByOne(url: string): Promise<void> {
  const client = connectTo(url)
  client.socket.setNoDelay(true)
  for (let sent = 0; sent < 2100 && client.socket.writable; sent++) {
    client.send(junk)
    await setImmediate()
  }
  await client.closed()
  client.socket.destroy()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What is no request, thousands of times. */
export const refused: Case = {
  row: 2,
  name: 'refused',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const style of styles) {
      const service = await lab.service(ory, { RESPONSES: style })
      const probe = await lab.probe(service.url)
      const before = await usageOf(service.pid)
      await times(rounds, roundsAtOnce, async () => {
        await inOnePacket(service.url)
        await oneByOne(service.url)
      })
      const { cpu } = await usageOf(service.pid)
      const { longest, failed } = await probe.stop()
      yield* rowsOf(`3,000 × A / in a packet, 2,100 one by one; ${rounds} times, ${style}`, [
        exactly('process', isAlive(service.pid) ? 'alive' : 'ended', 'alive'),
        atMost(waited, longest, longestWait, 'ms'),
        atMost('requests of another client that failed', failed, 0),
        atMost('CPU time', (cpu - before.cpu) / 1e6, 15, 's'),
      ])
    }
  },
}

/** Sends a request as it is and resolves to the status and the headers of the answer. */
async function askRaw(
  url: string,
  request: string,
  patience: number,
): Promise<{ status: number | string; headers: Record<string, string>; ms: number }> {
  const client = connectTo(url)
  const began = performance.now()
  client.send(request)
  const [answer] = (await within(patience, client.responses(1))) ?? []
  client.socket.destroy()
  return { status: answer?.status ?? 'none', headers: answer?.headers ?? {}, ms: performance.now() - began }
}

const patience = 15_000 // ms

/** One request, and how long another client of the public port waits meanwhile. */
async function oneRequest(
  lab: Lab,
  {
    url,
    probed = url,
    request,
    did,
    emptyHeader,
  }: { url: string; probed?: string; request: string; did: string; emptyHeader?: string },
): Promise<Row[]> {
  const probe = await lab.probe(probed)
  const { status, headers, ms } = await askRaw(url, request, patience)
  const { longest } = await probe.stop()
  return rowsOf(did, [
    exactly('status', status, 200),
    noted('time to the answer', ms, 'ms'),
    ...(emptyHeader === undefined
      ? []
      : [atMost(`length of ${emptyHeader}`, headers[emptyHeader]?.length ?? Infinity, 0, 'bytes')]),
    atMost(waited, longest, longestWait, 'ms'),
  ])
}

/** A query with many names that are alike. */
export const query: Case = {
  row: 3,
  name: 'query',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const count of [20_000, 40_000, 400_000]) {
      const service = await lab.service(ory, { RESPONSES: 'http' }) // another one may be busy yet
      const request = `GET /sessions/whoami?tokenize_as&${'a&'.repeat(count)} HTTP/1.1\r\nHost: a\r\n\r\n`
      yield* await oneRequest(lab, {
        url: service.url,
        request,
        did: `GET /sessions/whoami?tokenize_as& + a& × ${count.toLocaleString('en')}, http`,
      })
    }
  },
}

/** Traits that are too long or too deep for a header, which is then empty. */
export const traits: Case = {
  row: 13,
  name: 'traits',
  async *measure(lab) {
    const ory = await lab.ory()
    const service = await lab.service(ory, {
      RESPONSES: 'http',
      FORWARD_AUTH_HEADERS: 'x-trait=/identity/traits/trait',
    })
    const tried: [string, string][] = [
      ['a, 100,000 spaces, b', JSON.stringify(`a${' '.repeat(100_000)}b`)],
      ['a, 1,000,000 spaces, b', JSON.stringify(`a${' '.repeat(1_000_000)}b`)],
      ['of 100 kB', JSON.stringify('x'.repeat(100_000))],
      ['nested 9,000 deep', '{"a":'.repeat(9000) + '1' + '}'.repeat(9000)],
    ]
    for (const [what, trait] of tried) {
      await ory.behave({
        kind: 'body',
        body: `{"id":"x","active":true,"identity":{"id":"x","traits":{"trait":${trait}}}}`,
      })
      yield* await oneRequest(lab, {
        url: service.url,
        request: 'GET /auth/required HTTP/1.1\r\nHost: a\r\n\r\n',
        did: `identity header with a trait ${what}, http`,
        emptyHeader: 'x-trait',
      })
    }
  },
}

/** The debug report on many cookies. */
export const report: Case = {
  row: 14,
  name: 'report',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const count of [20_000, 60_000]) {
      const service = await lab.service(ory)
      const cookies = Array.from({ length: count }, (_, n) => `c${10_000 + n}=${'x'.repeat(8)}`).join('; ')
      const { host } = new URL(service.adminUrl)
      const request = `GET /debug HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookies}\r\n\r\n`
      yield* await oneRequest(lab, {
        url: service.adminUrl,
        probed: service.url,
        request,
        did: `/debug with ${count.toLocaleString('en')} cookies, ${megabytes(cookies.length)} MB`,
      })
    }
  },
}
