import type { CookieFlaw, CredentialFlaw, CredentialKind } from '../observation/observation.ts'
import type { LeftOut, SchemeVerdict, Subject } from '../observation/observation.ts'

/** What a report is about. */
export const subjects: Record<Subject, string> = {
  request: "This explains the request's own credentials.",
  token: 'This explains the pasted token.',
  cookies: 'This explains the pasted cookies.',
  headers: 'This explains the pasted headers.',
  curl: 'This explains the pasted curl command.',
  unreadable: 'The pasted text could not be read.',
}

/** What is wrong with a session cookie. */
export const cookieFlaws: Record<CookieFlaw, string> = {
  'letter-case': 'different letter case',
  prefix: 'with a prefix',
  empty: 'empty',
  quoted: 'in quotes, which Ory removes',
  'percent-encoded': 'percent-encoded',
  damaged: 'damaged',
  'cut-off': 'cut off',
  embedded: 'no pair of name and value',
}

/** What is wrong with a token. */
export const credentialFlaws: Record<CredentialFlaw, string> = {
  quoted: 'in quotes',
  blanks: 'with whitespace in it',
  'doubled-scheme': 'with a second Bearer',
  length: 'not of the usual length',
}

/** What a token looks like. */
export const credentialKinds: Record<CredentialKind, string> = {
  'session-token': 'a session token (ory_st_…)',
  'logout-token': 'a logout token (ory_lo_…)',
  'project-api-key': 'a project API key (ory_pat_…)',
  'workspace-api-key': 'a workspace API key (ory_wak_…)',
  'api-key': 'an API key (ory_apikey_…)',
  'oauth2-access-token': 'an OAuth2 access token (ory_at_…)',
  'oauth2-authorization-code': 'an OAuth2 authorization code (ory_ac_…)',
  'oauth2-refresh-token': 'an OAuth2 refresh token (ory_rt_…)',
  jwt: 'a JSON Web Token (eyJ…)',
  'session-cookie': 'the value of a session cookie',
  'session-pair': 'a session cookie with its name',
  'csrf-pair': 'a CSRF cookie with its name',
  'csrf-token': 'a CSRF token',
  uuid: 'a UUID',
  'password-hash': 'the hash of a password',
  json: 'JSON',
  url: 'a URL',
  email: 'an e-mail address',
  number: 'a number',
  placeholder: 'a placeholder',
  unknown: 'nothing recognizable',
}

/** Whether an `Authorization` header counts. */
export const verdicts: Record<SchemeVerdict, string> = {
  counts: 'counts: what follows Bearer and a space goes to Ory',
  'not-first': 'does not count: only the first Authorization header does',
  'other-scheme': 'does not count: the scheme is not Bearer',
  'unknown-scheme': 'does not count: the scheme is not Bearer',
  'no-scheme': 'does not count: there is no scheme before the token',
  'no-token': 'does not count: there is no token after the scheme',
  'wrong-blank': 'does not count: a tab or a no-break space follows Bearer, not a plain space',
  quotes: 'does not count: it is in quotes',
  punctuation: 'does not count: punctuation follows Bearer, not a space',
}

/** Why traits are not shown. */
export const leftOut: Record<LeftOut, string> = {
  'too-long': 'too long to be shown: more than 16 kB',
  'too-deep': 'nested too deeply to be shown: more than 64 levels',
}
