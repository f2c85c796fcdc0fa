import type { Cookie, Observation } from '../observation/observation.ts'
import { countdown } from '../wording/times.ts'
import { logInAgain } from './advice.ts'
import { errorIdOf, noSession } from './ending.ts'
import { cookieDecides, ownCookies, tokenOf } from './received.ts'
import type { Cause, Rule } from './rule.ts'
import { isGoodCookie, tokenHeaders } from './tried.ts'

/** That a credential looks right, but Ory does not know its session. */
export const refusedRules: readonly Rule[] = [
  {
    rule: 'cookie-refused',
    tone: 'problem',
    when: (seen) =>
      isUnknown(seen) &&
      cookieDecides(seen) &&
      ownCookies(seen).some((cookie) => cookie.sent && isPlausible(cookie) && !(isGoodCookie(seen) && isOdd(cookie))),
    headline: 'The request has a session cookie, but Ory finds no active session for it',
    explanation: (seen) =>
      `It is a session cookie by its name and form, and nothing in the request shows why it is refused. ${aList}` +
      ageOf(seen),
    causes: cookieCauses,
    next: [logInAgain],
  },
  {
    rule: 'token-refused',
    tone: 'problem',
    misplaced: tokenHeaders,
    when: (seen) => tokenDecides(seen) && (isSessionToken(seen) || isOfNoKnownKind(seen)),
    headline: (seen) =>
      isSessionToken(seen)
        ? 'The request has a session token, but Ory finds no active session for it'
        : 'The token does not look like a session token, and Ory does not accept it',
    explanation: (seen) =>
      isSessionToken(seen)
        ? `It has the right form, and nothing in the request shows why it is refused. ${aList}`
        : 'Session tokens start with ory_st_.',
    causes: (seen) => (isSessionToken(seen) ? [expired, revoked, otherOry(seen, 'token')] : []),
    next: [logInAgain],
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

const day = 86_400_000 // ms: how long Ory's sessions last by default
const minutes = 600_000

const aList = "The identity's sessions show why: GET /admin/identities/<id>/sessions at Ory's admin API."

const expired: Cause = {
  cause: 'The session has expired.',
  check: 'It is listed with expires_at in the past. Sessions last for session.lifespan, 24 hours by default.',
}
const revoked: Cause = {
  cause: 'It was logged out or revoked, here or on another device, or its identity was disabled or deleted.',
  check: 'It is listed with active: false and expires_at to come, or not at all.',
}
const extended: Cause = {
  cause: 'The session was extended, but its cookie was not: the cookie keeps its old expiry.',
  check: 'It is listed with active: true. Answers of whoami renew the cookie, where they reach the browser.',
}

function otherOry({ ory }: Observation, credential: 'cookie' | 'token'): Cause {
  const secrets =
    credential === 'cookie' ? ', and secrets.cookie and session.cookie.name of all instances of Kratos' : ''
  return {
    cause: `People log in to a different Ory than ${ory.url}, which this service asks.`,
    check: `The ${credential} of a fresh login is refused as well. Compare ORY_SDK_URL${secrets}.`,
  }
}

/** The likeliest first: an old cookie has expired, and one that was just written is of another Ory. */
function cookieCauses(seen: Observation): Cause[] {
  const age = ageIn(seen)
  const other = otherOry(seen, 'cookie')
  if (age === null) return [revoked, expired, other]
  if (age > day) return [expired, extended, revoked, other]
  return age < minutes ? [other, revoked, expired, extended] : [revoked, other, expired, extended]
}

/** Whether it is the name or the form that keeps it from counting, where it is good otherwise. */
function isOdd({ role, flaws }: Cookie): boolean {
  return role !== 'session' || flaws.length > 0
}

function isPlausible({ kind, flaws }: Cookie): boolean {
  return (kind === 'session-cookie' && !flaws.includes('embedded')) || (kind === 'unknown' && flaws.length === 0)
}

function tokenDecides(seen: Observation): boolean {
  return isUnknown(seen) && seen.sent.token?.flaws.length === 0 && !cookieDecides(seen)
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
  const age = ageIn(seen)
  if (age === null) return ''
  const now = Date.parse(seen.at)
  return ` By its own account, unverified, the cookie was written ${countdown(now - age, now)}.`
}

/** How long ago the first session cookie was written, by its own account, in ms. */
function ageIn(seen: Observation): number | null {
  const written = ownCookies(seen).find(({ writtenAt }) => writtenAt !== null)?.writtenAt ?? null
  return written === null ? null : Date.parse(seen.at) - Date.parse(written)
}
