import type { CredentialFlaw, Observation } from '../observation/observation.ts'
import { characters } from '../wording/amounts.ts'
import { sendExactly } from './advice.ts'
import { noSession, sessionFound } from './ending.ts'
import { sessionCookies } from './received.ts'
import type { Rule } from './rule.ts'

/** What is wrong with the token that was sent. */
export const tokenRules: readonly Rule[] = [
  {
    rule: 'token-quoted',
    tone: 'credentials',
    when: tokenHas('quoted'),
    headline: 'The token is in quotes',
    explanation:
      'The quotes were sent to Ory as part of the token. ' +
      'JSON.stringify, or quotes within quotes on a command line, can cause that.',
    next: [sendExactly],
  },
  {
    rule: 'token-doubled-scheme',
    tone: 'credentials',
    when: tokenHas('doubled-scheme'),
    headline: 'The word Bearer appears twice',
    explanation: 'The second one was sent to Ory as part of the token.',
    next: [sendExactly],
  },
  {
    rule: 'token-blanks',
    tone: 'credentials',
    when: tokenHas('blanks'),
    headline: 'The token contains whitespace',
    explanation:
      'A token is a single word. ' +
      'Two tokens, a comma from a proxy that joins headers, or a line break from copying can cause that.',
    next: [sendExactly],
  },
  {
    rule: 'token-length',
    tone: 'credentials',
    when: tokenHas('length'),
    headline: 'The session token does not have its usual length',
    explanation: ({ sent }) =>
      `It has ${characters(sent.token?.length ?? 0)}; those that Kratos makes have 39. ` +
      'Part of it may have been lost in copying.',
    next: ['Copy it again in one piece, from session_token in the response to the login.'],
  },
  {
    rule: 'token-hides-cookie',
    tone: 'problem',
    when: (seen) => noSession(seen) && seen.sent.token?.header === 'X-Session-Token' && sessionCookies(seen).length > 0,
    headline: 'The token hides the cookie',
    explanation:
      'The request has both a token and a session cookie. ' +
      'Ory checks the token first, and if it does not accept it, it does not check the cookie.',
    next: ['Repeat the request without the Authorization header: if the cookie is good, the session is there.'],
  },
]

// What Ory accepted has nothing wrong with it; it checks the token before the cookies.
function tokenHas(flaw: CredentialFlaw): (seen: Observation) => boolean {
  return (seen) => !sessionFound(seen) && (seen.sent.token?.flaws.includes(flaw) ?? false)
}
