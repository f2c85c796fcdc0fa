import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { readAnswer, type Answer } from './answer.ts'

/** What a client says on one connection. */
export interface Speech {
  packets: readonly Buffer[]
  /** The methods of the requests in it, in their order. */
  methods: readonly string[]
  /** Whether the client closes its side right behind it. */
  closesItsSide: boolean
}

/** All that came of a connection. */
export interface Conversation {
  answers: Answer[]
  /** Bytes behind the last whole answer, as Latin-1. */
  rest: string
  /** How many answers had come before the client asked once more, to see whether the connection was still open. */
  before: number
  /** Whether it asked once more. */
  askedAgain: boolean
  /** Who closed: the service by itself, the service after the client had closed its side, or nobody. */
  closed: 'service' | 'after client' | 'nobody'
  /** Whether it ended by a reset, which may take answers along that were on their way. */
  reset: boolean
}

/** The request with which a client finds out whether a connection that was kept is one that answers. */
export const lastRequest = Buffer.from(
  'GET /last HTTP/1.1\r\nHost: echo.test\r\nAuthorization: Bearer last\r\nConnection: close\r\n\r\n',
)

/**
 * converse says `speech` to a port of loopback and reads answers until there is one for each request, the service
 * closes, or nothing comes for `patience` ms. A connection that is open then is asked once more; at last the client
 * closes its side.
 */
export async function converse(port: number, speech: Speech, patience: number): Promise<Conversation> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
  const methods = [...speech.methods]
  const said: Conversation = { answers: [], rest: '', before: 0, askedAgain: false, closed: 'nobody', reset: false }
  let received: Buffer = Buffer.alloc(0)
  let ended = false
  const over = (): boolean => ended
  let heard = 0 // when something came last
  let wake = (): void => undefined
  const read = (): void => {
    for (;;) {
      const answer = readAnswer(received, methods[said.answers.length] ?? 'GET', ended)
      if (answer === undefined) break
      said.answers.push(answer)
      received = received.subarray(answer.length)
    }
    wake()
  }
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    heard = performance.now()
    read()
  })
  const end = (): void => {
    ended = true
    read()
  }
  socket
    .on('end', end)
    .on('close', end)
    .on('error', () => {
      if (!ended) said.reset = true
      end()
    })
  const waitFor = async (enough: () => boolean): Promise<void> => {
    heard = performance.now()
    for (let wasLate = false; !ended && !enough();) {
      const left = heard + patience - performance.now()
      if (left <= 0 && wasLate) break
      // Where this process was busy for so long, what has come meanwhile is read first.
      wasLate = left <= 0
      if (wasLate) {
        await new Promise(setImmediate)
        continue
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        wake = (): void => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  const finish = (): Conversation => {
    socket.resetAndDestroy() // no port waits for a minute then: a hundred thousand connections would have none left
    return { ...said, rest: received.toString('latin1') }
  }

  // A port whose last connection is not quite over yet lets the next one wait for a second.
  await once(socket, 'connect').catch(() => undefined)
  await send(socket, speech, over)
  await waitFor(() => said.answers.length >= methods.length && !announcesClose(said.answers.at(-1)))
  said.before = said.answers.length
  if (!over() && !speech.closesItsSide) {
    if (!announcesClose(said.answers.at(-1))) {
      said.askedAgain = true
      methods.push('GET')
      socket.write(lastRequest)
      await waitFor(() => false)
    }
    if (!over()) {
      socket.end()
      await waitFor(() => false)
      said.closed = over() ? 'after client' : 'nobody'
      return finish()
    }
  }
  said.closed = over() ? (speech.closesItsSide ? 'after client' : 'service') : 'nobody'
  return finish()
}

async function send(socket: Socket, { packets, closesItsSide }: Speech, isOver: () => boolean): Promise<void> {
  for (const [index, packet] of packets.entries()) {
    if (isOver()) return
    socket.write(packet)
    const isLast = index === packets.length - 1
    if (!isLast) await new Promise((resolve) => setTimeout(resolve, 1)) // or else both would go in one
  }
  if (closesItsSide) socket.end()
}

function announcesClose(answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  const connection = (answer.headers['connection'] ?? []).join(',').toLowerCase()
  return connection.includes('close')
}
