import Router from '@koa/router'
import Koa, { type Middleware } from 'koa'
import type { Logger } from 'pino'
import type { components } from '../../generated/ory.ts'
import { createOry, type Ory } from '../ory/client.ts'
import { adminGuard, type AdminGuardOptions } from './admin-guard.ts'
import type { Config } from './config.ts'
import { adminConnections, roomFor } from './connections/descriptors.ts'
import type { DebugOptions } from './debug/setup.ts'
import { explainedBy } from './explained.ts'
import { listen, ListenError } from './listen.ts'
import { acceptFailed, logErrors } from './log.ts'

/** The metrics for Prometheus. */
export interface Figures {
  contentType: string
  metrics: () => Promise<string>
}

const alive: components['schemas']['healthStatus'] = { status: 'ok' }

/**
 * createAdmin makes the app of the admin port: Ory's health paths, the metrics for Prometheus, and the debug report.
 * `/health/ready` answers 503 with a reason, in Ory's shape, while Ory is not ready and once this service is `ending`.
 * `guarded` says whom it answers.
 */
export function createAdmin(
  ory: Ory,
  figures: Figures,
  explained: DebugOptions,
  guarded: AdminGuardOptions,
  ending: () => boolean,
): Koa {
  const router = new Router()
  router.get('/', (ctx) => {
    ctx.body = ['/debug', '/health/alive', '/health/ready', '/metrics/prometheus', ''].join('\n')
  })
  router.get('/health/alive', (ctx) => {
    ctx.body = alive
  })
  router.get('/health/ready', async (ctx) => {
    const reason = ending() ? undefined : await ory.whyNotReady()
    if (!ending() && reason === undefined) {
      ctx.body = alive
      return
    }
    const body: components['schemas']['healthNotReadyStatus'] = {
      errors: reason === undefined ? { service: 'shutting down' } : { ory: reason },
    }
    ctx.status = 503
    ctx.body = body
  })
  router.get('/metrics/prometheus', async (ctx) => {
    ctx.set('Content-Type', figures.contentType)
    ctx.body = await figures.metrics()
  })
  let report: Promise<Middleware> | undefined
  router.all('/debug', async (ctx, next) => {
    // Loaded on first use, for the service to start faster.
    report ??= import('./debug/debug.ts').then(({ debug }) => debug(explained))
    await (
      await report
    )(ctx, next)
  })
  const app = new Koa()
  app.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store')
    await next()
  })
  app.use(adminGuard(guarded))
  app.use(router.routes())
  app.use(router.allowedMethods())
  return app
}

/** An admin server that is listening. */
export interface Admin {
  url: string
  /** Says from now on that the service is not ready. */
  retire: () => void
  close: () => Promise<void>
}

const oryConnections = 8 // its own, so that the public port can never keep it from asking Ory
const answerTime = 30_000 // ms for a request, in addition to Ory's time
const questions = 4 // to Ory, one behind the other, for a report: two about credentials, each with its readiness

/**
 * startAdmin listens on the admin port. If that is the default port and taken, it logs a warning and returns undefined:
 * the service is useful without it.
 *
 * @throws ListenError when it cannot listen on the port in `ADMIN_PORT`.
 */
export async function startAdmin(config: Config, logger: Logger, figures: Figures): Promise<Admin | undefined> {
  const { oryUrl, upstreamTimeout, upstreamMaxBytes, adminPort, adminHost } = config
  const ory = createOry(oryUrl, { timeout: upstreamTimeout, connections: oryConnections, maxBytes: upstreamMaxBytes })
  const explained = explainedBy(config, ory)
  let ending = false
  const app = createAdmin(ory, figures, explained, { host: adminHost, hosts: config.adminHosts }, () => ending)
  logErrors(app, logger)
  const answer = app.callback()
  const address = { port: adminPort, host: adminHost, variables: { port: 'ADMIN_PORT', host: 'ADMIN_HOST' } }
  try {
    const { url, close } = await listen(({ request, response }) => void answer(request, response), address, {
      connections: roomFor({ connections: 0, admin: adminConnections, upstream: 0 }).admin,
      answerTime: questions * upstreamTimeout + answerTime,
      keepAliveTimeout: config.keepAliveTimeout,
      readsBodies: true,
      refuses: () => undefined,
      rejectionHeaders: [],
      failed: acceptFailed(logger),
    })
    return {
      url,
      retire: () => {
        ending = true
      },
      close: async () => {
        await close(0)
        ory.close()
      },
    }
  } catch (error) {
    ory.close()
    if (!(error instanceof ListenError) || config.adminPortGiven) throw error
    logger.warn(`${error.message}; going on without health, metrics and debug page`)
    return undefined
  }
}
