import type { Middleware, ParameterizedContext } from 'koa'
import type { UpstreamFailure } from '../ory/transport/failure.ts'
import { requestIdFrom } from './request-id.ts'
import type { RequestState } from './style/style.ts'

/**
 * How a request ended: with a session, without one, with one that is not enough, without an answer from Ory, with a
 * client that left before, without asking Ory, or with an unexpected error.
 */
export type Outcome = 'session' | 'no_session' | 'forbidden' | 'upstream_error' | 'client_left' | 'not_asked' | 'failed'

/** The result of asking Ory: its status, or why there is none. */
export type Asked = { status: number } | { failure: UpstreamFailure }

/** A request and its result, for logs and metrics. */
export interface Exchange {
  outcome: Outcome
  /** The status of the answer; 499, as in nginx, if the client had left. */
  status: number
  /** Undefined if Ory was not asked. */
  asked: Asked | undefined
  /** OpenTelemetry's `error.type`: the kind of Ory's failure, or a status from 500; undefined without an error. */
  errorType: string | undefined
  /** The time from the request's head to the answer, in ms. */
  ms: number
}

/** Takes note of an exchange once its answer is made. */
export type Observer = (ctx: ParameterizedContext<ExchangeState>, exchange: Exchange) => void

/** What is known of a request, in `ctx.state`. */
export interface ExchangeState extends RequestState {
  /** Set once Ory was asked. */
  asked?: Asked
}

/** observeExchanges names every request and tells the observers about it once its answer is made. */
export function observeExchanges(observers: readonly Observer[]): Middleware<ExchangeState> {
  return async (ctx, next) => {
    const started = performance.now()
    ctx.state.requestId = requestIdFrom(ctx.req.headers)
    let failed = true
    try {
      await next()
      failed = false
    } finally {
      const { asked } = ctx.state
      failed ||= ctx.state.failed === true
      const status = failed ? 500 : hasLeft(asked) ? 499 : ctx.status
      const exchange: Exchange = {
        outcome: failed ? 'failed' : outcomeOf(status, asked),
        status,
        asked,
        errorType: failed ? '_OTHER' : errorTypeOf(status, asked),
        ms: performance.now() - started,
      }
      for (const observe of observers) observe(ctx, exchange)
    }
  }
}

function errorTypeOf(status: number, asked: Asked | undefined): string | undefined {
  if (asked !== undefined && 'failure' in asked) return asked.failure
  return status < 500 ? undefined : String(status)
}

function hasLeft(asked: Asked | undefined): boolean {
  return asked !== undefined && 'failure' in asked && asked.failure === 'left'
}

function outcomeOf(status: number, asked: Asked | undefined): Outcome {
  if (asked === undefined) return 'not_asked'
  if (hasLeft(asked)) return 'client_left'
  if ('failure' in asked) return 'upstream_error'
  if (asked.status === 401) return 'no_session'
  if (asked.status === 403) return 'forbidden'
  return asked.status === 200 && status === 200 ? 'session' : 'upstream_error'
}
