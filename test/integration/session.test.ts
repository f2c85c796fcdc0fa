import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Session } from '../../src/ory/answer.ts'
import type { RunningServer } from '../../src/service/server.ts'
import { somebody } from '../../src/testing/flows.ts'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { eventually } from '../support/eventually.ts'
import { exchange, requestBytes } from '../support/exchange.ts'
import { startRecorded } from './service.ts'

/** A service in front of a Kratos, and how a test asks it. */
interface Setup {
  kratos: StartedKratosContainer
  service: RunningServer
  close: () => Promise<void>
}

async function setUp(container = new KratosContainer()): Promise<Setup> {
  const kratos = await container.start()
  const service = await startRecorded({ ORY_SDK_URL: kratos.getPublicUrl() })
  const close = async (): Promise<void> => {
    await service.close()
    await kratos.stop()
  }
  return { kratos, service, close }
}

async function ask(
  { service }: Setup,
  headers: Record<string, string> | [string, string][] = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(service.url, { headers })
  return { status: response.status, text: await response.text() }
}

function sessionOf({ status, text }: { status: number; text: string }): Session {
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' })
  return JSON.parse(text) as Session
}

const unauthorized = { status: 500, text: '401 Unauthorized\n' }

describe('in front of a real Kratos', () => {
  let setup: Setup

  beforeAll(async () => {
    setup = await setUp()
  }, 600_000)

  afterAll(async () => {
    await setup.close()
  })

  test('a request without credentials has no session', async () => {
    expect(await ask(setup)).toEqual(unauthorized)
  })

  test.each(['Bearer', 'bearer', 'BEARER', 'bEaReR'])('a session token counts after %s', async (scheme) => {
    const { token, session } = await setup.kratos.flows.register(somebody())
    expect(sessionOf(await ask(setup, { authorization: `${scheme} ${token}` })).id).toBe(session.id)
  })

  test("a browser's cookie counts, and the traits are the person's", async () => {
    const ann = somebody()
    const { cookie } = await setup.kratos.flows.registerAsBrowser(ann)
    expect(sessionOf(await ask(setup, { cookie })).identity?.traits).toEqual({ email: ann.email, name: ann.name })
  })

  test('an identity made by an administrator logs in as an app and as a browser', async () => {
    const ann = somebody()
    const { id } = await setup.kratos.flows.createIdentity(ann)
    const { token } = await setup.kratos.flows.logIn(ann)
    const { cookie } = await setup.kratos.flows.logInAsBrowser(ann)
    expect(sessionOf(await ask(setup, { authorization: `Bearer ${token}` })).identity?.id).toBe(id)
    expect(sessionOf(await ask(setup, { cookie })).identity?.id).toBe(id)
  })

  test('the session cookie counts in whichever of several Cookie headers it stands', async () => {
    const ann = somebody()
    const { cookie } = await setup.kratos.flows.registerAsBrowser(ann)
    for (const order of [
      ['theme=dark', cookie, 'lang=en'],
      [cookie, 'theme=dark'],
      ['theme=dark', ...cookie.split('; ')],
    ]) {
      const headers = order.map((value): [string, string] => ['cookie', value])
      const { status, body } = await exchange(setup.service.url, requestBytes({ method: 'GET', path: '/', headers }))
      expect(sessionOf({ status, text: body.toString() }).identity?.traits).toMatchObject({ email: ann.email })
    }
  })

  test('of a token and a cookie at once, the service answers with the session that Kratos answers with', async () => {
    const [app, browser] = [
      await setup.kratos.flows.register(somebody('Ann')),
      await setup.kratos.flows.registerAsBrowser(somebody('Bob')),
    ]
    const direct = await fetch(`${setup.kratos.getPublicUrl()}/sessions/whoami`, {
      headers: { cookie: browser.cookie, 'x-session-token': app.token },
    })
    const { id } = (await direct.json()) as Session
    expect(sessionOf(await ask(setup, { cookie: browser.cookie, authorization: `Bearer ${app.token}` })).id).toBe(id)
  })

  test('a garbage token or cookie has no session', async () => {
    expect(await ask(setup, { authorization: 'Bearer ory_st_garbage' })).toEqual(unauthorized)
    expect(await ask(setup, { cookie: 'ory_kratos_session=garbage' })).toEqual(unauthorized)
  })

  test('a session that an administrator revoked is gone', async () => {
    const { token, session } = await setup.kratos.flows.register(somebody())
    await setup.kratos.flows.revokeSession(session.id)
    expect(await ask(setup, { authorization: `Bearer ${token}` })).toEqual(unauthorized)
  })

  test('a logout ends the session of an app, and of a browser', async () => {
    const app = await setup.kratos.flows.register(somebody())
    const browser = await setup.kratos.flows.registerAsBrowser(somebody())
    await setup.kratos.flows.logOut(app)
    await setup.kratos.flows.logOutAsBrowser(browser)
    expect(await ask(setup, { authorization: `Bearer ${app.token}` })).toEqual(unauthorized)
    expect(await ask(setup, { cookie: browser.cookie })).toEqual(unauthorized)
  })

  test('a disabled identity is answered as Kratos answers it', async () => {
    const { token, session } = await setup.kratos.flows.register(somebody())
    await setup.kratos.flows.disableIdentity(session.identity?.id ?? '')
    const direct = await fetch(`${setup.kratos.getPublicUrl()}/sessions/whoami`, {
      headers: { 'x-session-token': token },
    })
    const answer = await ask(setup, { authorization: `Bearer ${token}` })
    if (direct.ok) expect(sessionOf(answer).identity?.state).toBe('inactive')
    else expect(answer).toEqual({ status: 500, text: `${direct.status} ${direct.statusText}\n` })
    await expect(setup.kratos.flows.logIn({ email: 'nobody@example.com' })).rejects.toThrow(
      'logging in: Kratos refused: ',
    )
  })

  test('500 users who ask at once each get their own session', async () => {
    const users = Array.from({ length: 500 }, (_, index) => somebody(`User${index}`))
    const logins: { email: string; token: string }[] = []
    // One after the other: Kratos' in-memory SQLite locks its tables while it writes.
    for (const user of users) logins.push({ email: user.email, token: (await setup.kratos.flows.register(user)).token })
    const emails = await Promise.all(
      logins.map(
        async ({ token }) => sessionOf(await ask(setup, { authorization: `Bearer ${token}` })).identity?.traits,
      ),
    )
    expect(emails).toEqual(users.map(({ email, name }) => ({ email, name })))
  })

  test('while Kratos is down the service says so, and answers again when Kratos is back', async () => {
    const before = await setup.kratos.flows.register(somebody())
    sessionOf(await ask(setup, { authorization: `Bearer ${before.token}` }))
    await setup.kratos.goDown()
    const down = await ask(setup, { authorization: `Bearer ${before.token}` })
    expect(down.status).toBe(500)
    expect(down.text).toMatch(/^GET http:\/\/[^ ]+\/sessions\/whoami: Ory [^\n]+\n$/)
    expect(down.text).not.toContain(before.token)
    await setup.kratos.comeBack()
    const { token, session } = await setup.kratos.flows.register(somebody())
    expect(sessionOf(await ask(setup, { authorization: `Bearer ${token}` })).id).toBe(session.id)
  })
})

describe('in front of a Kratos that asks for aal2', () => {
  let setup: Setup

  beforeAll(async () => {
    setup = await setUp(new KratosContainer().withRequiredAal('highest_available'))
  }, 600_000)

  afterAll(async () => {
    await setup.close()
  })

  test('an aal1 session of someone who has TOTP is refused until aal2 is reached', async () => {
    const ann = somebody()
    const secret = await setup.kratos.flows.addTotp(await setup.kratos.flows.register(ann))
    const aal1 = await setup.kratos.flows.logIn(ann)
    expect(await ask(setup, { authorization: `Bearer ${aal1.token}` })).toEqual({
      status: 500,
      text: '403 Forbidden\n',
    })
    const aal2 = await setup.kratos.flows.reachAal2(aal1, secret)
    expect(sessionOf(await ask(setup, { authorization: `Bearer ${aal2.token}` })).authenticator_assurance_level).toBe(
      'aal2',
    )
  })
})

describe('in front of a Kratos that keeps sessions short', () => {
  let setup: Setup

  beforeAll(async () => {
    setup = await setUp(new KratosContainer().withSessionLifespan('4s'))
  }, 600_000)

  afterAll(async () => {
    await setup.close()
  })

  test('a session counts until it expires, and not after', async () => {
    const { token, session, answer } = await eventually('a session is seen before it expires', async () => {
      const login = await setup.kratos.flows.register(somebody())
      const answer = await ask(setup, { authorization: `Bearer ${login.token}` })
      return answer.status === 200 && { ...login, answer }
    })
    expect(sessionOf(answer).expires_at).toBe(session.expires_at)
    const refused = await eventually('it expires', async () => {
      const answer = await ask(setup, { authorization: `Bearer ${token}` })
      return answer.status !== 200 && answer
    })
    expect(refused).toEqual(unauthorized)
    // Both are cut to the millisecond, so an expiry within this one counts.
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(session.expires_at ?? ''))
  })
})
