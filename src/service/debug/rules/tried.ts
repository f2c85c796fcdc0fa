import type { Observation } from '../observation/observation.ts'
import { noSession, sessionFound } from './ending.ts'

/** isGood: asked about the credential that was tried alone, Ory found an active session. */
export function isGood({ tried }: Observation): boolean {
  return tried !== null && sessionFound(tried) && tried.session?.active !== false
}

/** isGoodCookie: what came as a cookie is one that Ory knows, where it is sent as Ory made it. */
export function isGoodCookie(seen: Observation): boolean {
  const { tried } = seen
  return tried?.why === 'misplaced' && tried.from === 'Cookie' && tried.as === 'cookie' && isGood(seen)
}

/** isRefused: asked about the credential that was tried alone, Ory answered that there is no session. */
export function isRefused({ tried }: Observation): boolean {
  return tried !== null && noSession(tried)
}

/** The headers that a token comes in, also one that is no session token. */
export const tokenHeaders: readonly string[] = ['Authorization', 'X-Session-Token']

/** rightPlace says what became of a credential from one of `headers` where it belongs; empty where it was not tried. */
export function rightPlace(seen: Observation, headers: readonly string[]): string {
  const { tried } = seen
  if (tried?.why !== 'misplaced' || !headers.includes(tried.from)) return ''
  const place = tried.as === 'token' ? 'alone after Authorization: Bearer' : 'alone in the Cookie header'
  return isGood(seen)
    ? ` It is good: sent ${place}, Ory finds its session.`
    : isRefused(seen)
      ? ` Sent ${place}, it is refused as well: Ory finds no active session for it.`
      : ''
}
