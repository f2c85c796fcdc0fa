import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { somebody } from '../../../src/testing/flows.ts'
import { listenOnFreePort } from '../../support/free-port.ts'
import { describeWith } from '../../support/skip.ts'
import { comparable } from './comparable.ts'
import type { PageOutcome } from './page/main.ts'
import { setUp, template, type Setup } from './setup.ts'

const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A server that shows the page under whatever name it is asked for. */
interface PageServer {
  port: number
  close: () => void
}

async function servePage(script: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/main.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(
      isScript
        ? script
        : '<!doctype html><title>A single-page app</title><script type="module" src="/main.js"></script>',
    )
  })
  return { port: await listenOnFreePort(server), close: () => server.close() }
}

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page/main.ts', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
  })
  return outputFiles[0]?.text ?? ''
}

describeWith(
  executablePath,
  '--version',
  'install it, package chromium',
  'a page in Chromium with @ory/client-fetch',
  () => {
    let pages: PageServer
    let strangers: PageServer
    let setup: Setup
    let browser: Browser
    let context: BrowserContext

    beforeAll(async () => {
      const script = await bundle()
      pages = await servePage(script)
      strangers = await servePage(script)
      const app = `http://localhost:${pages.port}`
      const cors = {
        enabled: true,
        allowed_origins: [app],
        allow_credentials: true,
        allowed_headers: ['Content-Type', 'X-Session-Token'],
      }
      setup = await setUp(
        { CORS_ORIGINS: `${app}, http://*.app.localhost:${pages.port}` },
        { serve: { public: { cors } } },
      )
      browser = await chromium.launch({ executablePath, args })
    }, 600_000)

    afterAll(async () => {
      await browser.close()
      await setup.close()
      pages.close()
      strangers.close()
    })

    afterEach(async () => {
      await context.close()
    })

    /** Opens the page at `origin`, in a browser that has `cookie` for `host`. */
    const open = async (origin: string, cookie = '', host = 'localhost'): Promise<Page> => {
      context = await browser.newContext()
      context.setDefaultTimeout(60_000)
      const pairs = cookie.split('; ').filter(Boolean)
      await context.addCookies(
        pairs.map((pair) => ({
          name: pair.slice(0, pair.indexOf('=')),
          value: pair.slice(pair.indexOf('=') + 1),
          domain: host,
          path: '/',
          sameSite: 'Lax',
          httpOnly: true,
        })),
      )
      const page = await context.newPage()
      await page.goto(origin, { waitUntil: 'load' })
      return page
    }

    const call = (page: Page, name: 'logIn' | 'whoami', ...given: unknown[]): Promise<PageOutcome> =>
      page.evaluate<PageOutcome>(`${name}(...${JSON.stringify(given)})`)

    // Cookies know no ports, and to SameSite all ports of a host are one site: Kratos' cookie goes to the service, too.
    const app = (): string => `http://localhost:${pages.port}`
    const at = (url: string, host = 'localhost'): string => `http://${host}:${new URL(url).port}`

    const sameFromBoth = async (page: Page, options: Record<string, string> = {}): Promise<PageOutcome> => {
      const [direct, through] = [
        await call(page, 'whoami', at(setup.kratos.getPublicUrl()), options),
        await call(page, 'whoami', at(setup.service.url), options),
      ]
      expect(comparable(through)).toEqual(comparable(direct))
      return through
    }

    test('someone who logs in on the page gets the session that Kratos gives, and its JSON Web Token', async () => {
      const ann = { ...somebody(), password: 'a-password-of-this-test-1' }
      await setup.kratos.flows.createIdentity(ann)
      const page = await open(app())
      expect(await sameFromBoth(page)).toMatchObject({ status: 401, body: { error: { code: 401 } } })
      await call(page, 'logIn', at(setup.kratos.getPublicUrl()), ann.email, ann.password)
      expect(await sameFromBoth(page)).toMatchObject({
        status: 200,
        body: { active: true, identity: { traits: { email: ann.email } } },
      })
      expect(comparable(await sameFromBoth(page, { tokenizeAs: template }))).toMatchObject({
        body: { tokenized: { sub: expect.any(String) } },
      })
    })

    test('a session that needs a second factor is refused with the way to it, as by Kratos', async () => {
      const bob = somebody('Bob')
      const login = await setup.kratos.flows.register(bob)
      const { cookie } = await setup.kratos.flows.logInAsBrowser(bob)
      await setup.kratos.flows.addTotp(login)
      expect(await sameFromBoth(await open(app(), cookie))).toMatchObject({
        status: 403,
        body: { error: { id: 'session_aal2_required' } },
      })
    })

    test('a session token in X-Session-Token passes the preflight', async () => {
      const { token, session } = await setup.kratos.flows.register(somebody())
      expect(await sameFromBoth(await open(app()), { xSessionToken: token })).toMatchObject({
        status: 200,
        body: { id: session.id },
      })
    })

    test('a page one level below a wildcard may ask, with its cookies', async () => {
      const ann = somebody()
      const { cookie } = await setup.kratos.flows.registerAsBrowser(ann)
      const page = await open(`http://spa.app.localhost:${pages.port}`, cookie, 'echo.app.localhost')
      expect(await call(page, 'whoami', at(setup.service.url, 'echo.app.localhost'))).toMatchObject({
        status: 200,
        body: { identity: { traits: { email: ann.email } } },
      })
    })

    test.each([
      ['on another port', () => `http://localhost:${strangers.port}`, 'localhost'],
      ['two levels below a wildcard', () => `http://a.b.app.localhost:${pages.port}`, 'echo.app.localhost'],
      [
        'of a host that only ends as the wildcard',
        () => `http://notapp.localhost:${pages.port}`,
        'echo.notapp.localhost',
      ],
    ])('the browser keeps the session from a page %s', async (_, origin, host) => {
      const { cookie } = await setup.kratos.flows.registerAsBrowser(somebody())
      const { token } = await setup.kratos.flows.register(somebody())
      const page = await open(origin(), cookie, host)
      const service = at(setup.service.url, host)
      expect(await call(page, 'whoami', service)).toEqual({ refusal: 'TypeError: Failed to fetch' })
      expect(await call(page, 'whoami', service, { xSessionToken: token })).toEqual({
        refusal: 'TypeError: Failed to fetch',
      })
      // The service was asked with the cookie all the same: it is the browser that keeps the answer back.
      expect(
        await page.evaluate(
          `fetch(${JSON.stringify(`${service}/sessions/whoami`)}, { credentials: 'include', mode: 'no-cors' })
            .then(async (answer) => [answer.type, answer.status, await answer.text()])`,
        ),
      ).toEqual(['opaque', 0, ''])
    })

    test("a page can read the request's id", async () => {
      const page = await open(app())
      const whoami = `${at(setup.service.url)}/sessions/whoami`
      const id = `fetch(${JSON.stringify(whoami)}, { headers: { 'X-Request-Id': 'from-the-page' } })
        .then(({ headers }) => headers.get('X-Request-Id'))`
      expect(await page.evaluate(id)).toBe('from-the-page')
    })
  },
)
