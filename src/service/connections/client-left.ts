import type { ServerResponse } from 'node:http'

/** clientLeft makes a signal that aborts when the client of a response has left before it was answered. */
export function clientLeft(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
