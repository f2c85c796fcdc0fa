import type { Session, WhoamiAnswer } from './answer.ts'
import type { Ask, Ory } from './client.ts'
import { nodeHeaders, sdkCredentialsOf, type CookieAllowList, type RequestHeaders } from './credentials.ts'
import { notAboutSession, oryOptions, type KratosError, type Settings } from './error.ts'
import { onlyOnceCertain } from './readiness.ts'
import { errorReply, replyTo, replyWithoutAnswer, type Reply } from './reply.ts'
import { isUpstreamError } from './transport/failure.ts'

/** An authenticator assurance level, as Ory's spec names them. */
export type Aal = NonNullable<Session['authenticator_assurance_level']>

/** Whom to ask, and what a session must be. */
export interface CheckOptions {
  /** A client from `createOry`. */
  ory: Ory
  /** The lowest assurance level to accept; `aal1` by default. */
  aal?: Aal
  /** The cookies that go to Ory: names, or prefixes that end in `*`; all cookies by default. */
  forwardCookies?: CookieAllowList
  /** Ends the call when nobody waits for the answer any more. */
  signal?: AbortSignal
}

/** A session that is enough. */
export interface Admitted<Traits = unknown> {
  session: Session<Traits>
  /** Ory's `Set-Cookie` headers, for the browser: it may have extended the session. */
  cookies: string[]
}

/**
 * Why there is no such session: nobody is logged in, or the session is not enough, or nobody knows, since Ory gave no
 * answer, can't know, or limits the rate.
 */
export type Why = 'no_session' | 'not_enough' | 'unavailable'

/** Why a request has no session that is enough, and what to answer. */
export interface Refused {
  session: undefined
  why: Why
  /** The error's id, such as `session_aal2_required` or `upstream_timeout`; empty where Ory gives none. */
  id: string
  /** 401, 403, 429, 502, 503 or 504. */
  status: number
  /** What to send beside the body, Ory's `Set-Cookie` among it. */
  headers: Record<string, string | string[]>
  /** JSON in the shape of Kratos' errors. */
  body: string
  /** Ory's `Set-Cookie` headers alone, for a request that is let pass all the same. */
  cookies: string[]
}

/** The session of a request, or why not. */
export type Checked<Traits = unknown> = Admitted<Traits> | Refused

/**
 * checkSession asks Ory whose session a request carries, and whether it is active and of `aal` at least. `headers` are
 * Node's or the platform's `Headers`. Credentials are the cookies, `X-Session-Token` and `Authorization: Bearer`.
 *
 * A refusal is Ory's own answer where there is one: 401 without an active session, 403 where Ory asks for a second
 * factor or the session is below `aal`, 429 where Ory limits the rate. Otherwise it is 502, 503 or 504, in the shape of
 * Kratos' errors; 503 also for a 401 that Ory does not repeat where it tells it from an error of its database, without
 * which Kratos refuses good credentials. `Traits` is what you know of your identity schema; it is not checked.
 *
 * @example
 * const checked = await checkSession<{ email: string }>(request.headers, { ory })
 * if (checked.session === undefined) return toResponse(checked)
 * return new Response(checked.session.identity?.traits.email)
 */
export async function checkSession<Traits = unknown>(
  headers: RequestHeaders,
  { ory, aal = 'aal1', forwardCookies, signal }: CheckOptions,
): Promise<Checked<Traits>> {
  const credentials = sdkCredentialsOf(nodeHeaders(headers), forwardCookies)
  const check = async (ask: Ask): Promise<Checked<Traits>> => {
    try {
      return checkAnswer(await onlyOnceCertain(ask, ory)(credentials, signal), aal)
    } catch (error) {
      if (!isUpstreamError(error)) throw error
      return refused(replyWithoutAnswer(error, oryOptions))
    }
  }
  const checked = await check(ory.whoami)
  // What a cache keeps may be from before the second factor.
  const isEnough = checked.session !== undefined || checked.why !== 'not_enough'
  return isEnough || ory.whoamiAnew === undefined ? checked : check(ory.whoamiAnew)
}

function checkAnswer<Traits>(answer: WhoamiAnswer, aal: Aal): Checked<Traits> {
  const session = answer.session<Traits>()
  if (session === undefined) {
    const { status } = answer
    // A 200 has no session that can be read, and a 400 is about a template that was not asked for.
    const says = status !== 200 && status !== 400
    const reply = says ? replyTo(answer, oryOptions) : errorReply(notAboutSession(status, oryOptions))
    return refused(reply, reply.id ?? answer.error()?.id)
  }
  const why = whyInactive(session, oryOptions) ?? whyBelow(session, aal)
  const cookies = answer.headers.getSetCookie()
  if (why === undefined) return { session, cookies }
  const { headers, ...reply } = errorReply(why)
  return refused({ ...reply, headers: cookies.length === 0 ? headers : [...headers, ['Set-Cookie', cookies]] })
}

const whys: Record<number, Why> = { 401: 'no_session', 403: 'not_enough' }

function refused({ status, headers, body, id = '' }: Reply, oryId = id): Refused {
  const why = whys[status] ?? 'unavailable'
  const sent = headers.map(([name, value]) => [name, typeof value === 'string' ? value : [...value]] as const)
  const all: Refused['headers'] = Object.fromEntries(sent)
  const cookies = [all['Set-Cookie'] ?? []].flat()
  return { session: undefined, why, id: oryId, status, headers: all, body: body?.toString() ?? '', cookies }
}

/** toResponse makes the platform's `Response` of a refusal, for frameworks whose handlers return one. */
export function toResponse({ status, headers, body }: Refused): Response {
  const response = new Response(body, { status })
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') response.headers.set(name, value)
    else for (const each of value) response.headers.append(name, each)
  }
  return response
}

const inactive: KratosError = {
  code: 401,
  id: 'session_inactive',
  message: 'No active session was found in this request.',
  reason: 'The session was ended. Log in again.',
}

/** whyInactive is why what Ory answered with 200 is no active session; undefined when it is. */
export function whyInactive({ id, active }: Partial<Session>, settings: Settings): KratosError | undefined {
  if (typeof id !== 'string' || id === '') return notAboutSession(200, settings)
  return [undefined, true].includes(active) ? undefined : inactive
}

const levels: Record<Aal, number> = { aal0: 0, aal1: 1, aal2: 2, aal3: 3 }

function whyBelow({ authenticator_assurance_level: level = 'aal0' }: Session, aal: Aal): KratosError | undefined {
  if (levels[level] >= levels[aal]) return undefined
  return {
    code: 403,
    id: 'session_aal2_required',
    message: `This request needs a session of ${aal}.`,
    reason: `The session has ${level}. Log in with another factor: /self-service/login/browser?aal=${aal}`,
  }
}
