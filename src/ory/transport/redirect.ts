import { CallStopped } from './failure.ts'
import type { WholeResponse } from './messages.ts'
import type { SentHeaders } from './pool.ts'

const redirects = new Set([301, 302, 303, 307, 308])
const maxCalls = 10

/**
 * followRedirects calls `get` until the response is no redirect, ten times at most, without any fragment or user.
 * Credentials go to no other host than the redirecting one and those below it, and never from https to http. Where that
 * is so and `leaves` is false, the redirect itself is the response.
 *
 * Rejects with a {@link CallStopped} of kind `protocol`.
 */
export async function followRedirects(
  url: string,
  sent: SentHeaders,
  credentials: ReadonlySet<string>,
  get: (url: string, headers: SentHeaders) => Promise<WholeResponse>,
  leaves = true,
): Promise<WholeResponse> {
  let response = await get(url, sent)
  if (response.status < 300 || response.status >= 400) return response
  let from = new URL(url)
  let headers = sent
  for (let calls = 1; redirects.has(response.status); calls++) {
    const location = response.headers.get('location')?.trim() ?? ''
    if (location === '') break
    if (calls === maxCalls) throw new CallStopped('protocol', 'redirects without end')
    const to = targetOf(location, from)
    if (to === null || !/^https?:$/.test(to.protocol)) throw new CallStopped('protocol', 'a redirect to no HTTP URL')
    if (!keepsCredentials(from, to)) {
      if (!leaves) return response
      headers = Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.has(name.toLowerCase())))
    }
    const target = to.origin + to.pathname + to.search
    response = (await get(target, headers)).with({ url: target })
    from = to
  }
  return response
}

const longestLocation = 8 << 10 // characters

/** Where a `Location` leads, read as Go's net/url reads it; null if it is no URL. */
function targetOf(location: string, from: URL): URL | null {
  const isOdd =
    location.length > longestLocation ||
    /^:|^[a-z][a-z\d+.-]*:(?!\/\/[^/])/i.test(location) ||
    /^[^?#]*%(?![\da-f]{2})/i.test(location)
  const escaped = location.replace(
    /[^!#$%&'()*+,\-./\d:;=?@A-Z[\]_a-z~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return isOdd ? null : URL.parse(escaped, from.href)
}

function keepsCredentials(from: URL, to: URL): boolean {
  const below = to.hostname === from.hostname || to.hostname.endsWith(`.${from.hostname}`)
  return below && (from.protocol === to.protocol || to.protocol === 'https:')
}
