import type { IncomingHttpHeaders } from 'node:http'
import type { Middleware, Next } from 'koa'
import { sdkCredentialsOf, type CookieAllowList, type Credentials } from '../../ory/credentials.ts'
import type { KratosError, Settings } from '../../ory/error.ts'
import { errorReply, replyTo, replyWithoutAnswer, type Reply, type ReplyHeader } from '../../ory/reply.ts'
import { goRefusalOf } from '../connections/go-refusal.ts'
import { compact } from '../style/compact.ts'
import type { Ready, RequestState, ResponseStyle, StyleContext } from '../style/style.ts'
import { crossOrigin, type AllowedOrigin } from './cors.ts'
import { appendedTo, endpointOf, notAllowed, nothingAt, routes } from './endpoint.ts'
import { nobody, replyToGateway, verdictOn, type GatewayOptions, type Verdict } from './gateway.ts'
import { forwardedOf } from './forwarded.ts'
import { send } from './send.ts'

/** What `RESPONSES=http` can be told. */
export interface HttpOptions extends GatewayOptions {
  /** The origins whose pages may read whoami's answers. */
  corsOrigins: readonly AllowedOrigin[]
  /** The cookies that go to Ory; all of them when undefined. */
  forwardCookies: CookieAllowList | undefined
  /** Ory's template for the JSON Web Token that gateways get. */
  tokenizeAs: string | undefined
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
 * httpStyle answers as an API does, on two kinds of endpoints. SDKs get Kratos' answers from `/sessions/whoami`: 200,
 * 400, 401, 403 and 429 with its JSON as it came, and its headers beside it. Gateways get 200, 401 or 403 from
 * `/auth/required` and `/auth/optional`, with identity headers. Both get 502, 503 or 504 in Kratos' shape when Kratos
 * gave no such answer.
 */
export function httpStyle(options: HttpOptions): ResponseStyle {
  const { corsOrigins, forwardCookies, forwardAuthHeaders } = options
  const credentials = (headers: IncomingHttpHeaders): Credentials => sdkCredentialsOf(headers, forwardCookies)
  const noIdentity = nobody(forwardAuthHeaders)
  const cors = corsOrigins.length === 0 ? undefined : crossOrigin(corsOrigins)
  const whoami = async (ctx: StyleContext, next: Next): Promise<void> => {
    if (cors === undefined) return onlyReading(ctx, next)
    ctx.res.setHeader('X-Request-Id', ctx.state.requestId) // for preflights, which are answered there
    await cors(ctx, () => onlyReading(ctx, next))
  }

  /** Answers with an error, with identity headers where a gateway asked. */
  const sendError = (ctx: StyleContext, { status, headers, body }: Reply): void => {
    send(ctx, { status, headers: ctx.state.forwarded === undefined ? headers : [...headers, ...noIdentity], body })
  }

  /** Finds the endpoint, and refuses what Go's servers, Kratos among them, refuse as malformed. */
  const route: Middleware<RequestState> = async (ctx, next) => {
    const { url = '' } = ctx.req
    const endpoint = endpointOf(url)
    const isForGateways = endpoint === 'required' || endpoint === 'optional'
    if (endpoint !== undefined) {
      ctx.state.endpoint = endpoint
      ctx.state.route = routes[endpoint]
    }
    if (isForGateways) ctx.state.forwarded = forwardedOf(ctx.req, appendedTo(endpoint, url))
    // What a gateway appends is for the application behind it to judge.
    const refused = goRefusalOf(ctx.req, isForGateways ? '/' : url)
    if (refused !== undefined) {
      ctx.res.setHeader('Connection', 'close')
      sendError(ctx, errorReply(malformed(refused.status, refused.text)))
    } else if (endpoint === undefined) {
      send(ctx, errorReply(nothingAt(url)))
    } else {
      try {
        await (isForGateways ? next() : whoami(ctx, next))
      } catch (error) {
        ctx.state.failed = true
        ctx.app.emit('error', error, ctx)
        sendError(ctx, errorReply(unexpected))
      }
    }
  }

  /** Sends a reply to an SDK, or the verdict to a gateway. It holds on to no answer, unless `verdictOf` does. */
  const sender =
    (reply: Reply, verdictOf: () => Verdict): Ready['send'] =>
    (ctx, freshUntil) => {
      const { forwarded } = ctx.state
      // A cache behind this one may keep the answer no longer than Ory allowed this one to.
      const cacheFor = freshUntil === undefined ? undefined : secondsUntil(freshUntil)
      send(ctx, forwarded === undefined ? reply : replyToGateway(ctx, forwarded, verdictOf(), options), cacheFor)
    }

  return {
    refuses: () => undefined,
    rejectionHeaders: forwardAuthHeaders.map(({ name }) => name),
    before: [route],

    doubts401: true,
    acceptsSessionToken: true,
    credentials,
    question: (ctx) => ({
      ...credentials(ctx.req.headers),
      // A client's own wish counts only where the client asks itself.
      tokenizeAs: ctx.state.forwarded === undefined ? tokenizeAsOf(ctx.req.url) : options.tokenizeAs,
      requestId: ctx.state.requestId,
    }),

    prepare: (answer, kept) => {
      const reply = replyTo(answer, variables)
      if (!kept) {
        const decide = (): Verdict => verdictOn(answer, reply, forwardAuthHeaders, variables)
        return { status: answer.status, bytes: 0, send: sender(reply, decide) }
      }
      const { headers, body } = reply
      const sent = body === null ? reply : { ...reply, body: compact(body) }
      const verdict = verdictOn(answer, sent, forwardAuthHeaders, variables)
      const bytes = (body?.length ?? 0) + memoryOf(headers) + memoryOf(verdict.identity)
      return { status: answer.status, bytes, send: sender(sent, known(verdict)) }
    },

    fail: (ctx, error) => {
      sendError(ctx, replyWithoutAnswer(error, variables))
    },
  }
}

const unexpected: KratosError = {
  code: 500,
  id: 'internal_error',
  message: 'This request could not be answered.',
  reason: "An error that nothing handles. The service's log has it, under the id in X-Request-Id.",
}

function malformed(code: KratosError['code'], text: string): KratosError {
  const reason = text || 'The expectation in Expect cannot be met.'
  return { code, id: 'bad_request', message: 'The request is not well-formed.', reason }
}

/** Made apart, so that it shares no scope with an answer. */
function known<T>(value: T): () => T {
  return () => value
}

const onlyReading = async (ctx: StyleContext, next: Next): Promise<void> => {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') {
    await next()
    return
  }
  const reply = errorReply(notAllowed)
  send(ctx, { ...reply, headers: [...reply.headers, ['Allow', 'GET, HEAD']] })
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
