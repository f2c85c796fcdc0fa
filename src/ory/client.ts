import createClient from 'openapi-fetch'
import type { components, operations, paths } from '../../generated/ory.ts'
import type { Credentials } from './credentials.ts'
import { UpstreamError } from './failure.ts'
import type { SentHeaders } from './pool.ts'
import { createTransport } from './transport.ts'

/** A session as Ory's spec describes it. */
export type Session = components['schemas']['session']

/** What Ory is asked: whose session the credentials are. */
export interface Question extends Credentials {
  /** The name of a template after which the session also comes as a JSON Web Token. */
  tokenizeAs?: string | undefined
  /** The id under which the request is known, sent along as `X-Request-Id`. */
  requestId?: string | undefined
  /** Other headers to send along, such as `traceparent`. */
  headers?: Record<string, string>
}

/**
 * Asks Ory a question; rejects with an UpstreamError when no whole answer came in time. Where `signal` aborts, nobody
 * waits for the answer any more, and the call ends.
 */
export type Ask = (question: Question, signal?: AbortSignal) => Promise<WhoamiAnswer>

/** Ory's answer to a whoami call, whatever its status: the body as bytes, whole. */
export interface WhoamiAnswer {
  status: number
  statusText: string
  headers: Pick<Headers, 'get' | 'getSetCookie'>
  body: Buffer
  /** Where a redirect of Ory's led; empty where there was none. */
  url: string
  /** The JSON object in it, read when it is first asked for; undefined where it is no JSON or no object. */
  object: () => object | undefined
}

/** A client of one Ory project or Kratos. */
export interface Ory {
  /**
   * Asks `GET /sessions/whoami` whose session the credentials are. `Cookie` and `X-Session-Token` are always sent, empty
   * when there is nothing to send, as the Go SDK does.
   */
  whoami: Ask
  /** Why Ory is not ready, in a line, or undefined when it is; asked at most once a second. */
  problem: () => Promise<string | undefined>
  /** How many connections and calls there are, by state. */
  connections: () => Record<string, number>
  /** Ends the calls in flight and closes the connections. */
  close: () => void
}

/** What a client of Ory is bounded by. */
export interface OryLimits {
  /** How many calls are under way at once, 256 unless given; sixteen times as many wait for their turn. */
  connections?: number
  /** How long an answer may be, before and after gzip, in bytes; 2,000,000 unless given. */
  maxBytes?: number
}

/**
 * createOry makes a client for the public API at `baseUrl`, typed by Ory's spec, on kept connections; each call has
 * `timeout` ms from its start to the end of the answer.
 */
export function createOry(baseUrl: URL, timeout: number, limits: OryLimits = {}): Ory {
  const { Request, fetch, connections, close } = createTransport(baseUrl, {
    timeout,
    connections: 256,
    maxBytes: 2e6,
    ...limits,
  })
  const readyUrl = `${baseUrl.href.replace(/\/+$/, '')}/health/ready`
  const problem = async (): Promise<string | undefined> => {
    try {
      const { ok, status } = await fetch(new Request(readyUrl), { accept: 'application/json' })
      return ok ? undefined : `GET ${readyUrl}: Ory answered ${status}`
    } catch (error) {
      if (error instanceof UpstreamError) return error.message
      throw error
    }
  }
  const client = createClient<paths>({ baseUrl: baseUrl.href, Request })
  const whoami: Ask = async (question, signal) => {
    const { response } = await client.GET('/sessions/whoami', {
      ...(question.tokenizeAs === undefined ? {} : { params: { query: { tokenize_as: question.tokenizeAs } } }),
      fetch: (call) => fetch(call, headersOf(question), signal),
      parseAs: 'stream',
    })
    const { status, statusText, headers, url } = response
    const { buffer, byteOffset, byteLength } = await response.bytes()
    const body = Buffer.from(buffer, byteOffset, byteLength)
    return { status, statusText, headers, body, url, object: once(() => objectIn(headers, body)) }
  }
  return { whoami, problem: keptFor(readinessAge, problem), connections, close }
}

type WhoamiHeaders = NonNullable<operations['toSession']['parameters']['header']>

function headersOf({ cookie, token, bearer = '', requestId, headers }: Question): SentHeaders {
  const credentials: WhoamiHeaders = { Cookie: cookie, 'X-Session-Token': token }
  return {
    accept: 'application/json',
    ...credentials,
    ...(bearer === '' ? undefined : { authorization: `Bearer ${bearer}` }),
    ...(requestId === undefined ? undefined : { 'x-request-id': requestId }),
    ...headers,
  }
}

const readinessAge = 1000

/** What `ask` resolved to, asked again only when the last call is over and began `age` ms ago or more. */
function keptFor<T>(age: number, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  let since = 0
  let pending = false
  return () => {
    if (answer !== undefined && (pending || performance.now() - since < age)) return answer
    since = performance.now()
    pending = true
    answer = ask().finally(() => {
      pending = false
    })
    return answer
  }
}

const jsonType = /^application\/(?:[^;]+\+)?json\b/i

function objectIn(headers: WhoamiAnswer['headers'], body: Buffer): object | undefined {
  if (!jsonType.test(headers.get('content-type') ?? '')) return undefined
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What `make` makes, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** sessionOf is the session in an answer, or undefined where there is none. */
export function sessionOf(answer: WhoamiAnswer): Session | undefined {
  if (answer.status !== 200) return undefined
  // The one place where Ory's JSON is taken for what the spec says it is.
  return answer.object() as Session | undefined
}
