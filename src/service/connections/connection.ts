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
  /** How a request is refused that Node's parser lets through, where it is: as one that the parser refuses. */
  refuses: (request: IncomingMessage) => Rejection | undefined
  /** Whether requests' bodies are read by whoever handles them; else they are read aside, as far as Go reads them. */
  readsBodies: boolean
  /** How many requests wait on connections that sent several at once, and how many may. */
  pipelined: { waiting: number; readonly limit: number }
  /** Is told whenever the connection begins to have requests to answer, and has none any more. */
  busyChanged: (connection: Connection) => void
}

/** How bytes that are no request are refused: a status line such as `400 Bad Request`, and a text. */
export interface Rejection {
  line: string
  text: string
}

/** A client's connection: its requests are answered one after the other, in the order in which they came. */
export interface Connection {
  readonly socket: Socket
  /** Since when a request is being answered, on the clock of `performance.now()`; undefined where none is. */
  readonly busySince: number | undefined
  /** Takes a request that Node's parser has read. */
  take: (incoming: Incoming) => void
  /**
   * Ends the connection behind the answers to what came before, with a refusal of what came last, or silently where
   * that is no request of its own.
   */
  refuse: (how: Rejection | 'silent') => void
  /** Says `Connection: close` on every answer from now on. */
  retire: () => void
}

const leftFor = 1000 // ms that a client who has closed its side is still answered

/**
 * createConnection takes charge of a socket. As in Go, the next request is not begun before the last one is answered:
 * no client gets more of the service at once than by opening more connections, and answers can't change places.
 */
export function createConnection(
  socket: Socket,
  { handle, refuses, readsBodies, pipelined, busyChanged }: ConnectionOptions,
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
      socket.write(
        `HTTP/1.1 ${how.line}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${how.text}`,
      )
    }
    closeInStages(socket)
  }

  const refuse = (how: Rejection | 'silent'): void => {
    if (refusal !== undefined) return
    const last = waiting.at(-1) ?? current
    const broken = last?.request.complete === false // in the middle of its body, so this is no request of its own
    refusal = broken ? 'silent' : how
    socket.pause()
    if (last === undefined) end(refusal)
    else if (refusal === 'silent') makeLast(last)
  }

  // Whoever closes its side may wait for the answer, as nc -N does, or have left: only time tells them apart.
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
    take: (incoming) => {
      if (refusal !== undefined) return // the connection ends; nobody asks Ory for what stands behind
      const refused = refuses(incoming.request)
      if (refused !== undefined) {
        refuse(refused)
      } else if (current === undefined) {
        begin(incoming)
        busyChanged(connection)
      } else if (pipelined.waiting < pipelined.limit) {
        pipelined.waiting++
        waiting.push(incoming)
        socket.pause() // no more is read than came in one packet
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
