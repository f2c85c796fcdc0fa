import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { Agent, Pool, type Dispatcher } from 'undici'

/** The failures of an upstream call that are told apart. */
export type UpstreamFailure = 'timeout' | 'dns' | 'refused' | 'tls' | 'reset' | 'protocol'

/** A call that got no whole answer: `kind` says why, `message` says it in one line without any credential. */
export class UpstreamError extends Error {
  override name = 'UpstreamError'
  readonly kind: UpstreamFailure
  /** How long the call was allowed to take, in ms. */
  readonly timeout: number

  constructor(kind: UpstreamFailure, message: string, timeout: number, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
    this.timeout = timeout
  }
}

/** Headers as they are sent, in their order. */
export type SentHeaders = Readonly<Record<string, string>>

/** openapi-fetch's `Request` and `fetch`, on a keep-alive pool to one origin. */
export interface Transport {
  Request: typeof Request
  /** Sends `headers`, and none of the call's own: a `Headers` object for each call is what costs most of openapi-fetch. */
  fetch: (call: Request, headers: SentHeaders) => Promise<Response>
  /** How many connections and calls there are, by state. */
  connections: () => Record<string, number>
  /** Waits for the calls in flight and closes the pool. */
  close: () => Promise<void>
}

/** What openapi-fetch reads of a request, and no more. */
class Call {
  readonly url: string
  readonly method = 'GET'

  constructor(url: string) {
    this.url = url
  }
}

/** What openapi-fetch and its callers read of a response's headers. */
class ReceivedHeaders {
  readonly #values: Record<string, string | string[] | undefined>

  constructor(values: Record<string, string | string[] | undefined>) {
    this.#values = values
  }

  get(name: string): string | null {
    const value = this.#values[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : (value ?? null)
  }

  getSetCookie(): string[] {
    const value = this.#values['set-cookie'] ?? []
    return Array.isArray(value) ? value : [value]
  }
}

/** What openapi-fetch and its callers read of a response; the body is whole and can be read any number of times. */
class Answer {
  readonly status: number
  readonly statusText: string
  readonly headers: ReceivedHeaders
  /** Where redirects led; empty where there was none. */
  url = ''
  readonly #body: Buffer

  constructor(status: number, statusText: string, headers: ReceivedHeaders, body: Buffer) {
    this.status = status
    this.statusText = statusText
    this.headers = headers
    this.#body = body
  }

  /** The same answer with its body as it was before `Content-Encoding: gzip`. */
  async decoded(): Promise<Answer> {
    const plain = new Answer(this.status, this.statusText, this.headers, await promisify(gunzip)(this.#body))
    plain.url = this.url
    return plain
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  get body(): Buffer {
    return this.#body
  }

  bytes(): Promise<Buffer> {
    return Promise.resolve(this.#body)
  }

  text(): Promise<string> {
    return Promise.resolve(this.#body.toString())
  }
}

/**
 * createTransport keeps connections to the origin of `baseUrl` and answers each call within `timeout` ms, body
 * included. As Go's client does, it makes a call that fails on a kept connection before any answer again once, follows
 * redirects up to ten calls, and undoes gzip. Unlike Go's, it takes the credentials to no other host than the redirecting
 * one and those below it, and never from https to http.
 *
 * Its `fetch` rejects with an {@link UpstreamError}.
 */
export function createTransport(baseUrl: URL, timeout: number): Transport {
  const options = { connect: { timeout }, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 1 << 20 }
  const pool = new Pool(baseUrl.origin, options)
  const elsewhere = new Agent(options)
  const path = (url: string): string => url.slice(baseUrl.origin.length)

  const ask = async (url: string, headers: SentHeaders, deadline: number): Promise<Answer> => {
    const left = (): number => deadline - performance.now()
    if (!url.startsWith(`${baseUrl.origin}/`)) {
      const { origin, pathname, search } = new URL(url)
      return send(elsewhere, origin, pathname + search, headers, left())
    }
    try {
      return await send(pool, undefined, path(url), headers, left())
    } catch (error) {
      if (!wasStale(error)) throw error
      return send(pool, undefined, path(url), headers, left())
    }
  }

  const fetch = async (call: Call, headers: SentHeaders): Promise<Answer> => {
    const deadline = performance.now() + timeout
    let asked = call.url
    try {
      let answer = await ask(asked, headers, deadline)
      if (answer.status >= 300 && answer.status < 400) answer = await follow(call.url, headers, answer, (url, kept) => ask((asked = url), kept, deadline))
      return answer.headers.get('content-encoding')?.toLowerCase() === 'gzip' ? await answer.decoded() : answer
    } catch (error) {
      throw explain(error, asked, timeout)
    }
  }

  const close = async (): Promise<void> => {
    await Promise.all([pool.close(), elsewhere.close()])
  }
  const connections = (): Record<string, number> => {
    const { connected, free, pending, queued, running } = pool.stats
    return { connected, free, pending, queued, running }
  }
  return asTransport({ Request: Call, fetch, connections, close })
}

const redirects = new Set([301, 302, 303, 307, 308])
const maxCalls = 10
const credentials = new Set(['cookie', 'x-session-token', 'authorization'])

/** Goes where the answer says until there is one that does not say so. */
async function follow(url: string, sent: SentHeaders, first: Answer, ask: (url: string, headers: SentHeaders) => Promise<Answer>): Promise<Answer> {
  let answer = first
  let from = new URL(url)
  let headers = sent
  for (let calls = 1; redirects.has(answer.status); calls++) {
    const location = answer.headers.get('location') ?? ''
    if (location === '') break
    if (calls === maxCalls) throw new UpstreamError('protocol', 'redirects without end', 0)
    const to = URL.parse(location, from.href)
    if (to === null || !/^https?:$/.test(to.protocol)) throw new UpstreamError('protocol', 'a redirect to no HTTP URL', 0)
    if (!keepsCredentials(from, to)) headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name.toLowerCase())))
    answer = await ask(to.href, headers)
    answer.url = to.href
    from = to
  }
  return answer
}

function keepsCredentials(from: URL, to: URL): boolean {
  const below = to.hostname === from.hostname || to.hostname.endsWith(`.${from.hostname}`)
  return below && (from.protocol === to.protocol || to.protocol === 'https:')
}

/** The one boundary where our small request and response stand in for the platform's. */
function asTransport(transport: Omit<Transport, 'Request' | 'fetch'> & { Request: typeof Call; fetch: (call: Call, headers: SentHeaders) => Promise<Answer> }): Transport {
  return transport as unknown as Transport
}

function send(dispatcher: Dispatcher, origin: string | undefined, path: string, headers: SentHeaders, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let statusText = ''
    let received: Record<string, string | string[] | undefined> = {}
    let late: UpstreamError | undefined
    const timer = setTimeout(() => {
      late = new UpstreamError('timeout', '', timeout)
      controller?.abort(late)
      reject(late)
    }, timeout)
    dispatcher.dispatch(
      origin === undefined ? { path, method: 'GET', headers } : { origin, path, method: 'GET', headers },
      {
        onRequestStart: (started) => {
          controller = started
          if (late !== undefined) started.abort(late)
        },
        onResponseStart: (_, code, values, reason) => {
          status = code
          statusText = reason ?? ''
          received = values
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk)
        },
        onResponseEnd: () => {
          clearTimeout(timer)
          const [only = Buffer.alloc(0)] = chunks
          resolve(new Answer(status, statusText, new ReceivedHeaders(received), chunks.length > 1 ? Buffer.concat(chunks) : only))
        },
        onResponseError: (_, error) => {
          clearTimeout(timer)
          reject(error)
        },
      },
    )
  })
}

/** Whether a call failed because a kept connection had been closed meanwhile. */
function wasStale(error: unknown): boolean {
  const socket = Error.isError(error) && 'socket' in error ? error.socket : undefined
  return typeof socket === 'object' && socket !== null && 'bytesRead' in socket && Number(socket.bytesRead) > 0
}

const kinds: Record<string, UpstreamFailure> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
}

const explanations: Record<UpstreamFailure, string> = {
  timeout: 'Ory did not answer in time',
  dns: "Ory's host name could not be resolved",
  refused: 'Ory could not be reached',
  tls: "Ory's TLS certificate was not accepted",
  reset: 'Ory closed the connection before it answered',
  protocol: "Ory's answer was not well-formed HTTP",
}

function explain(error: unknown, url: string, timeout: number): UpstreamError {
  const code = Error.isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const tls = /CERT|SELF_SIGNED|TLS|SSL/.test(code)
  const kind = error instanceof UpstreamError ? error.kind : tls ? 'tls' : (kinds[code] ?? 'protocol')
  const said = error instanceof UpstreamError && error.message !== '' ? error.message : code
  const detail = kind === 'timeout' ? `within ${timeout} ms` : said === '' ? '' : `(${said})`
  return new UpstreamError(kind, `GET ${url.replace(/[?#].*/s, '')}: ${explanations[kind]} ${detail}`.trimEnd(), timeout, error)
}
