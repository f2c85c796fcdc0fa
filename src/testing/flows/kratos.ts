import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../../../generated/ory.ts'
import type { Cookies } from './cookies.ts'
import { rememberSecrets } from './refusal.ts'

/** The clients of one Kratos. They share one queue, see {@link turns}. */
export interface Kratos {
  /** Where browsers reach it, which decides over their cookies. */
  baseUrl: string
  /** Asks as an app does, without cookies. */
  app: Client<paths>
  /** Asks as a browser with these cookies does, and keeps the cookies of the answers. */
  browser: (cookies: Cookies) => Client<paths>
  admin: Client<paths>
}

/** How flows reach a Kratos. */
export interface FlowOptions {
  /** Where browsers reach Kratos, if that is elsewhere: it decides over their cookies. */
  baseUrl?: string
  /** Whether to send one request at a time, for a database that can't take several writes; true by default. */
  takeTurns?: boolean
}

type Fetch = (request: Request) => Promise<Response>

/** kratosAt makes the clients of the Kratos at two URLs. */
export function kratosAt(publicUrl: string, adminUrl: string, options: FlowOptions): Kratos {
  const { baseUrl = publicUrl, takeTurns = true } = options
  // Kratos answers browsers with redirects to pages, and requests for JSON with the flow itself.
  const headers = { accept: 'application/json' }
  const send = takeTurns ? turns() : atOnce
  const client = (url: string, through: Fetch): Client<paths> =>
    createClient<paths>({ baseUrl: url, headers, fetch: through })
  return {
    baseUrl,
    app: client(publicUrl, send),
    browser: (cookies) =>
      client(
        publicUrl,
        withCookies(cookies, send, (url) => url.replace(publicUrl, baseUrl)),
      ),
    admin: client(adminUrl, send),
  }
}

function withCookies(cookies: Cookies, send: Fetch, seenByBrowsers: (url: string) => string): Fetch {
  return async (request) => {
    const url = seenByBrowsers(request.url)
    const cookie = cookies.header(url)
    if (cookie !== '') request.headers.set('cookie', cookie)
    const response = await send(request)
    cookies.keep(response.headers.getSetCookie(), url)
    return response
  }
}

/**
 * Sends one request at a time, since SQLite locks tables in shared memory instead of waiting: of 200 people who
 * register and log in at once, Kratos v1.3.1 then answers three in four with 500. It retries, since other processes
 * may write.
 */
function turns(): Fetch {
  let turn: Promise<unknown> = Promise.resolve()
  return (request) => {
    const answer = turn.then(() => patiently(request))
    turn = answer.catch(() => undefined)
    return answer
  }
}

async function atOnce(request: Request): Promise<Response> {
  const response = await fetch(request.clone())
  if (!response.ok) await rememberSecrets(request, response)
  return response
}

async function patiently(request: Request): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await atOnce(request.clone())
    if (response.ok || tries === 100) return response
    if (!/Unable to serialize access|table is locked/.test(await response.clone().text())) return response
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
