/** The names of Ory's headers, as they are written. */
export const oryHeaders = {
  sessionToken: 'X-Session-Token',
  identityId: 'X-Kratos-Authenticated-Identity-Id',
  cacheFor: 'Ory-Session-Cache-For',
  errorId: 'Ory-Error-Id',
} as const

/** The headers of Ory's answer that the caller gets too. */
export const passedOn: readonly string[] = [
  oryHeaders.identityId,
  oryHeaders.cacheFor,
  oryHeaders.errorId,
  'Retry-After',
]

/** The headers that carry credentials to Ory, in lower case. */
export const credentialHeaders: ReadonlySet<string> = new Set([
  'cookie',
  'authorization',
  oryHeaders.sessionToken.toLowerCase(),
])
