import { beforeEach, describe, expect, test } from '@jest/globals'
import { startService, startStub, type StubbedService } from '../support/service.ts'

let service: StubbedService

beforeEach(async () => {
  service = await startService({ RESPONSES: 'http' })
})

describe('what Ory is asked', () => {
  test.each([
    ['/?tokenize_as=jwt', '?tokenize_as=jwt'],
    ['/?x=1&tokenize_as=jwt', '?tokenize_as=jwt'],
    ['/?tokenize_as=a%26b%3Dc%20d', '?tokenize_as=a%26b%3Dc%20d'],
    ['/?tokenize_as=first&tokenize_as=second', '?tokenize_as=first'],
    ['/?tokenize_as=%C3%A9', '?tokenize_as=%C3%A9'],
    ['/?nottokenize_as=jwt', ''],
    ['/?a=tokenize_as', ''],
    ['/?tokenize_as', '?tokenize_as='],
    ['/?&tokenize_as=a+b&&', '?tokenize_as=a%20b'],
    ['/?tokenize_as=%zz', '?tokenize_as=%25zz'],
    ['/?tokenize_as_=jwt', ''],
    ['/?a?tokenize_as=jwt', ''],
    ['/#?tokenize_as=jwt', ''],
    ['/?a#&tokenize_as=jwt', ''],
    ['http://host/?tokenize_as=jwt', '?tokenize_as=jwt'],
    ['http://user@host/?tokenize_as=jwt', '?tokenize_as=jwt'],
    ['/', ''],
  ])('of %s, the template goes along and nothing else', async (path, query) => {
    await service.ask({ path: path.replace(/^(https?:\/\/[^/]*)?\//, '$1/sessions/whoami') })
    expect(service.stub.received.map(({ method, path: asked }) => [method, asked])).toEqual([
      ['GET', `/sessions/whoami${query}`],
    ])
  })

  test.each<[string, [string, string][], string, string[] | undefined]>([
    ['X-Session-Token', [['X-Session-Token', 'x']], 'x', undefined],
    ['Bearer, in any letter case', [['Authorization', 'bEARER b']], 'b', undefined],
    [
      'X-Session-Token before Bearer',
      [
        ['Authorization', 'Bearer b'],
        ['X-Session-Token', 'x'],
      ],
      'x',
      undefined,
    ],
    [
      'Bearer where X-Session-Token is empty',
      [
        ['X-Session-Token', ''],
        ['Authorization', 'Bearer b'],
      ],
      'b',
      undefined,
    ],
    [
      'Bearer beside a cookie, for Ory to choose',
      [
        ['Cookie', 'c=1'],
        ['Authorization', 'bearer b'],
      ],
      '',
      ['Bearer b'],
    ],
    ['no other scheme', [['Authorization', 'Basic b']], '', undefined],
  ])('the token is of %s', async (_, headers, token, authorization) => {
    await service.ask({ headers })
    const [received] = service.stub.received
    expect([received?.headers['x-session-token'], received?.headers['authorization']]).toEqual([[token], authorization])
  })

  test('no credential goes with a redirect to another host', async () => {
    const elsewhere = await startStub()
    service.stub.answer = { status: 307, headers: { location: elsewhere.url.replace('127.0.0.1', 'localhost') } }
    const headers = [
      ['Authorization', 'Bearer b'],
      ['Cookie', 'c=1'],
    ] as const
    expect(await service.ask({ headers })).toMatchObject({ status: 200 })
    for (const name of ['authorization', 'x-session-token', 'cookie'])
      expect(elsewhere.received[0]?.headers).not.toHaveProperty(name)
  })

  test.each<[string, string[], string]>([
    ['by name and by prefix', ['theme=dark; ory_session=a; csrf=b; ory=c; csrf2=d; xory_=e'], 'ory_session=a; csrf=b'],
    ['from all Cookie headers, in their order', ['b=1; ory_b=2', 'ory_a=3', 'a=4; csrf=5'], 'ory_b=2; ory_a=3; csrf=5'],
    ['with their quotes', ['ory_q="a b"; theme="ory_x=1"'], 'ory_q="a b"'],
    ['without spaces between them', ['theme=dark;ory_a=1;csrf=2;x=3'], 'ory_a=1; csrf=2'],
    ['with = in their values', ['ory_a=b=c==; x=ory_a=1'], 'ory_a=b=c=='],
    ['with prefixes of browsers', ['__Host-ory=1; __Host-other=2; __Secure-ory=3'], '__Host-ory=1'],
    ['without a value', ['ory_a; csrf=; x'], 'ory_a; csrf='],
    ['in their own letter case', ['Csrf=1; ORY_a=2'], ''],
    ['also where there is none', ['', ' ; ;', '=x'], ''],
  ])('FORWARD_COOKIES lets cookies pass %s', async (_, cookies, forwarded) => {
    const careful = await startService({ RESPONSES: 'http', FORWARD_COOKIES: 'ory_*, csrf, __Host-ory' })
    await careful.ask({ headers: cookies.map((cookie): [string, string] => ['Cookie', cookie]) })
    expect(careful.stub.received[0]?.headers['cookie']).toEqual([forwarded])
  })

  test('all cookies pass without FORWARD_COOKIES', async () => {
    await service.ask({
      headers: [
        ['Cookie', 'theme=dark; a=1'],
        ['Cookie', 'b=2'],
      ],
    })
    expect(service.stub.received[0]?.headers['cookie']).toEqual(['theme=dark; a=1; b=2'])
  })

  test('a body has no part in it', async () => {
    await service.ask({ method: 'POST', path: '/auth/required', body: 'hello' })
    expect(service.stub.received).toHaveLength(1)
    expect(service.stub.received[0]).toMatchObject({ method: 'GET' })
    expect(service.stub.received[0]?.headers).not.toHaveProperty('content-length')
  })
})
