import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { checkSession, createOry } from '../../src/index.ts'
import { eventually } from '../support/eventually.ts'
import { startGuestApp } from '../support/guest-app.ts'
import { session, startService, styles, type StubbedService } from '../support/service.ts'
import type { Received, StubAnswer } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const refused: StubAnswer = { status: 401, headers: json, body: '{"error":{"code":401}}' }
const broken: StubAnswer = {
  status: 500,
  headers: json,
  body: '{"error":{"code":500,"message":"securecookie: the value is not valid"}}',
}
const isReadiness = ({ path }: Received): boolean => path === '/health/ready'

/** Kratos' answer at the path where it is asked again, to credentials without a session. */
const deniedAgain: StubAnswer = {
  status: 401,
  headers: json,
  body: '{"error":{"id":"session_inactive","code":401,"reason":"No active session was found in this request."}}',
}
const isAskedAgain = ({ path }: Received): boolean => path === '/self-service/logout/browser'

let service: StubbedService

/** Has Ory answer whoami with one, and the question whether it is ready with the other. */
const answers = (whoami: StubAnswer, ready: StubAnswer): void => {
  service.stub.answer = (request) => (isReadiness(request) ? ready : whoami)
}

beforeEach(async () => {
  service = await startService({ RESPONSES: 'http' })
})

describe("Ory's 401 to credentials", () => {
  test.each([500, 502, 503])(
    'says nothing while its readiness is %i: 503 everywhere, with a reason',
    async (status) => {
      answers(refused, { status })
      for (const path of ['/sessions/whoami', '/auth/required', '/auth/optional']) {
        const { headers, body, ...answer } = await service.ask({ path })
        expect([answer.status, headers['retry-after']]).toEqual([503, '1'])
        expect(body.toString()).toContain('"id":"upstream_not_ready"')
      }
    },
  )

  test.each<[string, StubAnswer]>([
    ['200', {}],
    ['404: no such path', { status: 404 }],
    ['401', refused],
    ['429', { status: 429 }],
    ['a page', { headers: { 'content-type': 'text/html' }, body: '<h1>' }],
    ['what is no HTTP', { raw: 'hello\r\n\r\n' }],
  ])('counts where its readiness is %s', async (_, ready) => {
    answers(refused, ready)
    expect(await service.ask()).toMatchObject({ status: 401 })
    expect((await service.ask({ path: '/auth/optional' })).status).toBe(200)
  })

  test('says nothing where nobody takes connections any more', async () => {
    service.stub.answer = (request) => (isReadiness(request) ? { reset: true } : refused)
    expect(await service.ask()).toMatchObject({ status: 503 })
  })

  test('counts at once without credentials: no question is asked', async () => {
    answers(refused, { status: 503 })
    expect(await service.ask({ headers: [] })).toMatchObject({ status: 401 })
    expect(service.stub.received.map(({ path }) => path)).toEqual(['/sessions/whoami'])
  })

  test('does not count by what was known before it came', async () => {
    answers(refused, {})
    expect(await service.ask()).toMatchObject({ status: 401 })
    answers(refused, { status: 503 })
    expect(await service.ask()).toMatchObject({ status: 503 })
  })

  test('does not count where Ory was asked before it became ready again', async () => {
    answers(refused, { status: 503 })
    expect(await service.ask()).toMatchObject({ status: 503 })
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    service.stub.answer = async (request) => {
      if (isReadiness(request)) return {}
      if (request.headers['cookie']?.[0] === 'early') await held
      return refused
    }
    const early = fetch(`${service.url}/sessions/whoami`, { headers: { cookie: 'early' } })
    let status = 0
    while (status !== 401) ({ status } = await service.ask())
    release()
    expect((await early).status).toBe(503)
  })

  test('leads to one question a second at most, however many come', async () => {
    answers(refused, {})
    const begun = performance.now()
    const all = Array.from({ length: 200 }, () =>
      fetch(`${service.url}/sessions/whoami`, { headers: { cookie: 'a=b' } }),
    )
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses).toEqual(all.map(() => 401))
    const most = 1 + Math.ceil((performance.now() - begun) / 1000)
    expect(service.stub.received.filter(isReadiness).length).toBeLessThanOrEqual(most)
  })

  test('is passed on as it is in style go, as in the Go example', async () => {
    const other = await startService()
    other.stub.answer = (request) => (isReadiness(request) ? { status: 503 } : refused)
    expect(await other.ask()).toMatchObject({ status: 500 })
    expect(other.stub.received.filter(isReadiness)).toEqual([])
  })

  test.each(styles)('comes first in /debug while Ory is not ready, in style %s', async (style) => {
    const other = await startService({ RESPONSES: style })
    other.stub.answer = (request) => (isReadiness(request) ? { status: 503 } : refused)
    const headers = { accept: 'application/json', authorization: 'Bearer ory_st_0123456789abcdefghijABCDEFGHIJ01' }
    const report = JSON.parse((await other.admin('/debug', { headers })).text) as { diagnosis: { rule: string }[] }
    expect(report.diagnosis[0]?.rule).toBe('ory-not-ready')
    other.stub.answer = refused
    const none = JSON.parse(
      (await other.admin('/debug', { headers: { accept: 'application/json' } })).text,
    ) as typeof report
    expect(none.diagnosis[0]?.rule).toBe('no-credentials')
  })
})

describe("Ory's 401 to credentials, where it is asked again", () => {
  /** Has Ory refuse a session, say that it is ready, as another instance of it may, and answer so when asked again. */
  const asksAgain = (again: StubAnswer): void => {
    service.stub.answer = (request) => (isAskedAgain(request) ? again : isReadiness(request) ? {} : refused)
  }

  test('counts at once when it says so again, of the same credentials', async () => {
    asksAgain(deniedAgain)
    const own: [string, string][] = [
      ['Cookie', 'ory_kratos_session=a'],
      ['Authorization', 'Bearer b'],
      ['X-Session-Token', 'c'],
    ]
    expect(await service.ask({ headers: own })).toMatchObject({ status: 401 })
    const [first, again, ...others] = service.stub.received
    expect(others).toEqual([])
    expect(again?.path).toBe('/self-service/logout/browser')
    for (const name of ['cookie', 'authorization', 'x-session-token'])
      expect(again?.headers[name]).toEqual(first?.headers[name])
  })

  test.each<[string, StubAnswer]>([
    ['finds the session', { headers: json, body: '{"logout_url":"http://ory/?token=t","logout_token":"t"}' }],
    ['fails, as without its database', { ...broken, body: '{"error":{"code":500,"message":"no connection"}}' }],
    ['is too busy', { status: 503 }],
  ])('says nothing when it %s: 503 everywhere, though Ory says that it is ready', async (_, again) => {
    asksAgain(again)
    for (const path of ['/sessions/whoami', '/auth/required', '/auth/optional']) {
      const { body, ...answer } = await service.ask({ path })
      expect(answer).toMatchObject({ status: 503 })
      expect(body.toString()).toContain('"id":"upstream_not_ready"')
    }
    const headers = { accept: 'application/json', authorization: 'Bearer ory_st_0123456789abcdefghijABCDEFGHIJ01' }
    const { diagnosis } = JSON.parse((await service.admin('/debug', { headers })).text) as {
      diagnosis: { rule: string }[]
    }
    expect(diagnosis[0]?.rule).toBe('ory-not-ready')
    const app = await startGuestApp(service.stub.url)
    try {
      const { status } = await fetch(`${app.url}/optional`, { headers: { authorization: 'Bearer a' } })
      expect(status).toBe(503)
    } finally {
      app.close()
    }
  })

  test.each<[string, StubAnswer]>([
    ['has no such path', { status: 404 }],
    ['sends a page, as a gateway does', { headers: { 'content-type': 'text/html' }, body: '<h1>' }],
    ['answers JSON that is no logout', session()],
    ['forbids it, as a gateway does', { status: 403 }],
    ['leads to another host, where nothing listens', { status: 303, headers: { location: 'http://localhost:9/' } }],
    ['answers 401 in words that are not its own', refused],
    ['answers what is no HTTP', { raw: 'hello\r\n\r\n' }],
  ])('counts while Ory is ready when it %s', async (_, again) => {
    asksAgain(again)
    expect(await service.ask()).toMatchObject({ status: 401 })
    expect(service.stub.received.filter(isReadiness)).toHaveLength(1)
  })

  test('is an answer that did not come when it does not answer in time', async () => {
    service = await startService({ RESPONSES: 'http', UPSTREAM_TIMEOUT: '300ms' })
    asksAgain({ hang: true })
    expect(await service.ask()).toMatchObject({ status: 504 })
  })

  test('takes two seconds more than one question may, both together', async () => {
    const time = 3_600_000
    const ory = createOry(service.stub.url, { timeout: time })
    const now = performance.now.bind(performance)
    let passed = 0
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + passed)
    service.stub.answer = (request) => {
      if (isAskedAgain(request)) return { hang: true }
      passed += time + 2000 // as if whoami had taken that long
      return refused
    }
    try {
      expect(await checkSession({ authorization: 'Bearer a' }, { ory })).toMatchObject({ status: 504 })
    } finally {
      clock.mockRestore()
      ory.close()
    }
  })

  test('is not asked about again in style go, as in the Go example', async () => {
    service = await startService()
    asksAgain({ status: 500 })
    await service.ask()
    expect(service.stub.received.map(({ path }) => path)).toEqual(['/sessions/whoami'])
  })
})

describe('a cookie that Ory cannot decode, beside a good token', () => {
  test('is the mistake of the client: 401, and what to do', async () => {
    service.stub.answer = { ...broken, headers: { ...json, 'x-kratos-authenticated-identity-id': 'i' } }
    for (const path of ['/sessions/whoami', '/auth/required']) {
      const { status, headers, body } = await service.ask({ path })
      expect([status, headers['x-kratos-authenticated-identity-id'] ?? '']).toEqual([401, ''])
      expect(body.toString()).toContain('Delete it')
    }
    expect(await service.ask({ path: '/auth/optional' })).toMatchObject({ status: 200 })
  })

  test('is told from an error of Ory itself', async () => {
    service.stub.answer = { status: 500, headers: json, body: '{"error":{"code":500,"message":"sql: no rows"}}' }
    expect(await service.ask()).toMatchObject({ status: 502 })
  })
})

test('the middleware neither refuses nor shows the page of a guest while Ory is not ready', async () => {
  const app = await startGuestApp(service.stub.url)
  const ask = async (path: string): Promise<[number, string]> => {
    const response = await fetch(app.url + path, { headers: { authorization: 'Bearer a' } })
    return [response.status, await response.text()]
  }
  try {
    answers(refused, { status: 503 })
    for (const path of ['/required', '/optional']) {
      const [status, text] = await ask(path)
      expect([status, text.includes('upstream_not_ready')]).toEqual([503, true])
    }
    answers(session({ authenticator_assurance_level: 'aal1' }), {})
    for (const path of ['/required', '/optional']) expect(await ask(path)).toEqual([200, 'welcome'])
    answers(refused, {})
    await eventually('the 401 counts again', async () => (await ask('/required'))[0] === 401)
    expect(await ask('/optional')).toEqual([200, 'guest'])
  } finally {
    app.close()
  }
})
