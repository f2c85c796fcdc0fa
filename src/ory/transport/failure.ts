import { errorCode } from './error-code.ts'

/** The kinds of failure of a call to Ory. */
export type UpstreamFailure =
  | 'timeout'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'reset'
  | 'protocol'
  /** The answer is too long. */
  | 'too_large'
  /** Too many calls are in flight or waiting, so this one was not made. */
  | 'busy'
  /** Ory answered 401, but is not ready, so it may have no database to look into. */
  | 'not_ready'
  /** The client has left. */
  | 'left'

/** A call without a whole answer: `kind` says why, `message` says it in one line and without any credential. */
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

/** isUpstreamError recognizes an UpstreamError, also one of another copy of the package. */
export function isUpstreamError(error: unknown): error is UpstreamError {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'UpstreamError'
}

/** Why a call was stopped, for {@link explain} to complete. Its message never holds anything from outside. */
export class CallStopped extends Error {
  override name = 'CallStopped'
  readonly kind: UpstreamFailure

  constructor(kind: UpstreamFailure, detail = '') {
    super(detail)
    this.kind = kind
  }
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
  too_large: "Ory's answer was too long",
  busy: 'too many calls to Ory are waiting; try again',
  not_ready: 'Ory is not ready',
  left: 'the client left',
}

/**
 * explain turns whatever a call to `url` failed with into an {@link UpstreamError}. It names the URL's origin and path
 * only, since a user, a password and a query may be secret.
 */
export function explain(error: unknown, url: string, timeout: number): UpstreamError {
  const code = errorCode(error)
  const stopped = error instanceof CallStopped ? error : undefined
  const kind = stopped?.kind ?? (/CERT|SELF_SIGNED|TLS|SSL/.test(code) ? 'tls' : (kinds[code] ?? 'protocol'))
  const said = stopped === undefined ? code : stopped.message
  const detail = kind === 'timeout' ? `within ${timeout} ms` : said === '' ? '' : `(${said})`
  const { origin, pathname } = new URL(url)
  // What could not be read as HTTP may hold a session, so it is not passed on.
  const cause = kind === 'protocol' ? undefined : error
  return new UpstreamError(kind, `GET ${origin}${pathname}: ${explanations[kind]} ${detail}`.trimEnd(), timeout, cause)
}
