import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import type { Credentials } from '../../ory/credentials.ts'
import type { UpstreamError } from '../../ory/failure.ts'
import type { Question, WhoamiAnswer } from '../../ory/client.ts'
import type { Refused } from '../connections/connection.ts'

/** Ory's answer as a style sends it on: made once, sent as often as it is kept. It holds on to nothing else. */
export interface Ready {
  /** Ory's status. */
  status: number
  /** How much memory it holds, in bytes. */
  bytes: number
  /** Answers a request; `freshUntil` says until when it is kept, on the clock of `performance.now()`. */
  send: (ctx: Context, freshUntil: number | undefined) => void
}

/** How the service reads a request and how it answers it: all that the response styles differ in. */
export interface ResponseStyle {
  /** How a request is refused as one that Node's parser refuses, where it is. */
  refuses: (request: IncomingMessage) => Refused | undefined
  /** What comes before Ory is asked, in this order. */
  before: readonly Middleware[]
  /** Whether a token counts in `X-Session-Token`. */
  acceptsSessionToken: boolean
  /** The credentials of a request, as they go to Ory. */
  credentials: (headers: IncomingHttpHeaders) => Credentials
  /** What Ory is asked on behalf of the request. */
  question: (ctx: Context) => Question
  /** Makes of Ory's answer what is sent on; `kept` says whether it is kept, so that it is worth being made small. */
  prepare: (answer: WhoamiAnswer, kept: boolean) => Ready
  /** Answers where Ory gave no answer. */
  fail: (ctx: Context, error: UpstreamError) => void
}
