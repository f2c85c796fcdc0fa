import { connect, type Socket } from 'node:net'
import { eventually } from './eventually.ts'

/** A response as it came over a connection; header names in lower case. */
export interface Response {
  status: number
  headers: Record<string, string>
  body: string
}

/** A connection that sends bytes as they are, and reads responses one after the other. */
export interface RawClient {
  socket: Socket
  /** Sends text as Latin-1. */
  send: (text: string) => void
  /** Everything that came, as Latin-1. */
  text: () => string
  /** Resolves to the next `count` responses, `methods` being what was asked; fewer where the connection ends before. */
  responses: (count: number, method?: (index: number) => string) => Promise<Response[]>
  /** Resolves when the other side has closed, to how: an error's code, or `end`. */
  closed: () => Promise<string>
}

/** connectTo opens a connection to the host and port of `url`. */
export function connectTo(url: string): RawClient {
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true })
  let bytes = Buffer.alloc(0)
  let read = 0
  let closed: string | undefined
  socket.on('data', (chunk) => (bytes = Buffer.concat([bytes, chunk])))
  socket.on('end', () => (closed ??= 'end'))
  socket.on('close', () => (closed ??= 'end'))
  socket.on('error', (error) => {
    closed ??= 'code' in error ? String(error.code) : error.message
  })
  return {
    socket,
    send: (text) => {
      socket.write(Buffer.from(text, 'latin1'))
    },
    text: () => bytes.toString('latin1'),
    responses: async (count, method = () => 'GET') => {
      const all: Response[] = []
      while (all.length < count) {
        const next = await eventually(`response ${all.length + 1} of ${count} comes`, () => {
          const response = parse(bytes.subarray(read), method(all.length), closed !== undefined)
          return response ?? (closed === undefined ? undefined : 'none')
        })
        if (next === 'none') break
        read += next.length
        all.push(next.response)
      }
      return all
    },
    closed: () => eventually('the connection ends', () => closed),
  }
}

/** The response at the beginning of `bytes` and its length, undefined where it is not whole. */
function parse(bytes: Buffer, method: string, ended: boolean): { response: Response; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const status = Number(first.split(' ')[1])
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const start = end + 4
  const whole = (body: string, length: number): ReturnType<typeof parse> => ({
    response: { status, headers, body },
    length: start + length,
  })
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return whole('', 0)
  if (headers['transfer-encoding'] === 'chunked') return chunked(bytes, start, whole)
  const declared = headers['content-length']
  if (declared === undefined) return ended ? whole(bytes.toString('utf8', start), bytes.length - start) : undefined
  return bytes.length < start + Number(declared)
    ? undefined
    : whole(bytes.toString('utf8', start, start + Number(declared)), Number(declared))
}

function chunked(
  bytes: Buffer,
  start: number,
  whole: (body: string, length: number) => ReturnType<typeof parse>,
): ReturnType<typeof parse> {
  const chunks: Buffer[] = []
  for (let at = start; ;) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (bytes.length < end + 2 + size + 2) return undefined
    if (size === 0) return whole(Buffer.concat(chunks).toString(), end + 4 - start)
    chunks.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
