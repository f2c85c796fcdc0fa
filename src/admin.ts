import Router from '@koa/router'
import Koa, { type Middleware } from 'koa'
import type { Logger } from 'pino'
import type { components } from '../generated/ory.ts'
import type { Config } from './config.ts'
import type { DebugOptions } from './debug/debug.ts'
import { listen, ListenError, type Listening } from './listen.ts'
import { logErrors } from './log.ts'
import type { Ory } from './ory/whoami.ts'
import { responsesOf } from './responses/select.ts'
import { adminGuard, type AdminGuardOptions } from './service/admin-guard.ts'

/** Where the figures for Prometheus come from. */
export interface Figures {
  contentType: string
  metrics: () => Promise<string>
}

const alive: components['schemas']['healthStatus'] = { status: 'ok' }

/**
 * createAdmin makes the app of the admin port: Ory's health paths, the figures for Prometheus, and the debug report.
 * `/health/ready` answers 503 with the reason, in Ory's shape, while Ory is not ready. `guarded` says for whom it answers.
 */
export function createAdmin(ory: Ory, figures: Figures, explained: DebugOptions, guarded: AdminGuardOptions): Koa {
  const router = new Router()
  router.get('/', (ctx) => {
    ctx.body = ['/debug', '/health/alive', '/health/ready', '/metrics/prometheus', ''].join('\n')
  })
  router.get('/health/alive', (ctx) => {
    ctx.body = alive
  })
  router.get('/health/ready', async (ctx) => {
    const problem = await ory.problem()
    if (problem === undefined) {
      ctx.body = alive
      return
    }
    const body: components['schemas']['healthNotReadyStatus'] = { errors: { ory: problem } }
    ctx.status = 503
    ctx.body = body
  })
  router.get('/metrics/prometheus', async (ctx) => {
    ctx.set('Content-Type', figures.contentType)
    ctx.body = await figures.metrics()
  })
  let report: Promise<Middleware> | undefined
  router.all('/debug', async (ctx, next) => {
    // Loaded when somebody first asks: the service starts faster without it.
    report ??= import('./debug/debug.ts').then(({ debug }) => debug(explained))
    await (await report)(ctx, next)
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

/**
 * startAdmin listens on the admin port. Where the default port is taken and no other was asked for, it says so in the
 * log and returns undefined: the service is of use without it.
 *
 * @throws ListenError when it can't listen on a port that was asked for.
 */
export async function startAdmin(config: Config, logger: Logger, ory: Ory, figures: Figures): Promise<Listening | undefined> {
  const { acceptsSessionToken, credentials } = responsesOf(config)
  const explained = { ory, oryUrl: config.oryUrl, acceptsSessionToken, credentialsOf: credentials }
  const app = createAdmin(ory, figures, explained, { host: config.adminHost, hosts: config.adminHosts })
  logErrors(app, logger)
  try {
    return await listen(app, { port: config.adminPort, host: config.adminHost, variables: { port: 'ADMIN_PORT', host: 'ADMIN_HOST' } })
  } catch (error) {
    if (!(error instanceof ListenError) || config.adminPortGiven) throw error
    logger.warn(`${error.message}; going on without health, metrics and debug page`)
    return undefined
  }
}
