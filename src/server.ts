import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import Router from '@koa/router'
import Koa, { type Middleware } from 'koa'
import type { Logger } from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import { createAdmin } from './admin.ts'
import type { Config } from './config.ts'
import { observed, type ExchangeState, type Observer } from './exchange.ts'
import { acceptAsGo } from './go/http.ts'
import { createLogger, logging } from './log.ts'
import { createMetrics } from './metrics.ts'
import { UpstreamError } from './ory/transport.ts'
import { createOry, whoami, type Ask } from './ory/whoami.ts'
import { goResponses } from './responses/go.ts'
import { httpResponses } from './responses/http.ts'
import type { ResponseStyle } from './responses/style.ts'
import { startTracing } from './tracing.ts'

/** A service that is listening. */
export interface RunningServer {
  /** Where it answers, with the port that it got. */
  url: string
  /** Where its admin server answers; undefined when its default port was taken. */
  adminUrl: string | undefined
  /** Stops listening, finishes what is in flight and lets go of Ory. */
  close: () => Promise<void>
}

/** A port that could not be listened on; the message says which variable is to be changed. */
export class ListenError extends Error {
  override name = 'ListenError'
}

/**
 * createApp makes the Koa app that answers every path and every method with the caller's session, in one style.
 * `before` comes first, and the observers are told of every request.
 */
export function createApp(ask: Ask, style: ResponseStyle, observers: readonly Observer[] = [], before: readonly Middleware<ExchangeState>[] = []): Koa<ExchangeState> {
  const router = new Router<ExchangeState>()
  router.all(/.*/, async (ctx) => {
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
  const app = new Koa<ExchangeState>()
  for (const middleware of before) app.use(middleware)
  app.use(observed(observers))
  for (const middleware of style.before) app.use(middleware)
  app.use(router.routes())
  return app
}

/**
 * startServer listens as `config` says, on the public and on the admin port, and resolves when connections are
 * accepted. It logs to `logger`, nothing unless given.
 *
 * @throws ListenError when it can't listen.
 */
export async function startServer(config: Config, logger: Logger = createLogger('silent')): Promise<RunningServer> {
  const tracing = await startTracing(process.env)
  const ory = createOry(config.oryUrl, config.upstreamTimeout)
  const metrics = createMetrics(ory, { version: packageJson.version, node: process.version, responses: config.responses })
  const asked: Ask = (question) => whoami(ory, question)
  const ask = metrics.measured(tracing === undefined ? asked : tracing.traced(asked))
  const style = config.responses === 'go' ? goResponses(config) : httpResponses(config)
  const app = createApp(ask, style, [metrics.observe, logging(logger, config.responses)], tracing === undefined ? [] : [tracing.request])
  const admin = createAdmin(ory, metrics.registry)
  for (const koa of [app, admin]) koa.on('error', (error: Error) => { logger.error({ type: error.name, stack: error.stack }, 'answering a request failed') })

  const handle = app.callback()
  const servers = [await listen((request, response) => void handle(request, response), config.port, config.host, 'PORT', 'HOST')]
  const handleAdmin = admin.callback()
  try {
    servers.push(await listen((request, response) => void handleAdmin(request, response), config.adminPort, config.adminHost, 'ADMIN_PORT', 'ADMIN_HOST'))
  } catch (error) {
    if (!(error instanceof ListenError)) throw error
    if (config.adminPortGiven) {
      await Promise.all(servers.map(stop))
      throw error
    }
    logger.warn(`${error.message}; going on without health, metrics and debug page`)
  }
  const [server, adminServer] = servers
  return {
    url: urlOf(server, config.host),
    adminUrl: adminServer === undefined ? undefined : urlOf(adminServer, config.adminHost),
    close: async () => {
      await Promise.all(servers.map(stop))
      await ory.close()
      await tracing?.close()
    },
  }
}

async function listen(handle: RequestListener, port: number, host: string | undefined, portVariable: string, hostVariable: string): Promise<Server> {
  const server = createServer({ maxHeaderSize: 1 << 20, requireHostHeader: false }, handle)
  server.maxHeadersCount = 0
  acceptAsGo(server)
  server.listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : ''
    const reason = {
      EADDRINUSE: `another program uses it; end that, or set ${portVariable} to another port`,
      EACCES: `not permitted; set ${portVariable} to a port above 1023`,
      EADDRNOTAVAIL: `this machine has no address ${host ?? ''}; set ${hostVariable} to one of its own`,
      ENOTFOUND: `this machine has no address ${host ?? ''}; set ${hostVariable} to one of its own`,
    }[code]
    throw new ListenError(`listening on ${portVariable} ${port}: ${reason ?? code}`, { cause: error })
  }
}

async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
}

function urlOf(server: Server | undefined, host = 'localhost'): string {
  const address = server?.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
