import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createConnection, type Connection, type ConnectionOptions } from './connection.ts'

/** The limits of a server's connections. */
export interface ConnectionLimits {
  /** The number of connections; beyond, the longest idle one is closed. */
  connections: number
  /** The time for a request in ms, from its head until the client has read the last byte of the answer. */
  answerTime: number
}

/** All connections of a server. */
export interface Connections {
  /** Takes charge of an accepted socket. */
  open: (socket: Socket) => void
  of: (socket: object) => Connection | undefined
  /** The number of connections, of busy ones, of those closed to make room; the methods of requests in flight. */
  figures: () => { open: number; busy: number; evicted: number; methods: () => string[] }
  /** Says `Connection: close` on every answer from now on. */
  retire: () => void
  /** Resolves at a moment when nobody has just connected, after 100 ms at the latest. */
  untilNobodyConnects: () => Promise<void>
  /** Closes idle connections after 100 ms, the others when answered or after `grace` ms, and resolves then. */
  end: (grace: number) => Promise<void>
}

const sweepInterval = 1000 // ms
const lastCall = 100 // ms between closing the port and closing idle connections
const pipelinedLimit = 20_000 // waiting requests; one takes about 2.5 kB

/** createConnections keeps a server's connections within `limits`. */
export function createConnections(
  limits: ConnectionLimits,
  options: Pick<ConnectionOptions, 'handle' | 'refuses' | 'rejectionHeaders' | 'readsBodies'>,
): Connections {
  const all = new Map<object, Connection>()
  const idle = new Set<Connection>() // the longest idle first
  const pipelined = { waiting: 0, limit: pipelinedLimit }
  let evicted = 0
  let opened = 0
  let retired = false
  let closed = false
  let ending: (() => void) | undefined

  const busyChanged = (connection: Connection): void => {
    if (connection.busySince !== undefined) idle.delete(connection)
    else if (closed) connection.socket.destroySoon()
    else if (all.has(connection.socket)) idle.add(connection)
  }

  const sweep = setInterval(() => {
    const since = performance.now() - limits.answerTime
    for (const { socket, busySince } of all.values()) if (busySince !== undefined && busySince < since) socket.destroy()
  }, sweepInterval)
  sweep.unref()

  const open = (socket: Socket): void => {
    opened++
    const connection = createConnection(socket, { ...options, pipelined, busyChanged })
    if (retired) connection.retire()
    all.set(socket, connection)
    // Node removes its own listener with its parser; this one stays as long as the socket.
    socket.on('error', () => {
      socket.destroy()
    })
    socket.once('close', () => {
      all.delete(socket)
      idle.delete(connection)
      if (all.size === 0) ending?.()
    })
    if (all.size > limits.connections) {
      const [longest] = idle
      evicted++
      ;(longest ?? connection).socket.destroy()
    }
    idle.add(connection)
  }

  const untilNobodyConnects = async (): Promise<void> => {
    const until = performance.now() + lastCall
    for (let seen = -1; seen !== opened && performance.now() < until;) {
      seen = opened
      await setImmediate()
    }
  }

  const end = async (grace: number): Promise<void> => {
    const ended = new Promise<void>((resolve) => {
      ending = resolve
      if (all.size === 0) resolve()
    })
    // Requests that are on their way are still accepted: a gateway can repeat nothing but a GET.
    const last = setTimeout(() => {
      closed = true
      for (const { socket } of idle) socket.destroy()
    }, lastCall)
    const cut = setTimeout(() => {
      for (const { socket } of all.values()) socket.destroy()
    }, grace)
    await ended
    clearTimeout(last)
    clearTimeout(cut)
    clearInterval(sweep)
  }

  return {
    open,
    of: (socket) => all.get(socket),
    figures: () => ({
      open: all.size,
      busy: all.size - idle.size,
      evicted,
      methods: () => [...all.values()].map(({ method }) => method).filter((method) => method !== undefined),
    }),
    retire: () => {
      retired = true
      for (const connection of all.values()) connection.retire()
    },
    untilNobodyConnects,
    end,
  }
}
