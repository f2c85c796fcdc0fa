import { readFileSync } from 'node:fs'
import type { Context } from 'koa'
import { GoDecodeError, recode } from '../go/json.ts'
import { modelOf, type Schemas } from '../go/model.ts'
import type { WhoamiAnswer } from '../ory/whoami.ts'

const { schemas } = (JSON.parse(readFileSync(new URL('../../openapi/ory.json', import.meta.url), 'utf8')) as { components: { schemas: Schemas } }).components
const session = modelOf(schemas, 'session')
const errorGeneric = modelOf(schemas, 'errorGeneric')

const xmlType = /(?:application|text)\/(?:[^;]+\+)?xml/i
const jsonType = /(?:application|text)\/(?:[^;]+\+)?json/i
const bufferedByGo = 2048 // net/http counts the length of what fits in its buffer, and sends the rest in chunks

/**
 * answerAsGo answers as Ory's Go example does: 200 with the session as Go's encoder writes it, or 500 with the text
 * of the error that the Go SDK would have returned.
 */
export function answerAsGo(ctx: Context, answer: WhoamiAnswer): void {
  try {
    write(ctx, 200, `${echo(answer)}\n`)
  } catch (error) {
    if (!(error instanceof GoDecodeError)) throw error
    failAsGo(ctx, error)
  }
}

/** failAsGo answers as Go's `http.Error` does with an error's text: 500, plain text, not to be sniffed. */
export function failAsGo(ctx: Context, error: Error): void {
  ctx.set('X-Content-Type-Options', 'nosniff')
  write(ctx, 500, `${error.message}\n`)
}

function echo({ status, statusText, headers, body }: WhoamiAnswer): string {
  const type = headers.get('content-type') ?? ''
  if (status < 300) return body.length === 0 ? 'null' : decode(body, type, true)
  if (body.length > 0) decode(body, type, false)
  throw new GoDecodeError(`${status} ${statusText}`.trim())
}

function decode(body: Buffer, type: string, ofSession: boolean): string {
  if (xmlType.test(type)) throw new GoDecodeError('decoding the session: the body is XML')
  if (!jsonType.test(type)) throw new GoDecodeError('undefined response type')
  return ofSession ? recode(body, session, true) : recode(body, errorGeneric)
}

function write(ctx: Context, status: number, text: string): void {
  ctx.status = status
  ctx.type = 'text/plain; charset=utf-8'
  ctx.body = text
  if (ctx.res.shouldKeepAlive) ctx.res.removeHeader('Connection') // Go names the connection only when it closes it
  if (ctx.length <= bufferedByGo) return
  ctx.remove('Content-Length')
  if (ctx.method !== 'HEAD') return
  ctx.respond = false // Koa would name the length again
  ctx.res.end()
}
