import { STATUS_CODES } from 'node:http'
import type { components } from '../../generated/ory.ts'
import type { UpstreamError } from './transport/failure.ts'

/** An error as Kratos writes it. */
export interface ErrorBody {
  error: components['schemas']['genericError']
}

/** What Kratos says of an error: an HTTP status, an id for programs, a message and a reason for people. */
export interface KratosError {
  code: 400 | 401 | 403 | 404 | 405 | 417 | 429 | 500 | 501 | 502 | 503 | 504 | 505
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
  connections: "createOry's connections",
  maxBytes: "createOry's maxBytes",
}

/** errorBody writes an error as Kratos does. */
export function errorBody(error: KratosError): ErrorBody {
  return { error: { ...error, status: STATUS_CODES[error.code] ?? '' } }
}

/** What is said where nobody knows whose session it is. */
export const unreachable = 'Ory could not be asked whose session this is.'

/**
 * withoutAnswer explains a call that got no answer: 504 when time ran out, 503 when too many wait or Ory is not ready,
 * 502 otherwise.
 */
export function withoutAnswer({ kind, timeout }: UpstreamError, settings: Settings): KratosError {
  const { code = 502, id, reason } = explanations[kind]
  return { code, id, message: unreachable, reason: reason(settings, timeout) }
}

interface Explanation {
  /** 502 unless given. */
  code?: 503 | 504
  id: string
  reason: (settings: Settings, timeout: number) => string
}

const explanations: Record<UpstreamError['kind'], Explanation> = {
  timeout: {
    code: 504,
    id: 'upstream_timeout',
    reason: ({ timeout }, ms) =>
      `Ory did not answer within ${ms} ms. Try again; if it persists, check that Ory is up, or raise ${timeout}.`,
  },
  dns: {
    id: 'upstream_unresolved',
    reason: ({ host }) =>
      `The host name of Ory's URL could not be resolved. Check ${host}, and the resolver of this service.`,
  },
  refused: {
    id: 'upstream_unreachable',
    reason: ({ url }) => `Nothing accepts connections at Ory's URL. Check that Ory is up, and ${url}.`,
  },
  tls: {
    id: 'upstream_untrusted',
    reason: ({ url }) =>
      `The TLS certificate at Ory's URL was not accepted. Check ${url}, ` +
      'and the certificates that this service trusts (NODE_EXTRA_CA_CERTS).',
  },
  reset: {
    id: 'upstream_reset',
    reason: () => "Ory closed the connection before it answered. Try again; if it persists, look at Ory's logs.",
  },
  too_large: {
    id: 'upstream_too_large',
    reason: ({ url, maxBytes }) =>
      `Ory's answer is longer than ${maxBytes} allows. Check that ${url} is Ory's API, or raise the limit.`,
  },
  busy: {
    code: 503,
    id: 'upstream_queue_full',
    reason: ({ connections }) =>
      'Too many requests are waiting for Ory. Try again in a second; ' +
      `if it persists, raise ${connections}, or find out why Ory is slow.`,
  },
  not_ready: {
    code: 503,
    id: 'upstream_not_ready',
    reason: () =>
      'Ory found no session, but is not ready: it may be without its database, and would not find any. ' +
      "Try again in a second; if it persists, look at Ory's /health/ready and its logs.",
  },
  left: { id: 'client_left', reason: () => 'The client left before Ory answered.' },
  protocol: {
    id: 'upstream_malformed',
    reason: ({ url }) =>
      `What answered at Ory's URL does not speak proper HTTP. Check that ${url} is Ory's public API.`,
  },
}

/** notAboutSession explains an answer that says nothing about a session: 503 when Ory is too busy, 502 otherwise. */
export function notAboutSession(status: number, { url }: Settings): KratosError {
  if (status === 503) {
    return {
      code: 503,
      id: 'upstream_busy',
      message: unreachable,
      reason: 'Ory answered 503: it is too busy, or not ready. Try again later.',
    }
  }
  return {
    code: 502,
    id: 'upstream_unexpected',
    message: unreachable,
    reason:
      `Ory answered ${status}, which is not about a session. ` +
      `Check that ${url} is Ory's public API, and Ory's logs.`,
  }
}

/** isUndecodable says whether a message of Kratos' is about a session cookie that it can't decode. */
export function isUndecodable(message: string): boolean {
  return message.startsWith('securecookie')
}
