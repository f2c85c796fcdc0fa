import type { IncomingHttpHeaders } from 'node:http'
import type { Context, Next } from 'koa'
import { sdkCredentialsOf, type CookieAllowList, type Credentials } from '../../ory/credentials.ts'
import { refusalOf } from '../connections/request.ts'
import { sessionOf, type WhoamiAnswer } from '../../ory/client.ts'
import { requestIdOf } from '../request-id.ts'
import { compact } from '../style/compact.ts'
import { crossOrigin, type AllowedOrigin } from './cors.ts'
import { answerFailure, answerJson, failureOf, failureOfStatus, retryAfter } from './error.ts'
import { identityHeaders, type IdentityHeader } from './forward-auth.ts'
import type { Ready, ResponseStyle } from '../style/style.ts'
import { addVary } from './vary.ts'

/** What `RESPONSES=http` can be told. */
export interface HttpOptions {
  /** The origins whose pages may read the answers. */
  corsOrigins: readonly AllowedOrigin[]
  /** The cookies that go to Ory; all of them when undefined. */
  forwardCookies: CookieAllowList | undefined
  /** Response headers that carry fields of the session. */
  forwardAuthHeaders: readonly IdentityHeader[]
}

const aboutTheRequest = new Set([200, 400, 401, 403]) // 400 says that `tokenize_as` names no template of Ory's
const passedOn = ['X-Kratos-Authenticated-Identity-Id', 'Ory-Session-Cache-For', 'Retry-After']

/**
 * httpResponses answers as an API does: 200, 400, 401 and 403 with Kratos' JSON as it came and what Kratos said beside it,
 * and 502, 503 or 504 in the same shape where Kratos gave no such answer.
 */
export function httpResponses({ corsOrigins, forwardCookies, forwardAuthHeaders }: HttpOptions): ResponseStyle {
  const credentials = (headers: IncomingHttpHeaders): Credentials => sdkCredentialsOf(headers, forwardCookies)
  return {
    refuses: () => undefined,
    before: [asRequest, ...(corsOrigins.length > 0 ? [crossOrigin(corsOrigins)] : [])],

    acceptsSessionToken: true,
    credentials,
    question: (ctx) => ({
      ...credentials(ctx.req.headers),
      tokenizeAs: tokenizeAsOf(ctx.req.url),
      requestId: requestIdOf(ctx.req),
    }),

    prepare: (answer, kept) => {
      const ready = readyOf(answer, kept)
      if (forwardAuthHeaders.length === 0) return ready
      const identity = identityHeaders(sessionOf(answer), forwardAuthHeaders)
      return {
        status: ready.status,
        bytes: ready.bytes + textBytes(identity),
        send: (ctx, freshUntil) => {
          ready.send(ctx, freshUntil)
          setHeaders(ctx, identity)
        },
      }
    },

    fail: (ctx, error) => {
      if (error.kind === 'busy') ctx.res.setHeader('Retry-After', retryAfter)
      answerFailure(ctx, failureOf(error))
      setHeaders(ctx, identityHeaders(undefined, forwardAuthHeaders))
    },
  }
}

/** answerAsOry answers 200, 400, 401 and 403 as Ory did, byte for byte; of anything else the caller is told in our own words. */
export function answerAsOry(ctx: Context, answer: WhoamiAnswer): void {
  readyOf(answer, false).send(ctx, undefined)
}

function readyOf(answer: WhoamiAnswer, kept: boolean): Ready {
  const { status, headers } = answer
  const passed = passedFrom(headers)
  const vary = headers.get('vary')
  const cookies = headers.getSetCookie()
  const json =
    aboutTheRequest.has(status) && answer.object() !== undefined
      ? kept
        ? compact(answer.body)
        : answer.body
      : undefined
  return {
    status,
    bytes: (json?.length ?? 0) + textBytes(passed) + 2 * (vary?.length ?? 0),
    send: (ctx, freshUntil) => {
      setHeaders(ctx, passed)
      // Whoever keeps the answer in turn may keep it no longer than Ory allowed us.
      if (freshUntil !== undefined)
        ctx.res.setHeader(
          'Ory-Session-Cache-For',
          String(Math.floor(Math.max(freshUntil - performance.now(), 0) / 1000)),
        )
      if (vary !== null) addVary(ctx.res, vary)
      passCookies(ctx, cookies)
      if (json !== undefined) answerJson(ctx, status, json)
      else if (status === 401 || status === 403) answerFailure(ctx, refusals[status])
      else answerFailure(ctx, failureOfStatus(status))
    },
  }
}

function passedFrom(headers: WhoamiAnswer['headers']): [name: string, value: string][] {
  return passedOn.flatMap((name): [string, string][] => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value]]
  })
}

type HeaderList = readonly (readonly [name: string, value: string])[]

function setHeaders(ctx: Context, headers: HeaderList): void {
  for (const [name, value] of headers) ctx.res.setHeader(name, value)
}

const textBytes = (headers: HeaderList): number => headers.reduce((sum, [, value]) => sum + 2 * value.length, 0)

/** passCookies hands the cookies that Ory sets anew to the caller, each in a header of its own (RFC 6265, section 3). */
export function passCookies(ctx: Context, cookies: string[]): void {
  if (cookies.length > 0) ctx.append('Set-Cookie', cookies)
}

const refusals = {
  401: {
    code: 401,
    id: 'session_inactive',
    message: 'No active session was found in this request.',
    reason: 'Ory answered 401 without a reason.',
  },
  403: {
    code: 403,
    id: 'forbidden',
    message: 'This session is not enough for this request.',
    reason: 'Ory, or a gateway before it, answered 403 without a reason.',
  },
} as const

/** The first `tokenize_as` of a target's query. Koa's `ctx.query` takes quadratic time. */
function tokenizeAsOf(target = ''): string | undefined {
  const start = target.indexOf('?')
  if (start < 0 || !target.includes('tokenize_as', start)) return undefined
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(target) ?? []
  const at = `&${query}`.search(/&tokenize_as(?:[=&]|$)/)
  if (at < 0) return undefined
  const [pair] = query.slice(at).split('&', 1)
  return new URLSearchParams(pair).get('tokenize_as') ?? undefined
}

/** Names the request, and refuses what is no URL, as Go's servers do, Kratos among them. */
async function asRequest(ctx: Context, next: Next): Promise<void> {
  ctx.res.setHeader('X-Request-Id', requestIdOf(ctx.req))
  const refused = refusalOf(ctx.req)
  if (refused === undefined) await next()
  else {
    ctx.res.setHeader('Connection', 'close')
    answerFailure(ctx, {
      code: refused.status,
      id: 'bad_request',
      message: 'The request is not well-formed.',
      reason: refused.text || 'The expectation in Expect can not be met.',
    })
  }
}
