import { connectTo } from './raw-client.ts'
import { readResponse, type RawResponse } from './response.ts'

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

/**
 * requestBytes writes a request with its headers in order: with `Host: echo.test` unless they name one, the length of a
 * body unless they do, and `Connection: close`.
 */
export function requestBytes({ method, path, headers, body, bytes }: RawRequest): string {
  if (bytes !== undefined) return bytes
  const has = (names: RegExp): boolean => headers.some(([name]) => names.test(name))
  const all = [
    ...(has(/^host$/i) ? [] : [['Host', 'echo.test'] as const]),
    ...headers,
    ...(body === undefined || has(/^(?:transfer-encoding|content-length)$/i)
      ? []
      : [['Content-Length', String(body.length)] as const]),
    ['Connection', 'close'] as const,
  ]
  return (
    `${method} ${path} HTTP/1.1\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n` + (body ?? '')
  )
}

/**
 * exchange sends bytes over a new connection to `url` and resolves with the response once the other side has closed. A
 * body that came with HEAD, where there must be none, is in it too. Bytes that are no whole response have status 0.
 *
 * @throws Error when the other side has not closed within a minute, or failed before the first byte.
 */
export async function exchange(
  url: string,
  bytes: string,
  method = 'GET',
  closesItsSide = false,
): Promise<RawResponse> {
  const client = connectTo(url)
  try {
    client.send(bytes)
    if (closesItsSide) client.socket.end()
    const how = await client.closed()
    const received = client.bytes()
    const read = readResponse(received, method, true)
    if (read === undefined && received.length === 0 && how !== 'end') throw new Error(`asking ${url}: ${how}`)
    if (read === undefined) return { status: 0, headers: {}, body: received }
    return method === 'HEAD' ? { ...read.response, body: received.subarray(read.length) } : read.response
  } finally {
    client.socket.destroy()
  }
}
