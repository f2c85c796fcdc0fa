import { varyOf } from '../../koa/reply.ts'
import { oryHeaders } from '../../ory/headers.ts'
import type { Reply } from '../../ory/reply.ts'
import type { StyleContext } from '../style/style.ts'

/**
 * send answers with a reply, the request's id and the body's length, past Koa, which would set each header twice.
 * `cacheFor` is for how many seconds a cache behind this one may keep the answer, where that differs from the reply.
 */
export function send(ctx: StyleContext, { status, headers, body }: Reply, cacheFor?: string): void {
  const { res, state } = ctx
  const head = ['X-Request-Id', state.requestId]
  for (const [name, value] of headers) {
    if (typeof value !== 'string') for (const each of value) head.push(name, each)
    else if (name === 'Vary') head.push(name, varyOf(res, value))
    else if (name !== oryHeaders.cacheFor || cacheFor === undefined) head.push(name, value)
  }
  if (cacheFor !== undefined) head.push(oryHeaders.cacheFor, cacheFor)
  head.push('Content-Length', String(body === null ? 0 : Buffer.byteLength(body)))
  ctx.respond = false
  res.writeHead(status, head)
  res.end(body ?? '')
}
