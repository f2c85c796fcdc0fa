import type { Context, Middleware } from 'koa'
import type { Session } from '../ory/answer.ts'
import { checkSession, type CheckOptions, type Refused } from '../ory/session.ts'
import { addCookies, sendReply } from './reply.ts'

/** Answers a request without a session that is enough. What Ory sets as cookies is sent beside it. */
export type OnRefused = (ctx: Context, refused: Refused) => unknown

/** Whom to ask, and what to do when nobody knows. */
export interface OptionalSessionOptions extends CheckOptions {
  /** Answers when Ory could not say whose session it is. By default: 429, 502, 503 or 504. */
  onUnavailable?: OnRefused
}

/** Whom to ask, what a session must be, and what to answer instead. */
export interface SessionOptions extends OptionalSessionOptions {
  /** Answers when nobody is logged in. By default: 401. */
  onMissing?: OnRefused
  /** Answers when a session is not enough. By default: 403. */
  onNotEnough?: OnRefused
}

/**
 * requireSession lets a request pass with its session in `ctx.state.session`, typed by Ory's spec. Others are answered
 * by a hook, or with the refusal of {@link checkSession}. A `Set-Cookie` of Ory's is passed on.
 *
 * @example
 * app.use(requireSession({ ory, aal: 'aal2', onMissing: redirectToLogin('https://auth.example.com/login') }))
 */
export function requireSession<Traits = unknown>(options: SessionOptions): Middleware<{ session: Session<Traits> }> {
  const { onMissing, onNotEnough, onUnavailable, ...check } = options
  const hooks = { no_session: onMissing, not_enough: onNotEnough, unavailable: onUnavailable }
  return async (ctx, next) => {
    const checked = await checkSession<Traits>(ctx.req.headers, check)
    if (checked.session === undefined) {
      await refuse(ctx, checked, hooks[checked.why])
      return
    }
    addCookies(ctx, checked.cookies)
    ctx.state.session = checked.session
    await next()
  }
}

/**
 * optionalSession lets every request pass, with its session in `ctx.state.session` if {@link requireSession} would let
 * it pass too. When Ory gives no answer, or can't know, it refuses as well, so that nobody is mistaken for logged out.
 */
export function optionalSession<Traits = unknown>(
  options: OptionalSessionOptions,
): Middleware<{ session?: Session<Traits> }> {
  const { onUnavailable, ...check } = options
  return async (ctx, next) => {
    const checked = await checkSession<Traits>(ctx.req.headers, check)
    if (checked.session === undefined && checked.why === 'unavailable') {
      await refuse(ctx, checked, onUnavailable)
      return
    }
    addCookies(ctx, checked.cookies)
    // What another middleware found before may be less than is asked for here.
    if (checked.session === undefined) delete ctx.state.session
    else ctx.state.session = checked.session
    await next()
  }
}

async function refuse(ctx: Context, refused: Refused, answer: OnRefused | undefined): Promise<void> {
  addCookies(ctx, refused.cookies)
  await (answer ?? sendRefusal)(ctx, refused)
}

/** sendRefusal answers a request as {@link requireSession} does without a hook. */
export function sendRefusal(ctx: Context, { status, headers, body }: Refused): void {
  const others = Object.entries(headers).filter(([name]) => name !== 'Set-Cookie') // those are sent already
  sendReply(ctx, { status, headers: others, body })
}
