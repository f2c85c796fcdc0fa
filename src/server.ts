import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import Router from '@koa/router'
import Koa from 'koa'
import type { Config } from './config.ts'
import { acceptAsGo } from './go/http.ts'
import { UpstreamError } from './ory/transport.ts'
import { createOry, whoami, type Ory } from './ory/whoami.ts'
import { goResponses } from './responses/go.ts'
import { httpResponses } from './responses/http.ts'
import type { ResponseStyle } from './responses/style.ts'

/** A service that is listening. */
export interface RunningServer {
  /** Where it answers, with the port that it got. */
  url: string
  /** Stops listening, finishes what is in flight and lets go of Ory. */
  close: () => Promise<void>
}

/** createApp makes the Koa app that answers every path and every method with the caller's session, in one style. */
export function createApp(ory: Ory, style: ResponseStyle): Koa {
  const router = new Router()
  router.all(/.*/, async (ctx) => {
    try {
      style.answer(ctx, await whoami(ory, style.question(ctx)))
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error
      style.fail(ctx, error)
    }
  })
  const app = new Koa()
  for (const middleware of style.before) app.use(middleware)
  app.use(router.routes())
  return app
}

/**
 * startServer listens as `config` says and resolves when connections are accepted.
 *
 * @throws Error of Node's `listen`, for instance EADDRINUSE.
 */
export async function startServer(config: Config): Promise<RunningServer> {
  const ory = createOry(config.oryUrl, config.upstreamTimeout)
  const handle = createApp(ory, config.responses === 'go' ? goResponses(config) : httpResponses(config)).callback()
  const server = createServer({ maxHeaderSize: 1 << 20, requireHostHeader: false }, (request, response) => void handle(request, response))
  server.maxHeadersCount = 0
  acceptAsGo(server)
  server.listen(config.port, config.host)
  await once(server, 'listening')
  return { url: urlOf(server, config.host), close: () => close(server, ory) }
}

async function close(server: Server, ory: Ory): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
  await ory.close()
}

function urlOf(server: Server, host = 'localhost'): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
