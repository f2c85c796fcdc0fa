import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const wellFormed = /^[\w.~:@/+=-]{1,128}$/

/**
 * requestIdOf is the id of a request: its `X-Request-Id` where that is 1 to 128 letters, digits and `_.~:@/+=-`,
 * otherwise a UUID, which the request carries from then on.
 */
export function requestIdOf({ headers }: IncomingMessage): string {
  const id = headers['x-request-id']
  return typeof id === 'string' && wellFormed.test(id) ? id : (headers['x-request-id'] = randomUUID())
}
