import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Rejection } from './connections/connection.ts'
import { createConnections, type ConnectionLimits, type Connections } from './connections/connections.ts'
import type { Incoming } from './connections/incoming.ts'

/** An app that is listening. */
export interface Listening {
  /** Where it answers, with the port that it got. */
  url: string
  /** How many connections there are, how many of them have a request to answer, and how many were closed for others. */
  connections: Connections['figures']
  /** Says `Connection: close` on every answer from now on, and goes on taking connections. */
  retire: () => void
  /** Stops listening, finishes what is in flight within `grace` ms, and cuts off the rest. */
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
  /** How long a connection without a request is kept, in ms. */
  keepAliveTimeout: number
  /** Whether requests' bodies are read by whoever handles them. */
  readsBodies: boolean
  /** How a request is refused that Node's parser lets through, where it is: as one that the parser refuses. */
  refuses: (request: IncomingMessage) => Rejection | undefined
  /** Is told of what went wrong while connections were accepted. */
  failed: (error: Error) => void
}

/** A port that could not be listened on; the message says which variable is to be changed. */
export class ListenError extends Error {
  override name = 'ListenError'
}

const maxHeaderSize = 1 << 20 // bytes, as Go's http.DefaultMaxHeaderBytes
const headTime = 10_000 // ms for the whole head of a request, and to the first one of a connection
const checkInterval = 1000 // ms

/**
 * listen takes connections for `handle` and resolves when they are accepted. Node's parser alone decides what a request
 * is: what it refuses is answered with a status and ends the connection, behind the answers to what came before.
 *
 * @throws ListenError when the address can't be listened on.
 */
export async function listen(
  handle: (incoming: Incoming) => void,
  address: Address,
  options: ListenOptions,
): Promise<Listening> {
  const connections = createConnections(options, { handle, refuses: options.refuses, readsBodies: options.readsBodies })
  const server = createServer({
    maxHeaderSize,
    requireHostHeader: false, // Go's words are ours to say
    headersTimeout: headTime,
    requestTimeout: 0, // bodies have a time of their own
    connectionsCheckingInterval: checkInterval,
    keepAliveTimeout: options.keepAliveTimeout,
  })
  server.maxHeadersCount = 0
  // Whoever has closed its side still gets its answer; Node's types lack the property.
  Object.assign(server, { httpAllowHalfOpen: true })
  server.on('connection', connections.open)
  // Nobody reads bodies here, so nobody asks for them: with 100 Continue, Go does only when one is read.
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
      await connections.untilNobodyConnects() // closing the port resets whoever has connected and was not accepted yet
      server.close()
      await connections.end(grace)
    },
  }
}

/** What Node says of a connection whose bytes it refuses, or that fails. */
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
// The client itself asked for no more, or has left in the middle.
const silentCodes = new Set(['HPE_CLOSED_CONNECTION', 'HPE_INVALID_EOF_STATE'])
const refusedWith = (status: string): Rejection => ({ line: status, text: status })
const requestLine = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+ [^ \r\n]+ HTTP\/1\.[01]\r?\n/
const longestLine = 8 << 10 // bytes of a request line that is looked at for what to say

function refuse(connections: Connections, error: ClientError, socket: Duplex): void {
  const connection = connections.of(socket)
  const code = error.code ?? ''
  const silent = code === 'ERR_HTTP_REQUEST_TIMEOUT' && connection?.socket.bytesRead === 0
  if (connection === undefined || silent || !/^(?:HPE_|ERR_HTTP_)/.test(code)) socket.destroy()
  else if (silentCodes.has(code)) connection.refuse('silent')
  else connection.refuse(refusedWith(statuses[code] ?? (isUnknownMethod(error) ? notImplemented : '400 Bad Request')))
}

/** Whether what was refused is a whole request line whose method Node does not know. */
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
}

function urlOf(server: Server, host = 'localhost'): string {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
