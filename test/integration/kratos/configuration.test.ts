import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { KratosContainer, somebody } from '../../../src/testing/index.ts'

test('a configuration that Kratos refuses fails with its own words, and leaves no container', async () => {
  const id = randomUUID() // another suite on this machine may start one, too
  const broken = new KratosContainer().withConfig({ selfservice: { nonsense: true } }).withLabels({ broken: id })
  await expect(broken.start()).rejects.toThrow(/^starting Kratos: it ended; its last words: .*"nonsense" not allowed$/)
  const { stdout } = await promisify(execFile)('docker', ['ps', '-aq', '--filter', `label=broken=${id}`])
  expect(stdout).toBe('')
})

test('the parts of a configuration are merged over several calls, and a list replaces', async () => {
  const container = new KratosContainer()
    .withConfig({
      session: { cookie: { name: 'first' } },
      selfservice: { allowed_return_urls: ['https://one.example.com'] },
    })
    .withConfig({ session: { cookie: { name: 'second' } } })
    .withSessionLifespan('1h')
  const kratos = await container.start()
  try {
    const { cookie } = await kratos.flows.registerAsBrowser(somebody())
    expect(cookie).toContain('second=')
    expect(cookie).not.toContain('first=')
    const { session } = await kratos.flows.register(somebody())
    expect(Date.parse(session.expires_at ?? '') - Date.now()).toBeLessThanOrEqual(3_600_000)
    const returning = (to: string): Promise<Response> =>
      fetch(`${kratos.getPublicUrl()}/self-service/login/browser?return_to=${to}`, {
        headers: { accept: 'application/json' },
      })
    expect((await returning('https://one.example.com')).status).toBe(200)
    expect((await returning(kratos.getPublicUrl())).status).toBe(400)
  } finally {
    await kratos.stop()
  }
})

test('whoami says how long a session may be cached if asked to: no longer than asked, nor than it lasts', async () => {
  const cacheFor = async (container: KratosContainer): Promise<string | null> => {
    const kratos = await container.start()
    try {
      const { token } = await kratos.flows.register(somebody())
      const whoami = await fetch(`${kratos.getPublicUrl()}/sessions/whoami`, { headers: { 'x-session-token': token } })
      return whoami.headers.get('ory-session-cache-for')
    } finally {
      await kratos.stop()
    }
  }
  expect(await cacheFor(new KratosContainer())).toBeNull()
  expect(await cacheFor(new KratosContainer().withCacheableSessions('10s'))).toBe('10')
  const seconds = Number(await cacheFor(new KratosContainer().withCacheableSessions('1h').withSessionLifespan('60s')))
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
})

test('another schema refuses the default traits, and its own log in as app and browser', async () => {
  const username = { type: 'string', 'ory.sh/kratos': { credentials: { password: { identifier: true } } } }
  const traits = {
    type: 'object',
    properties: { username, title: { type: 'string' } },
    required: ['username', 'title'],
    additionalProperties: false,
  }
  const kratos = await new KratosContainer()
    .withIdentitySchema({ $id: 'player', type: 'object', properties: { traits } })
    .start()
  try {
    await expect(kratos.flows.createIdentity(somebody())).rejects.toThrow('creating an identity: Kratos answered 400')
    const ann = { identifier: 'ann', traits: { username: 'ann', title: 'Dr.' }, password: 'a-password-of-her-own-7' }
    await kratos.flows.registerAsBrowser(ann)
    expect((await kratos.flows.logIn(ann)).session.identity?.traits).toEqual(ann.traits)
    expect((await kratos.flows.logInAsBrowser(ann)).cookie).toContain('ory_kratos_session=')
    await expect(kratos.flows.logIn({ ...ann, password: 'another' })).rejects.toThrow('logging in: Kratos refused: ')
  } finally {
    await kratos.stop()
  }
})
