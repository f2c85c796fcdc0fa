import { METHODS, type IncomingMessage, type Server } from 'node:http'
import { Duplex } from 'node:stream'

/** What Node's HTTP parser says of bytes that it refuses. */
interface ParseError extends Error {
  code?: string
  rawPacket?: Buffer
  bytesParsed?: number
}

const requestLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([^ ]+) (?=HTTP\/1\.[01]\r?\n)/
const accepted = 'POST' // stands in for a method that Node's parser lacks; every method is answered alike
const known = new Set(METHODS.filter((method) => method !== 'CONNECT'))
const refusals: Record<string, string> = { HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large', ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' }
const methods = new WeakMap<object, string>()

/**
 * acceptAsGo makes a server accept every method that is a token (RFC 9110, section 9.1) and raw bytes in targets, as
 * Go's does. Node's parser knows less, so the bytes that it refuses come back as a connection whose request it knows.
 * What is no request is refused in Go's words.
 */
export function acceptAsGo(server: Server): void {
  const replayed = new WeakMap<Duplex, Duplex>()
  server.on('connect', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const lines = request.rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n')).join('')
    const connection = replay(socket, Buffer.concat([Buffer.from(`${accepted} / HTTP/1.1\r\n${lines}\r\n`, 'latin1'), head]), true)
    methods.set(connection, 'CONNECT')
    server.emit('connection', connection)
  })
  server.on('clientError', (error: ParseError, socket: Duplex) => {
    const { rawPacket = Buffer.alloc(0), bytesParsed = 0 } = error
    const open = replayed.get(socket)
    if (open !== undefined) {
      open.push(rawPacket)
      return
    }
    // What stands before the refused request in the same packet was a request of its own and is being answered.
    const start = rawPacket.lastIndexOf('\n', Math.max(bytesParsed - 2, 0)) + 1
    const text = rawPacket.toString('latin1', start)
    const acceptable = text.replace(requestLine, (_, method: string, target: string) => `${known.has(method) ? method : accepted} ${escaped(target)} `)
    if (acceptable === text) {
      answerMalformed(error, socket)
      return
    }
    const connection = replay(socket, Buffer.from(acceptable, 'latin1'), false)
    methods.set(connection, text.slice(0, text.indexOf(' ')))
    replayed.set(socket, connection)
    server.emit('connection', connection)
  })
}

/** methodOf is the method that a request came with, also where {@link acceptAsGo} had to stand another in for it. */
export function methodOf(request: IncomingMessage): string {
  return (methods.get(request.socket) ?? request.method) ?? ''
}

/** A request that Go refuses before any handler sees it: what `rawHeaders` and `url` are checked for. */
type Checked = Pick<IncomingMessage, 'url' | 'rawHeaders' | 'httpVersionMinor'>

const authority = String.raw`(?:[^/?#@]*@)?(?:\[[^\]/?#]*\]|[^/?#:[\]]*)(?::\d*)?(?=[/?#]|$)`
const target = new RegExp(String.raw`^(?:\*|(?:/|[a-z][a-z0-9+.-]*:(?://${authority}|(?!//)))(?:%[0-9a-f]{2}|[^%?])*(?:\?.*)?)$`, 'is')
const hostForm = /^[!$%&()*+,\-./0-9:;=A-Z[\]_a-z~']*$/

/**
 * refusal is the text with which Go's server answers 400 to a target that is no URL and to a `Host` that is missing,
 * repeated or malformed (net/url ParseRequestURI, net/http readRequest), or undefined for what it accepts.
 */
export function refusal({ url = '', rawHeaders, httpVersionMinor }: Checked): string | undefined {
  if (url.includes('%') || !url.startsWith('/')) if (!target.test(url)) return '400 Bad Request'
  let host: string | undefined
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length !== 4 || name.toLowerCase() !== 'host') continue
    if (host !== undefined) return '400 Bad Request: too many Host headers'
    host = rawHeaders[at + 1] ?? ''
  }
  if (host === undefined) return httpVersionMinor === 0 ? undefined : '400 Bad Request: missing required Host header'
  return hostForm.test(host) ? undefined : '400 Bad Request: malformed Host header'
}

/** Writes the bytes beyond ASCII of a target, which Go lets through, as Node's parser lets them through. */
function escaped(raw: string): string {
  return raw.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
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
