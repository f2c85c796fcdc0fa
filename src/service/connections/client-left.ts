import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'

const signals = new WeakMap<Socket, AbortSignal>()

/**
 * clientLeft returns a signal that aborts when the connection of a request closes: then nobody waits for its answer any
 * more. One signal serves all requests of a connection, since they are answered one after the other.
 */
export function clientLeft({ socket }: IncomingMessage): AbortSignal {
  const known = signals.get(socket)
  if (known !== undefined) return known
  const controller = new AbortController()
  socket.once('close', () => {
    controller.abort()
  })
  signals.set(socket, controller.signal)
  return controller.signal
}
