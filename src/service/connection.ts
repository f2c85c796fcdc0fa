import type { Socket } from 'node:net'
import { closeInStages, makeLast } from './close.ts'
import type { Incoming } from './incoming.ts'
import { hasBody, watchBody } from './unread-body.ts'

/** How a server treats each of its connections. */
export interface ConnectionOptions {
  /** Answers a request. */
  handle: (incoming: Incoming) => void
  /** Whether requests' bodies are read by whoever handles them; else they are read aside, as far as Go reads them. */
  readsBodies: boolean
  /** How many requests wait on connections that sent several at once, and how many may. */
  pipelined: { waiting: number; readonly limit: number }
  /** Is told whenever the connection begins to have requests to answer, and has none any more. */
  turned: (connection: Connection) => void
}

/** A client's connection: its requests are answered one after the other, in the order in which they came. */
export interface Connection {
  readonly socket: Socket
  /** Since when a request is being answered, on the clock of `performance.now()`; undefined where none is. */
  readonly busySince: number | undefined
  /** Takes a request that Node's parser has read. */
  take: (incoming: Incoming) => void
  /**
   * Ends the connection behind the answers to what came before, with a status line such as `400 Bad Request` for what
   * came last, or with nothing where that is no request of its own.
   */
  refuse: (status: string) => void
  /** Says `Connection: close` on every answer from now on. */
  retire: () => void
}

const leftFor = 1000 // ms that a client who has closed its side is still answered

/**
 * createConnection takes charge of a socket. As in Go, the next request is not begun before the last one is answered:
 * no client gets more of the service at once than by opening more connections, and answers can't change places.
 */
export function createConnection(socket: Socket, { handle, readsBodies, pipelined, turned }: ConnectionOptions): Connection {
  const waiting: Incoming[] = []
  let current: Incoming | undefined
  let busySince: number | undefined
  let refusal: string | undefined
  let retired = false

  const begin = (incoming: Incoming): void => {
    const { request, response } = incoming
    current = incoming
    busySince = performance.now()
    // Node ends a connection where it was asked for 100 Continue and nobody gave it, and would not say so.
    if (retired || request.headers.expect !== undefined) response.shouldKeepAlive = false
    response.once('close', next)
    if (!readsBodies && hasBody(request)) watchBody(incoming)
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
    turned(connection)
  }

  const end = (status: string): void => {
    if (status !== '' && socket.writable) {
      socket.write(`HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${status}`)
    }
    closeInStages(socket)
  }

  const refuse = (status: string): void => {
    if (refusal !== undefined) return
    const last = waiting.at(-1) ?? current
    const broken = last?.request.complete === false // in the middle of its body, so this is no request of its own
    refusal = broken ? '' : status
    socket.pause()
    if (last === undefined) end(refusal)
    else if (refusal === '') makeLast(last)
  }

  // Whoever closes its side may wait for the answer, as nc -N does, or have left: only time tells them apart.
  socket.once('end', () => {
    const timer = setTimeout(() => {
      if (current?.response.headersSent !== true) socket.destroy()
    }, leftFor)
    socket.once('close', () => { clearTimeout(timer) })
  })
  socket.once('close', () => { pipelined.waiting -= waiting.length })

  const connection: Connection = {
    socket,
    get busySince() {
      return busySince
    },
    take: (incoming) => {
      if (current === undefined) {
        begin(incoming)
        turned(connection)
      } else if (refusal === undefined && pipelined.waiting < pipelined.limit) {
        pipelined.waiting++
        waiting.push(incoming)
        socket.pause() // no more is read than came in one packet
      } else {
        refuse('')
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
