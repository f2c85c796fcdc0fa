import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Configuration, FrontendApi } from '@ory/client'
import { isAxiosError } from 'axios'
import { somebody } from '../../../src/testing/flows.ts'
import { listenOnFreePort } from '../../support/free-port.ts'
import { describeUnless, describeWith, describeWithGo } from '../../support/skip.ts'
import { comparable } from './comparable.ts'
import { expressApp } from './express-app.ts'
import { setUp, template, type Setup } from './setup.ts'

/** What a client is given to ask with. */
interface Login {
  token?: string
  cookie?: string
  tokenizeAs?: string
}

/** What a client got: the status, and the session or the error. */
interface Outcome {
  status: number
  body: unknown
}

type Client = (baseUrl: string, login: Login) => Promise<Outcome>

const run = promisify(execFile)
const folder = fileURLToPath(new URL('go-client/', import.meta.url))
const pythonClient = fileURLToPath(new URL('python-client.py', import.meta.url))
const cache = fileURLToPath(new URL('../../../.cache/', import.meta.url))
const store = new Map<string, string>()

function headersOf({ token, cookie }: Login): Record<string, string> {
  return {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  }
}

function queryOf({ tokenizeAs }: Login): string {
  return tokenizeAs === undefined ? '' : `?tokenize_as=${tokenizeAs}`
}

const curl: Client = async (baseUrl, login) => {
  const headers = Object.entries(headersOf(login)).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await run('curl', [
    '-sS',
    '-w',
    '\n%{http_code}',
    ...headers,
    `${baseUrl}/sessions/whoami${queryOf(login)}`,
  ])
  const end = stdout.lastIndexOf('\n')
  return { status: Number(stdout.slice(end + 1)), body: JSON.parse(stdout.slice(0, end)) }
}

const express: Client = async (baseUrl, login) => {
  const server = createServer(expressApp(baseUrl))
  const port = await listenOnFreePort(server)
  try {
    const response = await fetch(`http://127.0.0.1:${port}/${queryOf(login)}`, { headers: headersOf(login) })
    return { status: response.status, body: await response.json() }
  } finally {
    server.close()
  }
}

const reactNative: Client = async (basePath, { token = '', tokenizeAs }) => {
  store.set('session_token', token)
  const ory = new FrontendApi(new Configuration({ basePath }))
  try {
    const { status, data } = await ory.toSession({
      xSessionToken: store.get('session_token') ?? '',
      ...(tokenizeAs === undefined ? {} : { tokenizeAs }),
    })
    return { status, body: data }
  } catch (error) {
    if (!isAxiosError(error) || error.response === undefined) throw error
    return { status: error.response.status, body: error.response.data }
  }
}

const go: Client = async (baseUrl, { token = '', cookie = '', tokenizeAs = '' }) => {
  const { stdout } = await run(`${cache}go-client`, [baseUrl], {
    env: { TOKEN: token, COOKIE: cookie, TOKENIZE_AS: tokenizeAs },
  })
  return JSON.parse(stdout) as Outcome
}

const python =
  (more: Record<string, string> = {}): Client =>
  async (baseUrl, { token = '', cookie = '', tokenizeAs = '' }) => {
    const { stdout } = await run('python3', [pythonClient, baseUrl], {
      env: {
        PATH: process.env['PATH'],
        PYTHONPATH: `${cache}python`,
        TOKEN: token,
        COOKIE: cookie,
        TOKENIZE_AS: tokenizeAs,
        ...more,
      },
    })
    return JSON.parse(stdout) as Outcome
  }

let setup: Setup
let email: string
let aal1: { token: string; cookie: string }
let aal2: string
let login: { token: string; cookie: string }

beforeAll(async () => {
  setup = await setUp()
  const { flows } = setup.kratos
  const [ann, bob] = [somebody('Ann'), somebody('Bob')]
  email = ann.email
  login = { token: (await flows.register(ann)).token, cookie: (await flows.logInAsBrowser(ann)).cookie }
  const first = await flows.register(bob)
  aal1 = { token: (await flows.logIn(bob)).token, cookie: (await flows.logInAsBrowser(bob)).cookie }
  await flows.addTotp(first)
  aal2 = first.token
}, 600_000)

afterAll(async () => {
  await setup.close()
})

/** What a client gets from the service, which must be what it gets from Kratos. */
async function sameFromBoth(client: Client, given: Login): Promise<Outcome> {
  const [direct, through] = [await client(setup.kratos.getPublicUrl(), given), await client(setup.service.url, given)]
  expect(comparable(through)).toEqual(comparable(direct))
  return through
}

function gets(client: Client, kinds: readonly ('token' | 'cookie')[]): void {
  test.each(kinds)('gets the session that Kratos gives for a %s', async (kind) => {
    const { status, body } = await sameFromBoth(client, { [kind]: login[kind] })
    expect({ status, body }).toMatchObject({ status: 200, body: { active: true, identity: { traits: { email } } } })
  })

  test.each(kinds)(
    'gets 403 with the way to aal2, as from Kratos, for a %s that needs a second factor',
    async (kind) => {
      const { status, body } = await sameFromBoth(client, { [kind]: aal1[kind] })
      expect({ status, body }).toMatchObject({
        status: 403,
        body: { error: { id: 'session_aal2_required', code: 403 } },
      })
      expect(body).toHaveProperty('redirect_browser_to')
    },
  )

  test.each(kinds)('gets 401, as from Kratos, for a %s that is none', async (kind) => {
    expect(
      await sameFromBoth(client, { [kind]: kind === 'token' ? 'ory_st_garbage' : 'ory_kratos_session=garbage' }),
    ).toMatchObject({ status: 401, body: { error: { code: 401 } } })
  })

  test.each(kinds)('gets the JSON Web Token of a template for a %s', async (kind) => {
    const { body } = await sameFromBoth(client, { [kind]: login[kind], tokenizeAs: template })
    expect(comparable(body)).toMatchObject({ tokenized: { sub: expect.any(String), sid: expect.any(String) } })
  })

  test('gets 401, as from Kratos, without a session', async () => {
    expect(await sameFromBoth(client, {})).toMatchObject({ status: 401, body: { error: { code: 401 } } })
  })

  test("gets Kratos' 400 for a template that Kratos has not", async () => {
    expect(await sameFromBoth(client, { token: login.token, tokenizeAs: 'nothing-of-the-kind' })).toMatchObject({
      status: 400,
      body: { error: { code: 400 } },
    })
  })
}

describeWith('curl', '--version', 'install it, package curl', 'cURL', () => {
  gets(curl, ['token', 'cookie'])

  test('the two documented commands show the session', async () => {
    const url = `${setup.service.url}/sessions/whoami`
    for (const line of [`Authorization: Bearer ${login.token}`, `Cookie: ${login.cookie}`]) {
      const { stdout } = await run('curl', ['-sS', '-H', line, url])
      expect(JSON.parse(stdout)).toMatchObject({ identity: { traits: { email } } })
    }
  })

  test('the session of someone who has reached aal2 is shown', async () => {
    expect(await sameFromBoth(curl, { token: aal2 })).toMatchObject({
      status: 200,
      body: { authenticator_assurance_level: 'aal2' },
    })
  })

  test('of several credentials at once, the one counts that counts for Kratos', async () => {
    const [x, bearer, foreign, cookie] = [
      `X-Session-Token: ${login.token}`,
      `Authorization: Bearer ${aal2}`,
      'Authorization: Bearer of-another-api',
      `Cookie: ${login.cookie}`,
    ]
    for (const lines of [
      [x, bearer],
      [x, cookie],
      [cookie, bearer],
      [cookie, foreign],
      [bearer, 'Cookie: theme=dark'],
    ]) {
      const ask = async (url: string): Promise<unknown> =>
        JSON.parse((await run('curl', ['-sS', ...lines.flatMap((line) => ['-H', line]), url])).stdout)
      expect(comparable(await ask(`${setup.service.url}/sessions/whoami`))).toEqual(
        await ask(`${setup.kratos.getPublicUrl()}/sessions/whoami`),
      )
    }
  })

  test('a cookie that Kratos issues anew, for a session that was extended, reaches the caller', async () => {
    const { cookie } = await setup.kratos.flows.registerAsBrowser(somebody())
    const { id = '' } = (await curl(setup.service.url, { cookie })).body as { id?: string }
    const extended = await fetch(`${setup.kratos.getAdminUrl()}/admin/sessions/${id}/extend`, { method: 'PATCH' })
    expect(extended.ok).toBe(true)
    const { stdout } = await run('curl', [
      '-sS',
      '-D',
      '-',
      '-o',
      '/dev/null',
      '-H',
      `Cookie: ${cookie}`,
      `${setup.service.url}/sessions/whoami`,
    ])
    const renewed = /^set-cookie: (ory_kratos_session=[^;]+); .*HttpOnly/im.exec(stdout)?.[1] ?? ''
    expect(await curl(setup.service.url, { cookie: renewed })).toMatchObject({ status: 200, body: { id } })
  })
})

describe('Express with @ory/client', () => {
  gets(express, ['token', 'cookie'])
})

const pythonMissing = existsSync(`${cache}python/ory_client`)
  ? undefined
  : 'ory-client is not installed; run: sh test/scripts/python.sh'
describeUnless(pythonMissing, 'Python with ory-client', () => {
  gets(python(), ['token', 'cookie'])

  test.each([
    ['disable_my_session', { id: '9f0b1c1e-0000-4000-8000-000000000000' }],
    ['perform_native_logout', { perform_native_logout_body: { session_token: 'ory_st_x' } }],
  ])("is refused Ory's own %s, and told so", async (call, given) => {
    const { status, body } = await python({ CALL: call, ARGUMENTS: JSON.stringify(given) })(setup.service.url, {})
    expect([status, JSON.stringify(body)]).toEqual([404, expect.stringContaining("is Ory's own")])
  })
})

describe('what @ory/client has beside whoami', () => {
  test('is refused, so that no session is believed to have ended which lives on', async () => {
    const { token } = await setup.kratos.flows.register(somebody())
    const ory = new FrontendApi(new Configuration({ basePath: setup.service.url }))
    const { id } = (await ory.toSession({ xSessionToken: token })).data
    for (const call of [
      ory.disableMySession({ id, xSessionToken: token }),
      ory.disableMyOtherSessions({ xSessionToken: token }),
      ory.performNativeLogout({ performNativeLogoutBody: { session_token: token } }),
      ory.listMySessions({ xSessionToken: token }),
      ory.createNativeLoginFlow(),
    ])
      await expect(call).rejects.toMatchObject({ response: { status: 404, data: { error: { id: 'not_found' } } } })
    expect((await ory.toSession({ xSessionToken: token })).data.id).toBe(id)
  })

  test('a session cookie that Kratos cannot decode, beside a good token, is the mistake of the client', async () => {
    const cookie = `ory_kratos_session=${Buffer.from(`1795553336|${'x'.repeat(100)}`).toString('base64url')}`
    const { status, body } = await curl(setup.service.url, { ...login, cookie })
    expect([status, JSON.stringify(body)]).toEqual([401, expect.stringContaining('session_cookie_invalid')])
  })
})

describe('React Native with @ory/client, the token from a store', () => {
  gets(reactNative, ['token'])
})

describeWithGo('Go with github.com/ory/client-go', () => {
  beforeAll(async () => {
    await mkdir(cache, { recursive: true })
    await run('go', ['build', '-o', `${cache}go-client`, '.'], { cwd: folder })
  })

  gets(go, ['token', 'cookie'])
})
