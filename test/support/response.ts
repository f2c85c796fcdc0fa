/** A response as it came over a connection; header names in lower case. */
export interface RawResponse {
  status: number
  headers: Record<string, string>
  body: Buffer
}

/**
 * readResponse finds the response at the beginning of `bytes`, and its length; undefined if it is not whole yet. One
 * without a length is whole once the connection has `ended`. Responses such as `100 Continue` are skipped.
 */
export function readResponse(
  bytes: Buffer,
  method: string,
  ended: boolean,
): { response: RawResponse; length: number } | undefined {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const start = end + 4
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? 0)
  if (status === 100) {
    const final = readResponse(bytes.subarray(start), method, ended)
    return final === undefined ? undefined : { ...final, length: start + final.length }
  }
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const whole = (body: Buffer, length: number): ReturnType<typeof readResponse> => ({
    response: { status, headers, body },
    length: start + length,
  })
  const rest = bytes.subarray(start)
  if (method === 'HEAD' || status === 204 || status === 304) return whole(Buffer.alloc(0), 0)
  if (headers['transfer-encoding'] === 'chunked') {
    const chunks = readChunks(rest)
    return chunks === undefined ? undefined : whole(chunks.body, chunks.length)
  }
  const declared = headers['content-length']
  if (declared === undefined) return ended ? whole(rest, rest.length) : undefined
  return rest.length < Number(declared) ? undefined : whole(rest.subarray(0, Number(declared)), Number(declared))
}

function readChunks(bytes: Buffer): { body: Buffer; length: number } | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (bytes.length < end + 2 + size + 2) return undefined
    if (size === 0) return { body: Buffer.concat(chunks), length: end + 4 }
    chunks.push(bytes.subarray(end + 2, end + 2 + size))
    at = end + 2 + size + 2
  }
}
