import type { Cookie, Observation } from '../observation/observation.ts'
import { logInAgain } from './advice.ts'
import { noSession, sessionFound } from './ending.ts'
import { cookieDecides, sessionCookies } from './received.ts'
import type { Rule } from './rule.ts'
import { isGood, isRefused } from './tried.ts'

/** What several credentials in one request do to each other. */
export const besideRules: readonly Rule[] = [
  {
    rule: 'token-hides-cookie',
    tone: 'problem',
    when: (seen) => noSession(seen) && isHidden(seen, 'cookie') && !cookieDecides(seen) && !isRefused(seen),
    headline: (seen) =>
      isGood(seen)
        ? 'The token hides the cookie, and the cookie is good: send it without the token'
        : 'The token hides the cookie',
    explanation: (seen) =>
      'Ory checks the token first, and where it does not accept it, it does not look at the cookie.' +
      (isGood(seen) ? ' Asked about the cookie alone, Ory finds its session.' : ''),
    next: ['Send the cookie without the token, or log in again for a new token.'],
  },
  {
    rule: 'cookie-hides-token',
    tone: 'problem',
    when: (seen) => noSession(seen) && isHidden(seen, 'token') && !isRefused(seen),
    headline: (seen) =>
      isGood(seen)
        ? 'The cookie hides the token, and the token is good: send it without the cookie'
        : 'The cookie hides the token',
    explanation: (seen) =>
      'Ory checks the cookie before Authorization: Bearer, and where the session of the cookie is no longer active, ' +
      'it does not look at the token.' +
      (isGood(seen) ? ' Asked about the token alone, Ory finds its session.' : ''),
    next: ['Send the token without the cookie; a client with a cookie jar may send the cookie unasked.'],
  },
  {
    rule: 'cookie-hides-cookie',
    tone: 'problem',
    when: (seen) => noSession(seen) && isHidden(seen, 'cookie') && cookieDecides(seen) && isGood(seen),
    headline: 'The first session cookie hides the second one, and that one is good',
    explanation:
      'Of several session cookies, Ory takes the first that it can decode. ' +
      'Asked about the second one alone, Ory finds its session.',
    next: [
      'Delete both in the browser and log in again.',
      'Configure one domain and path for it in Ory: ' +
        'a browser sends the one with the longer path first, and the older one before the newer.',
    ],
  },
  {
    rule: 'cookie-left-behind',
    tone: 'credentials',
    when: (seen) => leftBehind(seen).length > 0,
    headline: (seen) =>
      seen.tried?.why === 'left-behind' && isGood(seen)
        ? 'FORWARD_COOKIES leaves the session cookie behind, and the cookie is good'
        : 'FORWARD_COOKIES leaves the session cookie behind',
    explanation: (seen) =>
      `It looks like Ory's by its name or its value, and was not sent to Ory.${leftBehindSentence(seen)}`,
    next: (seen) => [`Add ${namesOf(leftBehind(seen))} to FORWARD_COOKIES.`],
  },
  {
    rule: 'neither-known',
    tone: 'note',
    when: (seen) => noSession(seen) && seen.tried?.why === 'hidden' && isRefused(seen),
    headline: ({ tried, sent }) =>
      sent.token === null
        ? 'The second session cookie, asked about alone, is refused as well'
        : `The ${tried?.as ?? ''}, asked about alone, is refused as well`,
    explanation: 'So neither of them has an active session.',
    next: [logInAgain],
  },
  {
    rule: 'one-counts',
    tone: 'note',
    when: (seen) => sessionFound(seen) && seen.tried?.why === 'hidden' && (isGood(seen) || isRefused(seen)),
    headline: whichCounts,
    explanation: (seen) =>
      isSameSession(seen)
        ? 'Either of them is enough.'
        : isOtherIdentity(seen)
          ? 'It is even the session of another identity: a client that sends only that one is somebody else.'
          : 'Ory takes X-Session-Token before its cookie, and its cookie before Authorization: Bearer.',
    next: ['Send only one of them.'],
  },
]

function isHidden({ tried }: Observation, as: 'cookie' | 'token'): boolean {
  return tried?.why === 'hidden' && tried.as === as
}

function whichCounts(seen: Observation): string {
  const counts = counting(seen)
  const other = counts === 'token' ? 'cookie' : 'token'
  if (isRefused(seen)) return `The ${counts} counts: the ${other} beside it, asked about alone, is refused`
  return isSameSession(seen)
    ? 'The token and the cookie are of the same session'
    : `The ${counts} counts: the ${other} beside it is of another session`
}

/** Which of two credentials the session is from. */
function counting(seen: Observation): 'cookie' | 'token' {
  const tried = seen.tried?.as ?? 'cookie'
  return seen.sent.token?.header === 'Authorization' && isSameSession(seen)
    ? tried
    : tried === 'cookie'
      ? 'token'
      : 'cookie'
}

function isSameSession({ session, tried }: Observation): boolean {
  const other = tried?.session ?? null
  return other !== null && other.id === session?.id
}

function isOtherIdentity({ session, tried }: Observation): boolean {
  const other = tried?.session?.identity ?? null
  return other !== null && other.id !== session?.identity?.id
}

function leftBehind(seen: Observation): Cookie[] {
  return sessionCookies(seen).filter(({ sent, kind }) => !sent && (kind === 'session-cookie' || kind === 'unknown'))
}

function leftBehindSentence(seen: Observation): string {
  if (seen.tried?.why !== 'left-behind') return ''
  return isGood(seen)
    ? ' Asked about it, Ory finds its session.'
    : isRefused(seen)
      ? ' Asked about it, Ory finds no active session either.'
      : ''
}

function namesOf(cookies: readonly Cookie[]): string {
  return [...new Set(cookies.map(({ name }) => name ?? 'its name'))].join(' and ')
}
