import type { Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { createConnection, type Connection, type ConnectionOptions } from './connection.ts'

/** What a server's connections are bounded by. */
export interface ConnectionLimits {
  /** How many connections there are at most; beyond, the longest idle one is closed. */
  connections: number
  /** How long the answer to a request may take, from its head to the last byte that the client has taken, in ms. */
  answerTime: number
}

/** All connections of a server. */
export interface Connections {
  /** Takes charge of a socket that was accepted. */
  open: (socket: Socket) => void
  of: (socket: object) => Connection | undefined
  /** How many connections there are, how many of them have a request to answer, and how many were closed for others. */
  figures: () => { open: number; busy: number; evicted: number }
  /** Says `Connection: close` on every answer from now on. */
  retire: () => void
  /** Resolves in a moment in which nobody has just connected, at the latest after a tenth of a second. */
  untilNobodyConnects: () => Promise<void>
  /** Closes idle connections after 100 ms, the others when answered or after `grace` ms, and resolves then. */
  end: (grace: number) => Promise<void>
}

const sweepInterval = 1000 // ms
const lastCall = 100 // ms from when nobody can connect any more to when idle connections are closed
const pipelinedLimit = 20_000 // requests that wait behind others on their connections; one takes about 2.5 kB

/** createConnections keeps a server's connections within `limits`. */
export function createConnections(
  limits: ConnectionLimits,
  options: Pick<ConnectionOptions, 'handle' | 'refuses' | 'readsBodies'>,
): Connections {
  const all = new Map<object, Connection>()
  const idle = new Set<Connection>() // in the order in which they became idle
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
    // Node's own listener goes with its parser; this one stays for as long as the socket is.
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
    // What is on its way already is still taken: a gateway can't send it again where it is no GET.
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
    figures: () => ({ open: all.size, busy: all.size - idle.size, evicted }),
    retire: () => {
      retired = true
      for (const connection of all.values()) connection.retire()
    },
    untilNobodyConnects,
    end,
  }
}
