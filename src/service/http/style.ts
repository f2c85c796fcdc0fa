import type { IncomingHttpHeaders } from 'node:http'
import type { Middleware } from 'koa'
import { sendReply } from '../../koa/reply.ts'
import { sdkCredentialsOf, type CookieAllowList, type Credentials } from '../../ory/credentials.ts'
import type { Settings } from '../../ory/error.ts'
import { oryHeaders } from '../../ory/headers.ts'
import { errorReply, replyTo, replyWithoutAnswer, type Reply, type ReplyHeader } from '../../ory/reply.ts'
import { goRefusalOf } from '../connections/go-refusal.ts'
import { compact } from '../style/compact.ts'
import type { RequestState, ResponseStyle } from '../style/style.ts'
import { crossOrigin, type AllowedOrigin } from './cors.ts'
import { identityHeaders, type IdentityHeader } from './forward-auth.ts'

/** What `RESPONSES=http` can be told. */
export interface HttpOptions {
  /** The origins whose pages may read the answers. */
  corsOrigins: readonly AllowedOrigin[]
  /** The cookies that go to Ory; all of them when undefined. */
  forwardCookies: CookieAllowList | undefined
  /** Response headers that carry fields of the session. */
  forwardAuthHeaders: readonly IdentityHeader[]
}

/** What the operator can set, by the names of its variables. */
const variables: Settings = {
  url: 'ORY_SDK_URL',
  host: 'ORY_SDK_URL or ORY_PROJECT_SLUG',
  timeout: 'UPSTREAM_TIMEOUT',
  connections: 'UPSTREAM_CONNECTIONS',
  maxBytes: 'UPSTREAM_MAX_BYTES',
}

/**
 * httpStyle answers as an API does: 200, 400, 401 and 403 with Kratos' JSON as it came, and Kratos' headers beside it;
 * 502, 503 or 504 in the same shape when Kratos gave no such answer.
 */
export function httpStyle({ corsOrigins, forwardCookies, forwardAuthHeaders }: HttpOptions): ResponseStyle {
  const credentials = (headers: IncomingHttpHeaders): Credentials => sdkCredentialsOf(headers, forwardCookies)
  const withIdentity = (reply: Reply, identity: readonly ReplyHeader[]): Reply =>
    identity.length === 0 ? reply : { ...reply, headers: [...reply.headers, ...identity] }

  return {
    refuses: () => undefined,
    before: [checkRequest, ...(corsOrigins.length > 0 ? [crossOrigin(corsOrigins)] : [])],

    acceptsSessionToken: true,
    credentials,
    question: (ctx) => ({
      ...credentials(ctx.req.headers),
      tokenizeAs: tokenizeAsOf(ctx.req.url),
      requestId: ctx.state.requestId,
    }),

    prepare: (answer, kept) => {
      const reply = withIdentity(replyTo(answer, variables), identityHeaders(answer.session(), forwardAuthHeaders))
      const { headers, body } = reply
      const sent = kept ? { ...reply, body: compact(body) } : reply
      return {
        status: answer.status,
        bytes: kept ? body.length + memoryOf(headers) : 0,
        send: (ctx, freshUntil) => {
          sendReply(ctx, sent)
          // A cache behind this one may keep the answer no longer than Ory allowed this one to.
          if (freshUntil !== undefined) ctx.res.setHeader(oryHeaders.cacheFor, secondsUntil(freshUntil))
        },
      }
    },

    fail: (ctx, error) => {
      sendReply(ctx, withIdentity(replyWithoutAnswer(error, variables), identityHeaders(undefined, forwardAuthHeaders)))
    },
  }
}

/** The memory of headers' values, in bytes: two a character at most. */
function memoryOf(headers: readonly ReplyHeader[]): number {
  return headers.reduce((sum, [, value]) => sum + 2 * value.length, 0)
}

function secondsUntil(time: number): string {
  return String(Math.floor(Math.max(time - performance.now(), 0) / 1000))
}

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

/** Names the request, and refuses what Go's servers, Kratos among them, refuse as malformed. */
const checkRequest: Middleware<RequestState> = async (ctx, next) => {
  ctx.res.setHeader('X-Request-Id', ctx.state.requestId)
  const refused = goRefusalOf(ctx.req)
  if (refused === undefined) {
    await next()
    return
  }
  ctx.res.setHeader('Connection', 'close')
  const reply = errorReply({
    code: refused.status,
    id: 'bad_request',
    message: 'The request is not well-formed.',
    reason: refused.text || 'The expectation in Expect cannot be met.',
  })
  sendReply(ctx, reply)
}
