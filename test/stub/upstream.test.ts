import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { session, startService, styles, type StubbedService } from '../support/service.ts'
import { startStubUpstream, type StubAnswer } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const gigabyte = gzipSync(Buffer.alloc(1 << 30), { level: 1 })

/** Asks once, on a connection of its own. */
async function ask(service: StubbedService, cookie = ''): Promise<{ status: number; text: string }> {
  const response = await fetch(`${service.url}/sessions/whoami`, { headers: { cookie, connection: 'close' } })
  return { status: response.status, text: await response.text() }
}

describe.each(styles)('Ory closes kept connections, in style %s:', (style) => {
  test.each<[string, (nth: number) => StubAnswer | undefined]>([
    ['by a reset on the 11th request of each', (nth) => (nth === 11 ? { reset: true } : undefined)],
    ['by an end on every second', (nth) => (nth === 2 ? { end: true } : undefined)],
  ])('%s, and no request is lost', async (_, fault) => {
    const service = await startService({ RESPONSES: style })
    service.stub.answer = ({ nth }) => fault(nth) ?? session()
    const visit = async (): Promise<number[]> => {
      const client = service.connect()
      const statuses: number[] = []
      while (statuses.length < 100) {
        client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
        statuses.push(...(await client.responses(1)).map(({ status }) => status))
      }
      return statuses
    }
    const statuses = (await Promise.all(Array.from({ length: 10 }, visit))).flat()
    expect(statuses.filter((status) => status !== 200)).toEqual([])
    expect(statuses).toHaveLength(1000)
  })

  test('a fresh connection that fails is not tried again', async () => {
    const service = await startService({ RESPONSES: style })
    service.stub.answer = { reset: true }
    expect((await ask(service)).status).toBe(style === 'go' ? 500 : 502)
    expect(service.stub.received).toHaveLength(1)
  })

  test('a call is sent again once at most', async () => {
    const service = await startService({ RESPONSES: style })
    await ask(service)
    service.stub.received = []
    service.stub.answer = { reset: true }
    expect((await ask(service)).status).toBe(style === 'go' ? 500 : 502)
    expect(service.stub.received).toHaveLength(2)
  })

  test('a call is not sent again after the first byte of an answer', async () => {
    const service = await startService({ RESPONSES: style })
    await ask(service)
    service.stub.received = []
    service.stub.answer = { raw: Buffer.from('H') }
    expect((await ask(service)).status).toBe(style === 'go' ? 500 : 502)
    expect(service.stub.received).toHaveLength(1)
  })
})

describe.each(styles)('Ory answers too much, in style %s:', (style) => {
  const failure = style === 'go' ? 500 : 502
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
  const megabyte = Buffer.alloc(1 << 20, 'x')
  test.each<[string, StubAnswer]>([
    ['a body that says that it is too long', { raw: Buffer.from(`${head}content-length: 3000000\r\n\r\n{`) }],
    ['a body that goes on', { raw: [Buffer.from(`${head}\r\n`), megabyte, megabyte, megabyte, megabyte] }],
    [
      'chunks that go on',
      {
        raw: [
          Buffer.from(`${head}transfer-encoding: chunked\r\n\r\n400000\r\n`),
          megabyte,
          megabyte,
          megabyte,
          megabyte,
        ],
      },
    ],
    ['gzip that becomes a gigabyte', { headers: { ...json, 'content-encoding': 'gzip' }, body: gigabyte }],
    ['an error that is too long', { status: 401, headers: json, body: 'x'.repeat(2_000_001) }],
  ])('%s is an error that says so, at once', async (_, answer) => {
    const service = await startService({ RESPONSES: style })
    service.stub.answer = answer
    const { status, text } = await ask(service)
    expect([status, /too long|UPSTREAM_MAX_BYTES/.test(text)]).toEqual([failure, true])
    expect(await service.figure('http_client_request_duration_seconds_count{error_type="too_large"}')).toBe(1)
    service.stub.answer = session()
    expect((await ask(service)).status).toBe(200)
  })

  test('what is as long as UPSTREAM_MAX_BYTES allows is taken, before and after gzip', async () => {
    const service = await startService({ RESPONSES: style, UPSTREAM_MAX_BYTES: '10kB' })
    const body = (length: number): string => `{"id":"${'x'.repeat(length - 9)}"}`
    for (const [length, status] of [
      [10_000, 200],
      [10_001, failure],
    ] as const) {
      service.stub.answer = { headers: json, body: body(length) }
      expect((await ask(service)).status).toBe(status)
      service.stub.answer = { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(body(length)) }
      expect((await ask(service)).status).toBe(status)
    }
  })

  test('a head without end is an error', async () => {
    const service = await startService({ RESPONSES: style })
    service.stub.answer = { raw: Buffer.from(`${head}x: ${'x'.repeat(1 << 20)}`), then: 'keep' }
    expect((await ask(service)).status).toBe(failure)
    expect(await service.figure('http_client_request_duration_seconds_count{error_type="timeout"}')).toBe(0)
  })

  test('a head that does not end in time is an error that says so', async () => {
    const service = await startService({ RESPONSES: style, UPSTREAM_TIMEOUT: '300ms' })
    service.stub.answer = { raw: Buffer.from(head), then: 'keep' }
    expect((await ask(service)).status).toBe(style === 'go' ? 500 : 504)
    expect(await service.figure('http_client_request_duration_seconds_count{error_type="timeout"}')).toBe(1)
  })
})

describe.each(styles)('Ory is slow, in style %s:', (style) => {
  const busy = { RESPONSES: style, UPSTREAM_CONNECTIONS: '2', UPSTREAM_TIMEOUT: '2m' }

  test('UPSTREAM_CONNECTIONS calls are made at once, others wait, and beyond come 503 and Retry-After', async () => {
    const service = await startService(busy)
    service.stub.answer = { hang: true }
    const clients = Array.from({ length: 40 }, () => service.connect())
    for (const client of clients) client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
    // 2 are asked for and 32 wait.
    await eventually(
      'six are refused',
      () => clients.filter((client) => client.text().startsWith('HTTP/1.1 503 ')).length === 6,
    )
    for (const client of clients)
      if (client.text() !== '') expect((await client.responses(1))[0]?.headers).toMatchObject({ 'retry-after': '1' })
    expect(service.stub.open()).toEqual({ connections: 2, unanswered: 2 })
    expect(await service.figure('ory_session_echo_waiting_calls')).toBe(32)
    const health = await fetch(`${service.adminUrl ?? ''}/health/alive`)
    expect(health.status).toBe(200)
  })

  test('who waits is served in turn', async () => {
    const service = await startService({ ...busy, UPSTREAM_CONNECTIONS: '1' })
    const release = service.stub.hold()
    const cookies = Array.from({ length: 10 }, (_, k) => `k=${k}`)
    const asked: Promise<{ status: number }>[] = []
    for (const cookie of cookies) {
      asked.push(ask(service, cookie))
      await eventually(
        'it is asked for, or waits',
        async () => (await service.figure('http_server_active_requests')) === asked.length,
      )
    }
    release()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(cookies.map(() => 200))
    expect(service.stub.received.map(({ headers }) => headers['cookie']?.[0])).toEqual(cookies)
  })

  test('the time of a call is the time with its wait', async () => {
    const service = await startService({ ...busy, UPSTREAM_TIMEOUT: '300ms' })
    service.stub.answer = { hang: true }
    await eventually('some are given up while they wait', async () => {
      service.stub.received = []
      const answers = await Promise.all(Array.from({ length: 20 }, () => ask(service)))
      for (const { status } of answers) expect(status).toBe(style === 'go' ? 500 : 504)
      return service.stub.received.length < answers.length
    })
    service.stub.answer = session()
    await eventually('calls are made again', async () => (await ask(service)).status === 200)
  })
})

describe('as in Go,', () => {
  test('of a repeated Content-Type, Content-Encoding or Location the first counts', async () => {
    const service = await startService()
    service.stub.answer = { headers: { 'content-type': ['text/plain', 'application/json'] }, body: '{"id":"x"}' }
    expect((await ask(service)).text).toBe('undefined response type\n')
    service.stub.answer = { headers: { 'content-type': ['application/json', 'text/plain'] }, body: '{"id":"x"}' }
    expect((await ask(service)).text).toBe('{"id":"x"}\n')
    service.stub.answer = { headers: { ...json, 'content-encoding': ['gzip', 'br'] }, body: gzipSync('{"id":"x"}') }
    expect((await ask(service)).text).toBe('{"id":"x"}\n')
    service.stub.answer = ({ path }) =>
      path === '/first' ? session({ id: 'first' }) : { status: 302, headers: { location: ['/first', '/second'] } }
    expect((await ask(service)).text).toBe('{"active":true,"id":"first"}\n')
  })

  test('Content-Encoding: gzip with an empty body is an empty body', async () => {
    const service = await startService()
    service.stub.answer = { status: 401, headers: { ...json, 'content-encoding': 'gzip' }, body: '' }
    expect((await ask(service)).text).toBe('401 Unauthorized\n')
  })

  test('a status line that comes in two packets keeps its text', async () => {
    const service = await startService()
    for (const at of [9, 13, 15, 20]) {
      const bytes = Buffer.from(
        'HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-type: application/json\r\n' +
          'content-length: 12\r\n\r\n{"error":{}}',
      )
      service.stub.answer = { raw: [bytes.subarray(0, at), bytes.subarray(at)] }
      expect((await ask(service)).text).toBe('401 Unauthorized\n')
    }
  })

  test('the fragment of a Location is not sent', async () => {
    const service = await startService()
    service.stub.answer = ({ path }) =>
      path === '/to?a=b' ? session({ id: 'there' }) : { status: 307, headers: { location: '/to?a=b#fragment' } }
    expect((await ask(service)).text).toBe('{"active":true,"id":"there"}\n')
    expect(service.stub.received.map(({ path }) => path)).toEqual(['/sessions/whoami', '/to?a=b'])
  })
})

test.each(styles)(
  "a user and a password in a redirect of Ory's are neither sent nor shown, in style %s",
  async (style) => {
    const service = await startService({ RESPONSES: style })
    const there = await startStubUpstream()
    for (const answer of [{ reset: true }, { raw: Buffer.from('nonsense\r\n\r\n') }, session()]) {
      there.answer = answer
      there.received = []
      service.stub.answer = {
        status: 302,
        headers: { location: `${there.url.replace('//', '//user:hunter2@')}/?token=hunter2#hunter2` },
      }
      const { text } = await ask(service, 'a=hunter3')
      expect(text).not.toContain('hunter')
      expect(there.received).not.toEqual([])
      expect(JSON.stringify(there.received.map(({ headers }) => headers))).not.toContain('authorization')
      expect(await (await fetch(`${service.adminUrl ?? ''}/debug`)).text()).not.toContain('hunter')
    }
    await there.close()
    service.stub.answer = { status: 302, headers: { location: 'http://user:hunter2@127.0.0.1:1/' } }
    expect((await ask(service)).text).not.toContain('hunter')
  },
)
