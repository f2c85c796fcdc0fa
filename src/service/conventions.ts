/** What OpenTelemetry's semantic conventions for HTTP ask of metrics and spans alike. */

/** The methods of RFC 9110 with PATCH and QUERY, and what stands for all others, since clients can make those up. */
export const methods = [
  ...['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'QUERY', 'TRACE'],
  '_OTHER',
] as const

const known: ReadonlySet<string> = new Set(methods)

/** methodOf returns a method if it is a known one, and otherwise `_OTHER`. */
export function methodOf(method = ''): string {
  return known.has(method) ? method : '_OTHER'
}

/** Where calls to Ory go, redirects aside: host, port, and the URL without a query. */
export interface Target {
  address: string
  port: number
  url: string
}

/** targetAt returns where the calls to whoami at a base URL go. */
export function targetAt({ protocol, hostname, port, origin, pathname }: URL): Target {
  return {
    address: hostname,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    url: `${origin}${pathname.replace(/\/+$/, '')}/sessions/whoami`,
  }
}
