import type { IncomingMessage, ServerResponse } from 'node:http'
import { endsInStages, makeLast } from './close.ts'
import { expectsContinue } from './go-refusal.ts'
import type { Incoming } from './incoming.ts'

const longestBody = 256 << 10 // bytes, as Go's maxPostHandlerReadBytes
const bodyTime = 5000 // ms from the answer to the end of the body

/** hasBody says whether a request has a body, or may have one. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/**
 * expectNothing keeps a connection whose client sends `Expect: 100-continue` without a body, as Go's server does. Node
 * would end it without saying so; its types lack the property.
 */
export function expectNothing(response: ServerResponse): void {
  if (response.req.headers.expect !== undefined) Object.assign(response, { _expect_continue: false })
}

/**
 * watchBody reads and drops a request's body, so that the next request can follow. Like Go's server (net/http,
 * `maxPostHandlerReadBytes`), it reads 256 kB at most, and nothing of a body that waits for `100 Continue`. If there is
 * more, the answer says `Connection: close` and the connection ends with it.
 */
export function watchBody(incoming: Incoming): void {
  const { request, response } = incoming
  let rest = longestBody
  endsInStages(request.socket)
  const giveUp = (): void => {
    request.pause()
    makeLast(incoming)
  }
  request.on('data', ({ length }: Buffer) => {
    rest -= length
    if (rest < 0) giveUp()
  })
  if (expectsContinue(request) || Number(request.headers['content-length'] ?? 0) >= longestBody) giveUp()
  response.once('finish', () => {
    if (request.complete || !response.shouldKeepAlive) return
    const timer = setTimeout(giveUp, bodyTime)
    for (const event of ['end', 'close'])
      request.once(event, () => {
        clearTimeout(timer)
      })
  })
}
