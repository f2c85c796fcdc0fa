export { cacheSessions, type CachedOry, type CacheOptions } from './ory/cached.ts'
export { createOry, type Ask, type Ory, type OryOptions, type Question } from './ory/client.ts'
export {
  checkSession,
  toResponse,
  type Aal,
  type Admitted,
  type Checked,
  type CheckOptions,
  type Refused,
  type Why,
} from './ory/session.ts'
export type { Identity, OryError, Session, WhoamiAnswer } from './ory/answer.ts'
export type { CacheFigures } from './ory/cache.ts'
export type { Readiness } from './ory/readiness.ts'
export type { CookieAllowList, Credentials, RequestHeaders } from './ory/credentials.ts'
export { isUpstreamError, UpstreamError, type UpstreamFailure } from './ory/transport/failure.ts'
