import type { IncomingMessage, Server } from 'node:http'
import { Duplex } from 'node:stream'

/** What Node's HTTP parser says of bytes that it refuses. */
interface ParseError extends Error {
  code?: string
  rawPacket?: Buffer
  bytesParsed?: number
}

const anyMethodLine = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+ (?=[^ ]+ HTTP\/1\.[01]\r?\n)/
const accepted = 'POST ' // stands in for a method that Node's parser lacks; every method is answered alike
const refusals: Record<string, string> = { HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large', ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' }

/**
 * anyMethod makes a server accept every method that is a token (RFC 9110, section 9.1), as Go's does. Node's parser
 * knows a fixed list, so the bytes that it refuses come back as a connection whose request has a method it knows.
 * What is no request is refused in Go's words.
 */
export function anyMethod(server: Server): void {
  const replayed = new WeakMap<Duplex, Duplex>()
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const lines = request.rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n')).join('')
    server.emit('connection', replay(socket, Buffer.concat([Buffer.from(`${accepted}/ HTTP/1.1\r\n${lines}\r\n`, 'latin1'), head]), true))
  })
  server.on('clientError', (error: ParseError, socket: Duplex) => {
    const { rawPacket = Buffer.alloc(0), bytesParsed = 0 } = error
    const open = replayed.get(socket)
    if (open !== undefined) {
      open.push(rawPacket)
      return
    }
    // What stands before the refused request in the same packet was a request of its own and is being answered.
    const start = rawPacket.lastIndexOf('\n', Math.max(bytesParsed - 1, 0)) + 1
    const text = rawPacket.toString('latin1', start)
    if (error.code !== 'HPE_INVALID_METHOD' || !anyMethodLine.test(text)) {
      answerMalformed(error, socket)
      return
    }
    const connection = replay(socket, Buffer.from(text.replace(anyMethodLine, accepted), 'latin1'), false)
    replayed.set(socket, connection)
    server.emit('connection', connection)
  })
}

/** Answers a request that can't be read with Go's words, and closes the connection. */
function answerMalformed(error: ParseError, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status = refusals[error.code ?? ''] ?? '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n${status}`)
}

/** A connection that starts with `first` and goes on as `socket` does. */
function replay(socket: Duplex, first: Buffer, readsOn: boolean): Duplex {
  const connection = new Duplex({
    read: () => {
      if (readsOn) socket.resume()
    },
    write: (chunk: Buffer, _, done) => {
      socket.write(chunk, () => {
        done()
      })
    },
    final: (done) => {
      socket.end(done)
    },
    destroy: (error, done) => {
      socket.destroy()
      done(error)
    },
  })
  socket.on('close', () => connection.destroy())
  if (readsOn) {
    socket.on('data', (chunk: Buffer) => connection.push(chunk))
    socket.on('end', () => connection.push(null))
  }
  connection.push(first)
  return connection
}
