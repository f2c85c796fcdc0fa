import cors from '@koa/cors'
import type { Middleware } from 'koa'
import { passedOn } from '../../ory/headers.ts'

const preflightSeconds = 600
const exposed = ['X-Request-Id', ...passedOn, 'WWW-Authenticate']
const label = /^[a-z0-9_-]+$/

/** Whether pages of an `Origin` are allowed. */
export type AllowedOrigin = (origin: string) => boolean

/**
 * allowedOrigin parses an entry of `CORS_ORIGINS`: an exact origin, or `https://*.example.com` for every host one level
 * below. It returns undefined for anything else, such as a wildcard for a whole top-level domain.
 */
export function allowedOrigin(entry: string): AllowedOrigin | undefined {
  const [, scheme = '', star, rest = ''] = /^(https?:\/\/)(\*\.)?([^*/?#@\s]+)$/i.exec(entry) ?? []
  const url = URL.parse(scheme + rest)
  if (url === null) return undefined
  const { host, hostname, origin, protocol } = url
  if (star === undefined) return (given) => given === origin
  if (!/[^.]\.[^.]/.test(hostname)) return undefined
  const [before, after] = [`${protocol}//`, `.${host}`]
  return (given) =>
    given.startsWith(before) && given.endsWith(after) && label.test(given.slice(before.length, -after.length))
}

/** crossOrigin lets pages of these origins send their users' credentials and read the answers, and no others. */
export function crossOrigin(origins: readonly AllowedOrigin[]): Middleware {
  return cors({
    origin: (ctx) => {
      const origin = ctx.get('Origin')
      return origins.some((allowed) => allowed(origin)) ? origin : ''
    },
    credentials: true,
    allowMethods: 'GET,HEAD',
    exposeHeaders: exposed,
    maxAge: preflightSeconds,
  })
}
