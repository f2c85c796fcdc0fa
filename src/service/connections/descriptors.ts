import { readFileSync } from 'node:fs'

/** How many connections a process has room for. */
export interface Room {
  /** Connections of clients on the public port. */
  connections: number
  /** Connections of clients on the admin port. */
  admin: number
  /** Connections to Ory. */
  upstream: number
}

/** How many connections the admin port takes at most. */
export const adminConnections = 64

const own = 48 // descriptors for the process itself, its log, and what Node opens

/**
 * roomFor is what of `wanted` a process with `descriptors` open files at most has room for: an eighth is for the admin
 * port, a third of the rest for connections to Ory.
 */
export function roomFor(wanted: Room, descriptors = openFiles()): Room {
  const admin = Math.min(wanted.admin, Math.floor(descriptors / 8))
  const rest = Math.max(descriptors - own - admin, 16)
  const upstream = Math.min(wanted.upstream, Math.floor(rest / 3))
  return { connections: Math.min(wanted.connections, rest - upstream), admin, upstream }
}

/** How many files this process may have open; where the system does not say, as many as it likes. */
function openFiles(): number {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return limit === undefined ? Infinity : Number(limit)
  } catch {
    return Infinity
  }
}
