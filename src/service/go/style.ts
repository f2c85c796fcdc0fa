import { STATUS_CODES, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { Context, Next } from 'koa'
import * as goModel from '../../../generated/go-model.ts'
import type { WhoamiAnswer } from '../../ory/answer.ts'
import { credentialsOf, type CookieAllowList, type Credentials } from '../../ory/credentials.ts'
import { retryAfter } from '../../ory/reply.ts'
import type { UpstreamError } from '../../ory/transport/failure.ts'
import type { Rejection } from '../connections/connection.ts'
import { goRefusalOf } from '../connections/go-refusal.ts'
import { compact } from '../style/compact.ts'
import type { Ready, ResponseStyle } from '../style/style.ts'
import { GoDecodeError, GoEncodeError } from './json/errors.ts'
import { structOf } from './json/model.ts'
import { recode } from './json/recode.ts'

const session = structOf(goModel.session)
const errorGeneric = structOf(goModel.errorGeneric)

const xmlType = /(?:application|text)\/(?:[^;]+\+)?xml/i
const jsonType = /(?:application|text)\/(?:[^;]+\+)?json/i
const longestType = 1000 // characters that are matched: after every `text/` both patterns scan to the end
const bufferedByGo = 2048 // bytes: net/http names the length of what fits in its buffer, and sends the rest in chunks

/**
 * goStyle answers as Ory's Go example does: 200 with the session as Go's encoder writes it, or 500 with the text of the
 * error that the Go SDK would return. What Go's server refuses before its handler is refused here too.
 */
export function goStyle({ forwardCookies }: { forwardCookies: CookieAllowList | undefined }): ResponseStyle {
  const credentials = (headers: IncomingHttpHeaders): Credentials => credentialsOf(headers, forwardCookies)
  return {
    refuses,
    rejectionHeaders: [],
    doubts401: false,
    before: [asGoServer],
    acceptsSessionToken: false,
    credentials,
    question: (ctx) => credentials(ctx.req.headers),
    prepare,
    fail,
  }
}

function prepare(answer: WhoamiAnswer, kept: boolean): Ready {
  const { status } = answer
  try {
    const encoded = encode(answer)
    // Node sends a text in one piece with the head, which is faster for a small one.
    const text = kept ? compact(encoded) : encoded.length > bufferedByGo ? encoded : encoded.toString()
    return {
      status,
      bytes: text.length,
      send: (ctx) => {
        write(ctx, 200, text)
      },
    }
  } catch (error) {
    if (error instanceof GoEncodeError) return { status, bytes: 0, send: nothing }
    if (!(error instanceof GoDecodeError)) throw error
    const { message } = error
    return {
      status,
      bytes: message.length,
      send: (ctx) => {
        writeError(ctx, 500, `${message}\n`)
      },
    }
  }
}

/** Refuses what Go's server refuses before any handler, with the same status line and text, even for HEAD. */
function refuses(request: IncomingMessage): Rejection | undefined {
  const refused = goRefusalOf(request)
  if (refused === undefined || refused.status === 417) return undefined
  const { status, text } = refused
  return { line: text.startsWith(String(status)) ? text : `${status} ${STATUS_CODES[status] ?? ''}`, text }
}

/** Answers what Go's server answers before any handler. */
async function asGoServer(ctx: Context, next: Next): Promise<void> {
  if (ctx.req.headers.expect !== undefined && goRefusalOf(ctx.req) !== undefined) expectationFailed(ctx)
  else if (ctx.method === 'OPTIONS' && ctx.url === '*') nothing(ctx)
  else await next()
}

/** Answers with the text of a failed call: 500, or 503 when too many calls wait, which Go's example never sends. */
function fail(ctx: Context, { kind, message }: UpstreamError): void {
  if (kind === 'busy') writeError(ctx, 503, `${message}\n`, ['Retry-After', retryAfter])
  else writeError(ctx, 500, `${message}\n`)
}

/** Answers as Go's `http.Error` does: plain text, not to be sniffed. */
function writeError(ctx: Context, status: number, text: string, headers: readonly string[] = []): void {
  write(ctx, status, text, ['X-Content-Type-Options', 'nosniff', ...headers])
}

function encode({ status, statusText, headers, body }: WhoamiAnswer): Buffer {
  const type = (headers.get('content-type') ?? '').slice(0, longestType)
  if (status < 300) return body.length === 0 ? Buffer.from('null\n') : decode(body, type, true)
  if (body.length > 0) decode(body, type, false)
  throw new GoDecodeError(`${status} ${statusText}`.trim())
}

function decode(body: Buffer, type: string, ofSession: boolean): Buffer {
  if (xmlType.test(type)) throw new GoDecodeError('decoding the session: the body is XML')
  if (!jsonType.test(type)) throw new GoDecodeError('undefined response type')
  return ofSession ? recode(body, session, true) : recode(body, errorGeneric)
}

function write(ctx: Context, status: number, text: string | Buffer, headers: readonly string[] = []): void {
  const length = Buffer.byteLength(text)
  const head = ['Content-Type', 'text/plain; charset=utf-8', ...headers]
  if (length <= bufferedByGo) head.push('Content-Length', String(length))
  else ctx.res.removeHeader('Content-Length') // else Node names it
  nameConnection(ctx)
  end(ctx, status, head, ctx.method === 'HEAD' ? '' : text)
}

/** Answers 200 with nothing, not even a type, like a Go handler that writes nothing. */
function nothing(ctx: Context): void {
  nameConnection(ctx)
  end(ctx, 200, ctx.method === 'HEAD' ? [] : ['Content-Length', '0'])
}

function expectationFailed(ctx: Context): void {
  end(ctx, 417, ['Connection', 'close', 'Content-Length', '0'])
}

/** Answers past Koa, which would add what Go does not. */
function end(ctx: Context, status: number, head: string[], text: string | Buffer = ''): void {
  ctx.respond = false
  ctx.res.writeHead(status, head)
  ctx.res.end(text)
}

/** Go names the connection only when that is not the default of the HTTP version. */
function nameConnection({ req, res }: Context): void {
  if (res.shouldKeepAlive === req.httpVersionMinor > 0) res.removeHeader('Connection')
}
