import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type Koa from 'koa'
import type { ExchangeState } from './exchange.ts'
import { acceptAsGo } from './go/http.ts'

/** An app that is listening. */
export interface Listening {
  /** Where it answers, with the port that it got. */
  url: string
  /** Stops listening and finishes what is in flight. */
  close: () => Promise<void>
}

/** Where to listen, and the environment variables that say so. */
export interface Place {
  port: number
  host: string | undefined
  variables: { port: string; host: string }
}

/** A port that could not be listened on; the message says which variable is to be changed. */
export class ListenError extends Error {
  override name = 'ListenError'
}

const maxHeaderSize = 1 << 20 // bytes, as Go's http.DefaultMaxHeaderBytes
const bodyTimeout = 5000 // ms from the answer to the end of a body that nobody reads

/**
 * listen takes connections for an app and resolves when they are accepted.
 *
 * @throws ListenError when the place can't be listened on.
 */
export async function listen(app: Koa<ExchangeState> | Koa, { port, host, variables }: Place): Promise<Listening> {
  const handle = app.callback()
  const server = createServer({ maxHeaderSize, requireHostHeader: false }, (request, response) => {
    if (hasBody(request)) response.once('finish', () => { endBody(request) })
    void handle(request, response)
  })
  server.maxHeadersCount = 0
  acceptAsGo(server)
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = Error.isError(error) && 'code' in error ? String(error.code) : ''
    const elsewhere = `this machine has no address ${host ?? ''}; set ${variables.host} to one of its own`
    const reason = {
      EADDRINUSE: `another program uses it; end that, or set ${variables.port} to another port`,
      EACCES: `not permitted; set ${variables.port} to a port above 1023`,
      EADDRNOTAVAIL: elsewhere,
      ENOTFOUND: elsewhere,
    }[code]
    throw new ListenError(`listening on ${variables.port} ${port}: ${reason ?? code}`, { cause: error })
  }
  return { url: urlOf(server, host), close: () => close(server) }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

/** Cuts a connection off whose request's body goes on for too long after the answer. */
function endBody(request: IncomingMessage): void {
  if (request.complete) return
  const timer = setTimeout(() => request.destroy(), bodyTimeout)
  request.once('close', () => { clearTimeout(timer) })
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
}

function urlOf(server: Server, host = 'localhost'): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
