import { connect } from 'node:net'

/** A request as it goes over the wire; text is Latin-1. */
export interface RawRequest {
  method: string
  path: string
  headers: readonly (readonly [name: string, value: string])[]
  body?: string | undefined
  /** All that is sent, in place of what the other fields would make. */
  bytes?: string | undefined
  /** Whether the client closes its side right behind the request, as `nc -N` does. */
  closesItsSide?: boolean
}

/** A response as it came, with every header that came. */
export interface RawResponse {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** bytesOf writes a request with its headers in order, a `Host` and, for a body, its length; the connection is to be closed. */
export function bytesOf({ method, path, headers, body, bytes }: RawRequest): string {
  if (bytes !== undefined) return bytes
  const length =
    body === undefined || headers.some(([name]) => /^(transfer-encoding|content-length)$/i.test(name))
      ? []
      : [['Content-Length', String(body.length)] as const]
  const lines = [['Host', 'echo.test'] as const, ...headers, ...length, ['Connection', 'close'] as const].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}

/**
 * exchange sends bytes over a new socket to `url` and reads one response until the other side closes.
 *
 * @throws Error when nothing that is a response comes within 10 s.
 */
export async function exchange(
  url: string,
  bytes: string,
  method = 'GET',
  closesItsSide = false,
): Promise<RawResponse> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.setTimeout(10_000, () => socket.destroy(new Error(`no response from ${url} within 10 s`)))
  socket.write(Buffer.from(bytes, 'latin1'))
  if (closesItsSide) socket.end()
  const chunks: Buffer[] = []
  try {
    for await (const chunk of socket) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  } catch (error) {
    if (chunks.length === 0) throw error
  }
  return parse(Buffer.concat(chunks), method)
}

function parse(bytes: Buffer, method: string): RawResponse {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0)
  const rest = bytes.subarray(end + 4)
  if (status === 100) return parse(rest, method)
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return {
    status,
    headers,
    body: method === 'HEAD' ? rest : headers['transfer-encoding'] === 'chunked' ? dechunk(rest) : rest,
  }
}

function dechunk(bytes: Buffer): Buffer {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const end = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (end < 0 || Number.isNaN(size) || size === 0) return Buffer.concat(chunks)
    chunks.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
