import type { IncomingHttpHeaders } from 'node:http'
import { sendReply } from './reply.ts'
import { sendRefusal, type OnRefused } from './session.ts'

/**
 * redirectToLogin sends browsers that asked for a page to `loginUrl`, with `return_to`, and with `aal=aal2` where a
 * second factor is all that is missing. Scripts and API clients get the refusal itself. Behind a proxy, set Koa's
 * `app.proxy`, so that `return_to` is the address that the browser knows.
 *
 * @throws TypeError when `loginUrl` is not a URL of http or https.
 * @example
 * const onMissing = redirectToLogin('https://auth.example.com/login')
 * app.use(requireSession({ ory, onMissing, onNotEnough: onMissing }))
 */
export function redirectToLogin(loginUrl: URL | string): OnRefused {
  const login = URL.parse(String(loginUrl))
  if (login === null || !/^https?:$/.test(login.protocol))
    throw new TypeError('redirecting to a login: loginUrl is not a URL that starts with http:// or https://')
  return (ctx, refused) => {
    const needsAal2 = refused.id === 'session_aal2_required'
    if (!(refused.why === 'no_session' || needsAal2) || !isNavigation(ctx.req.headers, ctx.method)) {
      sendRefusal(ctx, refused)
      return
    }
    const location = loginAt(login, { proto: ctx.protocol, host: ctx.host, uri: ctx.originalUrl }, needsAal2)
    const headers = [['Location', location] as const, ['Cache-Control', 'no-store'] as const]
    sendReply(ctx, { status: 303, headers, body: null })
  }
}

/**
 * isNavigation says whether a browser asked for a page that it will show, and not a script for data. Browsers say so in
 * `Sec-Fetch-Mode` to https and localhost (Fetch Metadata, section 2.2); elsewhere only `Accept` tells.
 */
export function isNavigation(headers: IncomingHttpHeaders, method: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false // what was posted would be lost on the way
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').toLowerCase().includes('text/html') : mode === 'navigate'
}

/** A page, as a browser asked for it; empty where that is not known. */
export interface Page {
  proto: string
  host: string
  uri: string
}

/** A host name or an address, with its port. */
export const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const longestUrl = 2048 // bytes: gateways take 4 kB of head from here

/**
 * loginAt is where a browser logs in, and then comes back to what it asked for. Ory checks `return_to` against
 * `selfservice.allowed_return_urls`; it is left out where it would be no URL of http or https.
 */
export function loginAt(loginUrl: URL, { proto, host, uri }: Page, aal2: boolean): string {
  const login = new URL(loginUrl)
  const isPage = /^https?$/.test(proto) && hostForm.test(host) && uri.startsWith('/')
  const back = isPage ? URL.parse(`${proto}://${host}${uri}`) : null
  if (aal2) login.searchParams.set('aal', 'aal2')
  if (back !== null && back.href.length <= longestUrl) login.searchParams.set('return_to', back.href)
  return login.href
}
