import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const wellFormed = /^[\w.~:@/+=-]{1,128}$/

/** requestIdFrom takes the id in `X-Request-Id` if it has 1 to 128 letters, digits and `_.~:@/+=-`; otherwise a UUID. */
export function requestIdFrom({ 'x-request-id': id }: IncomingHttpHeaders): string {
  return typeof id === 'string' && wellFormed.test(id) ? id : randomUUID()
}
