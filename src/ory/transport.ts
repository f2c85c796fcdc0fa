import { Pool, type Dispatcher } from 'undici'

/** The failures of an upstream call that are told apart. */
export type UpstreamFailure = 'timeout' | 'dns' | 'refused' | 'tls' | 'reset' | 'protocol'

/** A call that got no whole answer: `kind` says why, `message` says it in one line without any credential. */
export class UpstreamError extends Error {
  override name = 'UpstreamError'
  readonly kind: UpstreamFailure

  constructor(kind: UpstreamFailure, message: string, cause?: unknown) {
    super(message, { cause })
    this.kind = kind
  }
}

/** openapi-fetch's `Request` and `fetch`, on a keep-alive pool to one origin. */
export interface Transport {
  Request: typeof Request
  fetch: (call: Request) => Promise<Response>
  /** Waits for the calls in flight and closes the pool. */
  close: () => Promise<void>
}

/** What openapi-fetch reads of a request, and no more. */
class Call {
  readonly url: string
  readonly method: string
  readonly headers: Headers

  constructor(url: string, init: { method: string; headers: Headers }) {
    this.url = url
    this.method = init.method
    this.headers = init.headers
  }
}

/** What openapi-fetch and its callers read of a response; the body is whole and can be read any number of times. */
class Answer {
  readonly status: number
  readonly statusText: string
  readonly headers: { get: (name: string) => string | null }
  readonly #body: Buffer

  constructor(status: number, statusText: string, headers: Record<string, string | string[] | undefined>, body: Buffer) {
    this.status = status
    this.statusText = statusText
    this.headers = {
      get: (name) => {
        const value = headers[name.toLowerCase()]
        return Array.isArray(value) ? value.join(', ') : (value ?? null)
      },
    }
    this.#body = body
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
 * included. A call that fails on a kept connection before any answer is made again once, as Go's client does.
 *
 * Its `fetch` rejects with an {@link UpstreamError}.
 */
export function createTransport(baseUrl: URL, timeout: number): Transport {
  const pool = new Pool(baseUrl.origin, { connect: { timeout }, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 1 << 20 })
  const path = (call: Call): string => call.url.slice(baseUrl.origin.length)
  const fetch = async (call: Call): Promise<Answer> => {
    const deadline = performance.now() + timeout
    try {
      return await send(pool, path(call), call, timeout)
    } catch (error) {
      if (!wasStale(error)) throw explain(error, call, timeout)
    }
    return send(pool, path(call), call, deadline - performance.now()).catch((error: unknown) => {
      throw explain(error, call, timeout)
    })
  }
  return asTransport({ Request: Call, fetch, close: () => pool.close() })
}

/** The one boundary where our small request and response stand in for the platform's. */
function asTransport(transport: { Request: typeof Call; fetch: (call: Call) => Promise<Answer>; close: () => Promise<void> }): Transport {
  return transport as unknown as Transport
}

function send(pool: Pool, path: string, call: Call, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let statusText = ''
    let headers: Record<string, string | string[] | undefined> = {}
    let late: UpstreamError | undefined
    const timer = setTimeout(() => {
      late = new UpstreamError('timeout', '')
      controller?.abort(late)
      reject(late)
    }, timeout)
    pool.dispatch(
      { path, method: 'GET', headers: call.headers },
      {
        onRequestStart: (started) => {
          controller = started
          if (late !== undefined) started.abort(late)
        },
        onResponseStart: (_, code, received, reason) => {
          status = code
          statusText = reason ?? ''
          headers = received
        },
        onResponseData: (_, chunk) => {
          chunks.push(chunk)
        },
        onResponseEnd: () => {
          clearTimeout(timer)
          const [only = Buffer.alloc(0)] = chunks
          resolve(new Answer(status, statusText, headers, chunks.length > 1 ? Buffer.concat(chunks) : only))
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

function explain(error: unknown, call: Call, timeout: number): UpstreamError {
  const code = Error.isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const tls = /CERT|SELF_SIGNED|TLS|SSL/.test(code)
  const kind = error instanceof UpstreamError ? error.kind : tls ? 'tls' : (kinds[code] ?? 'protocol')
  const detail = kind === 'timeout' ? `within ${timeout} ms` : code === '' ? '' : `(${code})`
  return new UpstreamError(kind, `${call.method} ${call.url.replace(/\?.*/s, '')}: ${explanations[kind]} ${detail}`.trimEnd(), error)
}
