import { createServer } from 'node:http'
import Koa from 'koa'
import { optionalSession, requireSession } from '../../src/koa/session.ts'
import { createOry } from '../../src/ory/client.ts'
import { listenOnFreePort } from './free-port.ts'

/** An app with both middlewares: `/required` needs a session, everything else says `welcome` or `guest`. */
export interface GuestApp {
  url: string
  close: () => void
}

/** startGuestApp listens on a free port of loopback, and has two minutes for each call to Ory. */
export async function startGuestApp(oryUrl: string): Promise<GuestApp> {
  const ory = createOry(oryUrl, { timeout: 120_000 })
  const app = new Koa()
  const [optional, required] = [optionalSession({ ory }), requireSession({ ory })]
  app.use(async (ctx, next) => {
    await (ctx.path === '/required' ? required : optional)(ctx, next)
  })
  app.use((ctx) => {
    ctx.body = ctx.state['session'] === undefined ? 'guest' : 'welcome'
  })
  const answer = app.callback()
  const server = createServer((request, response) => void answer(request, response))
  return {
    url: `http://127.0.0.1:${await listenOnFreePort(server)}`,
    close: () => {
      server.closeAllConnections()
      server.close()
      ory.close()
    },
  }
}
