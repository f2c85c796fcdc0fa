import type { WhoamiAnswer } from './answer.ts'
import {
  errorBody,
  isUndecodable,
  notAboutSession,
  unreachable,
  withoutAnswer,
  type KratosError,
  type Settings,
} from './error.ts'
import { oryHeaders, passedOn } from './headers.ts'
import type { UpstreamError } from './transport/failure.ts'

/** A header; a list of values is sent as a header each. */
export type ReplyHeader = readonly [name: string, value: string | readonly string[]]

/** What the caller is answered, for any framework to send. `Vary` and `Set-Cookie` are added to what is there. */
export interface Reply {
  status: number
  headers: readonly ReplyHeader[]
  /** Null for none. */
  body: Buffer | string | null
  /** What an error of ours is called. */
  id?: string
}

// 400 says that `tokenize_as` names no template of Ory's, 429 that Ory limits the rate.
const passedOnAsTheyAre = new Set([200, 400, 401, 403, 429])

const inOurWords: Record<number, KratosError> = {
  401: {
    code: 401,
    id: 'session_inactive',
    message: 'No active session was found in this request.',
    reason: 'Ory answered 401 without a reason.',
  },
  403: {
    code: 403,
    id: 'forbidden',
    message: 'This session is not enough for this request.',
    reason: 'Ory, or a gateway before it, answered 403 without a reason.',
  },
  429: {
    code: 429,
    id: 'too_many_requests',
    message: unreachable,
    reason: 'Ory, or a gateway before it, limits the rate of this service. Try again later.',
  },
}

const brokenCookie: KratosError = {
  code: 401,
  id: 'session_cookie_invalid',
  message: 'No active session was found in this request.',
  reason: "Ory can't decode the session cookie. Delete it, or send the session token without it.",
}

/**
 * replyTo passes Ory's answer on, byte for byte, where it is 200, 400, 401, 403 or 429 with JSON; anything else is
 * explained in our own words. `Set-Cookie`, `Vary` and Ory's own headers are passed on with it.
 *
 * Kratos answers 500 to a good token beside a session cookie that it can't decode. That is the client's mistake: 401.
 */
export function replyTo(answer: WhoamiAnswer, settings: Settings): Reply {
  const { status } = answer
  if (passedOnAsTheyAre.has(status) && answer.isJson())
    return { status, headers: [...headersFrom(answer, ofSessions), ...jsonHeaders(status)], body: answer.body }
  const error = isBrokenCookie(answer) ? brokenCookie : (inOurWords[status] ?? notAboutSession(status, settings))
  const reply = errorReply(error)
  return { ...reply, headers: [...headersFrom(answer, ofErrors), ...reply.headers] }
}

function isBrokenCookie(answer: WhoamiAnswer): boolean {
  return answer.status === 500 && isUndecodable(answer.error()?.message ?? '')
}

/** replyWithoutAnswer explains why Ory could not be asked. */
export function replyWithoutAnswer(error: UpstreamError, settings: Settings): Reply {
  const reply = errorReply(withoutAnswer(error, settings))
  return reply.status === 503 ? { ...reply, headers: [['Retry-After', retryAfter], ...reply.headers] } : reply
}

/** How long a caller is asked to wait when there are too many, or Ory is not ready, in seconds. */
export const retryAfter = '1'

/** errorReply answers with an error in Kratos' shape. */
export function errorReply(error: KratosError): Reply {
  const { code: status, id } = error
  return { status, headers: jsonHeaders(status), body: Buffer.from(JSON.stringify(errorBody(error))), id }
}

const json: readonly ReplyHeader[] = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Cache-Control', 'no-store'],
]
const jsonWithChallenge: readonly ReplyHeader[] = [...json, ['WWW-Authenticate', 'Bearer']]

/** RFC 9110, section 15.5.2, wants a challenge with every 401. */
function jsonHeaders(status: number): readonly ReplyHeader[] {
  return status === 401 ? jsonWithChallenge : json
}

const ofErrors: readonly string[] = [oryHeaders.errorId, 'Retry-After', 'Vary']
const ofSessions: readonly string[] = [...passedOn, 'Vary']

function headersFrom({ headers }: WhoamiAnswer, names: readonly string[]): ReplyHeader[] {
  const passed: ReplyHeader[] = []
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) passed.push([name, value])
  }
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) passed.push(['Set-Cookie', cookies])
  return passed
}
