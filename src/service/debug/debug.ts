import type { IncomingMessage } from 'node:http'
import type { Context, Middleware } from 'koa'
import helmet from 'koa-helmet'
import { pageOf, sources } from './html.ts'
import { jsonOf } from './json.ts'
import { markdownOf } from './markdown.ts'
import { explainedHeaders, type Evidence, type Header } from './observation/evidence.ts'
import { readPaste } from './paste/paste.ts'
import { reportOn, type Report, type ReportSetup } from './report.ts'
import { longestPaste, setupOf, type DebugOptions } from './setup.ts'
import { textOf } from './text.ts'

const longestAccept = 512 // characters; what reads it joins quoted commas in quadratic time
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const explained = new Set(explainedHeaders)
const longestName = Math.max(...explainedHeaders.map(({ length }) => length))

/**
 * debug makes a Koa middleware that explains why the server sees a session or none: GET for the request's own
 * credentials, POST for the form field `paste` of at most 64 kB. The report is HTML, Markdown, JSON or plain text
 * by `Accept`, plain text if anything will do.
 *
 * No answer contains a secret, and nothing is stored or logged. A POST from a page on another origin is refused.
 */
export function debug(options: DebugOptions): Middleware {
  const setup = setupOf(options)
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [sources.style],
        scriptSrc: [sources.script],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' }, // with no-referrer, browsers send the page's own form with Origin: null
    strictTransportSecurity: false, // the admin port speaks plain HTTP, on loopback
  })
  return async (ctx) => {
    await protect(ctx, () => respond(ctx, setup))
  }
}

async function respond(ctx: Context, setup: ReportSetup): Promise<void> {
  ctx.set('Cache-Control', 'no-store')
  ctx.vary('Accept')
  switch (ctx.method) {
    case 'GET':
    case 'HEAD':
      await writeReport(ctx, await reportOn(ownEvidence(ctx), setup))
      return
    case 'POST': {
      const evidence = await pastedEvidence(ctx)
      if ('status' in evidence) {
        // The rest of the body is not worth reading.
        if (!ctx.req.complete) ctx.set('Connection', 'close')
        reject(ctx, evidence)
      } else await writeReport(ctx, await reportOn(evidence, setup))
      return
    }
    default:
      ctx.set('Allow', 'GET, HEAD, POST')
      reject(ctx, {
        status: 405,
        message: 'use GET for a report on the request itself, or POST to have a paste explained',
      })
  }
}

function ownEvidence(ctx: Context): Evidence {
  const { rawHeaders } = ctx.req
  const headers: Header[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.length <= longestName && explained.has(name.toLowerCase())) headers.push([name, rawHeaders[at + 1] ?? ''])
  }
  return { subject: 'request', readAs: null, headers, https: ctx.secure, asksOry: false, remarks: [], flaws: [] }
}

interface Rejection {
  status: number
  message: string
}

/** What a POST asks to explain, or why it is rejected. */
async function pastedEvidence(ctx: Context): Promise<Evidence | Rejection> {
  // The page's own form is same-origin; a POST from elsewhere is another page trying to use this one.
  if (/^(?:cross-site|same-site)$/.test(ctx.get('Sec-Fetch-Site')))
    return { status: 403, message: 'this was posted from a page on another origin; paste into the report page itself' }
  if (!formType.test(ctx.get('Content-Type')))
    return { status: 415, message: 'post a form, for example with curl --data-urlencode paste@- …' }
  const body = await bodyOf(ctx.req, longestPaste)
  if (body === undefined)
    return {
      status: 413,
      message: `the paste exceeds ${longestPaste / 1024} kB; paste only the command or the line with the credentials`,
    }
  const paste = new URLSearchParams(body).get('paste')
  if (paste === null)
    return { status: 400, message: 'the form has no field named paste; use curl --data-urlencode paste@- …' }
  return paste.trim() === '' ? { ...ownEvidence(ctx), remarks: ['Nothing was pasted.'] } : readPaste(paste)
}

/** The body as text; undefined, and not read further, when it exceeds `limit` bytes. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const types = ['text/plain', 'text/html', 'application/json', 'text/markdown'] as const

/** The type of an answer, by `Accept`; plain text where that is too long to be meant. */
function typeFor(ctx: Context): (typeof types)[number] {
  const best = ctx.get('Accept').length > longestAccept ? undefined : ctx.accepts(...types)
  return types.find((type) => type === best) ?? 'text/plain'
}

async function writeReport(ctx: Context, report: Report): Promise<void> {
  switch (typeFor(ctx)) {
    case 'text/html':
      ctx.type = 'text/html; charset=utf-8'
      ctx.body = await pageOf(report)
      return
    case 'text/markdown':
      ctx.type = 'text/markdown; charset=utf-8'
      ctx.body = markdownOf(report)
      return
    case 'application/json':
      ctx.type = 'application/json'
      ctx.body = jsonOf(report)
      return
    default:
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = textOf(report)
  }
}

function reject(ctx: Context, { status, message }: Rejection): void {
  ctx.status = status
  if (typeFor(ctx) === 'application/json') {
    ctx.body = { error: { code: status, message } }
    return
  }
  ctx.type = 'text/plain; charset=utf-8'
  ctx.body = `${message}\n`
}
