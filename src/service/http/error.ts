import { STATUS_CODES } from 'node:http'
import type { Context } from 'koa'
import type { components } from '../../../generated/ory.ts'
import type { UpstreamError } from '../../ory/failure.ts'

/** An error as Kratos writes it: `code` is the HTTP status, `id` is for programs, `message` and `reason` are for people. */
export interface ErrorBody {
  error: components['schemas']['genericError']
}

/** A failure that the service itself has to tell of. */
export interface Failure {
  code: 400 | 401 | 403 | 417 | 501 | 502 | 503 | 504 | 505
  id: string
  message: string
  reason: string
}

/** answerFailure answers in the shape of Kratos' errors: `application/json`, not to be stored, a challenge with a 401. */
export function answerFailure(ctx: Context, failure: Failure): void {
  const body: ErrorBody = { error: { ...failure, status: STATUS_CODES[failure.code] ?? '' } }
  answerJson(ctx, failure.code, Buffer.from(JSON.stringify(body)))
}

/** answerJson answers with JSON as it is; RFC 9110, section 15.5.2, wants a challenge with every 401. */
export function answerJson(ctx: Context, status: number, body: Buffer | string): void {
  const { res } = ctx
  ctx.status = status
  res.setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Cache-Control', 'no-store')
  if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer')
  ctx.body = body
}

const unreachable = 'Ory could not be asked whose session this is.'

/** In seconds: how long whoever finds the service too busy is asked to wait. */
export const retryAfter = '1'

/**
 * failureOf is what the caller is told of a call to Ory that got no answer: 504 when time ran out, 503 when too many
 * wait, else 502.
 */
export function failureOf({ kind, timeout }: UpstreamError): Failure {
  const [id, reason] = {
    timeout: [
      'upstream_timeout',
      `Ory did not answer within ${timeout} ms. Try again; if it stays so, check that Ory is up, or raise UPSTREAM_TIMEOUT.`,
    ],
    dns: [
      'upstream_unresolved',
      "The host name of Ory's URL could not be resolved. Check ORY_SDK_URL or ORY_PROJECT_SLUG, and the resolver of this service.",
    ],
    refused: [
      'upstream_unreachable',
      "Nothing accepts connections at Ory's URL. Check that Ory is up, and ORY_SDK_URL.",
    ],
    tls: [
      'upstream_untrusted',
      "The TLS certificate at Ory's URL was not accepted. Check ORY_SDK_URL, and the trusted certificates of this service (NODE_EXTRA_CA_CERTS).",
    ],
    reset: [
      'upstream_reset',
      "Ory closed the connection before it had answered. Try again; if it stays so, look at Ory's logs.",
    ],
    too_large: [
      'upstream_too_large',
      "What Ory answered is longer than UPSTREAM_MAX_BYTES allows. Check that ORY_SDK_URL is Ory's public API, or raise UPSTREAM_MAX_BYTES.",
    ],
    busy: [
      'upstream_queue_full',
      'Too many requests wait for Ory. Try again in a second; if it stays so, raise UPSTREAM_CONNECTIONS, or look at why Ory is slow.',
    ],
    left: ['client_left', 'The client left before Ory had answered.'],
    protocol: [
      'upstream_malformed',
      "What answered at Ory's URL does not speak HTTP as it should. Check that ORY_SDK_URL is Ory's public API.",
    ],
  }[kind]
  return {
    code: kind === 'timeout' ? 504 : kind === 'busy' ? 503 : 502,
    id: id ?? '',
    message: unreachable,
    reason: reason ?? '',
  }
}

/** failureOfStatus is what the caller is told of an answer that says nothing of a session: 503 when Ory is too busy, else 502. */
export function failureOfStatus(status: number): Failure {
  const busy = status === 429 || status === 503
  const reason = busy
    ? `Ory answered ${status}: it is too busy, or limits the rate of this service. Try again later.`
    : `Ory answered ${status}, which is no answer about a session. Check that ORY_SDK_URL is Ory's public API, and Ory's logs.`
  return { code: busy ? 503 : 502, id: busy ? 'upstream_busy' : 'upstream_unexpected', message: unreachable, reason }
}
