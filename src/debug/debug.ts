import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import helmet from 'koa-helmet'
import { credentialsOf, sdkCredentialsOf, type Credentials } from '../credentials.ts'
import type { Ory } from '../ory/whoami.ts'
import { pageOf, styleSource } from './html.ts'
import { readPaste, type Evidence, type Header } from './paste.ts'
import { reportOn, type Report, type ReportSetup } from './report.ts'
import { redactor } from './secrets.ts'
import { textOf } from './text.ts'

/** What the debug report is made with. */
export interface DebugOptions {
  ory: Ory
  /** The configured Ory, as the report names it. */
  oryUrl: URL
  /** Whether the service takes a token from `X-Session-Token`: in `RESPONSES=http` only. False unless given. */
  acceptsSessionToken?: boolean
  /** How the service takes credentials from headers, so that the report sends what the service would send. */
  credentialsOf?: (headers: IncomingHttpHeaders) => Credentials
  /** The key of the fingerprints, 32 bytes: several workers with the same key show the same ones. Random unless given. */
  fingerprintKey?: Buffer
  /** The time in ms since 1970. */
  now?: () => number
}

const longestPaste = 64 * 1024

/**
 * debug makes a Koa middleware that answers why the server sees a session or none: GET about the request's own
 * credentials, POST about the form field `paste` of at most 64 kB. The report is HTML, JSON or plain text by `Accept`,
 * and plain text where anything goes.
 *
 * No secret's characters are in an answer, and nothing is stored or logged. A POST from a page of another origin is refused.
 */
export function debug(options: DebugOptions): Middleware {
  const { ory, oryUrl, acceptsSessionToken = false, fingerprintKey = randomBytes(32), now = Date.now } = options
  const setup: ReportSetup = {
    ory,
    oryUrl,
    acceptsSessionToken,
    credentialsOf: options.credentialsOf ?? (acceptsSessionToken ? (headers) => sdkCredentialsOf(headers) : (headers) => credentialsOf(headers)),
    redact: redactor(fingerprintKey),
    now,
  }
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], styleSrc: [styleSource], formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false, // the admin port speaks plain HTTP, on loopback
  })
  return async (ctx) => {
    await protect(ctx, () => answer(ctx, setup))
  }
}

async function answer(ctx: Context, setup: ReportSetup): Promise<void> {
  ctx.set('Cache-Control', 'no-store')
  ctx.vary('Accept')
  switch (ctx.method) {
    case 'GET':
    case 'HEAD':
      await write(ctx, await reportOn(ownEvidence(ctx), setup))
      return
    case 'POST': {
      const evidence = await pastedEvidence(ctx)
      if ('status' in evidence) refuse(ctx, evidence)
      else await write(ctx, await reportOn(evidence, setup))
      return
    }
    default:
      ctx.set('Allow', 'GET, HEAD, POST')
      refuse(ctx, { status: 405, message: 'the report is read with GET, and explains what is posted' })
  }
}

function ownEvidence(ctx: Context): Evidence {
  const { rawHeaders } = ctx.req
  const headers = rawHeaders.flatMap((name, index): Header[] => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []))
  return { subject: 'request', headers, https: ctx.secure, remarks: [] }
}

interface Refusal {
  status: number
  message: string
}

/** What a POST brings to explain, or why it is refused. */
async function pastedEvidence(ctx: Context): Promise<Evidence | Refusal> {
  const body = await bodyOf(ctx.req, longestPaste)
  // The page's own form comes as same-origin; a POST from elsewhere is a page that wants to use this one.
  if (/^(?:cross-site|same-site)$/.test(ctx.get('Sec-Fetch-Site'))) return { status: 403, message: 'a page of another origin posted this; paste into the page itself' }
  if (ctx.is('urlencoded') === false) return { status: 415, message: 'post a form: curl --data-urlencode paste@- …' }
  if (body === undefined) return { status: 413, message: `what was pasted is longer than ${longestPaste / 1024} kB; paste only the command or the line with the credentials` }
  const paste = new URLSearchParams(body).get('paste')
  if (paste === null) return { status: 400, message: 'the form has no field named paste: curl --data-urlencode paste@- …' }
  return paste.trim() === '' ? { ...ownEvidence(ctx), remarks: ['Nothing was pasted.'] } : readPaste(paste)
}

/** The body as text, read to its end; undefined when it has more than `limit` bytes. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  return size > limit ? undefined : Buffer.concat(chunks).toString()
}

async function write(ctx: Context, report: Report): Promise<void> {
  switch (ctx.accepts('text/plain', 'text/html', 'application/json')) {
    case 'text/html':
      ctx.type = 'text/html; charset=utf-8'
      ctx.body = await pageOf(report)
      return
    case 'application/json':
      ctx.type = 'application/json'
      ctx.body = `${JSON.stringify(report, null, 2)}\n`
      return
    default:
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = textOf(report)
  }
}

function refuse(ctx: Context, { status, message }: Refusal): void {
  ctx.status = status
  if (ctx.accepts('text/plain', 'text/html', 'application/json') === 'application/json') {
    ctx.body = { error: { code: status, message } }
    return
  }
  ctx.type = 'text/plain; charset=utf-8'
  ctx.body = `${message}\n`
}
