import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Duplex } from 'node:stream'
import { Client } from 'undici'

/** A request as Node's parser reads it. */
export interface AcceptedRequest {
  /** The request written anew from what the parser says of it, as Latin-1. */
  method: string
  text: string
  /** Whether its body came to its end. */
  isWhole: boolean
}

/** What Node's own HTTP server makes of the bytes of a connection. */
export interface NodeVerdict {
  /** The requests that it accepted. */
  accepted: AcceptedRequest[]
  /** Why it refused what came then, as its error's code; undefined where it refused nothing. */
  refused: string | undefined
}

/**
 * askNodeParser has a bare node:http server read packets, with the limits of the service and nothing of ours between
 * it and them.
 */
export async function askNodeParser(packets: readonly Buffer[], ended: boolean): Promise<NodeVerdict> {
  const verdict: NodeVerdict = { accepted: [], refused: undefined }
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const accepted = { method: request.method ?? '', text: headOf(request), isWhole: false }
    verdict.accepted.push(accepted)
    let body = ''
    request
      .setEncoding('latin1')
      .on('data', (text: string) => {
        body += text
      })
      .on('error', () => undefined)
    request.on('end', () => {
      accepted.isWhole = true
      const isChunked = request.headers['transfer-encoding'] !== undefined
      const chunk = body === '' ? '' : `${body.length.toString(16)}\r\n${body}\r\n`
      accepted.text += isChunked ? `${chunk}0\r\n\r\n` : body
    })
    response.end()
  }
  const server = createServer({ maxHeaderSize: 1 << 20, requireHostHeader: false }, answer)
  server.on('checkContinue', answer).on('checkExpectation', answer)
  server.on('connect', (_, socket: Duplex) => {
    verdict.refused = 'CONNECT'
    socket.destroy()
  })
  server.on('clientError', (error: Error & { code?: string }, socket: Duplex) => {
    verdict.refused ??= error.code ?? error.message
    socket.destroy()
  })
  const connection = new Duplex({
    read: () => undefined,
    write: (_, __, done) => {
      done()
    },
  })
  connection.on('error', () => undefined)
  server.emit('connection', connection)
  for (const packet of [...packets, ...(ended ? [null] : [])]) {
    if (connection.destroyed) break
    connection.push(packet)
    for (let turns = 0; turns < 4; turns++) await new Promise(setImmediate)
  }
  connection.destroy()
  return verdict
}

function headOf({ method = '', url = '', httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.map((text, index) => text + (index % 2 === 0 ? ': ' : '\r\n'))
  return `${method} ${url} HTTP/${httpVersion}\r\n${lines.join('')}\r\n`
}

/** askUndici says why undici refuses the answer at `url`, as its error's code; undefined where it takes it. */
export async function askUndici(url: string, path: string): Promise<string | undefined> {
  const client = new Client(url, { headersTimeout: 5000, bodyTimeout: 5000 })
  try {
    const { body } = await client.request({ path, method: 'GET' })
    await body.dump({ limit: Infinity })
    return undefined
  } catch (error) {
    return Error.isError(error) && 'code' in error ? String(error.code) : 'unknown'
  } finally {
    await client.destroy()
  }
}
