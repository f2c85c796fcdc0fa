import type { Observation } from '../observation/observation.ts'
import { copyAsCurl } from './advice.ts'
import { clientHost, isLocal, oryHost, shareCookies, atOry } from './hosts.ts'
import { allCookies, isAnonymous } from './received.ts'
import type { Cause, Rule } from './rule.ts'

/** Why a browser sent no session cookie. */
export const browserRules: readonly Rule[] = [
  {
    rule: 'cookie-cross-site',
    tone: 'problem',
    when: (seen) =>
      byBrowser(seen) &&
      seen.client.fetchSite === 'cross-site' &&
      (seen.client.fetchMode !== 'navigate' || (seen.client.fetchDest ?? '').endsWith('frame')),
    headline: 'The browser sent no session cookie: SameSite blocks it for a page on another site',
    explanation:
      "The browser says Sec-Fetch-Site: cross-site. Ory's cookie has SameSite=Lax by default, " +
      'and is sent across sites only when a person follows a link.',
    next: [
      'Serve the page, this service, and Ory under one registrable domain, ' +
        'such as app.example.com and auth.example.com.',
      'If that is not possible, use SameSite=None with Secure (cookies.same_site in Kratos); ' +
        'browsers may still block such cookies altogether.',
    ],
  },
  {
    rule: 'cookie-not-included',
    tone: 'problem',
    when: (seen) =>
      byBrowser(seen) &&
      seen.client.fetchMode === 'cors' &&
      seen.client.fetchSite !== 'same-origin' &&
      allCookies(seen).length === 0,
    headline: "The browser sent no cookies with a script's request to another origin",
    explanation: 'The browser says Sec-Fetch-Mode: cors. Then it sends cookies only where the script asks for that.',
    causes: (seen) => [
      {
        cause: 'The script does not ask for it.',
        check: 'It has neither credentials: "include" (fetch) nor withCredentials: true (axios, XMLHttpRequest).',
      },
      notLoggedIn(seen),
    ],
    next: [
      'In the script: fetch(url, { credentials: "include" }), or withCredentials: true in axios.',
      "The response must allow it with Access-Control-Allow-Credentials: true and the page's exact origin.",
    ],
  },
  {
    rule: 'cookie-domain',
    tone: 'problem',
    when: (seen) => byBrowser(seen) && asked(seen, (host) => !shareCookies(host, oryHost(seen))),
    headline: 'The browser sent no session cookie: it belongs to another domain',
    explanation: (seen) =>
      `The browser asked ${clientHost(seen) ?? ''}, and Ory is at ${oryHost(seen)}. ` +
      'A browser sends a cookie only to the host that set it, or to hosts within its Domain. ' +
      'Ports make no difference; localhost and 127.0.0.1 are different hosts.',
    next: (seen) => [
      ...useOneHost(seen),
      "Set the cookie's domain to one that they all share (cookies.domain in Kratos).",
      copyAsCurl,
    ],
  },
  {
    rule: 'cookie-secure',
    tone: 'problem',
    when: (seen) => byBrowser(seen) && seen.client.https === false && asked(seen, (host) => !isLocal(host)),
    headline: 'The browser sent no session cookie: it is Secure, and the request came over http',
    explanation: "Ory's cookies are Secure unless Kratos runs with --dev, and browsers send them over https only.",
    next: [
      'Use https all the way to the browser. A proxy that terminates TLS should send X-Forwarded-Proto: https.',
      'For local development only: use http://localhost, which browsers trust.',
    ],
  },
  {
    rule: 'cookie-none',
    tone: 'problem',
    when: (seen) => byBrowser(seen) && allCookies(seen).length === 0,
    headline: 'The browser sent no cookies at all',
    explanation: 'This page is on the admin port; what the application itself receives may differ.',
    causes: (seen) => [
      notLoggedIn(seen),
      {
        cause: 'Its cookies belong to a host other than the one in the address bar.',
        check: `Opened in it, ${atOry(seen, '/sessions/whoami')} answers 200 with the session.`,
      },
    ],
    next: [copyAsCurl],
  },
]

function notLoggedIn(seen: Observation): Cause {
  return {
    cause: 'Nobody is logged in in this browser.',
    check: `Opened in it, ${atOry(seen, '/sessions/whoami')} answers 401.`,
  }
}

function byBrowser(seen: Observation): boolean {
  return isAnonymous(seen) && seen.client.kind === 'browser'
}

/** Whether the browser says which host it asked, and that host is such a one. */
function asked(seen: Observation, isSuch: (host: string) => boolean): boolean {
  const host = clientHost(seen)
  return host !== null && isSuch(host)
}

function useOneHost(seen: Observation): string[] {
  const [host, ory] = [clientHost(seen) ?? '', oryHost(seen)]
  if (seen.ory.project !== null)
    return [
      'On a development machine, run Ory Tunnel (ory tunnel http://localhost:3000), which puts Ory on the same host. ' +
        'In production, give the project a custom domain, such as auth.example.com.',
    ]
  return isLocal(ory) && isLocal(host)
    ? [`Open ${ory} in the address bar instead of ${host}, for the application as well.`]
    : []
}
