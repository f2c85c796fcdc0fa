import type { IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import { sdkCredentialsOf, type CookieAllowList } from './ory/credentials.ts'
import { UpstreamError } from './ory/failure.ts'
import { sessionOf, type Ory, type Session, type WhoamiAnswer } from './ory/client.ts'
import { answerFailure, failureOf, type Failure } from './service/http/error.ts'
import { answerAsOry, passCookies } from './service/http/style.ts'

export { createOry, type Ory, type Session } from './ory/client.ts'

/** An authenticator assurance level as Ory's spec names them. */
export type Aal = NonNullable<Session['authenticator_assurance_level']>

/** Whom to ask, and what a session must be. */
export interface SessionOptions {
  /** A client of {@link createOry}. */
  ory: Ory
  /** The least assurance level that is enough; `aal1` unless given. */
  aal?: Aal
  /** The cookies that go to Ory: names, or prefixes that end in `*`; all of them unless given. */
  forwardCookies?: CookieAllowList
}

const levels: Record<Aal, number> = { aal0: 0, aal1: 1, aal2: 2, aal3: 3 }

/**
 * requireSession lets a request pass with its session on `ctx.state.session`, typed by Ory's spec. Others are answered
 * as Ory answered: 401 without an active session, 403 where Ory asks for a second factor, or where the session is below
 * `aal`; 502, 503 or 504 where Ory gave no answer, in the shape of Kratos' errors.
 *
 * Credentials are the cookies, `X-Session-Token` and `Authorization: Bearer`; a `Set-Cookie` of Ory's is passed on.
 */
export function requireSession(options: SessionOptions): Middleware<{ session: Session }> {
  return async (ctx, next) => {
    const verdict = await judge(ctx.req, options)
    if (!('session' in verdict)) {
      verdict.answer(ctx)
      return
    }
    passCookies(ctx, verdict.headers.getSetCookie())
    ctx.state.session = verdict.session
    await next()
  }
}

/**
 * optionalSession lets every request pass, with its session on `ctx.state.session` where {@link requireSession} would
 * let it pass too. Where Ory gave no answer it answers 502, 503 or 504 as well: nobody is taken for logged out by mistake.
 */
export function optionalSession(options: SessionOptions): Middleware<{ session?: Session }> {
  return async (ctx, next) => {
    const verdict = await judge(ctx.req, options)
    if ('session' in verdict) {
      passCookies(ctx, verdict.headers.getSetCookie())
      ctx.state.session = verdict.session
    } else if (!verdict.isAboutSession) {
      verdict.answer(ctx)
      return
    }
    await next()
  }
}

/** A session that is enough, or how to say that there is none. */
type Verdict =
  { session: Session; headers: WhoamiAnswer['headers'] } | { answer: (ctx: Context) => void; isAboutSession: boolean }

async function judge(
  request: IncomingMessage,
  { ory, aal = 'aal1', forwardCookies }: SessionOptions,
): Promise<Verdict> {
  const answer = await ory.whoami(sdkCredentialsOf(request.headers, forwardCookies)).catch((error: unknown) => {
    if (error instanceof UpstreamError) return error
    throw error
  })
  if (answer instanceof UpstreamError)
    return {
      answer: (ctx) => {
        answerFailure(ctx, failureOf(answer))
      },
      isAboutSession: false,
    }
  const { status, headers } = answer
  const session = sessionOf(answer)
  if (session === undefined)
    return {
      answer: (ctx) => {
        answerAsOry(ctx, answer)
      },
      isAboutSession: status === 401 || status === 403,
    }
  const refusal = refusalOf(session, aal)
  if (refusal === undefined) return { session, headers }
  return {
    answer: (ctx) => {
      answerFailure(ctx, refusal)
    },
    isAboutSession: true,
  }
}

function refusalOf(
  { active, authenticator_assurance_level: level = 'aal0' }: Session,
  wanted: Aal,
): Failure | undefined {
  if (active === false)
    return {
      code: 401,
      id: 'session_inactive',
      message: 'No active session was found in this request.',
      reason: 'The session was ended. Log in again.',
    }
  if (levels[level] >= levels[wanted]) return undefined
  return {
    code: 403,
    id: 'session_aal2_required',
    message: `This request needs a session of ${wanted}.`,
    reason: `The session has ${level}. Log in with another factor: /self-service/login/browser?aal=${wanted}`,
  }
}
