import { STATUS_CODES } from 'node:http'
import type { components } from '../../generated/ory.ts'
import type { UpstreamError } from './transport/failure.ts'

/** An error as Kratos writes it. */
export interface ErrorBody {
  error: components['schemas']['genericError']
}

/** What Kratos says of an error: an HTTP status, an id for programs, a message and a reason for people. */
export interface KratosError {
  code: 400 | 401 | 403 | 417 | 501 | 502 | 503 | 504 | 505
  id: string
  message: string
  reason: string
}

/** What the operator can set, under the names that the operator knows: options of a library, variables of a service. */
export interface Settings {
  url: string
  /** The settings that decide about the host, `url` among them. */
  host: string
  timeout: string
  connections: string
  maxBytes: string
}

/** The settings of `createOry`. */
export const oryOptions: Settings = {
  url: "createOry's baseUrl",
  host: "createOry's baseUrl",
  timeout: "createOry's timeout",
  connections: "createOry's limits.connections",
  maxBytes: "createOry's limits.maxBytes",
}

/** errorBody writes an error as Kratos does. */
export function errorBody(error: KratosError): ErrorBody {
  return { error: { ...error, status: STATUS_CODES[error.code] ?? '' } }
}

const unreachable = 'Ory could not be asked whose session this is.'

/** withoutAnswer explains a call that got no answer: 504 when time ran out, 503 when too many wait, 502 otherwise. */
export function withoutAnswer({ kind, timeout }: UpstreamError, settings: Settings): KratosError {
  const { id, reason } = explanations(timeout, settings)[kind]
  return { code: kind === 'timeout' ? 504 : kind === 'busy' ? 503 : 502, id, message: unreachable, reason }
}

type Explanations = Record<UpstreamError['kind'], Pick<KratosError, 'id' | 'reason'>>

const explanations = (ms: number, { url, host, timeout, connections, maxBytes }: Settings): Explanations => ({
  timeout: {
    id: 'upstream_timeout',
    reason: `Ory did not answer within ${ms} ms. Try again; if it persists, check that Ory is up, or raise ${timeout}.`,
  },
  dns: {
    id: 'upstream_unresolved',
    reason: `The host name of Ory's URL could not be resolved. Check ${host}, and the resolver of this service.`,
  },
  refused: {
    id: 'upstream_unreachable',
    reason: `Nothing accepts connections at Ory's URL. Check that Ory is up, and ${url}.`,
  },
  tls: {
    id: 'upstream_untrusted',
    reason:
      `The TLS certificate at Ory's URL was not accepted. Check ${url}, ` +
      'and the certificates that this service trusts (NODE_EXTRA_CA_CERTS).',
  },
  reset: {
    id: 'upstream_reset',
    reason: "Ory closed the connection before it answered. Try again; if it persists, look at Ory's logs.",
  },
  too_large: {
    id: 'upstream_too_large',
    reason: `Ory's answer is longer than ${maxBytes} allows. Check that ${url} is Ory's API, or raise the limit.`,
  },
  busy: {
    id: 'upstream_queue_full',
    reason:
      'Too many requests are waiting for Ory. Try again in a second; ' +
      `if it persists, raise ${connections}, or find out why Ory is slow.`,
  },
  left: { id: 'client_left', reason: 'The client left before Ory answered.' },
  protocol: {
    id: 'upstream_malformed',
    reason: `What answered at Ory's URL does not speak proper HTTP. Check that ${url} is Ory's public API.`,
  },
})

/** notAboutSession explains an answer that says nothing about a session: 503 when Ory is too busy, 502 otherwise. */
export function notAboutSession(status: number, { url }: Settings): KratosError {
  const busy = status === 429 || status === 503
  return {
    code: busy ? 503 : 502,
    id: busy ? 'upstream_busy' : 'upstream_unexpected',
    message: unreachable,
    reason: busy
      ? `Ory answered ${status}: it is too busy, or limits the rate of this service. Try again later.`
      : `Ory answered ${status}, which is not about a session. Check that ${url} is Ory's public API, and Ory's logs.`,
  }
}
