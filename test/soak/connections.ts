import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import { rowsOf, type Case, type Row } from './case.ts'
import { allOf, atMost, count, exactly, list, megabytes, noted, total, type Tally } from './figures.ts'
import { styles, watchPeak, type Lab } from './lab.ts'
import { askOften, askOn, poolFor, times } from './load.ts'

const get = 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n'

/** A socket to a URL whose failures are nobody's concern, gone when the case is over. */
function socketTo(lab: Lab, url: string): Socket {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname).on('error', () => undefined)
  const end = (): void => {
    socket.destroy()
  }
  lab.atEnd(end)
  return socket
}

/** Opens connections, some at a time, as the system takes no more at once. */
async function open(lab: Lab, url: string, connections: number): Promise<Socket[]> {
  const sockets: Socket[] = []
  await times(connections, 100, async () => {
    const socket = socketTo(lab, url)
    sockets.push(socket)
    await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))
  })
  return sockets
}

/** Asks on a connection again and again, a second after what was not answered with a session; counts the statuses. */
function keepAsking(socket: Socket, tally: () => Tally): void {
  socket.on('data', (chunk) => {
    const status = /^HTTP\/1\.1 (\d{3})/.exec(chunk.toString('latin1', 0, 12))?.[1]
    if (status === undefined) return
    count(tally(), status)
    const again = (): void => {
      if (socket.writable) socket.write(get)
    }
    if (status === '200') again()
    else setTimeout(again, 1000)
  })
  socket.write(get)
}

const crowd = 5000
const places = 256 // UPSTREAM_CONNECTIONS unless told otherwise

/** More clients than Ory can serve. */
export const slow: Case = {
  row: 9,
  name: 'slow',
  async *measure(lab) {
    for (const style of styles) {
      const failures = style === 'go' ? ['200', '500', '503'] : ['200', '503', '504']
      const ory = await lab.ory({ kind: 'slow', ms: 100 })
      const service = await lab.service(ory, { RESPONSES: style })
      const growth = watchPeak(service.pid)
      const sockets = await open(lab, service.url, crowd)
      let tally: Tally = new Map()
      for (const socket of sockets) keepAsking(socket, () => tally)
      for (const [did, time] of [
        ['slow (100 ms)', 5000],
        ['hanging', 8000],
      ] as const) {
        if (did === 'hanging') await ory.behave({ kind: 'hang' })
        tally = new Map()
        await wait(time)
        const { mostConnections } = await ory.figures()
        yield* rowsOf(`${crowd.toLocaleString('en')} clients, Ory ${did}, ${style}`, [
          atMost('connections to Ory, with those that are just being cut off', mostConnections, places + 8),
          noted('answers', list(tally)),
          atMost(
            `answers other than ${failures.join(', ')}`,
            total(tally, (status) => !failures.includes(status)),
            0,
          ),
          atMost('growth of memory at most', megabytes(growth()), 500, 'MB'),
        ])
      }
      for (const socket of sockets) socket.destroy()
      service.kill()
      yield* await leaving(lab, style)
    }
  },
}

/** More clients than places, with a service of their own: calls for a crowd that has left would count as theirs. */
async function leaving(lab: Lab, style: string): Promise<Row[]> {
  const ory = await lab.ory({ kind: 'hang' })
  const service = await lab.service(ory, { RESPONSES: style })
  const sockets = await open(lab, service.url, 300)
  for (const socket of sockets) socket.write(get)
  await eventually('every place is taken', async () => (await ory.figures()).unanswered === places)
  for (const socket of sockets) socket.destroy()
  await wait(2000) // the first of them is for who has only closed its side
  const { unanswered } = await ory.figures()
  service.kill()
  return rowsOf(`300 clients that leave while Ory hangs on ${places} calls, ${style}`, [
    atMost('calls that go on two seconds later', unanswered, 0),
  ])
}

/** More connections that ask nothing than the process may open. */
export const silent: Case = {
  row: 15,
  name: 'silent',
  async *measure(lab) {
    const ory = await lab.ory()
    const service = await lab.service(ory, {}, 'ulimit -n 200')
    const stay = (url: string, text: string): void => {
      const socket = socketTo(lab, url)
      let sent = 0
      const trickle = setInterval(() => {
        const byte = text.charAt(sent++)
        if (byte !== '' && socket.writable) socket.write(byte)
      }, 500)
      const again = (): void => {
        stay(url, text)
      }
      socket.once('close', () => {
        clearInterval(trickle)
        const timer = setTimeout(again, 1000)
        lab.atEnd(() => {
          clearTimeout(timer)
        })
      })
      lab.atEnd(() => {
        clearInterval(trickle)
        socket.removeListener('close', again).removeAllListeners('close')
      })
    }
    for (let n = 0; n < 1000; n++) stay(n % 5 === 4 ? service.adminUrl : service.url, n % 2 === 0 ? '' : get)
    await wait(1000)
    for (const [port, url] of [
      ['public', `${service.url}/sessions/whoami`],
      ['admin', `${service.adminUrl}/health/alive`],
    ] as const) {
      const tally: Tally = new Map()
      const { origin, pathname } = new URL(url)
      for (let n = 0; n < 100; n++) {
        const one = await askOften(origin, {
          requests: 1,
          connections: 1,
          patience: 5000,
          request: () => ({ method: 'GET', path: pathname }),
        })
        for (const status of one.keys()) count(tally, status)
        await wait(50)
      }
      yield* rowsOf(
        `ulimit -n 200; 1,000 connections that say nothing, or a byte each 500 ms, and come back when closed`,
        [allOf(`not answered on the ${port} port`, tally, '200', 100)],
      )
    }
  },
}

const pause = 7000 // ms
const rounds = 5
const kept = 64

/** Kept connections with pauses between what is asked on them. */
export const idle: Case = {
  row: 16,
  name: 'idle',
  async *measure(lab) {
    const ory = await lab.ory()
    const all = styles.map(async (style) => {
      const service = await lab.service(ory, { RESPONSES: style })
      const pool = poolFor(service.url, kept)
      lab.atEnd(() => pool.destroy())
      let opened = 0
      pool.on('connect', () => opened++)
      const tally: Tally = new Map()
      for (let round = 0; round < rounds; round++) {
        if (round > 0) await wait(pause)
        const seen = await askOn(pool, { requests: 1680 / rounds, connections: kept })
        for (const [what, times] of seen) tally.set(what, (tally.get(what) ?? 0) + times)
      }
      return rowsOf(
        `1,680 requests on ${kept} kept connections, ${pause / 1000} s between ${rounds} rounds, ${style}`,
        [allOf('failures', tally, '200', 1680), exactly('connections opened', opened, kept)],
      )
    })
    yield* (await Promise.all(all)).flat()
  },
}
