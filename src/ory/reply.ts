import type { WhoamiAnswer } from './answer.ts'
import { errorBody, notAboutSession, withoutAnswer, type KratosError, type Settings } from './error.ts'
import { passedOn } from './headers.ts'
import type { UpstreamError } from './transport/failure.ts'

/** A header; a list of values is sent as a header each. */
export type ReplyHeader = readonly [name: string, value: string | readonly string[]]

/** What the caller is answered, for any framework to send. `Vary` and `Set-Cookie` are added to what is there. */
export interface Reply {
  status: number
  headers: readonly ReplyHeader[]
  body: Buffer | string
}

const aboutTheRequest = new Set([200, 400, 401, 403]) // 400 says that `tokenize_as` names no template of Ory's

const withoutReason: Record<number, KratosError> = {
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
}

/**
 * replyTo passes Ory's answer on, byte for byte, where it is 200, 400, 401 or 403 with JSON; anything else is explained
 * in our own words. `Set-Cookie`, `Vary` and Ory's own headers are passed on with it.
 */
export function replyTo(answer: WhoamiAnswer, settings: Settings): Reply {
  const { status } = answer
  const headers = headersFrom(answer)
  if (!aboutTheRequest.has(status) || !answer.isJson()) {
    const reply = errorReply(withoutReason[status] ?? notAboutSession(status, settings))
    return { ...reply, headers: [...headers, ...reply.headers] }
  }
  headers.push(...jsonHeaders(status))
  return { status, headers, body: answer.body }
}

/** replyWithoutAnswer explains why Ory could not be asked. */
export function replyWithoutAnswer(error: UpstreamError, settings: Settings): Reply {
  const reply = errorReply(withoutAnswer(error, settings))
  return error.kind === 'busy' ? { ...reply, headers: [['Retry-After', retryAfter], ...reply.headers] } : reply
}

/** How long a caller is asked to wait when there are too many, in seconds. */
export const retryAfter = '1'

/** errorReply answers with an error in Kratos' shape. */
export function errorReply(error: KratosError): Reply {
  return { status: error.code, headers: jsonHeaders(error.code), body: Buffer.from(JSON.stringify(errorBody(error))) }
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

const names = [...passedOn, 'Vary']

function headersFrom({ headers }: WhoamiAnswer): ReplyHeader[] {
  const passed: ReplyHeader[] = []
  for (const name of names) {
    const value = headers.get(name)
    if (value !== null) passed.push([name, value])
  }
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) passed.push(['Set-Cookie', cookies])
  return passed
}
