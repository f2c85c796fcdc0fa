import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import Koa from 'koa'
import { createOry } from '../../src/ory/client.ts'
import { debug } from '../../src/service/debug/debug.ts'
import type { Report } from '../../src/service/debug/report.ts'
import type { DebugOptions } from '../../src/service/debug/setup.ts'
import { exchange, requestBytes } from './exchange.ts'
import { listenOnFreePort } from './free-port.ts'
import type { RawResponse } from './response.ts'

/** A header as a test sends it. */
export type Line = readonly [name: string, value: string]

/** The debug report on a port of its own, and how a test asks it. */
export interface DebugService {
  url: string
  /** Sends headers exactly as they are, and a body with its length; `Host: echo.test` unless given. */
  send: (method: string, headers: readonly Line[], body?: string) => Promise<RawResponse>
  /** The report on a request, or on a paste where there is one, as JSON. */
  report: (headers: readonly Line[], paste?: string) => Promise<Report>
  close: () => Promise<void>
}

/** The report's options, how many ms Ory has to answer, and the URL that Ory is known by if it is another one. */
export type ServiceOptions = Omit<Partial<DebugOptions>, 'ory' | 'oryUrl'> & { timeout?: number; namedAs?: string }

/** withDebug serves the report for as long as `use` takes. */
export async function withDebug<Result>(
  oryUrl: string,
  options: ServiceOptions,
  use: (service: DebugService) => Promise<Result>,
): Promise<Result> {
  const service = await startDebug(oryUrl, options)
  try {
    return await use(service)
  } finally {
    await service.close()
  }
}

/** startDebug serves the report at `/debug` of a free port of loopback, asking the Ory at `oryUrl`. */
export async function startDebug(
  oryUrl: string,
  { timeout = 60_000, namedAs = oryUrl, ...options }: ServiceOptions = {},
): Promise<DebugService> {
  const ory = createOry(oryUrl, { timeout })
  const middleware = debug({ ory, oryUrl: new URL(namedAs), ...options })
  const app = new Koa()
  app.use(async (ctx, next) => {
    if (ctx.path === '/debug') await middleware(ctx, next)
  })
  const { url, server } = await serve(app)

  const send: DebugService['send'] = (method, headers, body) =>
    exchange(url, requestBytes({ method, path: '/debug', headers, body }), method)

  return {
    url: `${url}/debug`,
    send,
    report: async (headers, paste) => {
      const accept: Line = ['Accept', 'application/json']
      const { status, body } = await exchange(url, reportRequest([...headers, accept], { paste }))
      if (status !== 200) throw new Error(`asking for a report: ${status} ${body.toString()}`)
      return JSON.parse(body.toString()) as Report
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      ory.close()
    },
  }
}

/** startAdminPort serves the whole admin port, its guard and all, as the service does, with heads of up to 2 MB. */
export async function startAdminPort(oryUrl: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { createAdmin } = await import('../../src/service/admin.ts')
  const ory = createOry(oryUrl, { timeout: 60_000 })
  const figures = { contentType: '', metrics: () => Promise.resolve('') }
  const guarded = { host: '127.0.0.1', hosts: ['echo.test'] }
  const { url, server } = await serve(createAdmin(ory, figures, { ory, oryUrl: new URL(oryUrl) }, guarded, () => false))
  return {
    url,
    close: () => {
      server.closeAllConnections()
      server.close()
      ory.close()
      return Promise.resolve()
    },
  }
}

async function serve(app: Koa): Promise<{ url: string; server: Server }> {
  const handle = app.callback()
  const server = createServer(
    { maxHeaderSize: 2 << 20, requireHostHeader: false },
    (request, response) => void handle(request, response),
  )
  server.maxHeadersCount = 0
  return { server, url: `http://127.0.0.1:${await listenOnFreePort(server)}` }
}

/** reportRequest writes a request to the report: about itself, or about a paste. */
export function reportRequest(headers: readonly Line[], { paste, path = '/debug' }: Asked = {}): string {
  if (paste === undefined) return requestBytes({ method: 'GET', path, headers })
  const form: Line = ['Content-Type', 'application/x-www-form-urlencoded']
  return requestBytes({ method: 'POST', path, headers: [...headers, form], body: formOf(paste) })
}

/** What a request to the report is about, and its target. */
export interface Asked {
  paste?: string | undefined
  path?: string | undefined
}

/** formOf writes a paste as a browser's form does. */
export function formOf(paste: string): string {
  return new URLSearchParams({ paste }).toString()
}
