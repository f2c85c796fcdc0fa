import Router from '@koa/router'
import Koa from 'koa'
import { optionalSession, requireSession } from '../../../src/koa/index.ts'
import { createOry } from '../../../src/index.ts'

const ory = createOry(process.env['ORY_SDK_URL'] ?? 'http://localhost:4433')
const router = new Router()

router.get('/', optionalSession({ ory }), (ctx) => {
  ctx.body = ctx.state.session === undefined ? 'Who are you?' : 'Welcome back'
})
router.get('/account', requireSession({ ory }), (ctx) => {
  ctx.body = ctx.state.session.identity?.traits
})
router.get('/payments', requireSession({ ory, aal: 'aal2' }), (ctx) => {
  ctx.body = { paidBy: ctx.state.session.id }
})

new Koa().use(router.routes()).listen(Number(process.env['PORT'] ?? 3100))
