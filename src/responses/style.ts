import type { Context, Middleware } from 'koa'
import type { UpstreamError } from '../ory/transport.ts'
import type { Question, WhoamiAnswer } from '../ory/whoami.ts'

/** How the service reads a request and how it answers it: all that the response styles differ in. */
export interface ResponseStyle {
  /** What comes before Ory is asked, in this order. */
  before: readonly Middleware[]
  /** What Ory is asked on behalf of the request. */
  question: (ctx: Context) => Question
  /** Answers with what Ory answered. */
  answer: (ctx: Context, answer: WhoamiAnswer) => void
  /** Answers where Ory gave no answer. */
  fail: (ctx: Context, error: UpstreamError) => void
}
