import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { listenOnFreePort } from './free-port.ts'

/** What the stub answers next: bytes as they are, an answer to be written, nothing at all, or a reset connection. */
export interface StubAnswer {
  /** Ends the connection without a word; with `true`, by a reset. */
  end?: boolean
  reset?: boolean
  hang?: boolean
  /** The bytes of an answer, in packets of their own where there are several; text is Latin-1. */
  raw?: Buffer | string | readonly (Buffer | string)[]
  status?: number
  reason?: string
  /** A header whose value is a list is sent that often. */
  headers?: Record<string, string | readonly string[]>
  body?: string | Buffer
  /** What becomes of the connection behind the answer: after a raw one it ends unless given, else it is kept. */
  then?: 'keep' | 'end' | 'reset'
}

/** A request as the stub received it, header names in lower case. */
export interface Received {
  /** Which of the requests on its connection it is, from 1. */
  nth: number
  method: string
  path: string
  headers: Record<string, string[]>
}

/** A STUB of Ory's public API, for answers that a real Kratos can't be made to give. */
export interface StubUpstream {
  url: string
  /** What every request is answered with, until it is set again; or what makes that of the request. */
  answer: StubAnswer | ((request: Received) => StubAnswer | Promise<StubAnswer>)
  received: Received[]
  /** How many connections there are, and how many requests on them were not answered. */
  open: () => { connections: number; unanswered: number }
  /** Lets whoami wait for its answer until the function that it returns is called. */
  hold: () => () => void
  /** Resets the connections that are open now. */
  cut: () => void
  close: () => Promise<void>
}

const reasons: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** startStubUpstream listens on a free port of loopback. */
export async function startStubUpstream(): Promise<StubUpstream> {
  const sockets = new Map<Socket, number>()
  let held = Promise.resolve()
  const server = createServer((socket) => {
    sockets.set(socket, 0)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
    const respond = async (received: Received): Promise<void> => {
      sockets.set(socket, (sockets.get(socket) ?? 0) + 1)
      stub.received.push(received)
      if (received.path.startsWith('/sessions/whoami')) await held
      const answer = typeof stub.answer === 'function' ? await stub.answer(received) : stub.answer
      if (answer.hang === true) return
      if (sockets.has(socket)) sockets.set(socket, (sockets.get(socket) ?? 0) - 1)
      await write(socket, answer)
    }
    let head = ''
    let nth = 0
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1')
      for (let end = head.indexOf('\r\n\r\n'); end >= 0; end = head.indexOf('\r\n\r\n')) {
        const received = read(head.slice(0, end), ++nth)
        head = head.slice(end + 4)
        void respond(received)
      }
    })
  })
  const stub: StubUpstream = {
    url: `http://127.0.0.1:${await listenOnFreePort(server)}`,
    answer: {},
    received: [],
    open: () => ({
      connections: sockets.size,
      unanswered: [...sockets.values()].reduce((sum, count) => sum + count, 0),
    }),
    hold: () => {
      let release = (): void => undefined
      held = new Promise((resolve) => (release = resolve))
      return () => {
        release()
      }
    },
    cut: () => {
      for (const socket of sockets.keys()) socket.resetAndDestroy()
    },
    close: async () => {
      for (const socket of sockets.keys()) socket.destroy()
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
  return stub
}

async function write(socket: Socket, answer: StubAnswer): Promise<void> {
  if (answer.end === true) {
    socket.end()
    return
  }
  if (answer.reset === true) {
    socket.resetAndDestroy()
    return
  }
  const { raw, then = raw === undefined ? 'keep' : 'end' } = answer
  const packets = raw === undefined ? [answerBytes(answer)] : [raw].flat()
  socket.setNoDelay(true)
  for (const [index, packet] of packets.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 5)) // for it to be a packet of its own
    const isLast = index === packets.length - 1
    socket.write(packet, 'latin1', () => {
      if (isLast && then === 'reset') socket.resetAndDestroy()
    })
  }
  if (then === 'end') socket.end()
}

/** answerBytes writes an answer that is no raw one. */
export function answerBytes({
  status = 200,
  reason = reasons[status] ?? '',
  headers = {},
  body = '',
}: StubAnswer): Buffer {
  const all = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) })
  const lines = all.flatMap(([name, values]) => [values].flat().map((value) => `${name}: ${value}\r\n`))
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`, 'latin1'),
    Buffer.from(body),
  ])
}

function read(head: string, nth: number): Received {
  const [first = '', ...lines] = head.split('\r\n')
  const [method = '', path = ''] = first.split(' ')
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase()
    headers[name] = [...(headers[name] ?? []), line.slice(line.indexOf(':') + 1).trim()]
  }
  return { nth, method, path, headers }
}
