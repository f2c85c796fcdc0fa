import { writeFileSync } from 'node:fs'
import { connect as connectHttp2 } from 'node:http2'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { somebody } from '../../../src/testing/flows.ts'
import { toStandardError } from '../../../src/testing/progress.ts'
import { eventually } from '../../support/eventually.ts'
import { exchange, requestBytes } from '../../support/exchange.ts'
import { connectTo } from '../../support/raw-client.ts'
import type { RawResponse } from '../../support/response.ts'
import { setUp, template, type Setup } from '../clients/setup.ts'
import { recordings } from '../service.ts'
import { gateways, startGateway, whyMissing, type Gateway } from './programs.ts'
import { startApplication, startLine, type Application, type Arrived, type Fault, type Line } from './world.ts'

type Headers = [name: string, value: string][]

const mapping =
  'X-User-Id=/identity/id, X-User-Email=/identity/traits/email, ' +
  'X-User-Name=/identity/traits/name, X-User-Token=/tokenized'
const evil = 'evil@example.com'
const spoofed: Headers = ['X-User-Email', 'x-user-email', 'X_User_Email', 'X-User_Email', 'X_User-Email'].map(
  (name) => [name, evil],
)

const here = gateways.filter((name) => {
  const why = process.env['CI'] === 'true' ? undefined : whyMissing(name)
  if (why !== undefined) toStandardError(`behind ${name}: skipped, it is not installed; ${why}`)
  return why === undefined
})

let setup: Setup
let app: Application
let line: Line
let running: ReadonlyMap<string, Gateway>
let ann: { token: string; cookie: string; email: string }
let aal1: Headers

beforeAll(async () => {
  // Kratos answers where it was told to listen, so its URL is only known once it runs: LOGIN_URL is any other.
  setup = await setUp({
    FORWARD_AUTH_HEADERS: mapping,
    TOKENIZE_AS: template,
    LOGIN_URL: 'http://login.test/self-service/login/browser',
  })
  app = await startApplication()
  line = await startLine(setup.service.url)
  running = new Map(
    await Promise.all(here.map(async (name) => [name, await startGateway(name, app.address, line.address)] as const)),
  )
  const { flows } = setup.kratos
  const [person, bob] = [somebody('Ann'), somebody('Bob')]
  const { token } = await flows.register(person)
  ann = { token, cookie: (await flows.logInAsBrowser(person)).cookie, email: person.email }
  const first = await flows.register(bob)
  aal1 = [['Authorization', `Bearer ${(await flows.logIn(bob)).token}`]]
  await flows.addTotp(first)
}, 600_000)

/** What each gateway did in each case, for the table. */
const seen = new Map<string, Map<string, string>>()

afterAll(async () => {
  for (const gateway of running.values()) await gateway.stop()
  line.close()
  app.close()
  await setup.close()
  const rows = [...seen].map(([name, by]) => [name, ...here.map((gateway) => by.get(gateway) ?? 'failed')])
  const table = [['case', ...here], ['---', ...here.map(() => '---')], ...rows].map((row) => `| ${row.join(' | ')} |`)
  writeFileSync(`${recordings}../gateways.md`, `${table.join('\n')}\n`)
  toStandardError(`gateway × case, as answered; also in .cache/gateways.md\n${table.join('\n')}`)
})

beforeEach(() => {
  app.arrived = []
})

const gatewayOf = (name: string): Gateway => {
  const gateway = running.get(name)
  if (gateway === undefined) throw new Error(`${name} does not run`)
  return gateway
}

/** Runs a case behind every gateway, and notes what that answered. */
function behindEach(what: string, run: (name: string) => Promise<string | number>): void {
  test.each(here)(`behind %s: ${what}`, async (name) => {
    const by = seen.get(what) ?? new Map<string, string>()
    seen.set(what, by)
    by.set(name, String(await run(name)))
  })
}

const bearer = (): Headers => [['Authorization', `Bearer ${ann.token}`]]

async function ask(
  name: string,
  headers: Headers,
  path = '/account?a=b',
  method = 'GET',
  body?: string,
): Promise<RawResponse> {
  app.arrived = []
  return exchange(gatewayOf(name).url, requestBytes({ method, path, headers, body }), method)
}

/** The request that came to the application, of which nothing is a client's own word about itself. */
function theOnly(): Arrived {
  const [arrived, ...others] = app.arrived
  if (arrived === undefined || others.length > 0) throw new Error(`${app.arrived.length} requests arrived, not one`)
  expect(arrived.lines.join('\n')).not.toContain('evil')
  return arrived
}

function expectAnn(): void {
  const { headers } = theOnly()
  expect(headers).toMatchObject({ 'x-user-email': ann.email, 'x-user-name': 'Ann' })
  expect(String(headers['x-user-token']).split('.')).toHaveLength(3)
}

function expectNobody(): void {
  const { headers } = theOnly()
  for (const header of ['id', 'email', 'name', 'token']) expect(headers[`x-user-${header}`] ?? '').toBe('')
}

describe('what requires a session', () => {
  for (const [what, credential] of [
    ['a cookie', (): Headers => [['Cookie', `theme=dark; ${ann.cookie}`]]],
    ['a Bearer token', bearer],
    ['X-Session-Token', (): Headers => [['X-Session-Token', ann.token]]],
  ] as const)
    behindEach(`${what} is let in, and the application learns whose it is`, async (name) => {
      const { status } = await ask(name, [...credential(), ...spoofed])
      expect(status).toBe(200)
      expectAnn()
      expect(theOnly().url).toBe('/account?a=b')
      return status
    })

  for (const [what, headers, expected] of [
    ['no session', (): Headers => [], 401],
    ['a garbage token', (): Headers => [['Authorization', 'Bearer ory_st_garbage']], 401],
    ['a garbage cookie', (): Headers => [['Cookie', 'ory_kratos_session=garbage']], 401],
    ['a session that needs a second factor', () => aal1, 403],
  ] as const)
    behindEach(`${what} is refused, and nothing arrives`, async (name) => {
      const { status, headers: answered } = await ask(name, [...headers(), ...spoofed])
      expect([status, app.arrived]).toEqual([expected, []])
      if (status === 401) expect(answered['www-authenticate']).toBe('Bearer')
      return status
    })

  behindEach('a client that would have its identity removed by Connection keeps it, or is refused', async (name) => {
    const { status } = await ask(name, [['Connection', 'X-User-Email, X-User-Id'], ...bearer(), ...spoofed])
    if (status === 200) expectAnn()
    else expect([status, app.arrived]).toEqual([400, []])
    return status
  })

  behindEach('a POST of 16 MB arrives whole', async (name) => {
    const { status } = await ask(name, bearer(), '/upload', 'POST', 'x'.repeat(16_000_000))
    expect(status).toBe(200)
    expectAnn()
    expect(theOnly()).toMatchObject({ method: 'POST', url: '/upload', length: 16_000_000 })
    return status
  })

  behindEach('HEAD and DELETE need a session as GET does', async (name) => {
    for (const method of ['HEAD', 'DELETE']) {
      expect(await ask(name, [], '/account', method)).toMatchObject({ status: 401 })
      expect(await ask(name, bearer(), '/account', method)).toMatchObject({ status: 200 })
      expect(theOnly().method).toBe(method)
    }
    return '401, 200'
  })

  behindEach('a preflight arrives as nobody; another OPTIONS needs a session', async (name) => {
    const preflight: Headers = [
      ['Origin', 'https://app.example.com'],
      ['Access-Control-Request-Method', 'GET'],
    ]
    expect(await ask(name, [...preflight, ...spoofed], '/account', 'OPTIONS')).toMatchObject({ status: 200 })
    expectNobody()
    expect(await ask(name, spoofed, '/account', 'OPTIONS')).toMatchObject({ status: 401 })
    return '200, 401'
  })

  behindEach('a template that a client names is not honoured', async (name) => {
    for (const query of ['?tokenize_as=nothing-of-the-kind', '?tokenize_as=', '?a&tokenize_as=x']) {
      expect(await ask(name, bearer(), `/account${query}`)).toMatchObject({ status: 200 })
      expectAnn()
    }
    return 200
  })

  /** Asks for paths without a session: nobody arrives where one does, at a URL that `check` takes. */
  async function expectGuestAt(paths: readonly string[], name: string, check: (url: string) => void): Promise<void> {
    for (const path of paths) {
      const { status } = await ask(name, spoofed, path)
      if (status === 200) expectNobody()
      for (const { url } of app.arrived) check(url)
    }
  }

  behindEach('no path makes a public page of a private one', async (name) => {
    const paths = [
      '/publicly',
      '/account/../public/../account',
      '/public/../account',
      '/public/..%2faccount',
      '/public/%2e%2e/account',
      '/public/%2E%2E%2Faccount',
      '//public',
      '/%2e%2e/auth/optional',
      '/../auth/optional',
    ]
    await expectGuestAt(paths, name, (url) => {
      expect(url).not.toContain('account')
    })
    return 'closed'
  })

  behindEach('no path is public here and private to an application that takes it as it comes', async (name) => {
    const paths = [
      '/account/../public',
      '/account/..%2fpublic',
      '/account/%2e%2e/public/',
      '/account/%2E%2E%2Fpublic/page',
      '//account/../public',
      '/./account/../public',
      '/account/..//public',
      '/account\\..\\public',
    ]
    await expectGuestAt(paths, name, (url) => {
      expect(url).toMatch(/^\/public(?:[/?]|$)/)
    })
    return 'closed'
  })

  behindEach('a cookie that Kratos issues anew reaches the browser', async (name) => {
    const { cookie } = await setup.kratos.flows.registerAsBrowser(somebody())
    const whoami = await fetch(`${setup.service.url}/sessions/whoami`, { headers: { cookie } })
    const { id } = (await whoami.json()) as { id: string }
    await fetch(`${setup.kratos.getAdminUrl()}/admin/sessions/${id}/extend`, { method: 'PATCH' })
    const { status, headers } = await ask(name, [['Cookie', cookie]])
    expect(headers['set-cookie']).toMatch(/^ory_kratos_session=.*HttpOnly/)
    return status
  })

  behindEach('a browser is sent to the login page, and back', async (name) => {
    for (const [headers, aal] of [
      [[], null],
      [aal1, 'aal2'],
    ] as const) {
      const answer = await ask(
        name,
        [['Sec-Fetch-Mode', 'navigate'], ['Accept', 'text/html'], ...headers],
        '/account?a=b&c=d',
      )
      const to = new URL(answer.headers['location'] ?? '')
      expect([answer.status, to.origin + to.pathname]).toEqual([303, 'http://login.test/self-service/login/browser'])
      expect([to.searchParams.get('return_to'), to.searchParams.get('aal')]).toEqual([
        'http://echo.test/account?a=b&c=d',
        aal,
      ])
      expect(app.arrived).toEqual([])
    }
    return 303
  })

  behindEach('a WebSocket is opened for a session, and for nobody else', async (name) => {
    const upgrade = (headers: Headers): string =>
      'GET /socket HTTP/1.1\r\nHost: echo.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      `${headers.map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n`
    const client = connectTo(gatewayOf(name).url)
    const other = connectTo(gatewayOf(name).url)
    try {
      client.send(upgrade([...bearer(), ...spoofed]))
      await eventually('it is open', () => client.bytes().toString('latin1').startsWith('HTTP/1.1 101 '))
      client.send('hello, socket')
      await eventually('it answers', () => client.bytes().includes('hello, socket'))
      expectAnn()
      app.arrived = []
      other.send(upgrade(spoofed))
      await eventually('it is refused', () => other.bytes().toString('latin1').startsWith('HTTP/1.1 401 '))
      expect(app.arrived).toEqual([])
    } finally {
      client.socket.destroy()
      other.socket.destroy()
    }
    return '101, 401'
  })

  behindEach('cookies that HTTP/2 splits count', async (name) => {
    const session = connectHttp2(gatewayOf(name).http2Url)
    try {
      const status = await new Promise<number>((resolve, reject) => {
        session.on('error', reject)
        const headers = {
          ':path': '/account',
          ':authority': 'echo.test',
          cookie: ['theme=dark', ...ann.cookie.split('; ')],
        }
        const request = session.request(headers)
        request.on('response', (answer) => {
          resolve(Number(answer[':status']))
        })
        request.on('error', reject)
        request.resume()
      })
      expect(status).toBe(200)
      expectAnn()
      return status
    } finally {
      session.destroy()
    }
  })
})

describe('what anybody may see', () => {
  for (const [what, headers, check] of [
    ['somebody with a session', bearer, expectAnn],
    ['nobody', (): Headers => [], expectNobody],
    ['somebody with garbage', (): Headers => [['Cookie', 'ory_kratos_session=garbage']], expectNobody],
    ['somebody who needs a second factor', () => aal1, expectNobody],
  ] as const)
    behindEach(`is shown to ${what}, and the application knows`, async (name) => {
      for (const path of ['/public', '/public/page?a=b']) {
        expect(await ask(name, [...headers(), ...spoofed], path)).toMatchObject({ status: 200 })
        check()
      }
      return 200
    })
})

describe('while the service is', () => {
  for (const fault of ['down', 'hanging', '502', '503', 'half an answer'] as const satisfies Fault[])
    test(`${fault}, no gateway lets anybody in, and all do afterwards`, async () => {
      line.break(fault)
      app.arrived = []
      const what = `the service ${fault}`
      const by = new Map<string, string>()
      const requests = here.flatMap((name) =>
        ['/account', '/public'].map(async (path) => {
          const bytes = requestBytes({ method: 'GET', path, headers: [...bearer(), ...spoofed] })
          const { status } = await exchange(gatewayOf(name).url, bytes)
          by.set(name, String(status))
          return status
        }),
      )
      for (const status of await Promise.all(requests)) expect(status).toBeGreaterThanOrEqual(400)
      expect(app.arrived).toEqual([])
      seen.set(what, by)
      line.break('none')
      for (const name of here)
        await eventually(`${name} lets in again`, async () => (await ask(name, bearer())).status === 200)
    })
})

describe('after a pause', () => {
  beforeAll(async () => {
    for (const name of here) await Promise.all(Array.from({ length: 16 }, () => ask(name, bearer())))
    await new Promise((resolve) => setTimeout(resolve, 7000)) // the pause itself: kept connections grow old
  })

  behindEach('of 7 s, 300 requests are all let in', async (name) => {
    for (let sent = 0; sent < 300; sent += 20) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          exchange(gatewayOf(name).url, requestBytes({ method: 'GET', path: '/', headers: bearer() })),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    }
    return '300 × 200'
  })
})

test('while Kratos is down, no gateway lets anybody in', async () => {
  await setup.kratos.goDown()
  for (const name of here)
    for (const path of ['/account', '/public']) {
      const { status, body } = await ask(name, [...bearer(), ...spoofed], path)
      expect([status >= 400, app.arrived, body.includes(ann.token)]).toEqual([true, [], false])
    }
})
