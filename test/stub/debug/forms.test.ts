import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { formOf, startDebug, withDebug, type DebugService, type Line } from '../../support/debug-service.ts'
import { nodesOf, valuesOf } from '../../support/markdown.ts'
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'

const form: Line = ['Content-Type', 'application/x-www-form-urlencoded']
const shape = v.object({
  diagnosis: v.array(v.object({ headline: v.string(), explanation: v.string(), next: v.array(v.string()) })),
})
/** A session in which every text is the same. */
const sessionOf = (text: string, traits: Record<string, string>): string =>
  JSON.stringify({
    id: text,
    authenticator_assurance_level: text,
    authentication_methods: [{ method: text }],
    identity: { id: text, state: text, traits },
  })
const markup = '<img src=x onerror=alert(1)>"\'&</script><style>'

describe('the report', () => {
  let stub: StubUpstream
  let service: DebugService

  beforeAll(async () => {
    stub = await startStubUpstream()
    service = await startDebug(stub.url)
  })

  beforeEach(() => {
    stub.answer = { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":{"reason":"none"}}' }
  })

  afterAll(async () => {
    await service.close()
    await stub.close()
  })

  test.each([
    ['curl', '*/*', 'text/plain; charset=utf-8'],
    [
      'a browser',
      'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
      'text/html; charset=utf-8',
    ],
    ['a program', 'application/json', 'application/json; charset=utf-8'],
    ['a ticket', 'text/markdown', 'text/markdown; charset=utf-8'],
    ['axios', 'application/json, text/plain, */*', 'application/json; charset=utf-8'],
    ['a program that asks for an image', 'image/png', 'text/plain; charset=utf-8'],
  ])('for %s comes in its form, is not stored and not sniffed', async (_, accept, type) => {
    const { status, headers } = await service.send('GET', [['Accept', accept]])
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type,
      vary: 'Accept',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(
      new RegExp(
        "^default-src 'none';style-src 'sha256-[\\w+/]{43}=';script-src 'sha256-[\\w+/]{43}=';" +
          "form-action 'self';base-uri 'none';frame-ancestors 'none'$",
      ),
    )
    expect(headers).not.toHaveProperty('set-cookie')
  })

  test('shows every Cookie header, and names where Ory was asked', async () => {
    const report = await service.report([
      ['Cookie', 'a=1; b=2'],
      ['Cookie', 'ory_kratos_session=x'],
    ])
    expect(report.cookies.map((header) => header.map(({ name, length }) => [name, length]))).toEqual([
      [
        ['a', 1],
        ['b', 1],
      ],
      [['ory_kratos_session', 1]],
    ])
    expect(report.sent.cookie).toMatchObject({
      names: ['a', 'b', 'ory_kratos_session'],
      length: 'a=1; b=2; ory_kratos_session=x'.length,
    })
    expect(stub.received.findLast(({ path }) => path === '/sessions/whoami')?.headers['cookie']).toEqual([
      'a=1; b=2; ory_kratos_session=x',
    ])
  })

  test('sends X-Session-Token to Ory only where it counts, and says which', async () => {
    const lines: readonly Line[] = [['X-Session-Token', 'ory_st_x']]
    expect(await service.report(lines)).toMatchObject({ sent: { token: null }, sessionToken: { counts: false } })
    const taken = await withDebug(stub.url, { acceptsSessionToken: true }, (other) => other.report(lines))
    expect(taken).toMatchObject({
      sent: { token: { length: 8, kind: 'session-token', header: 'X-Session-Token' } },
      sessionToken: { counts: true },
    })
  })

  test('sends what the service would send, when the service sends less', async () => {
    const sent = await withDebug(stub.url, { credentialsOf: () => ({ cookie: 'a=1', token: '' }) }, (other) =>
      other.report([['Cookie', 'a=1; b=2']]),
    )
    expect(sent).toMatchObject({ sent: { cookie: { names: ['a'] } } })
  })

  test('shows traits with markup as text in HTML, and as they are in JSON', async () => {
    stub.answer = {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: markup, identity: { id: markup, state: markup, traits: { [markup]: markup } } }),
    }
    const page = (await service.send('GET', [['Accept', 'text/html']])).body.toString()
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page.match(/<(?:style|script)>/g)).toEqual(['<style>', '<script>'])
    expect((await service.report([])).session?.identity?.traits).toEqual({ [markup]: markup })
  })

  test('for a ticket has nothing from elsewhere as markup, a link, a mention or a reference', async () => {
    const hostile =
      `${markup} @team #1 [a](http://a.example) ![x](y) www.a.example ` + '``` **b**\n\n- [x]\n/close </details>'
    const shown = hostile.split(/\s+/).join(' ')
    stub.answer = {
      headers: { 'content-type': 'application/json; a=`b`|c' },
      body: sessionOf(hostile, { email: 'ann@example.com', [hostile]: hostile }),
    }
    const lines: readonly Line[] = [
      ['Cookie', 'a`b|c=1; #1=2; @team=3; <img>=4'],
      ['Accept', 'text/markdown'],
    ]
    const granted = (await service.send('GET', lines)).body.toString()
    stub.answer = {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: { id: hostile, reason: hostile, message: hostile } }),
    }
    const refused = (await service.send('GET', lines)).body.toString()
    for (const markdown of [granted, refused]) {
      const nodes = await nodesOf(markdown)
      expect(nodes.filter(({ type }) => /^(?:link|image|footnote|table|delete|code$)/.test(type))).toEqual([])
      expect(valuesOf(nodes, 'html')).toEqual(['<details>\n<summary>Step by step</summary>', '</details>'])
      expect(valuesOf(nodes, 'inlineCode')).toEqual(expect.arrayContaining(['a`b|c', '#1', shown]))
      for (const text of valuesOf(nodes, 'text')) expect(text).not.toMatch(/[@#<>[\]`*_~|\\/$]|www/)
    }
  })

  test('for a ticket tells all that the text tells, except for the traits of the identity', async () => {
    stub.answer = {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: 'b0f1a2c3-0000-4000-8000-000000000000',
        active: true,
        identity: { id: 'c0f1a2c3-0000-4000-8000-000000000000', state: 'active', traits: { email: 'ann@example.com' } },
      }),
    }
    const asked = async (accept: string): Promise<string> =>
      (
        await service.send('GET', [
          ['Cookie', 'ory_kratos_session=x; theme=dark'],
          ['Authorization', 'Token x'],
          ['Accept', accept],
        ])
      ).body.toString()
    const bare = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ')
    const [markdown, report] = [
      await asked('text/markdown'),
      v.parse(shape, JSON.parse(await asked('application/json'))),
    ]
    for (const { headline, explanation, next } of report.diagnosis)
      for (const line of [headline, explanation, ...next]) expect(bare(markdown)).toContain(bare(line))
    expect(markdown).toContain('`b0f1a2c3-0000-4000-8000-000000000000`')
    expect(markdown).toContain('`c0f1a2c3-0000-4000-8000-000000000000`')
    expect(markdown).toContain("The identity's traits are left out: personal data.")
    expect(markdown).not.toMatch(/ann|email/)
    expect(await asked('text/plain')).toContain('ann@example.com')
  })

  test('shows what a terminal would obey, and what turns text around, as code points', async () => {
    stub.answer = {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'a\u001b[31mb', identity: { id: 'a\rb', traits: { name: '\u202eevil\u009b' } } }),
    }
    const text = (await service.send('GET', [])).body.toString()
    expect(text).toContain('a\\u{1b}[31mb')
    expect(text).toContain('\\u{202e}evil')
    expect(text).not.toMatch(/[^\P{C}\n]/u)
  })

  test.each(['text/plain', 'text/html', 'text/markdown', 'application/json'])(
    'as %s has no character that a terminal obeys, that turns text around or that nobody sees',
    async (type) => {
      const hostile = 'a\u001b[31m\u202e\u200b\u009b\u0000</textarea><script>'
      stub.answer = {
        headers: { 'content-type': 'application/json' },
        body: sessionOf(hostile, { [hostile]: hostile }),
      }
      const text = (await service.send('GET', [['Accept', type]])).body.toString()
      expect(text).not.toMatch(/[^\P{C}\n]/u)
      if (type === 'text/html') expect(text.match(/<script|<\/textarea/g)).toHaveLength(3)
    },
  )

  test('for a terminal keeps to 80 columns, except for a word that is longer', async () => {
    const cookies = [
      `csrf_token_${'0f'.repeat(32)}=x`,
      `ory_kratos_session=${'x'.repeat(40)}`,
      ...Array.from({ length: 12 }, (_, index) => `preference_number_${index}=x`),
    ].join('; ')
    const text = (
      await service.send('GET', [
        ['Cookie', cookies],
        ['Authorization', 'Token x'],
      ])
    ).body.toString()
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('explains a paste in place of the request, and does not show it again', async () => {
    const { status, body } = await service.send(
      'POST',
      [['Accept', 'text/html'], ['Authorization', 'Bearer mine'], form],
      formOf('Cookie: <b>x</b>=secret-of-somebody'),
    )
    expect(status).toBe(200)
    expect(body.toString()).toContain('This explains the pasted headers.')
    expect(body.toString()).not.toContain('secret-of-somebody')
    expect(stub.received.findLast(({ path }) => path === '/sessions/whoami')?.headers['x-session-token']).toEqual([''])
  })

  test('says so when nothing was pasted, and explains the request', async () => {
    expect(await service.report([['Authorization', 'Bearer x']], ' \n')).toMatchObject({
      subject: 'request',
      remarks: ['Nothing was pasted.'],
    })
  })

  test.each<[string, string, readonly Line[], string | undefined, number, RegExp]>([
    ['another method', 'PUT', [], '', 405, /use GET/],
    ['OPTIONS', 'OPTIONS', [], undefined, 405, /use GET/],
    ['a paste of more than 64 kB', 'POST', [form], formOf('x'.repeat(65 * 1024)), 413, /exceeds 64 kB/],
    ['a paste of a megabyte', 'POST', [form], formOf('x'.repeat(1 << 20)), 413, /exceeds 64 kB/],
    [
      'a body that is no form',
      'POST',
      [['Content-Type', 'application/json']],
      '{"paste":"x"}',
      415,
      /--data-urlencode paste@-/,
    ],
    ['a form without the field', 'POST', [form], 'token=x', 400, /no field named paste/],
    [
      'the form of a page on another site',
      'POST',
      [form, ['Sec-Fetch-Site', 'cross-site']],
      formOf('x'),
      403,
      /page on another origin/,
    ],
    [
      'the form of a page on another port',
      'POST',
      [form, ['Sec-Fetch-Site', 'same-site']],
      formOf('x'),
      403,
      /page on another origin/,
    ],
  ])('refuses %s, and does not ask Ory', async (_, method, headers, body, expected, message) => {
    stub.received.length = 0
    const answer = await service.send(method, headers, body)
    expect([answer.status, answer.body.toString()]).toEqual([expected, expect.stringMatching(message)])
    if (expected === 405) expect(answer.headers['allow']).toBe('GET, HEAD, POST')
    expect(
      JSON.parse((await service.send(method, [...headers, ['Accept', 'application/json']], body)).body.toString()),
    ).toMatchObject({ error: { code: expected } })
    expect(stub.received).toEqual([])
  })

  test('answers HEAD like GET, without the report', async () => {
    const { status, headers, body } = await service.send('HEAD', [])
    expect([status, headers['content-type'], body.length]).toEqual([200, 'text/plain; charset=utf-8', 0])
  })

  test("takes the page's own form", async () => {
    expect(
      (await service.send('POST', [form, ['Sec-Fetch-Site', 'same-origin'], ['Origin', 'null']], formOf('x'))).status,
    ).toBe(200)
  })
})
