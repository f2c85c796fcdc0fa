import Router from '@koa/router'
import Koa from 'koa'
import type { Registry } from 'prom-client'
import type { components } from '../generated/ory.ts'
import type { Ory } from './ory/whoami.ts'

const alive: components['schemas']['healthStatus'] = { status: 'ok' }

/**
 * createAdmin makes the app of the admin port: Ory's health paths, and the figures for Prometheus. `/health/ready`
 * answers 503 with the reason, in Ory's shape, while Ory is not ready.
 */
export function createAdmin(ory: Ory, registry: Pick<Registry, 'metrics' | 'contentType'>): Koa {
  const router = new Router()
  router.get('/', (ctx) => {
    ctx.body = ['/health/alive', '/health/ready', '/metrics/prometheus', ''].join('\n')
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
    ctx.set('Content-Type', registry.contentType)
    ctx.body = await registry.metrics()
  })
  const app = new Koa()
  app.use(async (ctx, next) => {
    ctx.set('Cache-Control', 'no-store')
    await next()
  })
  app.use(router.routes())
  app.use(router.allowedMethods())
  return app
}
