import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { createGzip } from 'node:zlib'
import { probeCookie, type Behaviour, type FromOry, type ToOry } from './behaviour.ts'

// The thread of the STUB of Ory: what loads the service must not keep its Ory from answering.

let behaviour: Behaviour = { kind: 'session' }
let zipped: Buffer = Buffer.alloc(0)
let most = 0
const sockets = new Map<Socket, number>()
const unanswered = new Set<ServerResponse>()
const chunk = Buffer.alloc(64 << 10, ' ')

function tell(message: FromOry): void {
  parentPort?.postMessage(message)
}

function answer(response: ServerResponse, body: string | Buffer, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers })
  response.end(body)
}

function session(request: IncomingMessage, rest = ''): string {
  const { cookie = '' } = request.headers // the service sends an empty one where the client has none
  return `{"id":${JSON.stringify(cookie === '' ? 'no cookie' : cookie)},"active":true${rest}}`
}

const keep = { 'ory-session-cache-for': '600' }

function respond(request: IncomingMessage, response: ServerResponse, nth: number): void {
  if (request.headers.cookie === probeCookie) {
    answer(response, session(request))
    return
  }
  switch (behaviour.kind) {
    case 'session': {
      const { rest, slowest = 0, keep: kept = false } = behaviour
      const send = (): void => {
        answer(response, session(request, rest), kept ? keep : {})
      }
      if (slowest === 0) send()
      else setTimeout(send, Math.random() * slowest)
      return
    }
    case 'slow':
      setTimeout(() => {
        answer(response, session(request))
      }, behaviour.ms)
      return
    case 'body':
      answer(response, behaviour.body)
      return
    case 'hang':
      return
    case 'closing':
      if (nth !== behaviour.nth) answer(response, session(request))
      else if (behaviour.how === 'reset') request.socket.resetAndDestroy()
      else request.socket.end()
      return
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' })
      const more = (): void => {
        while (!response.destroyed) if (!response.write(chunk)) break
      }
      response.on('drain', more)
      more()
      return
    }
    case 'zipped':
      answer(response, zipped, { 'content-encoding': 'gzip' })
  }
}

/** So many bytes of spaces in gzip, made without holding them. */
async function zip(bytes: number): Promise<Buffer> {
  const gzip = createGzip()
  const chunks: Buffer[] = []
  gzip.on('data', (part: Buffer) => chunks.push(part))
  for (let left = bytes; left > 0; left -= chunk.length) if (!gzip.write(chunk)) await once(gzip, 'drain')
  gzip.end()
  await once(gzip, 'end')
  return Buffer.concat(chunks)
}

const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 }, (request, response) => {
  const { socket } = request
  const nth = (sockets.get(socket) ?? 0) + 1
  sockets.set(socket, nth)
  unanswered.add(response)
  response.once('close', () => unanswered.delete(response))
  respond(request, response, nth)
})
server.on('connection', (socket) => {
  sockets.set(socket, 0)
  most = Math.max(most, sockets.size)
  socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
})

async function behave(next: Behaviour): Promise<void> {
  if (next.kind === 'zipped') zipped = await zip(next.bytes)
  behaviour = next
  most = sockets.size
  tell('done')
}

parentPort?.on('message', (message: ToOry) => {
  if (message === 'figures')
    tell({ figures: { connections: sockets.size, mostConnections: most, unanswered: unanswered.size } })
  else void behave(message.behave)
})

server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address()
  tell({ url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` })
})
