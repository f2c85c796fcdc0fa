import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { longestWait, rowsOf, type Case } from './case.ts'
import { atMost, megabytes, noted } from './figures.ts'
import { styles, watchPeak } from './lab.ts'
import { askOften } from './load.ts'

const time = 5000 // ms
const block = Buffer.alloc(64 << 10, 'x')

function socketTo(url: string): Socket {
  const { hostname, port } = new URL(url)
  return connect({ port: Number(port), host: hostname, allowHalfOpen: true }).on('error', () => undefined)
}

/** Sends a head and a body as fast as it goes, on one connection after the other; the most that went out on one. */
async function flood(url: string, head: string): Promise<{ connections: number; most: number }> {
  const until = performance.now() + time
  let connections = 0
  let most = 0
  while (performance.now() < until) {
    const socket = socketTo(url)
    connections++
    socket.resume()
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const stop = setTimeout(() => socket.destroy(), until - performance.now())
    const more = (): void => {
      while (!socket.destroyed && socket.write(block));
    }
    socket.on('drain', more)
    socket.write(head)
    more()
    await closed
    clearTimeout(stop)
    most = Math.max(most, socket.bytesWritten - socket.writableLength)
  }
  return { connections, most }
}

/** A body without end that nobody reads. */
export const body: Case = {
  row: 8,
  name: 'body',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const style of styles) {
      for (const method of ['FOO', 'POST']) {
        const service = await lab.service(ory, { RESPONSES: style })
        const probe = await lab.probe(service.url)
        const growth = watchPeak(service.pid)
        const { connections, most } = await flood(
          service.url,
          `${method} /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000000\r\n\r\n`,
        )
        const { longest } = await probe.stop()
        yield* rowsOf(
          `${method} with Content-Length: 100000000000, as fast as it goes, ${connections} connections in ` +
            `${time / 1000} s, ${style}`,
          [
            atMost('growth of memory at most', megabytes(growth()), 64, 'MB'),
            atMost('taken of one connection, with what the system buffers', megabytes(most), 16, 'MB'),
            atMost('longest wait of another client', longest, longestWait, 'ms'),
          ],
        )
        service.kill()
      }
    }
  },
}

const readers = 500
const pipelined = 20
const groups = JSON.stringify(
  Array.from({ length: 1350 }, (_, id) => ({ name: `group ${id}`, role: 'member', since: '2026-01-01T00:00:00Z', id })),
)

/** Clients that ask and take no answer. */
export const unread: Case = {
  row: 21,
  name: 'unread',
  async *measure(lab) {
    for (const style of styles) {
      const ory = await lab.ory({
        kind: 'session',
        rest:
          `,"identity":{"id":"x","schema_id":"default","schema_url":"http://127.0.0.1/schemas/default",` +
          `"traits":{"groups":${groups}}}`,
      })
      const service = await lab.service(ory, { RESPONSES: style })
      await askOften(service.url, { requests: 200, connections: 16 }) // for what every load takes
      const probe = await lab.probe(service.url)
      const growth = watchPeak(service.pid)
      for (let n = 0; n < readers; n++) {
        const socket = socketTo(service.url).pause()
        lab.atEnd(() => socket.destroy())
        socket.write('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(pipelined))
      }
      await wait(10_000)
      const { longest, asked, failed } = await probe.stop()
      yield* rowsOf(
        `${readers} clients that ask ${pipelined} times for a session of ${Math.round(groups.length / 1000)} ` +
          `kB and read nothing, ${style}`,
        [
          atMost('growth of memory at most', megabytes(growth()), 350, 'MB'),
          noted('requests of another client', asked),
          atMost('of these failed', failed, 0),
          atMost('longest wait of another client', longest, 4 * longestWait, 'ms'),
        ],
      )
      service.kill()
    }
  },
}
