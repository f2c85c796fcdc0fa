import { connect, type Socket } from 'node:net'
import { eventually, inTime } from './eventually.ts'
import { readResponse, type RawResponse } from './response.ts'

/** A response whose body is text. */
export type TextResponse = Omit<RawResponse, 'body'> & { body: string }

/** A connection that sends bytes as they are, and reads responses one after the other. */
export interface RawClient {
  socket: Socket
  /** Sends text as Latin-1. */
  send: (text: string) => void
  /** Everything that came. */
  bytes: () => Buffer
  /** Everything that came, as Latin-1. */
  text: () => string
  /** Resolves to the next `count` responses, `method` being what was asked; fewer where the connection ends before. */
  responses: (count: number, method?: (index: number) => string) => Promise<TextResponse[]>
  /** Resolves when the other side has closed, to how: an error's code, or `end`. */
  closed: () => Promise<string>
}

/** connectTo opens a connection to the host and port of `url`. */
export function connectTo(url: string): RawClient {
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname.replace(/^\[|\]$/g, ''), allowHalfOpen: true })
  const chunks: Buffer[] = []
  let read = 0
  let closed: string | undefined
  const closing = new Promise<string>((resolve) => {
    const close = (how: string): void => {
      closed ??= how
      resolve(closed)
    }
    socket.on('end', () => {
      close('end')
    })
    socket.on('close', () => {
      close('end')
    })
    socket.on('error', (error) => {
      close('code' in error ? String(error.code) : error.message)
    })
  })
  const bytes = (): Buffer => {
    if (chunks.length > 1) chunks.splice(0, chunks.length, Buffer.concat(chunks))
    return chunks[0] ?? Buffer.alloc(0)
  }
  socket.on('data', (chunk) => chunks.push(chunk))
  return {
    socket,
    send: (text) => {
      socket.write(Buffer.from(text, 'latin1'))
    },
    bytes,
    text: () => bytes().toString('latin1'),
    responses: async (count, method = () => 'GET') => {
      const all: TextResponse[] = []
      while (all.length < count) {
        const next = await eventually(`response ${all.length + 1} of ${count} comes`, () => {
          const ended = closed !== undefined
          return readResponse(bytes().subarray(read), method(all.length), ended) ?? (ended ? 'none' : undefined)
        })
        if (next === 'none') break
        read += next.length
        all.push({ ...next.response, body: next.response.body.toString() })
      }
      return all
    },
    closed: () => inTime('the connection ends', closing),
  }
}
