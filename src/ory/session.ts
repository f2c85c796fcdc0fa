import type { Session, WhoamiAnswer } from './answer.ts'
import type { Ory } from './client.ts'
import type { Credentials } from './credentials.ts'
import { oryOptions, type KratosError } from './error.ts'
import { onlyWhileReady } from './readiness.ts'
import { errorReply, replyTo, replyWithoutAnswer, type Reply } from './reply.ts'
import { UpstreamError } from './transport/failure.ts'

/** An authenticator assurance level, as Ory's spec names them. */
export type Aal = NonNullable<Session['authenticator_assurance_level']>

/** A session that is enough, and the cookies that Ory sets with it. */
export interface Granted {
  session: Session
  cookies: readonly string[]
}

/** How to answer a request without such a session. */
export interface Denied {
  session: undefined
  reply: Reply
  /** Whether Ory was asked and said so; false when nothing is known about the session. */
  isKnown: boolean
}

/**
 * findSession asks Ory whose session the credentials belong to, and whether it is active and of `aal` at least. Others
 * are refused as Ory refuses them: 401 without a session, 403 below `aal` or where Ory asks for a second factor, 429
 * where Ory limits the rate, and 502, 503 or 504 when Ory gave no answer, or can't know since it is not ready.
 */
export async function findSession(ory: Ory, credentials: Credentials, aal: Aal): Promise<Granted | Denied> {
  let answer: WhoamiAnswer
  try {
    answer = await onlyWhileReady(ory.whoami, ory)(credentials)
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    return { session: undefined, reply: replyWithoutAnswer(error, oryOptions), isKnown: false }
  }
  const session = answer.session()
  if (session === undefined) {
    const reply = replyTo(answer, oryOptions)
    return { session, reply, isKnown: reply.status === 401 || reply.status === 403 }
  }
  const missing = missingIn(session, aal)
  if (missing !== undefined) return { session: undefined, reply: errorReply(missing), isKnown: true }
  return { session, cookies: answer.headers.getSetCookie() }
}

const levels: Record<Aal, number> = { aal0: 0, aal1: 1, aal2: 2, aal3: 3 }

/** inactive says that a session was ended. */
export const inactive: KratosError = {
  code: 401,
  id: 'session_inactive',
  message: 'No active session was found in this request.',
  reason: 'The session was ended. Log in again.',
}

/** Why a session is not enough; undefined when it is. */
function missingIn(
  { active, authenticator_assurance_level: level = 'aal0' }: Session,
  aal: Aal,
): KratosError | undefined {
  if (active === false) return inactive
  if (levels[level] >= levels[aal]) return undefined
  return {
    code: 403,
    id: 'session_aal2_required',
    message: `This request needs a session of ${aal}.`,
    reason: `The session has ${level}. Log in with another factor: /self-service/login/browser?aal=${aal}`,
  }
}
