import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const wellFormed = /^[\w.~:@/+=-]{1,128}$/

/** requestIdFrom returns `X-Request-Id` if that is 1 to 128 letters, digits and `_.~:@/+=-`, otherwise a new UUID. */
export function requestIdFrom({ 'x-request-id': id }: IncomingHttpHeaders): string {
  return typeof id === 'string' && wellFormed.test(id) ? id : randomUUID()
}
