import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { errorCode } from '../ory/transport/error-code.ts'
import type { Rejection } from './connections/connection.ts'
import { createConnections, type ConnectionLimits, type Connections } from './connections/connections.ts'
import type { Incoming } from './connections/incoming.ts'

/** An app that is listening. */
export interface Listening {
  /** Its URL, with the actual port. */
  url: string
  /** Figures of the connections. */
  connections: Connections['figures']
  /** Says `Connection: close` on every answer from now on, and goes on accepting connections. */
  retire: () => void
  /** Stops listening, finishes requests within `grace` ms, and cuts off the rest. */
  close: (grace: number) => Promise<void>
}

/** Where to listen, and the environment variables that say so. */
export interface Address {
  port: number
  host: string | undefined
  variables: { port: string; host: string }
}

/** How a server treats its clients. */
export interface ListenOptions extends ConnectionLimits {
  /** How long an idle connection is kept, in ms. */
  keepAliveTimeout: number
  /** Whether `handle` reads bodies. */
  readsBodies: boolean
  /** How to reject a request that Node's parser accepts; undefined to accept it. */
  refuses: (request: IncomingMessage) => Rejection | undefined
  /** The names of headers that every rejection has, with no value. */
  rejectionHeaders: readonly string[]
  /** Called when accepting a connection failed. */
  failed: (error: Error) => void
}

/** A port that cannot be listened on; the message says which variable to change. */
export class ListenError extends Error {
  override name = 'ListenError'
}

const maxHeaderSize = 1 << 20 // bytes, as Go's http.DefaultMaxHeaderBytes
const headTime = 10_000 // ms for a whole request head, and from a connection to its first
const checkInterval = 1000 // ms

/**
 * listen accepts connections for `handle`, and resolves once it does. Node's parser alone decides what a request is:
 * what it refuses gets an error status and ends the connection, after the answers to earlier requests.
 *
 * @throws ListenError when it cannot listen on the address.
 */
export async function listen(
  handle: (incoming: Incoming) => void,
  address: Address,
  options: ListenOptions,
): Promise<Listening> {
  const connections = createConnections(options, { handle, ...options })
  const server = createServer({
    maxHeaderSize,
    requireHostHeader: false, // Go has its own words for that
    headersTimeout: headTime,
    requestTimeout: 0, // bodies have their own limit
    connectionsCheckingInterval: checkInterval,
    keepAliveTimeout: options.keepAliveTimeout,
  })
  server.maxHeadersCount = 0
  // A client that has closed its side still gets its answer; Node's types lack the property.
  Object.assign(server, { httpAllowHalfOpen: true })
  server.on('connection', connections.open)
  // Bodies are not read here, so none is asked for with 100 Continue; Go asks only when it reads one.
  const take: RequestListener = (request, response) => connections.of(request.socket)?.take({ request, response })
  for (const event of ['request', 'checkContinue', 'checkExpectation']) server.on(event, take)
  server.on('connect', (_, socket) => connections.of(socket)?.refuse(refusedWith(notImplemented)))
  server.on('clientError', (error, socket) => {
    refuse(connections, error, socket)
  })
  await bind(server, address)
  server.on('error', options.failed)
  return {
    url: urlOf(server, address.host),
    connections: connections.figures,
    retire: connections.retire,
    close: async (grace) => {
      connections.retire()
      await connections.untilNobodyConnects() // closing the port resets connections not yet accepted
      server.close()
      await connections.end(grace)
    },
  }
}

/** Node's error for bytes that its parser refuses, or for a failed connection. */
interface ClientError extends Error {
  code?: string
  rawPacket?: Buffer
  bytesParsed?: number
}

const notImplemented = '501 Not Implemented'
const statuses: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}
// The client asked for an end itself, or left in the middle.
const silentCodes = new Set(['HPE_CLOSED_CONNECTION', 'HPE_INVALID_EOF_STATE'])
const refusedWith = (status: string): Rejection => ({ line: status, text: status })
const requestLine = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+ [^ \r\n]+ HTTP\/1\.[01]\r?\n/
const longestLine = 8 << 10 // bytes of a request line that are examined

function refuse(connections: Connections, error: ClientError, socket: Duplex): void {
  const connection = connections.of(socket)
  const code = error.code ?? ''
  const silent = code === 'ERR_HTTP_REQUEST_TIMEOUT' && connection?.socket.bytesRead === 0
  if (connection === undefined || silent || !/^(?:HPE_|ERR_HTTP_)/.test(code)) socket.destroy()
  else if (silentCodes.has(code)) connection.refuse('silent')
  else connection.refuse(refusedWith(statuses[code] ?? (isUnknownMethod(error) ? notImplemented : '400 Bad Request')))
}

/** Whether the refused bytes are a whole request line with a method that Node does not know. */
function isUnknownMethod({ code, rawPacket = Buffer.alloc(0), bytesParsed = 0 }: ClientError): boolean {
  if (code !== 'HPE_INVALID_METHOD') return false
  const start = bytesParsed === 0 ? 0 : rawPacket.lastIndexOf('\n', bytesParsed - 1) + 1
  return requestLine.test(rawPacket.toString('latin1', start, start + longestLine))
}

async function bind(server: Server, { port, host, variables }: Address): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = errorCode(error)
    const elsewhere = `this machine has no address ${host ?? ''}; set ${variables.host} to one of its own`
    const reason = {
      EADDRINUSE: `another program uses it; end that, or set ${variables.port} to another port`,
      EACCES: `not permitted; set ${variables.port} to a port above 1023`,
      EADDRNOTAVAIL: elsewhere,
      ENOTFOUND: elsewhere,
    }[code]
    throw new ListenError(`listening on ${variables.port} ${port}: ${reason ?? code}`, { cause: error })
  }
}

function urlOf(server: Server, host = 'localhost'): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
