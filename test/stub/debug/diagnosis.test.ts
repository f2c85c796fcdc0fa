import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { diagnose } from '../../../src/service/debug/rules/diagnose.ts'
import { besideRules } from '../../../src/service/debug/rules/beside.ts'
import { cookieKindRules, tokenKindRules } from '../../../src/service/debug/rules/kinds.ts'
import { misnamedRules } from '../../../src/service/debug/rules/misnamed.ts'
import { pasteRules } from '../../../src/service/debug/rules/paste.ts'
import { rules } from '../../../src/service/debug/rules/rules.ts'
import { startDebug, withDebug, type DebugService, type Line } from '../../support/debug-service.ts'
import { token, value } from '../../support/pasted.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../../support/stub-ory.ts'
import { bearer, browser, cases, cookie, jwt, notes, session, unauthorized, withError } from './rule-cases.ts'

// Tested below, or in readiness.test.ts: they need another Ory, another host, or a paste.
const elsewhere = [
  'ory-busy',
  'ory-not-ready',
  'paste-unreadable',
  'not-sendable',
  'ory-dns',
  'ory-refused',
  'ory-tls',
  'cookie-secure',
  'other-project-beside',
  'cookie-renamed',
  'session-token-empty',
  // In kinds, credentials and pastes.
  ...[tokenKindRules, cookieKindRules, besideRules, misnamedRules, pasteRules].flat().map(({ rule }) => rule),
]

describe('the diagnosis', () => {
  let stub: StubUpstream
  let service: DebugService
  let impatient: DebugService

  beforeAll(async () => {
    const now = (): number => Date.parse('2026-06-01T12:00:00Z')
    stub = await startStubUpstream()
    service = await startDebug(stub.url, { now })
    impatient = await startDebug(stub.url, { now, timeout: 300 })
  })

  afterAll(async () => {
    await impatient.close()
    await service.close()
    await stub.close()
  })

  const explain = async (
    headers: readonly Line[],
    answer: StubAnswer,
    paste?: string,
  ): ReturnType<DebugService['report']> => {
    stub.answer = answer
    return (answer.hang === true ? impatient : service).report(headers, paste)
  }

  test.each(cases)('of %s comes first', async (_, headers, answer, rule) => {
    const {
      diagnosis: [first],
    } = await explain(headers, answer)
    expect(first).toMatchObject({ rule, tone: rule === 'session-found' ? 'good' : 'problem' })
    if (first?.tone === 'problem') expect(first.next.length).toBeGreaterThan(0)
  })

  test.each(notes)('of %s is a note to the session that was found', async (_, headers, answer, rule) => {
    const { diagnosis } = await explain(headers, answer)
    expect(diagnosis[0]?.rule).toBe('session-found')
    expect(diagnosis).toContainEqual(expect.objectContaining({ rule, tone: 'note' }))
  })

  test('of what Ory accepted finds nothing wrong with it, however it looks', async () => {
    for (const headers of [
      bearer('ory_st_short'),
      bearer(jwt),
      [['Cookie', `ory_session_happyeinstein1a2b="${value.slice(0, 41)}"`] as const],
    ]) {
      expect((await explain(headers, session())).diagnosis.map(({ rule }) => rule)).toEqual(['session-found'])
    }
  })

  test('of what could not be read says so and does not ask Ory', async () => {
    stub.received.length = 0
    const { diagnosis, answer } = await explain([], unauthorized, 'some prose about it')
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['paste-unreadable'])
    expect(answer.kind).toBe('not-asked')
    expect(stub.received).toEqual([])
  })

  test('of a token with an ellipsis from a chat says that no header carries it', async () => {
    const {
      diagnosis: [first],
    } = await explain([], unauthorized, `${token.slice(0, 12)}…${token.slice(30)}`)
    expect(first?.rule).toBe('not-sendable')
  })

  test('of a browser over http says that Secure withholds the cookie, unless a proxy says https', async () => {
    const rulesOf = async (headers: readonly Line[]): Promise<string[]> =>
      (await explain([...browser.slice(0, 3), ['Host', 'app.example.com'], ...headers], unauthorized)).diagnosis.map(
        ({ rule }) => rule,
      )
    expect(await rulesOf([])).toContain('cookie-secure')
    expect(await rulesOf([['X-Forwarded-Proto', 'https']])).not.toContain('cookie-secure')
  })

  test('of a pasted curl command of a browser explains its cookies, not those of the one who pasted', async () => {
    const { diagnosis, subject, sent } = await explain(
      [cookie],
      unauthorized,
      "curl 'https://app.example.com/' -H 'sec-fetch-site: cross-site' -H 'sec-fetch-mode: cors' -A Mozilla/5.0",
    )
    expect(subject).toBe('curl')
    expect(sent).toEqual({ cookie: null, token: null })
    expect(diagnosis[0]?.rule).toBe('cookie-cross-site')
  })

  test("of aal2 names the way up that Ory names, and the app's", async () => {
    const {
      diagnosis: [first],
    } = await explain(
      [cookie],
      withError(
        403,
        { id: 'session_aal2_required' },
        { redirect_browser_to: 'https://auth.example.com/login?aal=aal2' },
      ),
    )
    expect(first?.next.join('\n')).toContain('https://auth.example.com/login?aal=aal2')
    expect(first?.next.join('\n')).toContain(`${stub.url}/self-service/login/api?aal=aal2`)
  })

  test('of a JSON Web Token tells its expiry and issuer, and no one it is about', async () => {
    const report = await explain(bearer(jwt), unauthorized)
    expect(report.authorization[0]?.credential?.jwt).toEqual({
      expiresAt: '2023-11-14T22:13:20.000Z',
      issuer: 'https://idp.example.com',
    })
    expect(JSON.stringify(report)).not.toContain('ann@example.com')
  })

  test('of a redirect names where it led, without its query', async () => {
    const login = await startStubUpstream()
    try {
      login.answer = { headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' }
      const report = await explain([cookie], { status: 302, headers: { location: `${login.url}/login?flow=secret` } })
      expect(report.answer).toMatchObject({ status: 200, location: `${login.url}/login` })
      expect(report.diagnosis[0]).toMatchObject({
        rule: 'ory-redirect',
        explanation: expect.stringContaining(`${login.url}/login.`),
      })
    } finally {
      await login.close()
    }
  })

  test.each([
    [500, 'Ory failed after it had found the session.'],
    [502, 'A proxy in front of Ory has no backend.'],
    [400, 'That port expects TLS.'],
    [418, 'A proxy in between refuses the request.'],
  ])('of a %s names first what that status comes from', async (status, cause) => {
    const { diagnosis } = await explain([cookie], withError(status, {}))
    expect(diagnosis[0]?.causes[0]?.cause).toBe(cause)
  })

  test('says so where Ory was not asked, since too many wait', async () => {
    const report = await explain([cookie], session())
    const failed = { kind: 'failed', failure: 'busy', milliseconds: 1, message: 'busy' } as const
    expect(diagnose({ ...report, answer: failed, session: null })[0]?.rule).toBe('ory-busy')
  })

  test('has every rule tested here', () => {
    expect(new Set([...cases, ...notes].map(([, , , rule]) => rule).concat(elsewhere))).toEqual(
      new Set(rules.map(({ rule }) => rule)),
    )
  })
})

describe('an Ory that is not there is told apart', () => {
  const firstRule = (oryUrl: string): Promise<string | undefined> =>
    withDebug(oryUrl, {}, async (service) => (await service.report([cookie])).diagnosis[0]?.rule)

  test('when DNS does not know its name', async () => {
    expect(await firstRule('http://ory.invalid')).toBe('ory-dns')
  })

  test('when nothing listens there', async () => {
    const stub = await startStubUpstream()
    await stub.close()
    expect(await firstRule(stub.url)).toBe('ory-refused')
  })

  test('when it does not speak TLS', async () => {
    const plain = createServer().listen(0, '127.0.0.1')
    await once(plain, 'listening')
    const address = plain.address()
    try {
      expect(
        await firstRule(`https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`),
      ).toBe('ory-tls')
    } finally {
      plain.closeAllConnections()
      plain.close()
    }
  })
})

describe('the cookie of a project is held against the Ory that is configured', () => {
  test.each([
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_session_happyeinstein1a2b', 'cookie-refused'],
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_session_otherproject', 'wrong-project'],
    ['https://happy-einstein-1a2b.projects.oryapis.com', 'ory_kratos_session', 'wrong-project'],
    ['https://auth.example.com', 'ory_session_happyeinstein1a2b', 'cookie-refused'],
    ['http://kratos:4433', 'ory_session_happyeinstein1a2b', 'wrong-project'],
    ['http://kratos:4433', 'ory_kratos_session', 'cookie-refused'],
  ])('%s and %s: %s', async (namedAs, name, rule) => {
    const stub = await startStubUpstream()
    stub.answer = unauthorized
    try {
      const { diagnosis } = await withDebug(stub.url, { namedAs }, (service) =>
        service.report([['Cookie', `${name}=${value}`]]),
      )
      expect(diagnosis.map((finding) => finding.rule)).toEqual([rule])
    } finally {
      await stub.close()
    }
  })

  test('and one beside a refused cookie of that Ory is a note to it', async () => {
    const stub = await startStubUpstream()
    stub.answer = unauthorized
    try {
      const cookies = `ory_session_happyeinstein1a2b=${value}; ory_kratos_session=${value}`
      const { diagnosis } = await withDebug(stub.url, {}, (service) => service.report([['Cookie', cookies]]))
      expect(diagnosis.map(({ rule, tone }) => [rule, tone])).toEqual([
        ['cookie-refused', 'problem'],
        ['other-project-beside', 'note'],
      ])
    } finally {
      await stub.close()
    }
  })
})
