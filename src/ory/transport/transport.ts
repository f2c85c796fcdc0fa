import type { Bounds } from './deadline.ts'
import { CallStopped, explain } from './failure.ts'
import { createGate } from './gate.ts'
import { unzip } from './gzip.ts'
import { GetRequest, type WholeResponse } from './messages.ts'
import { createPool, type SentHeaders } from './pool.ts'
import { followRedirects } from './redirect.ts'

/** The bounds of a transport, and what it must not send to strangers. */
export interface TransportOptions {
  /** The time for a call in ms, from its start to the end of the response, redirects and gzip included. */
  timeout: number
  /** The number of calls at once; sixteen times as many wait for their turn, and others fail as `busy`. */
  connections: number
  /** The size of a body in bytes, before and after gzip. */
  maxBytes: number
  /** The request headers that carry credentials, in lower case. */
  credentialHeaders: ReadonlySet<string>
}

/** What one call may do. */
export interface CallLimits {
  /** When it ends, on the clock of `performance.now()`, if its time is not up before. */
  end?: number
  /** Whether it follows redirects to where credentials are not sent; true by default. */
  leaves?: boolean
}

/** How many connections and calls there are now. */
export interface Load {
  /** Connections with a call on them. */
  active: number
  /** Connections that are kept for the next call. */
  idle: number
  /** Calls in flight, also those whose connection is being made. */
  calls: number
  /** Calls that wait for their turn. */
  waiting: number
}

/** openapi-fetch's `Request` and `fetch`, on kept connections to one origin. */
export interface Transport {
  Request: typeof Request
  /**
   * Sends `headers` and none of the request's own, since a `Headers` object per call is most of what openapi-fetch
   * costs. The call ends when `signal` aborts. Rejects with an UpstreamError.
   */
  fetch: (request: Request, headers: SentHeaders, signal?: AbortSignal, limits?: CallLimits) => Promise<Response>
  connections: () => Load
  /** Ends every call and closes the connections. */
  close: () => void
}

const queueFactor = 16 // calls that wait, for each that may be in flight

/**
 * createTransport keeps connections to the origin of `baseUrl`. Like Go's client it repeats a call that failed on a
 * kept connection before any response, follows redirects, and undoes gzip. Unlike Go's, it takes credentials only where
 * {@link followRedirects} says.
 */
export function createTransport(baseUrl: URL, options: TransportOptions): Transport {
  const { timeout, connections, maxBytes, credentialHeaders } = options
  const { origin } = baseUrl
  const pool = createPool(origin, maxBytes, timeout)
  const gate = createGate(connections, queueFactor * connections)
  let closed = false

  /** Sends on a kept connection; where a redirect led elsewhere, on a connection for this call alone. */
  const get = async (url: string, headers: SentHeaders, bounds: Bounds): Promise<WholeResponse> => {
    if (url.startsWith(`${origin}/`)) return pool.get({ path: url.slice(origin.length), headers, ...bounds })
    const target = new URL(url)
    const elsewhere = createPool(target.origin, maxBytes, timeout)
    try {
      return await elsewhere.get({ path: target.pathname + target.search, headers, ...bounds })
    } finally {
      elsewhere.close()
    }
  }

  const fetch: Own['fetch'] = async (request, headers, signal, { end = Infinity, leaves } = {}) => {
    const bounds = { deadline: Math.min(performance.now() + timeout, end), signal }
    let asked = request.url
    let inside = gate.tryEnter()
    try {
      if (signal?.aborted === true || closed) throw new CallStopped('left')
      if (!inside) {
        await gate.wait(bounds)
        inside = true
      }
      const hop = (url: string, sent: SentHeaders): Promise<WholeResponse> => get((asked = url), sent, bounds)
      const response = await followRedirects(asked, headers, credentialHeaders, hop, leaves)
      return await unzip(response, maxBytes, bounds.deadline)
    } catch (error) {
      throw explain(error, asked, timeout)
    } finally {
      if (inside) gate.leave()
    }
  }

  return asTransport({
    Request: GetRequest,
    fetch,
    connections: () => ({ ...pool.figures(), waiting: gate.figures().waiting }),
    close: () => {
      closed = true
      pool.close()
    },
  })
}

type Own = Omit<Transport, 'Request' | 'fetch'> & {
  Request: typeof GetRequest
  fetch: (
    request: GetRequest,
    headers: SentHeaders,
    signal?: AbortSignal,
    limits?: CallLimits,
  ) => Promise<WholeResponse>
}

/** The one boundary where our small request and response stand in for the platform's. */
function asTransport(transport: Own): Transport {
  return transport as unknown as Transport
}
