import type { Cookie, Credential, CredentialKind, Observation } from '../observation/observation.ts'
import { clock } from '../wording/times.ts'
import { sendSessionToken } from './advice.ts'
import { sessionFound } from './ending.ts'
import { hasNoName, mistakenCookies, tokenOf } from './received.ts'
import type { Rule } from './rule.ts'
import { tokenHeaders } from './tried.ts'

/** What something in place of a credential is, in words that fit a token and a cookie, and what to do. */
interface Kind {
  is: string
  explanation: string | ((credential: Cookie | Credential) => string)
  next: readonly string[]
}

const keepKey = 'Keep the key out of user requests, and send the session token (ory_st_…) that the login returned.'

const kinds: Record<Exclude<CredentialKind, 'session-token' | 'session-cookie' | 'unknown'>, Kind> = {
  jwt: {
    is: 'a JSON Web Token',
    explanation: (credential) =>
      `Ory's whoami accepts session tokens (ory_st_…) and its own cookies only. ${claimsSentence(credential)}` +
      "A JWT is verified with its issuer's keys, not by asking whoami.",
    next: [
      'Send the session token that the login returned. ' +
        'To accept JWTs, verify them with the JWKS of their issuer, for example at a gateway.',
    ],
  },
  'project-api-key': {
    is: 'a project API key (ory_pat_…)',
    explanation: "An API key is for administrative calls from servers; it is nobody's session.",
    next: [keepKey],
  },
  'workspace-api-key': {
    is: 'a workspace API key (ory_wak_…)',
    explanation: "An API key is for administrative calls; it is nobody's session.",
    next: [keepKey],
  },
  'api-key': {
    is: 'an API key (ory_apikey_…)',
    explanation: "An API key is nobody's session.",
    next: [sendSessionToken],
  },
  'oauth2-access-token': {
    is: 'an OAuth2 access token (ory_at_…)',
    explanation: 'It comes from Ory Hydra, and is checked at its introspection endpoint, not at whoami.',
    next: ['Send the session token (ory_st_…), or introspect the access token at POST /admin/oauth2/introspect.'],
  },
  'oauth2-authorization-code': {
    is: 'an OAuth2 authorization code (ory_ac_…)',
    explanation: 'It is exchanged once for OAuth2 tokens, and is not a session.',
    next: ['Exchange it at /oauth2/token, and for whoami send the session token (ory_st_…).'],
  },
  'oauth2-refresh-token': {
    is: 'an OAuth2 refresh token (ory_rt_…)',
    explanation: 'It serves only to get a new access token.',
    next: [sendSessionToken],
  },
  'logout-token': {
    is: 'a logout token (ory_lo_…)',
    explanation: 'It belongs in the logout URL and does not prove a session.',
    next: [sendSessionToken],
  },
  'session-pair': {
    is: 'a session cookie with its name',
    explanation: 'A cookie counts in the Cookie header only, as one pair of name and value.',
    next: ['Send it as Cookie: <name>=<value>.'],
  },
  'csrf-pair': {
    is: 'the CSRF cookie',
    explanation: 'It protects forms against other sites, and says nothing about who is logged in.',
    next: ['Send the session cookie, which is named ory_kratos_session or ory_session_<project>.'],
  },
  'csrf-token': {
    is: 'what looks like a CSRF token',
    explanation: 'It protects forms against other sites, and says nothing about who is logged in.',
    next: ['Send the session token (ory_st_…), or the session cookie.'],
  },
  uuid: {
    is: 'a UUID',
    explanation: 'The ids of sessions and identities are UUIDs; they are not secret and prove nothing.',
    next: ['Send the session token (ory_st_…), which is session_token in the response to the login, or the cookie.'],
  },
  'password-hash': {
    is: 'the hash of a password',
    explanation: 'It belongs in a database, and proves nothing to whoami.',
    next: [sendSessionToken],
  },
  json: {
    is: 'JSON',
    explanation: 'A whole answer or an object was sent in place of one of its members.',
    next: ['Take session_token out of the response to the login, and send its value alone.'],
  },
  url: {
    is: 'a URL',
    explanation: 'A URL is no credential, even where it has one in its query.',
    next: [sendSessionToken],
  },
  email: {
    is: 'an e-mail address',
    explanation: 'It says who somebody claims to be, and proves nothing.',
    next: ['Log in, and send the session token or the cookie that the login returned.'],
  },
  number: {
    is: 'a number',
    explanation: 'A one-time code or an id is not a session.',
    next: ['Complete the login, and send the session token or the cookie that it returned.'],
  },
  placeholder: {
    is: 'a placeholder',
    explanation:
      'It is a word such as undefined or null, an object made text, a variable that was not expanded, ' +
      'or an example in angle brackets.',
    next: ['Check the client: the variable that should hold the credential is empty or has another name.'],
  },
}

/** That something stands in place of a token. */
export const tokenKindRules: readonly Rule[] = [
  ...Object.entries(kinds).map(([kind, { is, explanation, next }]): Rule => ({
    rule: `token-${kind}`,
    tone: 'credentials',
    misplaced: tokenHeaders,
    when: (seen) => tokenIs(seen, kind),
    headline: `The token is ${is}, not a ${kind === 'placeholder' ? 'token' : 'session token'}`,
    explanation: (seen) => explained(explanation, tokenOf(seen)),
    next,
  })),
  {
    rule: 'token-session-cookie',
    tone: 'credentials',
    misplaced: tokenHeaders,
    when: (seen) => tokenIs(seen, 'session-cookie'),
    headline: 'The token looks like the value of a session cookie',
    explanation: 'A cookie counts in the Cookie header only, not after Bearer.',
    next: ['Send it as Cookie: ory_kratos_session=<value>, or with the name that it has in the browser.'],
  },
]

/** That something stands in place of a session cookie. */
export const cookieKindRules: readonly Rule[] = [
  ...Object.entries(kinds).map(([kind, { is, explanation, next }]): Rule => ({
    rule: `cookie-${kind}`,
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: (seen) => mistaken(seen, kind) !== undefined,
    headline: (seen) =>
      kind === 'csrf-pair'
        ? 'The CSRF cookie came under another name, and no session cookie came'
        : `${placeOf(mistaken(seen, kind))} is ${is}, not a session cookie`,
    explanation: (seen) => explained(explanation, mistaken(seen, kind) ?? null),
    next,
  })),
  {
    rule: 'cookie-session-token',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: (seen) => mistaken(seen, 'session-token') !== undefined,
    headline: (seen) => `${placeOf(mistaken(seen, 'session-token'))} is a session token: send it as one`,
    explanation:
      'Ory knows two credentials: a token (ory_st_…) for apps, and a cookie for browsers. Neither works as the other.',
    next: ['Send it as Authorization: Bearer <session token>, without the cookie.'],
  },
]

function tokenIs(seen: Observation, kind: string): boolean {
  return !sessionFound(seen) && tokenOf(seen)?.kind === kind
}

function mistaken(seen: Observation, kind: string): Cookie | undefined {
  return sessionFound(seen) ? undefined : mistakenCookies(seen).find((cookie) => cookie.kind === kind)
}

function placeOf(cookie: Cookie | undefined): string {
  return cookie === undefined || hasNoName(cookie) ? 'The Cookie header' : "The session cookie's value"
}

function explained(explanation: Kind['explanation'], credential: Cookie | Credential | null): string {
  return typeof explanation === 'string' ? explanation : credential === null ? '' : explanation(credential)
}

/** A sentence about a JWT's issuer and expiry; empty where it names neither. */
function claimsSentence(credential: Cookie | Credential): string {
  const { expiresAt = null, issuer = null } = ('jwt' in credential ? credential.jwt : null) ?? {}
  const claims = [
    ...(issuer === null ? [] : [`its issuer is ${issuer}`]),
    ...(expiresAt === null ? [] : [`its expiry is ${clock(expiresAt)}`]),
  ]
  return claims.length === 0 ? '' : `By its own claims, unverified, ${claims.join(' and ')}. `
}
