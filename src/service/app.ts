import Koa, { type Middleware } from 'koa'
import compose from 'koa-compose'
import type { AskPrepared } from '../ory/cache.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import { clientLeft } from './connections/client-left.ts'
import type { Incoming } from './connections/incoming.ts'
import { observeExchanges, type ExchangeState, type Observer } from './exchange.ts'
import type { Ready, ResponseStyle } from './style/style.ts'

/**
 * createApp makes the Koa app that answers every path and method with the caller's session, in one style. Middleware in
 * `before` runs first, and observers see every request.
 */
export function createApp(
  ask: AskPrepared<Ready>,
  style: ResponseStyle,
  observers: readonly Observer[] = [],
  before: readonly Middleware<ExchangeState>[] = [],
): Koa<ExchangeState> {
  const app = new Koa<ExchangeState>()
  for (const middleware of before) app.use(middleware)
  app.use(observeExchanges(observers))
  for (const middleware of style.before) app.use(middleware)
  app.use(async (ctx) => {
    try {
      const { value, freshUntil } = await ask(style.question(ctx), clientLeft(ctx.req))
      ctx.state.asked = { status: value.status }
      value.send(ctx, freshUntil)
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      ctx.state.asked = { failure: error.kind }
      if (error.kind === 'left') ctx.respond = false
      else style.fail(ctx, error)
    }
  })
  return app
}

/**
 * answering returns what answers requests with an app, as Koa's `callback` does. That one also listens on each response
 * and its connection until the response is finished (on-finished), for the sake of streams; no body is one here, and
 * the listeners take 6 to 8 % of the CPU of a cached answer.
 */
export function answering(app: Koa<ExchangeState>): (incoming: Incoming) => Promise<void> {
  const run = compose(app.middleware)
  return async ({ request, response }) => {
    const ctx = app.createContext<ExchangeState>(request, response)
    response.statusCode = 404 // unless something answers
    try {
      await run(ctx)
      if (ctx.respond !== false) response.end() // a preflight, which has no body
    } catch (error) {
      ctx.onerror(error instanceof Error ? error : new Error(String(error)))
    }
  }
}
