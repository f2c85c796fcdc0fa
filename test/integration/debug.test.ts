import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { components } from '../../generated/ory.ts'
import type { Report } from '../../src/service/debug/report.ts'
import { somebody } from '../../src/testing/flows.ts'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { startDebug, withDebug, type DebugService } from '../support/debug-service.ts'

type Session = components['schemas']['session']

const run = promisify(execFile)
const firstRule = ({ diagnosis: [first] }: Report): string | undefined => first?.rule

describe('the debug report in front of a real Kratos', () => {
  let kratos: StartedKratosContainer
  let service: DebugService

  beforeAll(async () => {
    kratos = await new KratosContainer()
      .withRequiredAal('highest_available')
      .withConfig({ session: { earliest_possible_extend: '24h' } })
      .start()
    service = await startDebug(kratos.getPublicUrl())
  }, 600_000)

  afterAll(async () => {
    await service.close()
    await kratos.stop()
  })

  const withToken = (token: string): Promise<Report> => service.report([['Authorization', `Bearer ${token}`]])
  const withCookie = (cookie: string): Promise<Report> => service.report([['Cookie', cookie]])

  test("shows an app's session with its expiry, AAL, methods and traits", async () => {
    const ann = somebody()
    const { token, session } = await kratos.flows.register(ann)
    const report = await withToken(token)
    expect(firstRule(report)).toBe('session-found')
    expect(report.diagnosis[0]?.explanation).toMatch(/at aal1, which expires in (?:1 d|23 h 59 min)\./)
    expect(report.session).toEqual({
      id: session.id,
      active: true,
      aal: 'aal1',
      expiresAt: new Date(session.expires_at ?? '').toISOString(),
      authenticatedAt: new Date(session.authenticated_at ?? '').toISOString(),
      methods: ['password'],
      identity: { id: session.identity?.id, state: 'active', traits: { email: ann.email, name: ann.name } },
    })
    expect(report.sent.token).toMatchObject({ kind: 'session-token', flaws: [], length: token.length })
  })

  test("shows a browser's session, and finds nothing wrong with its cookie", async () => {
    const { cookie } = await kratos.flows.registerAsBrowser(somebody())
    const report = await withCookie(cookie)
    expect(report.diagnosis.map(({ rule }) => rule)).toEqual(['session-found'])
    const session = report.cookies.flat().find(({ role }) => role === 'session')
    expect(session).toMatchObject({ name: 'ory_kratos_session', flaws: [] })
    expect(Math.abs(Date.parse(session?.writtenAt ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('explains what is pasted to it with curl, in the forms that people have it in', async () => {
    const { token } = await kratos.flows.register(somebody())
    const { cookie } = await kratos.flows.registerAsBrowser(somebody())
    for (const paste of [
      token,
      `Cookie: ${cookie}`,
      cookie,
      `curl -sS 'https://app.example.com/' \\\n -H 'Authorization: Bearer ${token}'`,
    ]) {
      const asked = run('curl', ['-sS', '--data-urlencode', 'paste@-', service.url])
      asked.child.stdin?.end(paste)
      const { stdout } = await asked
      expect(stdout).toContain('The server sees the session')
      expect(stdout).not.toContain(token)
    }
  })

  test.each<[string, string, (login: { token: string; cookie: string }) => readonly (readonly [string, string])[]]>([
    ['no credentials', 'no-credentials', () => []],
    ['a good token behind Token', 'authorization-other-scheme', ({ token }) => [['Authorization', `Token ${token}`]]],
    ['a good token in quotes', 'token-quoted', ({ token }) => [['Authorization', `Bearer "${token}"`]]],
    [
      'a good cookie behind a bad token',
      'token-hides-cookie',
      ({ token, cookie }) => [
        ['Authorization', `Bearer ${token.slice(0, -1)}-`],
        ['Cookie', cookie],
      ],
    ],
    [
      'a damaged cookie beside a good token',
      'cookie-undecodable',
      ({ token }) => [
        ['Authorization', `Bearer ${token}`],
        ['Cookie', 'ory_kratos_session=abc'],
      ],
    ],
    [
      'a cookie with other letter case',
      'cookie-letter-case',
      ({ cookie }) => [['Cookie', cookie.replace('ory_kratos_session', 'Ory_Kratos_Session')]],
    ],
    [
      'a cookie that is cut off',
      'cookie-cut-off',
      ({ cookie }) => [['Cookie', cookie.replace(/(ory_kratos_session=.{101}).*/, '$1')]],
    ],
    [
      'a cookie under the name of an Ory Network project',
      'wrong-project',
      ({ cookie }) => [['Cookie', cookie.replace('ory_kratos_session', 'ory_session_happyeinstein1a2b')]],
    ],
  ])('tells why %s gives no session', async (_, rule, headers) => {
    const { token } = await kratos.flows.register(somebody())
    const { cookie } = await kratos.flows.registerAsBrowser(somebody())
    expect(firstRule(await service.report(headers({ token, cookie })))).toBe(rule)
  })

  test('tells that a session was revoked or logged out', async () => {
    const { token, session } = await kratos.flows.register(somebody())
    const browser = await kratos.flows.registerAsBrowser(somebody())
    await kratos.flows.revokeSession(session.id)
    await kratos.flows.logOutAsBrowser(browser)
    expect(firstRule(await withToken(token))).toBe('token-refused')
    expect(firstRule(await withCookie(browser.cookie))).toBe('cookie-refused')
  })

  test('tells that a session was extended, and its cookie was not', async () => {
    const browser = await kratos.flows.registerAsBrowser(somebody())
    const before = await withCookie(browser.cookie)
    expect(before.diagnosis.map(({ rule }) => rule)).toEqual(['session-found'])
    const id = before.session?.id ?? ''
    const extended = await fetch(`${kratos.getAdminUrl()}/admin/sessions/${id}/extend`, { method: 'PATCH' })
    expect(extended.ok).toBe(true)
    expect((await withCookie(browser.cookie)).diagnosis.map(({ rule, tone }) => [rule, tone])).toEqual([
      ['session-found', 'good'],
      ['session-extended', 'note'],
    ])
  })

  test('is right that the list of sessions tells why one is refused', async () => {
    const ends: [end: (id: string) => Promise<unknown>, listed: readonly (boolean | undefined)[]][] = [
      [(id) => kratos.flows.disableIdentity(id), [false]],
      [(id) => fetch(`${kratos.getAdminUrl()}/admin/identities/${id}`, { method: 'DELETE' }), []],
    ]
    for (const [end, listed] of ends) {
      const { token, session } = await kratos.flows.register(somebody())
      const id = session.identity?.id ?? ''
      await end(id)
      const { diagnosis } = await withToken(token)
      const [first] = diagnosis
      const [, path = ''] = /GET (\/admin\/\S+sessions) /.exec(first?.explanation ?? '') ?? []
      const list = await fetch(kratos.getAdminUrl() + path.replace('<id>', id))
      expect([first?.rule, ((await list.json()) as Session[]).map(({ active }) => active)]).toEqual([
        'token-refused',
        listed,
      ])
    }
  })

  test('takes the first session cookie that Kratos can decode', async () => {
    const here = await kratos.flows.registerAsBrowser(somebody())
    expect(firstRule(await withCookie(`ory_kratos_session=abc; ${here.cookie}`))).toBe('session-found')
  })

  test('tells apart which of two session cookies counts, and that the other one is good', async () => {
    const gone = await kratos.flows.registerAsBrowser(somebody())
    const here = await kratos.flows.registerAsBrowser(somebody())
    await kratos.flows.logOutAsBrowser(gone)
    expect(firstRule(await withCookie(`${gone.cookie}; ${here.cookie}`))).toBe('cookie-hides-cookie')
  })

  test('tells that aal2 is required, and the way up that it names leads to the session', async () => {
    const ann = somebody()
    const secret = await kratos.flows.addTotp(await kratos.flows.register(ann))
    const aal1 = await kratos.flows.logIn(ann)
    const {
      answer,
      session,
      diagnosis: [first],
    } = await withToken(aal1.token)
    expect(first?.rule).toBe('aal2-required')
    expect(answer).toMatchObject({
      status: 403,
      error: {
        id: 'session_aal2_required',
        upgradeUrl: expect.stringMatching(/\/self-service\/login\/browser\?aal=aal2$/),
      },
    })
    expect(session).toBeNull()
    const url = /GET (\S+\/self-service\/login\/api\?aal=aal2)/.exec(first?.next.join('\n') ?? '')?.[1] ?? ''
    expect((await fetch(url, { headers: { 'x-session-token': aal1.token } })).status).toBe(200)
    const aal2 = await withToken((await kratos.flows.reachAal2(aal1, secret)).token)
    expect([firstRule(aal2), aal2.session?.aal, aal2.session?.methods]).toEqual([
      'session-found',
      'aal2',
      ['password', 'totp'],
    ])
  })

  test('tells that the configured URL is the one of the admin API, which redirects to the public one', async () => {
    const { token } = await kratos.flows.register(somebody())
    // Under another name of its host: a redirect to the same one brings the token to Ory.
    const adminUrl = new URL(kratos.getAdminUrl())
    adminUrl.hostname = adminUrl.hostname === 'localhost' ? '127.0.0.1' : 'localhost'
    const {
      diagnosis: [first],
    } = await withDebug(adminUrl.origin, {}, (wrong) => wrong.report([['Authorization', `Bearer ${token}`]]))
    expect(first).toMatchObject({
      rule: 'ory-redirect',
      explanation: expect.stringMatching(/leads to http:.*\/sessions\/whoami\./),
    })
  })
})

test('a certificate that nobody vouches for is told as such, with its code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'debug-tls-'))
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=localhost',
    '-keyout',
    join(folder, 'key.pem'),
    '-out',
    join(folder, 'cert.pem'),
  ])
  const server = createServer({
    key: await readFile(join(folder, 'key.pem')),
    cert: await readFile(join(folder, 'cert.pem')),
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  try {
    const {
      answer,
      diagnosis: [first],
    } = await withDebug(
      `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
      {},
      (service) => service.report([]),
    )
    expect(first?.rule).toBe('ory-tls')
    expect(answer).toMatchObject({ kind: 'failed', failure: 'tls', message: expect.stringContaining('SELF_SIGNED') })
  } finally {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true })
  }
})
