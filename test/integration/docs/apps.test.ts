import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { parse } from 'yaml'
import type { RunningServer } from '../../../src/service/server.ts'
import {
  defaultPassword,
  KratosContainer,
  somebody,
  type KratosConfig,
  type StartedKratosContainer,
} from '../../../src/testing/index.ts'
import { blocksOf } from '../../docs/blocks.ts'
import { writePrograms, type Programs } from '../../docs/programs.ts'
import { launchChromium } from '../../support/chromium.ts'
import { listenOnFreePort } from '../../support/free-port.ts'
import { describeWith } from '../../support/skip.ts'
import { startRecorded } from '../service.ts'

const page = 'docs/apps.md'

let programs: Programs
let shown: string
let pages: Server
let origin: string
let kratos: StartedKratosContainer
let service: RunningServer

/** The page as it stands, with our ports for its own, and with a mistake. */
function indexHtml(mistake: (html: string) => string = (html) => html): string {
  const url = new URL(service.url)
  return mistake(
    programs
      .text('index.html')
      .replace('http://localhost:4433', kratos.getPublicUrl())
      .replace('http://localhost:3000', `http://localhost:${url.port}`),
  )
}

const others: RunningServer[] = []

/** Another service in style `http`, for a mistake. */
async function another(environment: Record<string, string>): Promise<string> {
  const started = await startRecorded({ ORY_SDK_URL: kratos.getPublicUrl(), RESPONSES: 'http', ...environment })
  others.push(started)
  return `http://localhost:${new URL(started.url).port}`
}

/** A service in front of an Ory where nobody listens. */
const withoutOry = (): Promise<string> => another({ ORY_SDK_URL: 'http://127.0.0.1:9', CORS_ORIGINS: origin })

beforeAll(async () => {
  programs = await writePrograms(page)
  pages = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(shown))
  origin = `http://localhost:${await listenOnFreePort(pages)}`
  const yaml = (await blocksOf(page)).find(({ fence }) => fence === 'yaml')?.code ?? ''
  const config = parse(yaml.replace('http://localhost:5173', origin)) as KratosConfig
  kratos = await new KratosContainer().withConfig(config).start()
  service = await startRecorded({ ORY_SDK_URL: kratos.getPublicUrl(), RESPONSES: 'http', CORS_ORIGINS: origin })
}, 600_000)

afterAll(async () => {
  pages.close()
  await Promise.all([service, ...others].map((started) => started.close()))
  await kratos.stop()
  await programs[Symbol.asyncDispose]()
})

describe('the native app', () => {
  /** Runs it for somebody, with the service at a URL; what it prints. */
  async function run(email: string, echo: string): Promise<string> {
    const args = [programs.file('native-app.ts'), email, defaultPassword]
    const env = { ORY_SDK_URL: kratos.getPublicUrl(), ECHO_URL: echo }
    return (await promisify(execFile)(process.execPath, args, { env })).stdout
  }

  test('logs in, shows whose session it is, logs out, and is nobody then, as its page prints it', async () => {
    const ann = somebody('Ann')
    await kratos.flows.createIdentity(ann)
    const stdout = await run(ann.email, service.url)
    const [, printed = ''] = programs.page.split('    $ node native-app.ts ann@example.com "$PASSWORD"\n')
    const lines = printed.split('\n\n', 1)[0]?.replace(/^ {4}/gm, '').replace('ann@example.com', ann.email)
    expect(stdout).toBe(`${lines}\n`)
  })

  test('keeps its token when nobody knows', async () => {
    const ann = somebody('Ann')
    await kratos.flows.createIdentity(ann)
    const stdout = await run(ann.email, await withoutOry())
    expect(stdout).toBe('Try again later\nTry again later\n')
  })
})

describeWith(
  '/usr/bin/chromium',
  '--version',
  'install it, package chromium',
  'the single-page app in Chromium',
  () => {
    let browser: Browser

    beforeAll(async () => {
      browser = await launchChromium()
    }, 600_000)

    afterAll(async () => {
      await browser.close()
    })

    /** Opens the page, in a browser of somebody new. */
    async function open(html: string): Promise<Page> {
      shown = html
      const opened = await (await browser.newContext()).newPage()
      opened.setDefaultTimeout(60_000)
      await opened.goto(origin, { waitUntil: 'load' })
      return opened
    }

    /** What the page says in the end. */
    async function says(opened: Page, text: string): Promise<void> {
      await opened.getByRole('status').filter({ hasText: text }).waitFor()
    }

    async function logIn(opened: Page, password = defaultPassword): Promise<string> {
      const ann = somebody('Ann')
      await kratos.flows.createIdentity(ann)
      await opened.getByLabel('Email').fill(ann.email)
      await opened.getByLabel('Password').fill(password)
      await opened.getByRole('button').click()
      return ann.email
    }

    test('shows a form to guests, logs in, and shows whose session it is, also after a reload', async () => {
      const opened = await open(indexHtml())
      await says(opened, 'Log in, please')
      await logIn(opened, 'wrong')
      await says(opened, 'That is not it')
      const email = await logIn(opened)
      await says(opened, `Welcome, ${email}`)
      await opened.reload()
      await says(opened, `Welcome, ${email}`)
      expect(await opened.getByRole('button').isVisible()).toBe(false)
    })

    const echo = (): string => `http://localhost:${new URL(service.url).port}`
    const askingAt = (url: string): string => indexHtml((html) => html.replace(echo(), url))
    test.each([
      [
        'its origin is not in `CORS_ORIGINS`',
        async () => askingAt(await another({ CORS_ORIGINS: 'http://localhost:5173' })),
      ],
      [
        "`credentials: 'include'` is missing",
        () => indexHtml((html) => html.replace("`, { credentials: 'include' })", '`)')),
      ],
      ['the service has another host', () => askingAt(service.url)],
      ['Ory is down', async () => askingAt(await withoutOry())],
    ])('somebody who is logged in is told what the page says where %s', async (what, html) => {
      const row = programs.page.split('\n').find((line) => line.startsWith(`| ${what}`))
      const said = row?.split(' | ')[1]?.replace(/ \|$/, '') ?? ''
      expect(said).not.toBe('')
      const opened = await open(indexHtml())
      await says(opened, 'Log in, please')
      await says(opened, `Welcome, ${await logIn(opened)}`)
      shown = await html()
      await opened.reload()
      await says(opened, said)
    })
  },
)
