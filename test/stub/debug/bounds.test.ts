import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startDebug, type DebugService, type Line } from '../../support/debug-service.ts'
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const numbered = (count: number): string =>
  Array.from({ length: count }, (_, index) => `c${index}=value-${index}`).join('; ')
const nested = (depth: number): string => `${'['.repeat(depth)}"inside"${']'.repeat(depth)}`
const aMinute = 60_000

describe('what is too much to be explained', () => {
  let stub: StubUpstream
  let service: DebugService

  beforeAll(async () => {
    stub = await startStubUpstream()
    service = await startDebug(stub.url, { timeout: aMinute })
  })

  beforeEach(() => {
    stub.answer = { status: 401, headers: json, body: '{"error":{"reason":"none"}}' }
  })

  afterAll(async () => {
    await service.close()
    await stub.close()
  })

  const textFor = async (...headers: Line[]): Promise<string> => (await service.send('GET', headers)).body.toString()
  const withTraits = (traits: string): void => {
    stub.answer = { headers: json, body: `{"id":"b0f1","active":true,"identity":{"id":"i1","traits":${traits}}}` }
  }

  test('of 20,000 cookies Ory gets all; 100 are described, its own wherever it is, the rest counted', async () => {
    const cookies = `${numbered(20_000)}; ory_kratos_session=abcdefghijkl`
    const {
      came,
      cookies: [described = []],
      sent,
      diagnosis,
    } = await service.report([['Cookie', cookies]])
    expect(came).toMatchObject({ cookies: 20_001, cookieHeaders: 1, characters: cookies.length })
    expect(described.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 99 }, (_, index) => `c${index}`),
      'ory_kratos_session',
    ])
    expect(sent.cookie).toMatchObject({ count: 20_001, length: cookies.length })
    expect(sent.cookie?.names).toHaveLength(100)
    expect(stub.received.findLast(({ path }) => path === '/sessions/whoami')?.headers['cookie']).toEqual([cookies])
    expect(diagnosis.map(({ rule }) => rule)).toEqual(['cookie-refused', 'headers-too-large'])
    const text = (await textFor(['Cookie', cookies])).replaceAll(/\s+/g, ' ')
    expect(text).toContain("20,001 cookies, one of which looks like Ory's session cookie")
    expect(text).toContain('and 19,901 more, which are not described')
    expect(text).toContain('and 19,901 more:')
  })

  test('of 500 Cookie headers the one with the session cookie is described', async () => {
    const { came, cookies } = await service.report([
      ...Array.from({ length: 500 }, (_, index): Line => ['Cookie', `c${index}=1`]),
      ['Cookie', 'ory_kratos_session=x'],
    ])
    expect(came).toMatchObject({ cookies: 501, cookieHeaders: 501 })
    expect(cookies.flat()).toHaveLength(100)
    expect(cookies.at(-1)).toMatchObject([{ name: 'ory_kratos_session' }])
  })

  test('of 50 Authorization headers 20 are described, and the rest is counted', async () => {
    const headers = Array.from({ length: 50 }, (_, index): Line => ['Authorization', `Bearer token-${index}`])
    const { came, authorization } = await service.report(headers)
    expect([came.authorization, authorization.length]).toEqual([50, 20])
    expect(await textFor(...headers)).toContain('and 30 more, which are not described')
  })

  test.each([
    ['16 kB', JSON.stringify({ bio: 'x'.repeat(17_000) }), 'too-long', 'too long to be shown: more than 16 kB'],
    [
      '16 kB of names',
      `{${Array.from({ length: 3000 }, (_, index) => `"n${index}":1`).join(',')}}`,
      'too-long',
      'too long to be shown: more than 16 kB',
    ],
    ['64 levels', nested(70), 'too-deep', 'nested too deeply to be shown: more than 64 levels'],
    ['9,000 levels', nested(9000), 'too-deep', 'nested too deeply to be shown: more than 64 levels'],
  ])('traits of more than %s are left out, and it says so; the session is seen', async (_, traits, why, words) => {
    withTraits(traits)
    const { session, diagnosis } = await service.report([])
    expect(session?.identity).toMatchObject({ traits: null, traitsLeftOut: why })
    expect(diagnosis[0]?.rule).toBe('session-found')
    expect((await textFor()).replaceAll(/\s+/g, ' ')).toContain(words)
  })

  test('traits below that are shown as they are', async () => {
    for (const traits of [
      JSON.stringify({ bio: 'x'.repeat(16_000) }),
      nested(60),
      '{"__proto__":{"a":null},"b":[1,true]}',
    ]) {
      withTraits(traits)
      expect(JSON.stringify((await service.report([])).session?.identity?.traits)).toBe(traits)
    }
  })

  test("a text of Ory's above 4 kB is told by its length, and no part of a secret in it is shown", async () => {
    stub.answer = {
      status: 401,
      headers: json,
      body: JSON.stringify({ error: { reason: `${'x'.repeat(5000)} ory_st_secret`, message: 'short' } }),
    }
    expect((await service.report([['Authorization', 'Bearer ory_st_secret']])).answer).toMatchObject({
      error: { reason: '(too long to be shown: 5 kB)', message: 'short' },
    })
  })

  test('a secret among 20,000 that Ory repeats is found', async () => {
    withTraits('{"said":"it was value-19999, I think"}')
    expect((await service.report([['Cookie', `${numbered(20_000)}; x=value-1999`]])).session?.identity?.traits).toEqual(
      { said: 'it was [redacted], I think' },
    )
  })

  test('an Accept that nobody can mean is not read', async () => {
    expect(
      (await service.send('GET', [['Accept', `text/html;a="${','.repeat(500_000)}`]])).headers['content-type'],
    ).toBe('text/plain; charset=utf-8')
  })
})

describe('a body that is longer than a paste may be', () => {
  let stub: StubUpstream
  let service: DebugService

  beforeAll(async () => {
    stub = await startStubUpstream()
    service = await startDebug(stub.url)
  })

  afterAll(async () => {
    await service.close()
    await stub.close()
  })

  /** Sends the head of a form and the start of its body, and resolves to what comes until the connection ends. */
  async function post(lines: readonly string[], start: string): Promise<string> {
    const { port, hostname } = new URL(service.url)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => undefined) // a connection that is cut may end as a reset
    const head = ['POST /debug HTTP/1.1', 'Host: x', 'Content-Type: application/x-www-form-urlencoded', ...lines]
    socket.write(`${head.join('\r\n')}\r\n\r\n${start}`)
    await once(socket, 'close')
    return answer
  }

  test('is refused by its length before it comes, and the connection ends', async () => {
    const answer = await post(['Content-Length: 100000000000'], '')
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/^Connection: close\r$/m)
  })

  test('is refused as soon as it is too long, without waiting for its end', async () => {
    const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`
    const answer = await post(['Transfer-Encoding: chunked'], chunk.repeat(9))
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toMatch(/^Connection: close\r$/m)
  })
})
