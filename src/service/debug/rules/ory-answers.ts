import type { Observation } from '../observation/observation.ts'
import { mostRead } from '../observation/ory-answer.ts'
import { sizeOf } from '../wording/amounts.ts'
import { fewerCookies, logInAgain } from './advice.ts'
import { ended, errorIdOf, sessionFound, statusOf, undecodable } from './ending.ts'
import { atOry } from './hosts.ts'
import { mistakenCookies } from './received.ts'
import type { Rule } from './rule.ts'
import { isGood } from './tried.ts'

/** What Ory, or something in its place, answered in place of a session or a plain "no session". */
export const oryAnswerRules: readonly Rule[] = [
  {
    rule: 'ory-redirect',
    tone: 'problem',
    when: (seen) => ended('redirect')(seen) || (redirectOf(seen) !== null && !sessionFound(seen)),
    headline: 'The Ory URL leads to a redirect',
    explanation: (seen) =>
      `Ory's whoami never redirects${leadsTo(seen)}. Credentials are passed on only within the same host.`,
    causes: (seen) => [
      {
        cause: "It is Kratos' admin port.",
        check: 'The redirect leads to the public port, or to a path under /admin.',
      },
      ...(seen.ory.url.startsWith('http:')
        ? [{ cause: 'Ory is served over https only.', check: 'The redirect leads to the same address with https.' }]
        : []),
      { cause: 'It is a user interface or a login proxy.', check: 'The redirect leads to a page to log in.' },
    ],
    next: ["Set ORY_SDK_URL to the URL of Ory's public API itself; for Kratos, its public port, 4433 by default."],
  },
  {
    rule: 'ory-rate-limit',
    tone: 'problem',
    when: ended('rate-limit'),
    headline: 'Ory answered that there were too many requests',
    explanation:
      'A rate limit of the Ory project, or of a proxy, has been reached (429). That says nothing about the session.',
    next: [
      'Wait a minute and try again.',
      "If it persists, ask Ory less often for the same session, or raise the project's limit.",
    ],
  },
  {
    rule: 'cookie-undecodable',
    tone: 'problem',
    when: (seen) => undecodable(seen) && mistakenCookies(seen).length === 0,
    headline: (seen) =>
      isGood(seen)
        ? "Kratos can't decode the session cookie beside a good token: send the token without the cookie"
        : "Kratos can't decode the session cookie",
    explanation: (seen) =>
      'Beside a good token, Kratos answers 500 to a session cookie that it did not write.' +
      (isGood(seen) ? ' Asked about the token alone, Ory finds its session.' : ''),
    causes: [
      {
        cause: 'It is of another Kratos, or of this one before its secrets.cookie changed.',
        check: 'Its length is the one that the browser has, and this report names no flaw of it.',
      },
      {
        cause: 'It is damaged or cut off: by copying, or by something that decodes and encodes cookies.',
        check: 'Its length differs from the one that the browser has, or this report names a flaw of it.',
      },
    ],
    next: ['Delete the cookie, or send the token without it.', logInAgain],
  },
  {
    rule: 'ory-error',
    tone: 'problem',
    when: ended('error'),
    headline: (seen) => `Ory has an error of its own: it answered ${statusOf(seen)}`,
    explanation: 'That says nothing about the credentials.',
    causes: (seen) => [
      ...(statusOf(seen) === '500'
        ? []
        : [{ cause: 'A proxy in front of Ory has no backend.', check: "Ory's log does not have the request." }]),
      {
        cause: 'Ory failed after it had found the session.',
        check: "The answer is 500, and Ory's log has the error.",
      },
      {
        cause: "Ory's database is down, or a migration of it is missing.",
        check: `curl -i ${atOry(seen, '/health/ready')} answers 503.`,
      },
    ],
    next: ["Check Ory's log at the time of this report."],
  },
  {
    rule: 'not-ory-api',
    tone: 'problem',
    when: ended('not-api'),
    headline: (seen) =>
      isPage(seen) ? 'The Ory URL serves a web page, not the API' : 'There is no /sessions/whoami at the Ory URL',
    explanation: (seen) =>
      `${atOry(seen, '/sessions/whoami')} answered ${statusOf(seen)}${isPage(seen) ? ' with HTML' : ''}.`,
    causes: (seen) => [
      ...(seen.ory.project === null
        ? []
        : [
            {
              cause: 'There is no such Ory Network project.',
              check: 'Its slug differs from the one in the Ory Console.',
            },
          ]),
      {
        cause: 'It is the URL of a user interface.',
        check: 'Opened in a browser, it shows a page to log in or an application.',
      },
      { cause: 'The URL has a wrong path.', check: 'Without its path, or with another one, it answers in JSON.' },
      { cause: 'It is an admin port behind a proxy.', check: 'It answers GET /admin/identities with 200 and a list.' },
    ],
    next: (seen) => [
      seen.ory.project === null
        ? "Set ORY_SDK_URL to the URL of Kratos' public API (port 4433 by default), " +
          'without a path unless a proxy adds one.'
        : 'Set ORY_PROJECT_SLUG to the slug of the project that people log in to.',
      `The URL is right when this answers 401 with JSON: curl -i ${atOry(seen, '/sessions/whoami')}`,
    ],
  },
  {
    rule: 'headers-refused',
    tone: 'problem',
    when: ended('headers-refused'),
    headline: 'Ory, or a proxy in front of it, refuses headers of this size',
    explanation: ({ came }) =>
      `It answered 431: ${sizeOf(came.characters)} of cookies and credentials is more than it accepts, ` +
      'so nobody looked for the session.',
    next: [fewerCookies],
  },
  {
    rule: 'answer-too-large',
    tone: 'problem',
    when: ended('too-large'),
    headline: "Ory's answer is too large to be explained here",
    explanation: ({ answer }) =>
      `It answered 200 with ${sizeOf(answer.kind === 'answered' ? answer.bytes : 0)}; ` +
      `at most ${sizeOf(mostRead)} is read. Whether there is a session in it is not known.`,
    next: (seen) => [seeWhatAnswers(seen), "If it is a session, keep less in the identity's traits and metadata."],
  },
  {
    rule: 'not-a-session',
    tone: 'problem',
    when: ended('not-a-session'),
    headline: 'The answer is 200, but not a session',
    explanation: 'The body is not a session as Ory writes it, so something else answers at that URL.',
    next: (seen) => [seeWhatAnswers(seen)],
  },
  {
    rule: 'aal2-required',
    tone: 'problem',
    when: ended('aal2-required'),
    headline: 'There is a session, but it needs a second factor (AAL2)',
    explanation:
      'The identity has a second factor, this session was started with only the first one, ' +
      'and Ory is configured to require the highest level (session.whoami.required_aal: highest_available).',
    next: (seen) => [
      `In a browser, open ${upgradeUrl(seen) ?? atOry(seen, '/self-service/login/browser?aal=aal2')}`,
      `In an app, call GET ${atOry(seen, '/self-service/login/api?aal=aal2')} ` +
        'with the token in X-Session-Token, and complete that flow with the second factor.',
      'If one factor is enough for this service, set session.whoami.required_aal to aal1 in Ory.',
    ],
  },
  {
    rule: 'forbidden',
    tone: 'problem',
    when: ended('forbidden'),
    headline: 'Ory answered that access is forbidden',
    explanation: (seen) =>
      `Ory answered 403${errorIdOf(seen) === null ? '' : ` with id ${errorIdOf(seen) ?? ''}`}. ` +
      'The session alone does not cause that.',
    causes: (seen) => [
      {
        cause: 'A firewall or an IP allowlist in front of Ory refuses this machine.',
        check: `curl -i ${atOry(seen, '/health/alive')} answers 403 from here, and 200 from elsewhere.`,
      },
      { cause: 'The Ory project is suspended.', check: "Ory's reason in this report, or its console, says so." },
    ],
    next: ["Read Ory's reason in this report."],
  },
  {
    rule: 'unexpected-status',
    tone: 'problem',
    when: ended('unexpected'),
    headline: (seen) => `Ory answered ${statusOf(seen)}, which whoami never does`,
    explanation: 'That says nothing about the session.',
    causes: (seen) => [
      ...(statusOf(seen) === '400' && seen.ory.url.startsWith('http:')
        ? [{ cause: 'That port expects TLS.', check: 'The same URL with https:// answers 401 with JSON.' }]
        : []),
      { cause: 'A proxy in between refuses the request.', check: "Its log has the request, and Ory's has not." },
      { cause: 'Another service is at that URL.', check: 'The command below shows which.' },
    ],
    next: (seen) => [seeWhatAnswers(seen)],
  },
]

function seeWhatAnswers(seen: Observation): string {
  return `See what answers: curl -i ${atOry(seen, '/sessions/whoami')}`
}

function redirectOf({ answer }: Observation): string | null {
  return answer.kind === 'answered' ? answer.location : null
}

function leadsTo(seen: Observation): string {
  const redirect = redirectOf(seen)
  return redirect === null ? '' : `, but this leads to ${redirect}`
}

function isPage({ answer }: Observation): boolean {
  return answer.kind === 'answered' && (answer.contentType ?? '').includes('html')
}

function upgradeUrl({ answer }: Observation): string | null {
  return answer.kind === 'answered' ? (answer.error?.upgradeUrl ?? null) : null
}
