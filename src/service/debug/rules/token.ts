import type { CredentialFlaw, Observation } from '../observation/observation.ts'
import { characters } from '../wording/amounts.ts'
import { sendExactly } from './advice.ts'
import { sessionFound } from './ending.ts'
import type { Rule } from './rule.ts'
import { tokenHeaders } from './tried.ts'

/** What is wrong with the token that was sent. */
export const tokenRules: readonly Rule[] = [
  {
    rule: 'token-quoted',
    tone: 'credentials',
    misplaced: tokenHeaders,
    when: tokenHas('quoted'),
    headline: 'The token is in quotes',
    explanation: 'The quotes were sent to Ory as part of the token.',
    causes: [
      {
        cause: 'The client stored the token as JSON, as JSON.stringify writes it.',
        check: 'It has quotes where the client keeps it.',
      },
      { cause: 'A command line has quotes within quotes.', check: 'It has quotes only where the command is written.' },
    ],
    next: [sendExactly],
  },
  {
    rule: 'token-doubled-scheme',
    tone: 'credentials',
    misplaced: tokenHeaders,
    when: tokenHas('doubled-scheme'),
    headline: 'The word Bearer appears twice',
    explanation: 'The second one was sent to Ory as part of the token.',
    next: [sendExactly],
  },
  {
    rule: 'token-blanks',
    tone: 'credentials',
    misplaced: tokenHeaders,
    when: (seen) => tokenHas('blanks')(seen) && !/^(?:placeholder|json)$/.test(seen.sent.token?.kind ?? ''),
    headline: 'The token contains whitespace',
    explanation: 'A token is a single word.',
    causes: [
      {
        cause: 'It was copied with a line break or a space in it.',
        check: 'It shows where the client keeps the token.',
      },
      {
        cause: 'There are two tokens: a proxy joins two headers with a comma.',
        check: 'Its length in this report is about twice that of a token, which has 39 characters.',
      },
    ],
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
]

// What Ory accepted has nothing wrong with it; it checks the token before the cookies.
function tokenHas(flaw: CredentialFlaw): (seen: Observation) => boolean {
  return (seen) => !sessionFound(seen) && (seen.sent.token?.flaws.includes(flaw) ?? false)
}
