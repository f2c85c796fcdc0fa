import { expect, test } from '@jest/globals'
import { createOry } from '../../src/ory/client.ts'
import { KratosContainer, somebody } from '../../src/testing/index.ts'

test('Kratos repeats of each credential that there is no session, and contradicts where there is one', async () => {
  const kratos = await new KratosContainer().start()
  const ory = createOry(kratos.getPublicUrl(), { timeout: 60_000 })
  const none = { cookie: '', token: '' }
  const again = async (credentials: object): Promise<unknown> =>
    ory.deniesAgain({ ...none, ...credentials }, performance.now()).catch(String)
  const found = 'UpstreamError: Ory found the session when it was asked again, so its 401 says nothing'
  try {
    const person = somebody()
    const { token, session } = await kratos.flows.register(person)
    const browser = await kratos.flows.logInAsBrowser(person)
    for (const good of [{ token }, { bearer: token }, { cookie: browser.cookie }]) expect(await again(good)).toBe(found)
    await kratos.flows.revokeSession(session.id)
    await kratos.flows.revokeSession(browser.session?.id ?? '')
    for (const gone of [{ token }, { bearer: token }, { cookie: browser.cookie }, { cookie: 'theme=dark' }])
      expect(await again(gone)).toBe(true)
  } finally {
    ory.close()
    await kratos.stop()
  }
})
