import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const wellFormed = /^[\w.~:@/+=-]{1,128}$/
const given = new WeakMap<IncomingMessage, string>()

/**
 * requestIdOf is the id of a request: its `X-Request-Id` where that is 1 to 128 letters, digits and `_.~:@/+=-`,
 * otherwise a UUID, the same whenever it is asked for.
 */
export function requestIdOf(request: IncomingMessage): string {
  const id = request.headers['x-request-id']
  if (typeof id === 'string' && wellFormed.test(id)) return id
  const made = given.get(request) ?? randomUUID()
  given.set(request, made)
  return made
}
