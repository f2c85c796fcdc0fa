import { projectCookie } from '../observation/cookies.ts'
import type { Observation } from '../observation/observation.ts'
import { capital, counted } from '../wording/amounts.ts'
import { allCookies, isAnonymous } from './received.ts'
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
    rule: 'only-csrf-cookie',
    tone: 'problem',
    when: (seen) => isAnonymous(seen) && hasCsrfCookie(seen),
    headline: "Of Ory's cookies, only the CSRF cookie came: there is no session cookie",
    explanation:
      'Ory sets it in whatever browser opens a login page, and it says nothing about who is logged in. ' +
      'Cookies of that Ory do reach this host, so a session cookie would too.',
    causes: [
      {
        cause: 'Nobody is logged in in this browser: the login was not completed, or it ended in a logout.',
        check: 'Log in and repeat the request: the session cookie then comes beside the CSRF cookie.',
      },
      {
        cause: 'Only a part of the cookies was copied.',
        check: 'Look in the developer tools, under Application, Cookies, for ory_kratos_session or ory_session_….',
      },
      {
        cause:
          'The session cookie has another domain, path or SameSite than the CSRF cookie (session.cookie in Kratos).',
        check: 'Compare Domain, Path, Secure and SameSite of the two there.',
      },
    ],
    next: ['Log in, and repeat the request with all cookies.'],
  },
  {
    rule: 'no-session-cookie',
    tone: 'problem',
    when: (seen) => isAnonymous(seen) && allCookies(seen).length > 0 && !hasCsrfCookie(seen),
    headline: "The request has cookies, but none that looks like Ory's session cookie",
    explanation: (seen) =>
      `${capital(counted(seen.came.cookies, 'cookie'))} arrived, so cookies reach this host. ` +
      `Ory's is named ory_kratos_session, or ${networkCookie(seen)}, unless configured otherwise.`,
    causes: [
      {
        cause: 'Nobody is logged in in this browser.',
        check: 'In the developer tools, under Application, Cookies, there is no session cookie of Ory for any domain.',
      },
      {
        cause: 'The session cookie belongs to another domain or path, or its Secure or SameSite keeps it back.',
        check: 'It is there, and its Domain, Path, Secure or SameSite does not fit the address of the request.',
      },
      {
        cause: 'Kratos gives it another name (session.cookie.name): it was sent anyway, and Ory did not accept it.',
        check: "Compare the names of the cookies that came with that setting in Kratos' configuration.",
      },
    ],
    next: ['Log in at the configured Ory, and repeat the request with all cookies.'],
  },
]

function hasCsrfCookie(seen: Observation): boolean {
  return allCookies(seen).some(({ name }) => name?.startsWith('csrf_token_') === true)
}

function networkCookie({ ory }: Observation): string {
  return ory.project === null ? 'ory_session_<project> on Ory Network' : projectCookie(ory.project)
}
