import type { Middleware, ParameterizedContext } from 'koa'
import type { Session } from '../ory/answer.ts'
import type { Ory } from '../ory/client.ts'
import { sdkCredentialsOf, type CookieAllowList } from '../ory/credentials.ts'
import { findSession, type Aal, type Denied } from '../ory/session.ts'
import { addCookies, sendReply } from './reply.ts'

export type { Session } from '../ory/answer.ts'
export { createOry, type Ory } from '../ory/client.ts'
export type { Aal } from '../ory/session.ts'

/** Whom to ask, and what a session must be. */
export interface SessionOptions {
  /** A client from {@link createOry}. */
  ory: Ory
  /** The lowest assurance level to accept; `aal1` by default. */
  aal?: Aal
  /** The cookies that go to Ory: names, or prefixes that end in `*`; all cookies by default. */
  forwardCookies?: CookieAllowList
}

/**
 * requireSession lets a request pass with its session in `ctx.state.session`, typed by Ory's spec. Others get Ory's own
 * answer: 401 without an active session, 403 when Ory asks for a second factor or the session is below `aal`, 429 when
 * Ory limits the rate. When Ory gives no answer they get 502, 503 or 504, in the shape of Kratos' errors; 503 also when
 * Ory answers 401 but its `/health/ready` says 5xx: without its database Kratos refuses good credentials.
 *
 * Credentials are the cookies, `X-Session-Token` and `Authorization: Bearer`. A `Set-Cookie` of Ory's is passed on.
 *
 * @example
 * app.use(requireSession({ ory: createOry(new URL('http://localhost:4433'), 5000), aal: 'aal2' }))
 */
export function requireSession(options: SessionOptions): Middleware<{ session: Session }> {
  return async (ctx, next) => {
    const denied = await admit(ctx, options)
    if (denied === undefined) await next()
    else sendReply(ctx, denied.reply)
  }
}

/**
 * optionalSession lets every request pass, with its session in `ctx.state.session` if {@link requireSession} would let
 * it pass too. When Ory gives no answer, or can't know, it responds with 429, 502, 503 or 504 as well, so that nobody
 * is mistaken for logged out.
 */
export function optionalSession(options: SessionOptions): Middleware<{ session?: Session }> {
  return async (ctx, next) => {
    const denied = await admit(ctx, options)
    if (denied === undefined || denied.isKnown) await next()
    else sendReply(ctx, denied.reply)
  }
}

/** Puts the session of a request into `ctx.state`, or says how it is denied. */
async function admit(
  ctx: ParameterizedContext<{ session?: Session }>,
  { ory, aal = 'aal1', forwardCookies }: SessionOptions,
): Promise<Denied | undefined> {
  const found = await findSession(ory, sdkCredentialsOf(ctx.req.headers, forwardCookies), aal)
  if (found.session === undefined) return found
  addCookies(ctx, found.cookies)
  ctx.state.session = found.session
  return undefined
}
