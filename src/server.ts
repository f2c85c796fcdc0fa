import Koa, { type Middleware } from 'koa'
import type { Registry } from 'prom-client'
import packageJson from '../package.json' with { type: 'json' }
import { startAdmin } from './admin.ts'
import type { Config } from './config.ts'
import { observed, type ExchangeState, type Observer } from './exchange.ts'
import { listen, type Listening } from './listen.ts'
import { createMetrics } from './metrics.ts'
import { createSessionCache } from './ory/cache.ts'
import { UpstreamError } from './ory/transport.ts'
import { createOry, type Ask, type Ory } from './ory/whoami.ts'
import { responsesOf } from './responses/select.ts'
import type { ResponseStyle } from './responses/style.ts'
import { logErrors, logging, silentLog, type Log } from './service/log.ts'
import { startTracing } from './tracing.ts'

/**
 * createApp makes the Koa app that answers every path and every method with the caller's session, in one style.
 * `before` comes first, and the observers are told of every request.
 */
export function createApp(ask: Ask, style: ResponseStyle, observers: readonly Observer[] = [], before: readonly Middleware<ExchangeState>[] = []): Koa<ExchangeState> {
  const app = new Koa<ExchangeState>()
  for (const middleware of before) app.use(middleware)
  app.use(observed(observers))
  for (const middleware of style.before) app.use(middleware)
  app.use(async (ctx) => {
    try {
      const answer = await ask(style.question(ctx))
      ctx.state.asked = { status: answer.status }
      style.answer(ctx, answer)
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      ctx.state.asked = { failure: error.kind }
      style.fail(ctx, error)
    }
  })
  return app
}

/** A service that is listening. */
export interface RunningServer extends Listening {
  /** Where its admin server answers; undefined where there is none. */
  adminUrl: string | undefined
}

/** A public server and what an admin server tells of it. */
export interface PublicServer extends Listening {
  ory: Ory
  registry: Registry
}

/**
 * startPublic listens on the public port alone, as each of several workers does.
 *
 * @throws ListenError when it can't listen.
 */
export async function startPublic(config: Config, { logger, dropped }: Log): Promise<PublicServer> {
  const tracing = await startTracing(process.env)
  const ory = createOry(config.oryUrl, config.upstreamTimeout)
  const cache = config.sessionCache === undefined ? undefined : createSessionCache(config.sessionCache / config.workers)
  const metrics = createMetrics(ory, cache, { version: packageJson.version, node: process.version, responses: config.responses }, dropped)
  const measured = metrics.measured(tracing === undefined ? ory.whoami : tracing.traced(ory.whoami))
  const ask = cache === undefined ? measured : cache.cached(measured)
  const style = responsesOf(config)
  const app = createApp(ask, style, [metrics.observe, logging(logger, config.responses)], tracing === undefined ? [] : [tracing.request])
  logErrors(app, logger)
  const { url, close } = await listen(app, { port: config.port, host: config.host, variables: { port: 'PORT', host: 'HOST' } })
  return {
    url,
    ory,
    registry: metrics.registry,
    close: async () => {
      await close()
      await ory.close()
      await tracing?.close()
    },
  }
}

/**
 * startServer listens as `config` says, on the public and on the admin port, and resolves when connections are
 * accepted. It logs to `log`, nothing unless given.
 *
 * @throws ListenError when it can't listen.
 */
export async function startServer(config: Config, log: Log = silentLog()): Promise<RunningServer> {
  const { url, ory, registry, close } = await startPublic(config, log)
  const admin = await startAdmin(config, log.logger, ory, registry).catch(async (error: unknown) => {
    await close()
    throw error
  })
  return {
    url,
    adminUrl: admin?.url,
    close: async () => {
      await Promise.all([close(), admin?.close()])
    },
  }
}
