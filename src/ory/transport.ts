import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Answer, Call } from './answer.ts'
import { CallStopped, explain } from './failure.ts'
import { createGate } from './gate.ts'
import { createPool, type SentHeaders } from './pool.ts'
import type { Bounds } from './until.ts'

/** What a transport is bounded by. */
export interface TransportOptions {
  /** Time for a call, from its start to the end of the answer, redirects and decoding included, in ms. */
  timeout: number
  /** How many calls are under way at once; sixteen times as many wait for their turn, and others fail as `busy`. */
  connections: number
  /** How long an answer's body may be, before and after gzip, in bytes. */
  maxBytes: number
}

/** openapi-fetch's `Request` and `fetch`, on kept connections to one origin. */
export interface Transport {
  Request: typeof Request
  /**
   * Sends `headers`, and none of the call's own: a `Headers` object for each call is what costs most of openapi-fetch.
   * Where `signal` aborts, the call ends. Rejects with an UpstreamError.
   */
  fetch: (call: Request, headers: SentHeaders, signal?: AbortSignal) => Promise<Response>
  /** How many connections and calls there are, by state. */
  connections: () => Record<string, number>
  /** Ends every call and closes the connections. */
  close: () => void
}

const queueFactor = 16 // calls that wait, for each that may be under way

/**
 * createTransport keeps connections to the origin of `baseUrl`. As Go's client does, it sends a call again that failed
 * on a kept connection before any answer, follows redirects up to ten calls, and undoes gzip. Unlike Go's, it takes the
 * credentials to no other host than the redirecting one and those below it, and never from https to http.
 */
export function createTransport(baseUrl: URL, { timeout, connections, maxBytes }: TransportOptions): Transport {
  const { origin } = baseUrl
  const pool = createPool(origin, maxBytes, timeout)
  const gate = createGate(connections, queueFactor * connections)
  let closed = false

  /** Asks on a kept connection, or elsewhere, where a redirect led, on one for this call alone. */
  const ask = async (url: string, headers: SentHeaders, bounds: Bounds): Promise<Answer> => {
    if (url.startsWith(`${origin}/`)) return pool.get({ path: url.slice(origin.length), headers, ...bounds })
    const target = new URL(url)
    const elsewhere = createPool(target.origin, maxBytes, timeout)
    try {
      return await elsewhere.get({ path: target.pathname + target.search, headers, ...bounds })
    } finally {
      elsewhere.close()
    }
  }

  const fetch = async (call: Call, headers: SentHeaders, signal?: AbortSignal): Promise<Answer> => {
    const bounds = { deadline: performance.now() + timeout, signal }
    let asked = call.url
    let inside = gate.tryEnter()
    try {
      if (signal?.aborted === true || closed) throw new CallStopped('left')
      if (!inside) {
        await gate.wait(bounds)
        inside = true
      }
      let answer = await ask(asked, headers, bounds)
      if (answer.status >= 300 && answer.status < 400) {
        answer = await follow(asked, headers, answer, (url, kept) => ask((asked = url), kept, bounds))
      }
      return isZipped(answer) ? await unzipped(answer, maxBytes, bounds.deadline) : answer
    } catch (error) {
      throw explain(error, asked, timeout)
    } finally {
      if (inside) gate.leave()
    }
  }

  return asTransport({
    Request: Call,
    fetch,
    connections: () => ({ ...pool.figures(), queued: gate.figures().waiting }),
    close: () => {
      closed = true
      pool.close()
    },
  })
}

function isZipped({ headers, body }: Answer): boolean {
  return body.length > 0 && headers.get('content-encoding')?.trim().toLowerCase() === 'gzip'
}

/** The same answer with its body as it was before `Content-Encoding: gzip`. */
async function unzipped(answer: Answer, maxBytes: number, deadline: number): Promise<Answer> {
  let body: Buffer
  try {
    body = await promisify(gunzip)(answer.body, { maxOutputLength: maxBytes })
  } catch (error) {
    const long = Error.isError(error) && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw long ? new CallStopped('too_large', `more than ${maxBytes} bytes after gzip`) : error
  }
  if (performance.now() > deadline) throw new CallStopped('timeout')
  return answer.with({ body })
}

const redirects = new Set([301, 302, 303, 307, 308])
const maxCalls = 10
const credentials = new Set(['cookie', 'x-session-token', 'authorization'])

/** Goes where the answer says until there is one that does not say so; what stands behind `#` or before `@` is not sent. */
async function follow(
  url: string,
  sent: SentHeaders,
  first: Answer,
  ask: (url: string, headers: SentHeaders) => Promise<Answer>,
): Promise<Answer> {
  let answer = first
  let from = new URL(url)
  let headers = sent
  for (let calls = 1; redirects.has(answer.status); calls++) {
    const location = answer.headers.get('location')?.trim() ?? ''
    if (location === '') break
    if (calls === maxCalls) throw new CallStopped('protocol', 'redirects without end')
    const to = targetOf(location, from)
    if (to === null || !/^https?:$/.test(to.protocol)) throw new CallStopped('protocol', 'a redirect to no HTTP URL')
    if (!keepsCredentials(from, to)) {
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name.toLowerCase())))
    }
    const target = to.origin + to.pathname + to.search
    answer = (await ask(target, headers)).with({ url: target })
    from = to
  }
  return answer
}

const longestLocation = 8 << 10 // characters

/** Where a `Location` leads, read as Go's net/url does where that differs from browsers' way; null where it is no URL. */
function targetOf(location: string, from: URL): URL | null {
  const isOdd =
    location.length > longestLocation ||
    /^:|^[a-z][a-z\d+.-]*:(?!\/\/[^/])/i.test(location) ||
    /^[^?#]*%(?![\da-f]{2})/i.test(location)
  const escaped = location.replace(
    /[^!#$%&'()*+,\-./\d:;=?@A-Z[\]_a-z~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return isOdd ? null : URL.parse(escaped, from.href)
}

function keepsCredentials(from: URL, to: URL): boolean {
  const below = to.hostname === from.hostname || to.hostname.endsWith(`.${from.hostname}`)
  return below && (from.protocol === to.protocol || to.protocol === 'https:')
}

type Own = Omit<Transport, 'Request' | 'fetch'> & {
  Request: typeof Call
  fetch: (call: Call, headers: SentHeaders, signal?: AbortSignal) => Promise<Answer>
}

/** The one boundary where our small request and response stand in for the platform's. */
function asTransport(transport: Own): Transport {
  return transport as unknown as Transport
}
