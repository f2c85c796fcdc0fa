import { isUndecodable } from '../../../ory/error.ts'
import type { UpstreamFailure } from '../../../ory/transport/failure.ts'
import type { Observation } from '../observation/observation.ts'
import { mostRead } from '../observation/ory-answer.ts'

/** How the call to Ory ended. */
export type Ending =
  | UpstreamFailure
  | 'unreadable'
  | 'not-sendable'
  | 'redirect'
  | 'rate-limit'
  | 'undecodable-cookie'
  | 'error'
  | 'not-api'
  | 'session'
  | 'too-large'
  | 'headers-refused'
  | 'not-a-session'
  | 'no-session'
  | 'aal2-required'
  | 'forbidden'
  | 'unexpected'

type Answered = Pick<Observation, 'answer' | 'session'>

function endingOf({ answer, session }: Answered): Ending {
  if (answer.kind === 'not-asked') return answer.why
  if (answer.kind === 'failed') return answer.failure
  const { status, contentType, bytes, error } = answer
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 429) return 'rate-limit'
  if (status === 431) return 'headers-refused'
  if (status >= 500) return isUndecodable(error?.message ?? '') ? 'undecodable-cookie' : 'error'
  if (status === 404 || (contentType ?? '').includes('html')) return 'not-api'
  if (status === 200) return session !== null ? 'session' : bytes > mostRead ? 'too-large' : 'not-a-session'
  if (status === 401) return answer.notReady === null ? 'no-session' : 'not_ready'
  if (status === 403) return error?.id === 'session_aal2_required' ? 'aal2-required' : 'forbidden'
  return 'unexpected'
}

/** ended makes the condition that the call to Ory ended in this way. */
export function ended(ending: Ending): (seen: Answered) => boolean {
  return (seen) => endingOf(seen) === ending
}

/** noSession: Ory answered that there is no session. */
export const noSession = ended('no-session')

/** undecodable: Ory could not decode the session cookie, which kept it from looking at a token. */
export const undecodable = ended('undecodable-cookie')

/** sessionFound: Ory answered with a session. */
export const sessionFound = ended('session')

/** statusOf is the status that Ory answered with, as text. */
export function statusOf({ answer }: Observation): string {
  return answer.kind === 'answered' ? String(answer.status) : ''
}

/** errorIdOf is the id of Ory's error; null where there is none. */
export function errorIdOf({ answer }: Observation): string | null {
  return answer.kind === 'answered' ? (answer.error?.id ?? null) : null
}

/** failureOf says in words why there was no answer; empty where there was one. */
export function failureOf({ answer }: Observation): string {
  return answer.kind === 'failed' ? answer.message : ''
}
