import createClient from 'openapi-fetch'
import type { operations, paths } from '../../generated/ory.ts'
import { answerFrom, type WhoamiAnswer } from './answer.ts'
import type { Credentials } from './credentials.ts'
import { credentialHeaders, oryHeaders } from './headers.ts'
import { createReadiness, type Readiness } from './readiness.ts'
import { UpstreamError, type UpstreamFailure } from './transport/failure.ts'
import type { SentHeaders } from './transport/pool.ts'
import { createTransport } from './transport/transport.ts'

/** A question to Ory: whose session do these credentials belong to? */
export interface Question extends Credentials {
  /** The template for a session that also comes as a JSON Web Token. */
  tokenizeAs?: string | undefined
  /** The id of the request, sent as `X-Request-Id`. */
  requestId?: string | undefined
  /** Other headers to send, such as `traceparent`. */
  headers?: Record<string, string>
}

/**
 * Asks Ory a question. Rejects with an UpstreamError when no whole answer came in time. When `signal` aborts, nobody
 * waits for the answer any more, and the call ends.
 */
export type Ask = (question: Question, signal?: AbortSignal) => Promise<WhoamiAnswer>

/** A client of one Ory project or Kratos. */
export interface Ory extends Readiness {
  /**
   * Asks `GET /sessions/whoami`. `Cookie` and `X-Session-Token` are always sent, empty if need be, as the Go SDK does.
   */
  whoami: Ask
  /** The number of connections and calls, by state. */
  connections: () => Record<string, number>
  /** Ends the calls in flight and closes the connections. */
  close: () => void
}

/** The bounds of a client. */
export interface OryLimits {
  /** The number of calls at once, 256 by default; sixteen times as many wait for their turn. */
  connections?: number
  /** The size of an answer in bytes, before and after gzip; 2,000,000 by default. */
  maxBytes?: number
}

/**
 * createOry makes a client for the public API at `baseUrl`, typed by Ory's spec, with a pool of connections. A call may
 * take `timeout` ms from its start to the end of the answer.
 */
export function createOry(baseUrl: URL, timeout: number, limits: OryLimits = {}): Ory {
  const { Request, fetch, connections, close } = createTransport(baseUrl, {
    timeout,
    connections: 256,
    maxBytes: 2e6,
    credentialHeaders,
    ...limits,
  })
  const readyUrl = `${baseUrl.href.replace(/\/+$/, '')}/health/ready`
  const whyNotReady = async (): Promise<string | undefined> => {
    try {
      const { status } = await fetch(new Request(readyUrl), { accept: 'application/json' })
      return status >= 500 ? `GET ${readyUrl}: Ory answered ${status}` : undefined
    } catch (error) {
      if (error instanceof UpstreamError) return answered.has(error.kind) ? undefined : error.message
      throw error
    }
  }
  const client = createClient<paths>({ baseUrl: baseUrl.href, Request })
  const whoami: Ask = async (question, signal) => {
    const { response } = await client.GET('/sessions/whoami', {
      ...(question.tokenizeAs === undefined ? {} : { params: { query: { tokenize_as: question.tokenizeAs } } }),
      fetch: (request) => fetch(request, sentHeaders(question), signal),
      parseAs: 'stream',
    })
    const { buffer, byteOffset, byteLength } = await response.bytes()
    return answerFrom(response, Buffer.from(buffer, byteOffset, byteLength))
  }
  return { whoami, ...createReadiness(whyNotReady, timeout + leastDoubt), connections, close }
}

/** Failures that are an answer all the same: Ory, or a proxy without its health, is there. */
const answered: ReadonlySet<UpstreamFailure> = new Set(['protocol', 'too_large'])
const leastDoubt = 2000 // ms for the readiness of Ory, however little time a call may take

type WhoamiHeaders = NonNullable<operations['toSession']['parameters']['header']>

function sentHeaders({ cookie, token, bearer = '', requestId, headers }: Question): SentHeaders {
  const credentials: WhoamiHeaders = { Cookie: cookie, [oryHeaders.sessionToken]: token }
  return {
    accept: 'application/json',
    ...credentials,
    ...(bearer === '' ? undefined : { authorization: `Bearer ${bearer}` }),
    ...(requestId === undefined ? undefined : { 'x-request-id': requestId }),
    ...headers,
  }
}
