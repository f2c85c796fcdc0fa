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

type Fetch = (request: Request) => Promise<Response>

/** kratosAt makes the clients of the Kratos at two URLs, which browsers reach at a third. */
export function kratosAt(publicUrl: string, adminUrl: string, baseUrl: string): Kratos {
  // Kratos answers browsers with redirects to pages, and requests for JSON with the flow itself.
  const headers = { accept: 'application/json' }
  const inTurn = turns()
  const client = (url: string, send: Fetch): Client<paths> =>
    createClient<paths>({ baseUrl: url, headers, fetch: send })
  return {
    baseUrl,
    app: client(publicUrl, inTurn),
    browser: (cookies) =>
      client(
        publicUrl,
        withCookies(cookies, inTurn, (url) => url.replace(publicUrl, baseUrl)),
      ),
    admin: client(adminUrl, inTurn),
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
 * Sends one request at a time, since SQLite locks tables in memory instead of waiting: of 200 people who register and
 * log in at once, Kratos v1.3.1 answers three in four with 500. Others may write, too, so it tries again, also.
 */
function turns(): Fetch {
  let turn: Promise<unknown> = Promise.resolve()
  return (request) => {
    const answer = turn.then(() => patiently(request))
    turn = answer.catch(() => undefined)
    return answer
  }
}

async function patiently(request: Request): Promise<Response> {
  const again = request.clone()
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(again.clone())
    if (response.ok) return response
    if (tries === 100 || !/Unable to serialize access|table is locked/.test(await response.clone().text())) {
      await rememberSecrets(request, response)
      return response
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
