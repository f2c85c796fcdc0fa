import createClient from 'openapi-fetch'
import type { operations, paths } from '../../generated/ory.ts'
import { answerFrom, type WhoamiAnswer } from './answer.ts'
import type { Credentials } from './credentials.ts'
import { isDenied } from './denial.ts'
import { credentialHeaders, oryHeaders } from './headers.ts'
import { createReadiness, type Readiness } from './readiness.ts'
import { UpstreamError, type UpstreamFailure } from './transport/failure.ts'
import type { SentHeaders } from './transport/pool.ts'
import { createTransport, type Load } from './transport/transport.ts'

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
  /** The same past a cache; only a client with a cache has it. */
  whoamiAnew?: Ask
  /**
   * Whether Ory says a second time, where it tells that from an error of its database, that the credentials have no
   * session: true, or false where it can't be made to say. Rejects with an UpstreamError when it says otherwise.
   * `asked` is when it was asked first, on the clock of `performance.now()`: both together take two seconds more than
   * `timeout` at most.
   */
  deniesAgain: (question: Question, asked: number, signal?: AbortSignal) => Promise<boolean>
  /** The number of connections and calls now. */
  connections: () => Load
  /** Ends the calls in flight and closes the connections. */
  close: () => void
}

/** The bounds of a client. */
export interface OryOptions {
  /** The time for a call in ms, from its start to the end of the answer; 5,000 by default. */
  timeout?: number
  /** The number of calls at once, 256 by default; sixteen times as many wait for their turn. */
  connections?: number
  /** The size of an answer in bytes, before and after gzip; 2,000,000 by default. */
  maxBytes?: number
}

/**
 * createOry makes a client for the public API at `baseUrl`, a Kratos or an Ory Network project, with a pool of
 * connections. Make one for each Ory, and keep it.
 *
 * @throws TypeError when `baseUrl` is not a URL of http or https, or has a user, a query or a fragment, or when an
 *   option is not a whole number from 1.
 * @example
 * const ory = createOry('https://happy-einstein-1a2b3c.projects.oryapis.com', { timeout: 2000 })
 */
export function createOry(baseUrl: URL | string, options: OryOptions = {}): Ory {
  const { timeout = 5000, connections: atOnce = 256, maxBytes = 2e6 } = options
  const { href } = checkedUrl(baseUrl)
  whole('timeout', timeout, 2 ** 31 - 1) // as long as Node's timers go
  whole('connections', atOnce)
  whole('maxBytes', maxBytes)
  const { Request, fetch, connections, close } = createTransport(new URL(href), {
    timeout,
    connections: atOnce,
    maxBytes,
    credentialHeaders,
  })
  const base = href.replace(/\/+$/, '')
  const readyUrl = `${base}/health/ready`
  const whyNotReady = async (): Promise<string | undefined> => {
    try {
      const { status } = await fetch(new Request(readyUrl), { accept: 'application/json' })
      return status >= 500 ? `GET ${readyUrl}: Ory answered ${status}` : undefined
    } catch (error) {
      if (error instanceof UpstreamError) return answered.has(error.kind) ? undefined : error.message
      throw error
    }
  }
  const client = createClient<paths>({ baseUrl: href, Request })
  const whoami: Ask = async (question, signal) => {
    const { response } = await client.GET('/sessions/whoami', {
      ...(question.tokenizeAs === undefined ? {} : { params: { query: { tokenize_as: question.tokenizeAs } } }),
      fetch: (request) => fetch(request, sentHeaders(question), signal),
      parseAs: 'stream',
    })
    const { buffer, byteOffset, byteLength } = await response.bytes()
    return answerFrom(response, Buffer.from(buffer, byteOffset, byteLength))
  }
  const doubtTime = timeout + leastDoubt
  const logoutUrl = `${base}/self-service/logout/browser`
  const deniesAgain: Ory['deniesAgain'] = async (question, asked, signal) => {
    try {
      // Without the credentials, no answer is about them.
      const limits = { end: asked + doubtTime, leaves: false }
      const response = await fetch(new Request(logoutUrl), sentHeaders(question), signal, limits)
      return isDenied(response, await response.bytes())
    } catch (error) {
      if (error instanceof UpstreamError && answered.has(error.kind)) return false
      throw error
    }
  }
  return { whoami, deniesAgain, ...createReadiness(whyNotReady, doubtTime), connections, close }
}

/** A URL that calls can be sent to. What is wrong with another is said without it, since it may hold a password. */
function checkedUrl(baseUrl: URL | string): URL {
  const url = URL.parse(String(baseUrl))
  const fault =
    url === null || !/^https?:$/.test(url.protocol)
      ? 'is not a URL that starts with http:// or https://'
      : url.username !== '' || url.password !== ''
        ? 'has a user or a password'
        : url.search !== '' || url.hash !== ''
          ? 'has a query or a fragment'
          : undefined
  if (url === null || fault !== undefined)
    throw new TypeError(`creating a client of Ory: baseUrl ${fault ?? ''}; pass the URL of Ory's public API`)
  return url
}

/** whole refuses what is no whole number from 1 to `most`. */
export function whole(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new TypeError(`creating a client of Ory: ${name} is ${value}, expected a whole number from 1 to ${most}`)
}

/** Failures that are an answer all the same: Ory, or a proxy without its health, is there. */
const answered: ReadonlySet<UpstreamFailure> = new Set(['protocol', 'too_large'])
const leastDoubt = 2000 // ms for a second question, however long the first took

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
