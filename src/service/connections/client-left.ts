import type { ServerResponse } from 'node:http'

/** clientLeft returns a signal that aborts when the client leaves before its response is finished. */
export function clientLeft(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
