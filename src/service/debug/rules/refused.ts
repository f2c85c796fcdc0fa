import type { Observation } from '../observation/observation.ts'
import { countdown } from '../wording/times.ts'
import { logInAgain } from './advice.ts'
import { errorIdOf, noSession } from './ending.ts'
import { foreignCookies, sessionCookies, tokenOf } from './received.ts'
import type { Rule } from './rule.ts'

/** That a credential looks right, but Ory does not know its session. */
export const refusedRules: readonly Rule[] = [
  {
    rule: 'cookie-refused',
    tone: 'problem',
    when: (seen) =>
      isUnknown(seen) &&
      seen.sent.token === null &&
      sessionCookies(seen).length > 0 &&
      foreignCookies(seen).length === 0,
    headline: 'The request has a session cookie, but Ory does not know its session',
    explanation: (seen) =>
      'The session has expired, was revoked or logged out, or belongs to another Kratos or project.' + ageOf(seen),
    next: [
      logInAgain,
      'If a fresh login is refused as well, this service asks a different Ory than the one that people log in to: ' +
        'compare ORY_SDK_URL. Or the cookie secrets (secrets.cookie) differ between instances of Kratos.',
    ],
  },
  {
    rule: 'token-refused',
    tone: 'problem',
    when: (seen) =>
      isUnknown(seen) && seen.sent.token?.flaws.length === 0 && (isSessionToken(seen) || isOfNoKnownKind(seen)),
    headline: (seen) =>
      isSessionToken(seen)
        ? 'The request has a session token, but Ory does not know its session'
        : 'The token does not look like a session token, and Ory does not know it',
    explanation: (seen) =>
      isSessionToken(seen)
        ? 'It has the right form. ' +
          'The session has expired, was revoked or logged out, or belongs to another Kratos or project.'
        : 'Ory session tokens start with ory_st_.',
    next: ({ ory }) => [
      logInAgain,
      `If a fresh login is refused as well, people log in to a different Ory than ${ory.url}.`,
    ],
  },
]

/** What is said when no rule finds out why there is no session. */
export const unexplained: Rule = {
  rule: 'unexplained',
  tone: 'problem',
  when: () => true,
  headline: 'Ory answered that there is no session',
  explanation: 'Nothing in the request shows why.',
  next: [logInAgain],
}

function isUnknown(seen: Observation): boolean {
  return noSession(seen) && errorIdOf(seen) !== 'session_inactive'
}

function isSessionToken(seen: Observation): boolean {
  return tokenOf(seen)?.kind === 'session-token'
}

function isOfNoKnownKind(seen: Observation): boolean {
  return tokenOf(seen)?.kind === 'unknown'
}

function ageOf(seen: Observation): string {
  const written = sessionCookies(seen).find(({ writtenAt }) => writtenAt !== null)?.writtenAt ?? null
  if (written === null) return ''
  const age = countdown(Date.parse(written), Date.parse(seen.at))
  return ` By its own account, unverified, the cookie was written ${age}.`
}
