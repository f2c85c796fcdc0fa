import type { Observation, SchemeVerdict } from '../observation/observation.ts'
import { sizeOf } from '../wording/amounts.ts'
import { fewerCookies, sendExactly } from './advice.ts'
import { ended } from './ending.ts'
import { firstAuthorization, tokenOf } from './received.ts'
import type { Rule } from './rule.ts'

type Words = Pick<Rule, 'headline' | 'explanation'>

const schemes: Record<Exclude<SchemeVerdict, 'counts' | 'not-first'>, Words> = {
  'other-scheme': {
    headline: (seen) => `Authorization has the scheme ${schemeOf(seen)} instead of Bearer`,
    explanation: (seen) => `Only Bearer counts, so what follows ${schemeOf(seen)} was not sent to Ory.`,
  },
  'unknown-scheme': {
    headline: 'Authorization has a scheme that is not Bearer',
    explanation:
      'Only Bearer counts, so the header was ignored. ' +
      'The scheme is not shown, since it is none of the known ones and may be a secret.',
  },
  'no-scheme': {
    headline: 'Authorization has a token, but no scheme',
    explanation: 'The token must follow the word Bearer and one space, so the header was ignored.',
  },
  'no-token': {
    headline: 'Authorization has no token',
    explanation: 'Nothing follows the scheme, as where a variable is empty on the client.',
  },
  'wrong-blank': {
    headline: 'Bearer is followed by a tab or a no-break space, not by a plain space',
    explanation: 'Only one plain space counts, so the header was ignored. Such characters come from copying.',
  },
  quotes: {
    headline: 'The Authorization header is in quotes',
    explanation: 'The quotes are part of what was sent, so it does not start with Bearer and was ignored.',
  },
  punctuation: {
    headline: 'Bearer is followed by a colon, a comma, or an equals sign',
    explanation: 'Only a space counts, so the header was ignored.',
  },
}

const usualLimit = 16_000 // characters: Node and HAProxy take 16 kB, Apache and nginx 8 kB in a line

/** What is wrong with the headers that carry credentials. */
export const headerRules: readonly Rule[] = [
  ...Object.entries(schemes).map(([verdict, words]): Rule => ({
    rule: `authorization-${verdict}`,
    tone: 'credentials',
    misplaced: ['Authorization'],
    when: (seen) => firstAuthorization(seen)?.verdict === verdict && !(verdict === 'no-scheme' && isNoToken(seen)),
    ...words,
    next: [sendExactly],
  })),
  {
    rule: 'headers-too-large',
    tone: 'note',
    when: (seen) => seen.came.characters > usualLimit && !ended('headers-refused')(seen),
    headline: ({ came }) => `The request has ${sizeOf(came.characters)} of cookies and credentials`,
    explanation:
      'Proxies and servers usually accept 8 to 64 kB of headers, ' +
      'and refuse a larger request with 400 or 431 before anyone looks at its session.',
    next: ({ came }) =>
      came.cookies > 0 ? [fewerCookies] : ['Check the client: an Ory session token has 39 characters.'],
  },
  {
    rule: 'authorization-repeated',
    tone: 'note',
    when: ({ authorization }) => authorization.length > 1,
    headline: 'The request has more than one Authorization header',
    explanation: 'The first one decides; the others are ignored.',
    next: ['Send only one.'],
  },
  {
    rule: 'session-token-empty',
    tone: 'credentials',
    when: ({ sessionToken: { counts, headers } }) =>
      counts && headers.length > 0 && headers.every(({ length }) => length === 0),
    headline: 'X-Session-Token is empty',
    explanation: 'Nothing follows its name, as where a variable is empty on the client.',
    next: ['Send X-Session-Token: <session token>.'],
  },
  {
    rule: 'session-token-ignored',
    tone: 'credentials',
    misplaced: ['X-Session-Token'],
    when: ({ sessionToken }) => sessionToken.headers.length > 0 && !sessionToken.counts,
    headline: 'X-Session-Token does not count here',
    explanation:
      'With RESPONSES=go, as in the example that it follows, the token is taken from Authorization: Bearer only. ' +
      'X-Session-Token counts with RESPONSES=http.',
    next: ['Send Authorization: Bearer <session token>, or set RESPONSES=http.'],
  },
]

/** Whether a cookie or a placeholder came in place of a token, which no scheme would mend. */
function isNoToken(seen: Observation): boolean {
  return /^(?:session-cookie|session-pair|csrf-pair|placeholder)$/.test(tokenOf(seen)?.kind ?? '')
}

function schemeOf(seen: Observation): string {
  return firstAuthorization(seen)?.scheme ?? ''
}
