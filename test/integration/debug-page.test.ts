import { mkdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import * as v from 'valibot'
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

type View = [state: string, answer: StubAnswer, paste: string | undefined]
const states: readonly View[] = [
  ['no-session', unauthorized, undefined],
  ['session', session, undefined],
  ['many-findings', unauthorized, crowd],
]
const views = states.flatMap(([state, answer, paste]) =>
  [360, 1600].flatMap((width) =>
    (['light', 'dark'] as const).map((scheme) => ({ state, answer, paste, width, scheme })),
  ),
)

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
    paste?: string,
  ): Promise<void> {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      await page.goto(service.url)
      if (paste !== undefined) {
        await page.getByRole('textbox').fill(paste)
        await page.getByRole('button', { name: 'Explain it' }).click()
        await page.getByText(/This explains the pasted/).waitFor()
      }
      await look(page, context)
    } finally {
      await context.close()
    }
  }

  test.each(views)(
    '$state at $width px in $scheme has no violation that axe finds, and does not scroll sideways',
    async ({ state, answer, paste, width, scheme }) => {
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
        paste,
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
      await page.getByText("This explains the request's own credentials.").waitFor()
    })
  })

  test('reads well without seeing it: one heading of the page, its sections, and what the box is for', async () => {
    stub.answer = session
    await visit({}, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['The server sees the session'])
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Step by step',
        'Explain something else',
        'How to read this',
      ])
      expect(await page.getByRole('main').getByRole('list').first().locator('> li').count()).toBe(5)
      expect(await page.getByRole('textbox', { name: /Paste a session token/ }).count()).toBe(1)
      expect(await page.title()).toBe('Session found: The server sees the session')
    })
  })

  test("sees the browser's own cookie", async () => {
    stub.answer = session
    await visit({}, async (page, context) => {
      await context.addCookies([{ name: 'ory_kratos_session', value: 'x', url: service.url }])
      await page.reload()
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
})
