/** An answer as a client read it; text is Latin-1. */
export interface Answer {
  /** The statuses of the interim answers before it. */
  interim: number[]
  status: number
  reason: string
  /** All values of each header, by its name in lower case. */
  headers: Record<string, string[]>
  body: string
  /** How many bytes it took. */
  length: number
}

const statusLine = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/

/**
 * readAnswer reads the first whole answer to a request with `method` from `bytes`, or returns undefined where there is
 * none yet. `over` says that nothing more will come, which ends a body without a length.
 */
export function readAnswer(bytes: Buffer, method: string, over: boolean): Answer | undefined {
  const interim: number[] = []
  let start = 0
  for (;;) {
    const end = bytes.indexOf('\r\n\r\n', start)
    if (end < 0) return undefined
    const [first = '', ...lines] = bytes.toString('latin1', start, end).split('\r\n')
    const [, code = '0', reason = ''] = statusLine.exec(first) ?? []
    const status = Number(code)
    start = end + 4
    if (status >= 100 && status < 200 && status !== 101) {
      interim.push(status)
      continue
    }
    const headers = headersOf(lines)
    const body = bodyOf(bytes, start, status, headers, method, over)
    return body === undefined ? undefined : { interim, status, reason, headers, ...body }
  }
}

function headersOf(lines: readonly string[]): Record<string, string[]> {
  const headers: Record<string, string[]> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers[name] = [...(headers[name] ?? []), line.slice(colon + 1).trim()]
  }
  return headers
}

type Body = Pick<Answer, 'body' | 'length'>

function bodyOf(
  bytes: Buffer,
  start: number,
  status: number,
  headers: Answer['headers'],
  method: string,
  over: boolean,
): Body | undefined {
  const upTo = (end: number): Body | undefined =>
    end <= bytes.length ? { body: bytes.toString('latin1', start, end), length: end } : undefined
  const closes = headers['connection']?.includes('close') ?? false
  const length = headers['content-length']?.[0]
  const chunked = headers['transfer-encoding']?.includes('chunked') ?? false
  if (method === 'HEAD' && closes) return over ? upTo(bytes.length) : undefined
  if (method === 'HEAD' || status === 204 || status === 304) return upTo(start)
  if (chunked) return dechunked(bytes, start)
  if (length !== undefined) return upTo(start + Number(length))
  return over ? upTo(bytes.length) : undefined
}

function dechunked(bytes: Buffer, start: number): Body | undefined {
  let body = ''
  for (let at = start; ;) {
    const end = bytes.indexOf('\r\n', at)
    if (end < 0) return undefined
    const size = Number.parseInt(bytes.toString('latin1', at, end), 16)
    if (Number.isNaN(size) || end + 4 + size > bytes.length) return undefined
    body += bytes.toString('latin1', end + 2, end + 2 + size)
    at = end + 4 + size
    if (size === 0) return { body, length: at }
  }
}
