import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
import { pageOf } from '../../src/service/debug/html.ts'
import type { Report } from '../../src/service/debug/report.ts'
import { launchChromium } from '../support/chromium.ts'
import { startDebug, type DebugService } from '../support/debug-service.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

const screenshots = '.cache/debug'
const json = { 'content-type': 'application/json' }
const markup = '<img src=x onerror=alert(1)><b>Ann</b>'
const unauthorized: StubAnswer = {
  status: 401,
  headers: json,
  body: '{"error":{"code":401,"reason":"No valid session credentials found in the request."}}',
}
const session: StubAnswer = {
  headers: json,
  body: JSON.stringify({
    id: 'b0f1a2c3-0000-4000-8000-000000000000',
    active: true,
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    authenticator_assurance_level: 'aal1',
    authentication_methods: [{ method: 'password' }],
    identity: {
      id: 'c0f1a2c3-0000-4000-8000-000000000000',
      state: 'active',
      traits: { email: 'ann@example.com', name: markup, bio: 'x'.repeat(300) },
    },
  }),
}
const kratosCookie = Buffer.from(`${Math.floor(Date.now() / 1000) - 4000}|${'x'.repeat(310)}`).toString('base64url')
const crowd =
  "curl 'https://app.example.com/' -H 'Authorization: Token eyJhbGciOiJub25lIn0.e30.c2ln' -H 'X-Session-Token: x' " +
  `-b 'ory_session_abc=%3D; ${'n'.repeat(19)}_${'m'.repeat(19)}_name=1; _ga=2'`

const longest = [
  "curl 'https://app.example.com/'",
  ...['Token eyJhbGciOiJub25lIn0.e30.c2ln', 'Bearer "ory_st_x"', 'ory_st_y'].map((value) => `Authorization: ${value}`),
  ...['x', 'ory_st_z'].map((value) => `X-Session-Token: ${value}`),
  `Cookie: ory_session_abc=%3D; ${Array.from({ length: 120 }, (_, index) => `preference_${index}=x`).join('; ')}`,
]
  .join("' -H '")
  .replace("'' -H", "' -H")
  .concat("'")
const causes = [
  {
    cause: 'The session has ended since then.',
    check: 'https://a-long-name.of-a-host.in-a-domain.example.com/sessions/whoami says so in a tab of its own.',
  },
  {
    cause: `The cookie belongs to another host ${markup}.`,
    check: 'The developer tools list it there, with its Domain.',
  },
  { cause: 'SameSite kept it away.', check: 'Sec-Fetch-Site is cross-site.' },
]

/** A report whose findings have causes, and that was read from something. */
const withCauses = (report: Report): Report => ({
  ...report,
  readAs: 'fetch (Node.js)',
  diagnosis: report.diagnosis.map((finding) => ({ ...finding, causes })),
})

interface View {
  state: string
  answer: StubAnswer
  paste?: string
  change?: (report: Report) => Report
}
const states: readonly View[] = [
  { state: 'no-session', answer: unauthorized },
  { state: 'session', answer: session },
  { state: 'many-findings', answer: unauthorized, paste: crowd },
  { state: 'causes', answer: unauthorized, change: withCauses },
  { state: 'longest', answer: unauthorized, paste: longest, change: withCauses },
]
const views = states.flatMap((view) =>
  [360, 1600].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ ...view, width, scheme }))),
)
const phone = { width: 360, height: 800 }

const axeRule = v.object({
  id: v.string(),
  nodes: v.array(
    v.object({
      html: v.string(),
      any: v.array(
        v.object({
          message: v.string(),
          data: v.fallback(v.optional(v.object({ messageKey: v.nullish(v.string()) })), undefined),
        }),
      ),
    }),
  ),
})
// axe leaves the contrast of single digits and of marks such as ✓ to people; they have the colors of the words nearby.
const axeResults = v.object({
  passes: v.array(v.unknown()),
  violations: v.array(axeRule),
  incomplete: v.array(axeRule),
})

describe('the debug page in Chromium', () => {
  let stub: StubUpstream
  let service: DebugService
  let browser: Browser

  beforeAll(async () => {
    await mkdir(screenshots, { recursive: true })
    stub = await startStubUpstream()
    service = await startDebug(stub.url)
    browser = await launchChromium()
  })

  afterAll(async () => {
    await browser.close()
    await service.close()
    await stub.close()
  })

  /** Opens the page, has it explain `paste` where there is one, and hands it to `look`. */
  async function visit(
    options: Parameters<Browser['newContext']>[0],
    look: (page: Page, context: BrowserContext) => Promise<void>,
    { paste, change }: Pick<View, 'paste' | 'change'> = {},
  ): Promise<void> {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      if (change !== undefined)
        await page.route(service.url, async (route) => {
          const headers = { ...(await route.request().allHeaders()), accept: 'application/json' }
          const answer = await route.fetch({ headers })
          const report = change((await answer.json()) as Report)
          await route.fulfill({ body: await pageOf(report), contentType: 'text/html; charset=utf-8' })
        })
      await page.goto(service.url)
      if (paste !== undefined) {
        await page.getByRole('textbox').fill(paste)
        await page.getByRole('button', { name: 'Explain it' }).click()
        await page.locator('.about', { hasText: /This explains the pasted/ }).waitFor()
      }
      await look(page, context)
    } finally {
      await context.close()
    }
  }

  test.each(views)(
    '$state at $width px in $scheme has no violation that axe finds, and does not scroll sideways',
    async ({ state, answer, width, scheme, ...view }) => {
      stub.answer = answer
      await visit(
        {
          viewport: { width, height: 800 },
          colorScheme: scheme,
          bypassCSP: true,
          extraHTTPHeaders:
            answer === session
              ? {
                  cookie: `csrf_token_${'0f'.repeat(32)}=x; ory_kratos_session=${kratosCookie}; theme=dark`,
                  authorization: `Bearer ory_st_0123456789abcdefghijABCDEFGHIJ01`,
                }
              : {},
        },
        async (page) => {
          await page.screenshot({ path: `${screenshots}/${state}-${width}-${scheme}.png`, fullPage: true })
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
          await page.evaluate('document.querySelectorAll("details").forEach((fold) => (fold.open = true))')
          await page.addScriptTag({ content: axe.source })
          const found = v.parse(axeResults, await page.evaluate('axe.run()'))
          expect(found.violations).toEqual([])
          expect(
            found.incomplete
              .flatMap(({ nodes }) => nodes)
              .filter(
                ({ any }) => !any.every(({ data }) => /^(?:shortTextContent|nonBmp)$/.test(data?.messageKey ?? '')),
              ),
          ).toEqual([])
          expect(found.passes.length).toBeGreaterThan(10)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
        },
        view,
      )
    },
  )

  test('light and dark follow what the person prefers', async () => {
    const grounds: unknown[] = []
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(
        { colorScheme },
        async (page) => void grounds.push(await page.evaluate('getComputedStyle(document.body).backgroundColor')),
      )
    expect(grounds).toEqual(['rgb(250, 249, 246)', 'rgb(21, 23, 26)'])
  })

  test('keeps its own policy, loads nothing else, and lets nothing else run', async () => {
    stub.answer = session
    const context = await browser.newContext()
    const page = await context.newPage()
    const said: string[] = []
    const loaded: string[] = []
    page.on('console', (line) => said.push(line.text()))
    page.on('request', (request) => loaded.push(request.url()))
    await page.goto(service.url)
    expect(said).toEqual([])
    expect(loaded).toEqual([service.url])
    await expect(page.addScriptTag({ content: 'document.title = "taken over"' })).rejects.toThrow()
    expect(await page.title()).not.toBe('taken over')
    expect(said.join('\n')).toMatch(/Content Security Policy/)
    await context.close()
  })

  test('shows names and traits with markup as text', async () => {
    stub.answer = session
    await visit({}, async (page) => {
      expect(await page.locator('img, b').count()).toBe(0)
      expect(await page.getByText(markup).count()).toBe(1)
    })
  })

  test('explains a paste with the keyboard alone, and does not show it again', async () => {
    stub.answer = unauthorized
    await visit({}, async (page) => {
      const focused = (): Promise<unknown> =>
        page.evaluate('[document.activeElement.tagName, document.activeElement.textContent]')
      await page.keyboard.press('Tab')
      expect(await focused()).toEqual(['A', 'Explain something else'])
      await page.keyboard.press('Tab')
      expect(await focused()).toEqual(['BUTTON', 'Copy as Markdown'])
      await page.keyboard.press('Tab')
      expect(await focused()).toEqual(['SUMMARY', 'Show the Markdown'])
      await page.keyboard.press('Tab')
      expect(await focused()).toEqual(['TEXTAREA', ''])
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
      await page.keyboard.type('ory_pat_0123456789')
      await page.keyboard.press('Tab')
      expect(await focused()).toEqual(['BUTTON', 'Explain it'])
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: /project API key/ }).waitFor()
      expect(await page.content()).not.toContain('0123456789')
      expect(await page.getByRole('textbox').inputValue()).toBe('')
      await page.getByRole('button', { name: /own request/ }).click()
      await page.locator('.about', { hasText: "This explains the request's own credentials." }).waitFor()
    })
  })

  test('reads well without seeing it: one heading of the page, its sections, and what the box is for', async () => {
    stub.answer = session
    await visit({}, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['The server sees the session'])
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Explain something else',
        'How to read this',
        'Step by step',
      ])
      expect(await page.getByRole('main').getByRole('list').first().locator('> li').count()).toBe(5)
      expect(await page.getByRole('textbox', { name: /Paste what you have: a session token/ }).count()).toBe(1)
      expect(await page.title()).toBe('Session found: The server sees the session')
    })
  })

  test("sees the browser's own cookie", async () => {
    stub.answer = session
    await visit({}, async (page, context) => {
      await context.addCookies([{ name: 'ory_kratos_session', value: 'x', url: service.url }])
      await page.reload()
      await page.getByRole('heading', { name: 'Cookies received' }).click()
      expect(await page.getByRole('rowheader', { name: /ory_kratos_session/ }).count()).toBe(1)
      expect(stub.received.at(-1)?.headers['cookie']).toEqual(['ory_kratos_session=x'])
    })
  })

  test('takes no form of another page', async () => {
    stub.answer = session
    await visit({}, async (page) => {
      await page.goto('about:blank')
      await page.setContent(
        `<form method="post" action="${service.url}"><input name="paste" value="x"><button>Go</button></form>`,
      )
      await page.getByRole('button').click()
      await page.getByText('posted from a page on another origin').waitFor()
    })
  })

  /** The Markdown that the service gives for the headers of the page's own request. */
  async function markdownFor(page: Page): Promise<string> {
    const reload = page.waitForRequest(service.url)
    await page.reload()
    const headers = Object.entries(await (await reload).allHeaders()).filter(([name]) => !/^(?::|accept$)/.test(name))
    return (await service.send('GET', [...headers, ['Accept', 'text/markdown']])).body.toString()
  }
  const timeless = (text: string): string => text.replace(/\d+(?:\.\d+)? ms|\d\d:\d\d:\d\d UTC|\d+ min/g, '…')

  test('copies the Markdown that Accept: text/markdown gives, with the keyboard, and says so', async () => {
    stub.answer = session
    await visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const expected = await markdownFor(page)
      await page.getByRole('button', { name: 'Copy as Markdown' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await page.getByRole('status').textContent()).toBe('Copied')
      const copied = String(await page.evaluate('navigator.clipboard.readText()'))
      expect(copied).toMatch(/^## Session found: The server sees the session\n/)
      expect(timeless(copied)).toBe(timeless(expected))
    })
  })

  test('selects the Markdown where the browser has no clipboard, or refuses it', async () => {
    stub.answer = session
    for (const script of [
      'delete Navigator.prototype.clipboard',
      'Clipboard.prototype.writeText = () => Promise.reject(new Error("refused"))',
    ])
      await visit({}, async (page) => {
        await page.addInitScript(script)
        const expected = await markdownFor(page)
        await page.getByRole('button', { name: 'Copy as Markdown' }).click()
        await page.getByRole('button', { name: 'Press Ctrl+C' }).waitFor()
        expect(await page.getByRole('status').textContent()).toBe('Press Ctrl+C')
        const selected = String(await page.evaluate('getSelection().toString()'))
        expect(timeless(`${selected.trimEnd()}\n`)).toBe(timeless(expected))
      })
  })

  test('without JavaScript has no button, and shows the Markdown to be selected', async () => {
    stub.answer = session
    await visit({ javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('button').allTextContents()).toEqual(['Explain it'])
      await page.getByText('Show the Markdown').click()
      const box = page.getByRole('textbox', { name: 'The report as Markdown' })
      expect(await box.isEditable()).toBe(false)
      expect(await box.inputValue()).toMatch(/^## Session found: The server sees the session\n/)
    })
  })

  test('on a phone has what to do, and the box, on two screens, and its steps folded on a third', async () => {
    stub.answer = unauthorized
    for (const view of [{}, { change: withCauses }])
      await visit(
        { viewport: phone },
        async (page) => {
          const { y = 0, height = 0 } = (await page.getByRole('button', { name: 'Explain it' }).boundingBox()) ?? {}
          expect(y + height).toBeGreaterThan(0)
          expect(y + height).toBeLessThan(2 * phone.height)
          expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(3 * phone.height)
          expect(await page.locator('.steps details[open]').count()).toBe(0)
        },
        view,
      )
  })

  test('shows problems and the outcome, and unfolds every other step with the keyboard', async () => {
    stub.answer = session
    await visit({ extraHTTPHeaders: { cookie: 'ory_kratos_session=x' } }, async (page) => {
      expect(await page.getByText('session id', { exact: true }).isVisible()).toBe(true)
      const row = page.getByRole('rowheader', { name: /ory_kratos_session/ })
      expect(await row.count()).toBe(0)
      for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toMatch(/Cookies received/)
      await page.keyboard.press('Enter')
      await row.waitFor()
      await page.keyboard.press('Space')
      await row.waitFor({ state: 'hidden' })
    })
  })

  test('folds what else was seen beyond three findings, and cookies about which nothing is said', async () => {
    stub.answer = unauthorized
    await visit(
      {},
      async (page) => {
        const seen = page.locator('.findings > li h3:visible')
        expect(await seen.count()).toBe(3)
        await page.getByText('3 more').click()
        expect(await seen.count()).toBe(6)
        expect(await page.getByRole('rowheader').allTextContents()).toEqual([expect.stringMatching(/^ory_session_abc/)])
        await page.getByText('99 other cookies').click()
        expect(await page.getByRole('rowheader').count()).toBe(100)
      },
      { paste: longest },
    )
  })

  test('lists what it may be, the likeliest first, with what would tell, and how a paste was read', async () => {
    stub.answer = unauthorized
    await visit(
      {},
      async (page) => {
        expect(await page.getByRole('banner').getByRole('heading', { level: 2 }).allTextContents()).toEqual([
          'What it may be, the likeliest first',
          'What to do next',
        ])
        expect(await page.getByRole('banner').getByRole('list').first().locator('> li').allInnerTexts()).toEqual(
          causes.map(({ cause, check }) => `${cause}\nTo tell: ${check}`),
        )
        expect(await page.locator('.about').textContent()).toContain('Read as: fetch (Node.js).')
      },
      { change: withCauses },
    )
  })
})
