import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Forwarded } from '../style/style.ts'

const methodForm = /^[A-Z-]{1,20}$/
const hostForm = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const uriForm = /^\/[\x21-\x7e]*$/

/**
 * forwardedOf reads `X-Forwarded-Method`, `-Proto`, `-Host` and `-Uri`. Envoy keeps the method and the host, and
 * appends path and query to ours: they are `appended`.
 */
export function forwardedOf({ method = '', headers }: IncomingMessage, appended: string): Forwarded {
  const given = (name: string, form: RegExp): string => {
    const value = headers[`x-forwarded-${name}`]
    return typeof value === 'string' && form.test(value) ? value : ''
  }
  const uri = given('uri', uriForm)
  const { host = '' } = headers
  return {
    method: given('method', methodForm) || method,
    proto: given('proto', /^https?$/),
    host: given('host', hostForm) || (uri === '' && appended !== '' && hostForm.test(host) ? host : ''),
    uri: uri || (uriForm.test(appended) ? appended : ''),
  }
}

/**
 * isNavigation says whether a browser asked for a page that it will show, and not a script for data. Browsers say so in
 * `Sec-Fetch-Mode` to https and localhost (Fetch Metadata, section 2.2); elsewhere only `Accept` tells.
 */
export function isNavigation(headers: IncomingHttpHeaders, { method }: Forwarded): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false // what was posted would be lost on the way
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').toLowerCase().includes('text/html') : mode === 'navigate'
}

const longestUrl = 2048 // bytes: gateways take 4 kB of head from here

/**
 * loginAt is where a browser logs in, and then comes back to what it asked for. Ory checks `return_to` against
 * `selfservice.allowed_return_urls`; it is left out where it would be no URL of http or https.
 */
export function loginAt(loginUrl: URL, { proto, host, uri }: Forwarded, aal2: boolean): string {
  const login = new URL(loginUrl)
  const back = proto === '' || host === '' || uri === '' ? null : URL.parse(`${proto}://${host}${uri}`)
  if (aal2) login.searchParams.set('aal', 'aal2')
  if (back !== null && back.href.length <= longestUrl) login.searchParams.set('return_to', back.href)
  return login.href
}
