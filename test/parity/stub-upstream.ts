import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** What the stub answers next: bytes as they are, an answer to be written, nothing at all, or a reset connection. */
export interface StubAnswer {
  reset?: boolean
  hang?: boolean
  raw?: Buffer
  status?: number
  reason?: string
  /** Headers of the answer; one whose value is a list is sent that often. */
  headers?: Record<string, string | string[]>
  body?: string | Buffer
}

/** A request as the stub received it, header names in lower case. */
export interface Received {
  method: string
  path: string
  headers: Record<string, string[]>
}

/** A STUB of Ory's public API, for answers that a real Kratos can't be made to give. */
export interface StubUpstream {
  url: string
  /** What every request is answered with, until it is set again. */
  answer: StubAnswer
  received: Received[]
  close: () => Promise<void>
}

const reasons: Record<number, string> = { 200: 'OK', 201: 'Created', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 429: 'Too Many Requests', 500: 'Internal Server Error', 502: 'Bad Gateway', 503: 'Service Unavailable' }

/** startStubUpstream listens on a free port of loopback. */
export async function startStubUpstream(): Promise<StubUpstream> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    let head = ''
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1')
      for (let end = head.indexOf('\r\n\r\n'); end >= 0; end = head.indexOf('\r\n\r\n')) {
        stub.received.push(read(head.slice(0, end)))
        head = head.slice(end + 4)
        respond(socket, stub.answer)
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const stub: StubUpstream = {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    answer: {},
    received: [],
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return stub
}

function respond(socket: Socket, { reset, hang, raw, status = 200, reason = reasons[status] ?? '', headers = {}, body = '' }: StubAnswer): void {
  if (hang === true) return
  if (reset === true) {
    socket.destroy()
    return
  }
  if (raw !== undefined) {
    socket.end(raw)
    return
  }
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) })
    .flatMap(([name, value]) => [value].flat().map((once) => `${name}: ${once}\r\n`))
  socket.write(Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`, 'latin1'), Buffer.from(body)]))
}

function read(head: string): Received {
  const [first = '', ...lines] = head.split('\r\n')
  const [method = '', path = ''] = first.split(' ')
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase()
    headers[name] = [...(headers[name] ?? []), line.slice(line.indexOf(':') + 1).trim()]
  }
  return { method, path, headers }
}
