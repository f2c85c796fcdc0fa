import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { closeInStages, makeLast } from './close.ts'
import { expectsContinue, wantsClose } from './go-refusal.ts'
import type { Incoming } from './incoming.ts'
import { expectNothing, hasBody, watchBody } from './unread-body.ts'

/** How a server treats each of its connections. */
export interface ConnectionOptions {
  /** Answers a request. */
  handle: (incoming: Incoming) => void
  /** How to reject a request that Node's parser accepts; undefined to accept it. */
  refuses: (request: IncomingMessage) => Rejection | undefined
  /** The names of headers that every rejection has, with no value. */
  rejectionHeaders: readonly string[]
  /** Whether `handle` reads bodies; otherwise they are read and dropped, as far as Go reads them. */
  readsBodies: boolean
  /** The number of requests that wait behind others on their connections, and its limit. */
  pipelined: { waiting: number; readonly limit: number }
  /** Called when the connection becomes busy, and when it becomes idle. */
  busyChanged: (connection: Connection) => void
}

/** How to reject a request: a status line such as `400 Bad Request`, and a text. */
export interface Rejection {
  line: string
  text: string
}

/** A client's connection. Its requests are answered one after the other, in the order of their arrival. */
export interface Connection {
  readonly socket: Socket
  /** When the current request began, on the clock of `performance.now()`; undefined if the connection is idle. */
  readonly busySince: number | undefined
  /** The method of the current request; undefined if there is none. */
  readonly method: string | undefined
  /** Takes a request that Node's parser has read. */
  take: (incoming: Incoming) => void
  /**
   * Ends the connection after the answers to earlier requests, with a rejection of what came last, or silently if that
   * is no request of its own.
   */
  refuse: (how: Rejection | 'silent') => void
  /** Says `Connection: close` on every answer from now on. */
  retire: () => void
}

const leftFor = 1000 // ms for which a client that has closed its side is still answered

/**
 * createConnection takes charge of a socket. As in Go, a request waits until the one before it is answered: pipelining
 * gets a client no more of the service than asking one by one, and answers cannot change places.
 */
export function createConnection(
  socket: Socket,
  { handle, refuses, rejectionHeaders, readsBodies, pipelined, busyChanged }: ConnectionOptions,
): Connection {
  const waiting: Incoming[] = []
  let current: Incoming | undefined
  let busySince: number | undefined
  let refusal: Rejection | 'silent' | undefined
  let retired = false

  const begin = (incoming: Incoming): void => {
    const { request, response } = incoming
    current = incoming
    busySince = performance.now()
    if (retired || wantsClose(request)) response.shouldKeepAlive = false
    response.once('close', next)
    const bodied = hasBody(request)
    if (!bodied || !expectsContinue(request)) expectNothing(response)
    if (bodied && !readsBodies) watchBody(incoming)
    handle(incoming)
  }

  const next = (): void => {
    current = undefined
    if (socket.destroyed || socket.writableEnded) return
    const incoming = waiting.shift()
    if (incoming !== undefined) {
      pipelined.waiting--
      begin(incoming)
      return
    }
    busySince = undefined
    if (refusal === undefined) socket.resume()
    else end(refusal)
    busyChanged(connection)
  }

  const end = (how: Rejection | 'silent'): void => {
    if (how !== 'silent' && socket.writable) {
      const headers = rejectionHeaders.map((name) => `${name}: \r\n`).join('')
      socket.write(
        `HTTP/1.1 ${how.line}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
          `${headers}Connection: close\r\n\r\n${how.text}`,
      )
    }
    closeInStages(socket)
  }

  const refuse = (how: Rejection | 'silent'): void => {
    if (refusal !== undefined) return
    const last = waiting.at(-1) ?? current
    const broken = last?.request.complete === false // in the middle of a body, so this is no request of its own
    refusal = broken ? 'silent' : how
    socket.pause()
    if (last === undefined) end(refusal)
    else if (refusal === 'silent') makeLast(last)
  }

  // A client that closes its side may wait for the answer, as nc -N does, or have left: only time tells.
  socket.once('end', () => {
    const timer = setTimeout(() => {
      if (current?.response.headersSent !== true) socket.destroy()
    }, leftFor)
    socket.once('close', () => {
      clearTimeout(timer)
    })
  })
  socket.once('close', () => {
    pipelined.waiting -= waiting.length
  })

  const connection: Connection = {
    socket,
    get busySince() {
      return busySince
    },
    get method() {
      return current?.request.method
    },
    take: (incoming) => {
      if (refusal !== undefined) return // the connection is ending, so Ory is not asked for what follows
      const refused = refuses(incoming.request)
      if (refused !== undefined) {
        refuse(refused)
      } else if (current === undefined) {
        begin(incoming)
        busyChanged(connection)
      } else if (pipelined.waiting < pipelined.limit) {
        pipelined.waiting++
        waiting.push(incoming)
        socket.pause() // nothing is read beyond one packet
      } else {
        refuse('silent')
      }
    },
    refuse,
    retire: () => {
      retired = true
      if (current?.response.headersSent === false) current.response.shouldKeepAlive = false
    },
  }
  return connection
}
