import type { Observation } from '../observation/observation.ts'
import { capital, counted } from '../wording/amounts.ts'
import { allCookies, isAnonymous, projectCookie } from './received.ts'
import type { Rule } from './rule.ts'

/** That no credential of Ory's came. */
export const missingRules: readonly Rule[] = [
  {
    rule: 'no-credentials',
    tone: 'problem',
    when: (seen) => isAnonymous(seen) && seen.client.kind !== 'browser' && allCookies(seen).length === 0,
    headline: 'The request has no credentials',
    explanation: 'It has neither a Cookie nor an Authorization header, so Ory was asked without any credentials.',
    next: [
      "With a session token: curl -H 'Authorization: Bearer <session token>' …",
      "With a browser session: curl -H 'Cookie: ory_kratos_session=<value>' …, " +
        "or copy the request as cURL from the browser's developer tools.",
    ],
  },
  {
    rule: 'no-session-cookie',
    tone: 'problem',
    when: (seen) => isAnonymous(seen) && allCookies(seen).length > 0,
    headline: "The request has cookies, but none that looks like Ory's session cookie",
    explanation: (seen) =>
      `${capital(counted(seen.came.cookies, 'cookie'))} arrived, so cookies reach this host. ` +
      `Ory's is named ory_kratos_session, or ${networkCookie(seen)}, unless configured otherwise.`,
    next: [
      'In the developer tools, under Application, Cookies, check whether it is there, and its Domain, Path, Secure, ' +
        'and SameSite.',
      'If it is not there, nobody is logged in, or it belongs to another domain.',
      'If Kratos gives it another name (session.cookie.name), it was sent anyway, and Ory did not accept it.',
    ],
  },
]

function networkCookie({ ory }: Observation): string {
  return ory.project === null ? 'ory_session_<project> on Ory Network' : projectCookie(ory.project)
}
