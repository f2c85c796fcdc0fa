import { beforeEach, describe, expect, test } from '@jest/globals'
import { exchange } from '../support/exchange.ts'
import { session, startService, type StubbedService } from '../support/service.ts'
import { startStubUpstream, type StubAnswer } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const odd = ' {"b" : 1,\n\t"a":"\\u00e9 ü <&>","b":2.0, "id":"x" }\r\n'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let service: StubbedService

beforeEach(async () => {
  service = await startService({ RESPONSES: 'http' })
})

/** Asserts that an answer is one of the service's own failures, in the shape of Kratos' errors. */
function expectFailure(
  { status, headers, body }: Awaited<ReturnType<StubbedService['ask']>>,
  code: number,
  id: string,
): void {
  expect({ status, type: headers['content-type'], cache: headers['cache-control'] }).toEqual({
    status: code,
    type: 'application/json; charset=utf-8',
    cache: 'no-store',
  })
  expect(JSON.parse(body.toString())).toEqual({
    error: {
      code,
      id,
      status: expect.stringMatching(/\w/),
      message: expect.stringMatching(/\.$/),
      reason: expect.stringMatching(/\.$/),
    },
  })
}

describe('what Ory said', () => {
  test.each([200, 400, 401, 403, 429])(
    'comes as it is with %d, white space and order of keys included',
    async (status) => {
      service.stub.answer = { status, headers: json, body: odd }
      const { headers, ...answer } = await service.ask()
      expect(answer).toEqual({ status, body: Buffer.from(odd) })
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'content-length': String(Buffer.byteLength(odd)),
      })
      expect(headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined)
    },
  )

  test.each<[string, StubAnswer, number, string]>([
    [
      '401 without JSON',
      { status: 401, headers: { 'content-type': 'text/html' }, body: '<h1>No</h1>' },
      401,
      'session_inactive',
    ],
    ['401 with broken JSON', { status: 401, headers: json, body: '{"error"' }, 401, 'session_inactive'],
    ['403 without a body', { status: 403 }, 403, 'forbidden'],
    ['400 without JSON', { status: 400, body: 'Bad Request' }, 502, 'upstream_unexpected'],
    [
      '200 without JSON',
      { headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' },
      502,
      'upstream_unexpected',
    ],
    ['200 with broken JSON', { headers: json, body: '{"id":"x"' }, 502, 'upstream_unexpected'],
    ['200 with a list', { headers: json, body: '[]' }, 502, 'upstream_unexpected'],
    ['200 with null', { headers: json, body: 'null' }, 502, 'upstream_unexpected'],
    ['204', { status: 204 }, 502, 'upstream_unexpected'],
    ['302 to nowhere', { status: 302, headers: json, body: '{}' }, 502, 'upstream_unexpected'],
    ['404', { status: 404, headers: json, body: '{"error":{"code":404}}' }, 502, 'upstream_unexpected'],
    ['429 without JSON', { status: 429, headers: { 'retry-after': '7' }, body: 'slow down' }, 429, 'too_many_requests'],
    ['500', { status: 500, headers: json, body: '{"error":{"code":500}}' }, 502, 'upstream_unexpected'],
    ['503', { status: 503, headers: json, body: '{}' }, 503, 'upstream_busy'],
  ])('comes in our own words with %s', async (_, answer, status, id) => {
    service.stub.answer = answer
    const response = await service.ask()
    expectFailure(response, status, id)
    expect(response.headers['retry-after']).toBe(answer.headers?.['retry-after'])
    expect(response.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined)
  })

  test('comes as it is where type and braces say JSON: it is for whoever asked to read it', async () => {
    const body = ' {"id":"x",}\n'
    service.stub.answer = { headers: json, body }
    const { status, body: received } = await service.ask()
    expect([status, received.toString()]).toEqual([200, body])
  })

  test('of its headers, those about the session come along, and no others', async () => {
    const about = {
      'x-kratos-authenticated-identity-id': 'i',
      'ory-session-cache-for': '60',
      'ory-error-id': 'e',
      'retry-after': '7',
      vary: 'Cookie',
    }
    service.stub.answer = {
      headers: {
        ...json,
        ...about,
        'cache-control': 'public, max-age=60',
        server: 'other',
        'access-control-allow-origin': '*',
        etag: '"x"',
        'x-internal': 'yes',
      },
      body: '{}',
    }
    const { headers } = await service.ask()
    expect(headers).toMatchObject({ ...about, 'cache-control': 'no-store' })
    for (const name of ['server', 'access-control-allow-origin', 'etag', 'x-internal'])
      expect(headers).not.toHaveProperty(name)
  })

  test('several cookies that it sets stay several', async () => {
    const cookies = ['a=1; Path=/; Expires=Wed, 25 Nov 2026 20:57:45 GMT', 'b=2; HttpOnly']
    const lines = cookies.map((cookie) => `set-cookie: ${cookie}\r\n`)
    service.stub.answer = {
      raw: Buffer.from(
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${lines.join('')}content-length: 2\r\n\r\n{}`,
      ),
    }
    expect((await fetch(`${service.url}/sessions/whoami`)).headers.getSetCookie()).toEqual(cookies)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const [get, head] = [await service.ask(), await service.ask({ method: 'HEAD' })]
    expect(head.body).toHaveLength(0)
    expect({ ...head.headers, date: '', 'x-request-id': '' }).toEqual({ ...get.headers, date: '', 'x-request-id': '' })
  })
})

describe('a failure on the way to Ory', () => {
  test.each<[string, StubAnswer, number, string]>([
    ['a reset connection', { reset: true }, 502, 'upstream_reset'],
    [
      'an answer that breaks off',
      { raw: Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id"') },
      502,
      'upstream_reset',
    ],
    ['no HTTP', { raw: Buffer.from('220 mail.example.com ESMTP\r\n\r\n') }, 502, 'upstream_malformed'],
  ])('is told apart: %s', async (_, answer, status, id) => {
    service.stub.answer = answer
    expectFailure(await service.ask(), status, id)
    service.stub.answer = session()
    expect(await service.ask()).toMatchObject({ status: 200 })
  })

  test('is told apart: no answer in time', async () => {
    const impatient = await startService({ RESPONSES: 'http', UPSTREAM_TIMEOUT: '300ms' })
    impatient.stub.answer = { hang: true }
    expectFailure(await impatient.ask(), 504, 'upstream_timeout')
  })

  test.each([
    ['a host that nobody knows', () => Promise.resolve('http://ory.invalid'), 'upstream_unresolved'],
    ['a port where nobody listens', closedPort, 'upstream_unreachable'],
    ['TLS with who speaks none', () => Promise.resolve(service.url.replace('http:', 'https:')), 'upstream_untrusted'],
  ])('is told apart: %s', async (_, url, id) => {
    const other = await startService({ RESPONSES: 'http', ORY_SDK_URL: await url() })
    expectFailure(await other.ask(), 502, id)
  })
})

async function closedPort(): Promise<string> {
  const stub = await startStubUpstream()
  await stub.close()
  return stub.url
}

describe("the request's id", () => {
  const idsOf = async (headers: [string, string][]): Promise<unknown[]> => {
    const answer = await service.ask({ headers })
    return [answer.headers['x-request-id'], ...(service.stub.received[0]?.headers['x-request-id'] ?? [])]
  }

  test.each(['a', '0af7651916cd43dd8448eb211c80319c', 'a.b_c~d:e@f/g+h=i-j', 'x'.repeat(128)])(
    'is kept and sent to Ory where it is well-formed: %s',
    async (id) => {
      expect(await idsOf([['X-Request-Id', id]])).toEqual([id, id])
    },
  )

  test.each<[string, [string, string][]]>([
    ['absent', []],
    ['empty', [['X-Request-Id', '']]],
    ['too long', [['X-Request-Id', 'x'.repeat(129)]]],
    ['with a space', [['X-Request-Id', 'a b']]],
    ['with markup', [['X-Request-Id', '<b>']]],
    ['not ASCII', [['X-Request-Id', 'é']]],
    [
      'given twice',
      [
        ['X-Request-Id', 'a'],
        ['X-Request-Id', 'b'],
      ],
    ],
  ])('is made, and the same to Ory, where it is %s', async (_, headers) => {
    const [ours, theirs] = await idsOf(headers)
    expect(ours).toMatch(uuid)
    expect(theirs).toBe(ours)
  })
})

test('headers that are too large are refused with 431', async () => {
  expect(
    await exchange(service.url, `GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(2_000_000)}\r\n\r\n`),
  ).toMatchObject({ status: 431 })
})
