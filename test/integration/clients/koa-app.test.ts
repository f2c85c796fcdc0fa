import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { somebody } from '../../../src/testing/flows.ts'
import { freePort } from '../../support/free-port.ts'
import { untilListening } from '../../support/listening.ts'
import { setUp, type Setup } from './setup.ts'

let setup: Setup
let app: ChildProcess
let url: string

beforeAll(async () => {
  setup = await setUp({}, { session: { whoami: { required_aal: 'aal1' } } })
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const file = fileURLToPath(new URL('koa-app.ts', import.meta.url))
  app = spawn(process.execPath, [file], {
    env: { ORY_SDK_URL: setup.kratos.getPublicUrl(), PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await untilListening(app, port)
}, 600_000)

afterAll(async () => {
  app.kill()
  await setup.close()
})

async function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown; challenge: string | null; cookies: string[] }> {
  const response = await fetch(url + path, { headers })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return {
    status: response.status,
    body: isJson ? (JSON.parse(text) as unknown) : text,
    challenge: response.headers.get('www-authenticate'),
    cookies: response.headers.getSetCookie(),
  }
}

test('requireSession gives the app the session of a cookie, a Bearer token and an X-Session-Token', async () => {
  const ann = somebody()
  const { token } = await setup.kratos.flows.register(ann)
  const { cookie } = await setup.kratos.flows.logInAsBrowser(ann)
  for (const headers of [{ cookie }, { authorization: `Bearer ${token}` }, { 'x-session-token': token }]) {
    expect(await ask('/account', headers)).toMatchObject({ status: 200, body: { email: ann.email, name: ann.name } })
  }
})

test('requireSession answers 401 as Kratos does, with a challenge, to someone without a session', async () => {
  const direct = await (await fetch(`${setup.kratos.getPublicUrl()}/sessions/whoami`)).json()
  for (const headers of [{}, { cookie: 'ory_kratos_session=garbage' }, { authorization: 'Bearer ory_st_garbage' }]) {
    expect(await ask('/account', headers)).toMatchObject({
      status: 401,
      challenge: 'Bearer',
      body: { error: { code: 401 } },
    })
  }
  expect((await ask('/account')).body).toEqual(direct)
})

test('requireSession with aal2 answers 403 with the way to it, and lets aal2 pass', async () => {
  const ann = somebody()
  const first = await setup.kratos.flows.register(ann)
  const secret = await setup.kratos.flows.addTotp(first)
  const aal1 = await setup.kratos.flows.logIn(ann)
  expect(await ask('/account', { 'x-session-token': aal1.token })).toMatchObject({ status: 200 })
  expect(await ask('/payments', { 'x-session-token': aal1.token })).toMatchObject({
    status: 403,
    body: { error: { code: 403, id: 'session_aal2_required', reason: expect.stringContaining('?aal=aal2') } },
  })
  const aal2 = await setup.kratos.flows.reachAal2(aal1, secret)
  expect(await ask('/payments', { 'x-session-token': aal2.token })).toMatchObject({
    status: 200,
    body: { paidBy: aal2.session.id },
  })
  expect(await ask('/payments')).toMatchObject({ status: 401 })
})

test('optionalSession knows who is there, and lets everybody pass', async () => {
  const { token } = await setup.kratos.flows.register(somebody())
  expect(await ask('/', { 'x-session-token': token })).toMatchObject({ status: 200, body: 'Welcome back' })
  expect(await ask('/')).toMatchObject({ status: 200, body: 'Who are you?', challenge: null })
  expect(await ask('/', { 'x-session-token': 'ory_st_garbage' })).toMatchObject({ status: 200, body: 'Who are you?' })
})

test('a session that was revoked no longer counts', async () => {
  const { token, session } = await setup.kratos.flows.register(somebody())
  await setup.kratos.flows.revokeSession(session.id)
  expect(await ask('/account', { 'x-session-token': token })).toMatchObject({ status: 401 })
})

test('a cookie that Kratos issues anew reaches the browser', async () => {
  const { cookie } = await setup.kratos.flows.registerAsBrowser(somebody())
  const { id } = (await (await fetch(`${setup.service.url}/sessions/whoami`, { headers: { cookie } })).json()) as {
    id: string
  }
  await fetch(`${setup.kratos.getAdminUrl()}/admin/sessions/${id}/extend`, { method: 'PATCH' })
  for (const path of ['/', '/account'])
    expect((await ask(path, { cookie })).cookies).toEqual([expect.stringMatching(/^ory_kratos_session=/)])
})

test('while Kratos is down nobody is taken for logged out', async () => {
  const { token } = await setup.kratos.flows.register(somebody())
  await setup.kratos.goDown()
  for (const path of ['/', '/account', '/payments']) {
    const { status, body } = await ask(path, { 'x-session-token': token })
    expect({ status, body }).toMatchObject({ status: 502, body: { error: { code: 502 } } })
    expect(JSON.stringify(body)).not.toContain(token)
  }
})
