import type { IncomingHttpHeaders } from 'node:http'
import type { Context, Middleware } from 'koa'
import type { Credentials } from '../credentials.ts'
import type { UpstreamError } from '../ory/transport.ts'
import type { Question, WhoamiAnswer } from '../ory/whoami.ts'

/** How the service reads a request and how it answers it: all that the response styles differ in. */
export interface ResponseStyle {
  /** What comes before Ory is asked, in this order. */
  before: readonly Middleware[]
  /** Whether a token counts in `X-Session-Token`. */
  acceptsSessionToken: boolean
  /** The credentials of a request, as they go to Ory. */
  credentials: (headers: IncomingHttpHeaders) => Credentials
  /** What Ory is asked on behalf of the request. */
  question: (ctx: Context) => Question
  /** Answers with what Ory answered. */
  answer: (ctx: Context, answer: WhoamiAnswer) => void
  /** Answers where Ory gave no answer. */
  fail: (ctx: Context, error: UpstreamError) => void
}
