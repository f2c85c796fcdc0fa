import Koa, { type Middleware } from 'koa'
import type { AskPrepared } from '../ory/cache.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import { clientLeft } from './connections/client-left.ts'
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
      const { value, freshUntil } = await ask(style.question(ctx), clientLeft(ctx.res))
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
