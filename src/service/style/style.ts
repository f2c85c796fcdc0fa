import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Middleware, ParameterizedContext } from 'koa'
import type { WhoamiAnswer } from '../../ory/answer.ts'
import type { Question } from '../../ory/client.ts'
import type { Credentials } from '../../ory/credentials.ts'
import type { UpstreamError } from '../../ory/transport/failure.ts'
import type { Rejection } from '../connections/connection.ts'

/** What is known of each request before a style sees it, in `ctx.state`. */
export interface RequestState {
  /** The id of the request, for the log, for Ory and for the caller. */
  requestId: string
  /** Which of its endpoints the request is for, in a style that has several. */
  endpoint?: string
  /** The path of that endpoint. */
  route?: string
  /** The request that a gateway asks about; undefined where none does. */
  forwarded?: Forwarded
  /** Set when answering failed unexpectedly. */
  failed?: true
}

/** A client's request to a gateway, as that tells us: its method, and its URL in parts. Empty where it doesn't. */
export interface Forwarded {
  method: string
  proto: string
  host: string
  /** Path and query. */
  uri: string
}

/** A request as a style sees it. */
export type StyleContext = ParameterizedContext<RequestState>

/** Ory's answer in a style's form: made once, sent as often as it is kept. It holds on to nothing else. */
export interface Ready {
  /** Ory's status. */
  status: number
  /** The memory that it holds, in bytes; counted only for the cache. */
  bytes: number
  /** Answers a request; `freshUntil` says until when the answer is kept, on the clock of `performance.now()`. */
  send: (ctx: StyleContext, freshUntil: number | undefined) => void
}

/** How the service reads a request and answers it: everything in which the styles differ. */
export interface ResponseStyle {
  /** How to refuse a request in the way of those that Node's parser refuses; undefined to accept it. */
  refuses: (request: IncomingMessage) => Rejection | undefined
  /** The names of headers that every rejection has, with no value, also one of bytes that Node's parser refuses. */
  rejectionHeaders: readonly string[]
  /** What comes before Ory is asked, in this order. */
  before: readonly Middleware<RequestState>[]
  /** Whether Ory's 401 to credentials counts only while Ory is ready. */
  doubts401: boolean
  /** Whether a token in `X-Session-Token` counts. */
  acceptsSessionToken: boolean
  /** The credentials of a request, as they go to Ory. */
  credentials: (headers: IncomingHttpHeaders) => Credentials
  /** The question to Ory for a request. */
  question: (ctx: StyleContext) => Question
  /** Brings Ory's answer into the style's form; `kept` says that it will be cached, so that it is worth compacting. */
  prepare: (answer: WhoamiAnswer, kept: boolean) => Ready
  /** Answers when Ory gave no answer. */
  fail: (ctx: StyleContext, error: UpstreamError) => void
}
