import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { getContainerRuntimeClient } from 'testcontainers'
import { defaultPassword, somebody, totpCode } from '../../src/testing/flows.ts'
import { findKratosImage } from '../../src/testing/image.ts'
import { KratosContainer, kratosImage, type StartedKratosContainer } from '../../src/testing/index.ts'
import { launchChromium } from '../support/chromium.ts'
import { startLoginPages, type LoginPages } from '../support/login-page.ts'
import { startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts'

describe('a KratosContainer in Chromium', () => {
  let pages: LoginPages
  let provider: OpenIdProvider
  let kratos: StartedKratosContainer
  let browser: Browser

  beforeAll(async () => {
    await findKratosImage(kratosImage)
    const { host } = (await getContainerRuntimeClient()).info.containerRuntime
    pages = await startLoginPages(host)
    provider = await startOpenIdProvider()
    kratos = await new KratosContainer().withConfig(pages.config).withConfig(provider.config).start()
    pages.kratosUrl = kratos.getPublicUrl()
    browser = await launchChromium()
  }, 600_000)

  afterAll(async () => {
    await browser.close()
    await kratos.stop()
    provider.close()
    pages.close()
  })

  /** Has a browser without cookies open the site. */
  async function visit(look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext()
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    try {
      await page.goto(pages.url)
      await look(page)
    } catch (error) {
      const text = await page.locator('body').textContent()
      throw new Error(`at ${page.url().split('?', 1).join('')}, which says: ${text ?? ''}`, { cause: error })
    } finally {
      await context.close()
    }
  }

  async function submit(page: Page, fields: Record<string, string>, button: string): Promise<void> {
    for (const [name, value] of Object.entries(fields)) await page.locator(`input[name="${name}"]`).fill(value)
    await page.locator(`button[value="${button}"]`).click()
  }

  async function welcomed(page: Page, email: string): Promise<void> {
    await page.getByRole('heading', { name: 'Welcome' }).waitFor()
    expect(await page.locator('#traits').textContent()).toContain(email)
  }

  async function logOut(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Log out' }).click()
    await page.getByRole('heading', { name: 'Nobody' }).waitFor()
  }

  test('registers, logs out, and logs in again, not without the password', async () => {
    const ann = somebody()
    await visit(async (page) => {
      await page.getByRole('link', { name: 'Register' }).click()
      // Kratos asks for the traits first, and for the password once they are right.
      await submit(page, { 'traits.email': ann.email, 'traits.name': ann.name }, 'profile')
      await submit(page, { password: defaultPassword }, 'password')
      await welcomed(page, ann.email)
      await logOut(page)

      await page.getByRole('link', { name: 'Log in' }).click()
      await submit(page, { identifier: ann.email, password: 'another-password-1' }, 'password')
      await page.getByRole('alert').filter({ hasText: 'credentials are invalid' }).waitFor()
      await submit(page, { identifier: ann.email, password: defaultPassword }, 'password')
      await welcomed(page, ann.email)
    })
    expect((await kratos.flows.logIn(ann)).session.active).toBe(true)
  })

  test('registers and logs in with an OpenID provider as the same person', async () => {
    const { email } = somebody('Carl')
    const ids: (string | null)[] = []
    for (const link of ['Register', 'Log in'])
      await visit(async (page) => {
        await page.getByRole('link', { name: link }).click()
        await page.locator('button[name="provider"]').click()
        await page.getByRole('heading', { name: 'Provider' }).waitFor()
        await page.locator('input[name="email"]').fill(email)
        await page.getByRole('button', { name: 'Continue' }).click()
        await welcomed(page, email)
        ids.push(await page.locator('#identity').textContent())
        await logOut(page)
      })
    expect(ids[0]).toMatch(/^[\w-]{36}$/)
    expect(ids[1]).toBe(ids[0])
  })

  test('is logged in with the cookies of a login in a test, and logs that out', async () => {
    const ann = somebody()
    const { cookie, cookies } = await kratos.flows.registerAsBrowser(ann)
    await visit(async (page) => {
      await page.context().addCookies([...cookies])
      await page.reload()
      await welcomed(page, ann.email)
      await logOut(page)
    })
    await expect(kratos.flows.logOutAsBrowser({ cookie })).rejects.toThrow('session_inactive')
  })

  test('asks for the second factor that a test has added to its session', async () => {
    const ann = somebody()
    await kratos.flows.createIdentity(ann)
    await visit(async (page) => {
      await page.getByRole('link', { name: 'Log in' }).click()
      await submit(page, { identifier: ann.email, password: defaultPassword }, 'password')
      await welcomed(page, ann.email)
      const secret = await kratos.flows.addTotpAsBrowser({ cookies: await page.context().cookies() })
      await logOut(page)

      await page.getByRole('link', { name: 'Log in' }).click()
      await submit(page, { identifier: ann.email, password: defaultPassword }, 'password')
      await submit(page, { totp_code: totpCode(secret) }, 'totp')
      await welcomed(page, ann.email)
    })
  })
})
