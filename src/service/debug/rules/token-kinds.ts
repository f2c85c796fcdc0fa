import type { Credential, CredentialKind } from '../observation/observation.ts'
import { clock } from '../wording/times.ts'
import { sessionFound } from './ending.ts'
import { tokenOf } from './received.ts'
import type { Rule } from './rule.ts'

type Kind = Exclude<CredentialKind, 'session-token' | 'unknown'>

const sendSessionToken = 'Send the session token (ory_st_…) that the login returned.'

const kinds: Record<Kind, Pick<Rule, 'headline' | 'explanation' | 'next'>> = {
  jwt: {
    headline: 'The token is a JSON Web Token, not a session token',
    explanation: (seen) =>
      `Ory's whoami accepts session tokens (ory_st_…) only. ${claimsSentence(tokenOf(seen))}` +
      "A JWT is verified with its issuer's keys, not by asking whoami.",
    next: [
      'Send the session token that the login returned. ' +
        'To accept JWTs, verify them with the JWKS of their issuer, for example at a gateway.',
    ],
  },
  'project-api-key': {
    headline: 'The token is a project API key (ory_pat_…), not a session token',
    explanation: "An API key is for administrative calls from servers; it is nobody's session.",
    next: ['Keep the key out of user requests, and send the session token (ory_st_…) that the login returned.'],
  },
  'workspace-api-key': {
    headline: 'The token is a workspace API key (ory_wak_…), not a session token',
    explanation: "An API key is for administrative calls; it is nobody's session.",
    next: ['Keep the key out of user requests, and send the session token (ory_st_…) that the login returned.'],
  },
  'api-key': {
    headline: 'The token is an API key (ory_apikey_…), not a session token',
    explanation: "An API key is nobody's session.",
    next: [sendSessionToken],
  },
  'oauth2-access-token': {
    headline: 'The token is an OAuth2 access token (ory_at_…), not a session token',
    explanation: 'It comes from Ory Hydra, and is checked at its introspection endpoint, not at whoami.',
    next: ['Send the session token (ory_st_…), or introspect the access token at POST /admin/oauth2/introspect.'],
  },
  'oauth2-authorization-code': {
    headline: 'The token is an OAuth2 authorization code (ory_ac_…), not a session token',
    explanation: 'It is exchanged once for OAuth2 tokens, and is not a session.',
    next: ['Exchange it at /oauth2/token, and for whoami send the session token (ory_st_…).'],
  },
  'oauth2-refresh-token': {
    headline: 'The token is an OAuth2 refresh token (ory_rt_…), not a session token',
    explanation: 'It serves only to get a new access token.',
    next: [sendSessionToken],
  },
  'logout-token': {
    headline: 'The token is a logout token (ory_lo_…), not a session token',
    explanation: 'It belongs in the logout URL and does not prove a session.',
    next: [sendSessionToken],
  },
  'session-cookie': {
    headline: 'The token looks like the value of a session cookie',
    explanation: 'A cookie counts in the Cookie header only, not after Bearer.',
    next: ['Send it as Cookie: ory_kratos_session=<value>, or with the name that it has in the browser.'],
  },
  uuid: {
    headline: 'The token is a UUID: the id of a session or an identity, not a session token',
    explanation: 'Ids are not secret and prove nothing.',
    next: ['Send the session token (ory_st_…): session_token in the response to the login.'],
  },
  placeholder: {
    headline: 'The token is a placeholder, not a token',
    explanation:
      'It is a word such as undefined or null, a shell variable that was not expanded, ' +
      'or an example in angle brackets.',
    next: ['Check the client: the variable that should hold the token is empty or has another name.'],
  },
}

/** That the token is something other than a session token. */
export const tokenKindRules: readonly Rule[] = Object.entries(kinds).map(([kind, words]): Rule => ({
  rule: `token-${kind}`,
  tone: 'credentials',
  when: (seen) => !sessionFound(seen) && tokenOf(seen)?.kind === kind,
  ...words,
}))

/** A sentence about a JWT's issuer and expiry; empty where it names neither. */
function claimsSentence(token: Credential | null): string {
  const { expiresAt = null, issuer = null } = token?.jwt ?? {}
  const claims = [
    ...(issuer === null ? [] : [`its issuer is ${issuer}`]),
    ...(expiresAt === null ? [] : [`its expiry is ${clock(expiresAt)}`]),
  ]
  return claims.length === 0 ? '' : `By its own claims, unverified, ${claims.join(' and ')}. `
}
