import { readFileSync } from 'node:fs'

/** Numbers of connections. */
export interface Room {
  /** Connections of clients on the public port. */
  connections: number
  /** Connections of clients on the admin port. */
  admin: number
  /** Connections to Ory. */
  upstream: number
}

/** The limit of connections on the admin port. */
export const adminConnections = 64

const own = 48 // descriptors for the process itself, its log, and what Node opens

/**
 * roomFor reduces `wanted` to what a process that may open `descriptors` files has room for: up to an eighth goes to
 * the admin port, and up to a third of the rest to connections to Ory.
 */
export function roomFor(wanted: Room, descriptors = openFiles()): Room {
  const admin = Math.min(wanted.admin, Math.floor(descriptors / 8))
  const rest = Math.max(descriptors - own - admin, 16)
  const upstream = Math.min(wanted.upstream, Math.floor(rest / 3))
  return { connections: Math.min(wanted.connections, rest - upstream), admin, upstream }
}

/** How many files this process may open; no limit if the system does not say. */
function openFiles(): number {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return limit === undefined ? Infinity : Number(limit)
  } catch {
    return Infinity
  }
}
