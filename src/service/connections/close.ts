import type { Socket } from 'node:net'
import type { Incoming } from './incoming.ts'

const lingerTime = 500 // ms, as Go's rstAvoidanceDelay

/**
 * closeInStages closes our side of a connection at once and all of it half a second later, without reading on: closing
 * with unread bytes sends a reset, which may take the answer away from the client (RFC 9112, section 9.6).
 */
export function closeInStages(socket: Socket): void {
  socket.pause()
  socket.end()
  const timer = setTimeout(() => socket.destroy(), lingerTime)
  socket.once('close', () => {
    clearTimeout(timer)
  })
}

/** endsInStages makes a connection close in stages when Node ends it, instead of at once. */
export function endsInStages(socket: Socket): void {
  socket.destroySoon = () => {
    closeInStages(socket)
  }
}

/** makeLast ends a connection with the answer to a request, although there is more to read, and the answer says so. */
export function makeLast({ request: { socket }, response }: Incoming): void {
  response.shouldKeepAlive = false
  endsInStages(socket)
  if (response.writableFinished) closeInStages(socket)
}
