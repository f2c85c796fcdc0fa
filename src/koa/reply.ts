import type { Context } from 'koa'
import type { Reply } from '../ory/reply.ts'

/** sendReply answers a request with a reply, and adds its `Vary` and `Set-Cookie` to those that are there already. */
export function sendReply(ctx: Context, { status, headers, body }: Reply): void {
  ctx.body = body
  ctx.status = status
  if (body === null) ctx.length = 0
  for (const [name, value] of headers) {
    if (name === 'Vary') ctx.res.setHeader(name, varyOf(ctx.res, String(value)))
    else if (typeof value === 'string') ctx.res.setHeader(name, value)
    else addCookies(ctx, value)
  }
}

/** addCookies adds cookies to those that are there, a header each (RFC 6265, section 3). */
export function addCookies(ctx: Context, cookies: readonly string[]): void {
  if (cookies.length > 0) ctx.append('Set-Cookie', [...cookies])
}

/** varyOf adds to a response's `Vary`, each name once (RFC 9110, 12.5.5). Koa's own takes quadratic time. */
export function varyOf(res: Context['res'], value: string): string {
  const before = res.getHeader('Vary')
  return before === undefined ? value : eachOnce(`${String(before)},${value}`)
}

function eachOnce(list: string): string {
  const names = new Map<string, string>()
  for (const item of list.split(',')) {
    const name = item.trim()
    if (name === '*') return '*'
    const key = name.toLowerCase()
    if (name !== '' && !names.has(key)) names.set(key, name)
  }
  return [...names.values()].join(', ')
}
