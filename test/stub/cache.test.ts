import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const session = (id: string, headers: Record<string, string> = { 'ory-session-cache-for': '60' }): StubAnswer => ({
  headers: { ...json, ...headers },
  body: `{"id":"${id}","expires_at":"2999-01-01T00:00:00Z"}`,
})

let stub: StubUpstream
let service: RunningServer

async function serve(environment: Record<string, string> = {}): Promise<void> {
  service = await startServer(
    readConfig({
      ORY_SDK_URL: stub.url,
      PORT: '0',
      HOST: '127.0.0.1',
      RESPONSES: 'http',
      SESSION_CACHE: '1MB',
      UPSTREAM_TIMEOUT: '300ms',
      ...environment,
    }),
  )
}

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = session('a')
})

afterEach(async () => {
  await service.close()
  await stub.close()
})

const ask = async (headers: Record<string, string> = { cookie: 's=1' }, path = '/'): Promise<Response> =>
  fetch(service.url + path, { headers })

test('an answer that Ory allows to be kept is asked for once, in both styles', async () => {
  for (const style of ['http', 'go']) {
    stub.received = []
    await serve({ RESPONSES: style })
    const [first, second] = [await (await ask()).text(), await (await ask()).text()]
    expect(second).toBe(first)
    expect(stub.received).toHaveLength(1)
    if (style === 'http') await service.close()
  }
})

test('without SESSION_CACHE every request is asked', async () => {
  await serve({ SESSION_CACHE: '' })
  await Promise.all([ask(), ask(), ask()])
  await ask()
  expect(stub.received).toHaveLength(4)
})

test.each<[string, StubAnswer]>([
  ['Ory says nothing of keeping', session('a', {})],
  ['Ory says 0 seconds', session('a', { 'ory-session-cache-for': '0' })],
  ['Ory says nonsense', session('a', { 'ory-session-cache-for': 'soon' })],
  [
    'the session has expired',
    { headers: { ...json, 'ory-session-cache-for': '60' }, body: '{"id":"a","expires_at":"2020-01-01T00:00:00Z"}' },
  ],
  [
    'its expiry is unreadable',
    { headers: { ...json, 'ory-session-cache-for': '60' }, body: '{"id":"a","expires_at":"never"}' },
  ],
  ['Ory sets a cookie', session('a', { 'ory-session-cache-for': '60', 'set-cookie': 'ory_kratos_session=new' })],
  [
    'the answer is no session',
    { headers: { 'content-type': 'text/html', 'ory-session-cache-for': '60' }, body: '<p>' },
  ],
  ['it is an error', { status: 401, headers: json, body: '{"error":{}}' }],
  ['Ory failed', { status: 500, headers: { ...json, 'ory-session-cache-for': '60' }, body: '{"error":{}}' }],
])('nothing is kept when %s', async (_, answer) => {
  await serve()
  stub.answer = answer
  await ask()
  await ask()
  expect(stub.received).toHaveLength(2)
})

test('an error is kept when Ory says so', async () => {
  await serve()
  stub.answer = { status: 401, headers: { ...json, 'ory-session-cache-for': '60' }, body: '{"error":{}}' }
  expect([(await ask()).status, (await ask()).status]).toEqual([401, 401])
  expect(stub.received).toHaveLength(1)
})

test('tokenize_as is always asked anew', async () => {
  await serve()
  await ask()
  await ask({ cookie: 's=1' }, '/?tokenize_as=jwt')
  await ask({ cookie: 's=1' }, '/?tokenize_as=jwt')
  expect(stub.received.map(({ path }) => path)).toEqual([
    '/sessions/whoami',
    '/sessions/whoami?tokenize_as=jwt',
    '/sessions/whoami?tokenize_as=jwt',
  ])
})

test('other credentials are another question, however alike', async () => {
  await serve()
  const all: Record<string, string>[] = [
    { cookie: 'a' },
    { cookie: 'A' },
    { cookie: 'a', authorization: 'Bearer b' },
    { cookie: 'a', 'x-session-token': 'b' },
    { cookie: 'ab' },
    { authorization: 'Bearer a' },
    { authorization: 'Bearer ab' },
    { cookie: 'a; b' },
    { cookie: '2:a', authorization: 'Bearer b' },
    {},
  ]
  for (const [index, headers] of all.entries()) {
    stub.answer = session(String(index))
    expect(((await (await ask(headers)).json()) as { id: string }).id).toBe(String(index))
  }
  expect(stub.received).toHaveLength(all.length)
  stub.answer = session('never')
  for (const [index, headers] of all.entries())
    expect(((await (await ask(headers)).json()) as { id: string }).id).toBe(String(index))
})

test('a cookie that is not forwarded makes no other question', async () => {
  await serve({ FORWARD_COOKIES: 's' })
  await ask({ cookie: 's=1; theme=dark' })
  await ask({ cookie: 'theme=light; s=1' })
  expect(stub.received).toHaveLength(1)
})

test('the time that is left is what is passed on, and when it is over Ory is asked again', async () => {
  await serve()
  stub.answer = session('a', { 'ory-session-cache-for': '2' })
  const began = performance.now()
  expect((await ask()).headers.get('ory-session-cache-for')).toBe('1')
  let left = 1
  while (stub.received.length === 1) left = Math.min(left, Number((await ask()).headers.get('ory-session-cache-for')))
  expect(performance.now() - began).toBeGreaterThanOrEqual(2000)
  expect(left).toBe(0)
})

test('whoever asks the same while Ory is being asked shares the call, and its failure', async () => {
  await serve()
  const all = await Promise.all(Array.from({ length: 100 }, () => ask()))
  expect(all.every(({ status }) => status === 200)).toBe(true)
  expect(stub.received).toHaveLength(1)
  stub.received = []
  stub.answer = { hang: true }
  const failed = await Promise.all(Array.from({ length: 100 }, () => ask({ cookie: 's=2' })))
  expect(failed.every(({ status }) => status === 504)).toBe(true)
  expect(stub.received).toHaveLength(1)
  stub.answer = session('b')
  expect((await ask({ cookie: 's=2' })).status).toBe(200)
})

test('what is kept stays below the size that was given', async () => {
  await serve({ SESSION_CACHE: '500kB' })
  stub.answer = { ...session('a'), body: `{"id":"a","x":"${'x'.repeat(5000)}"}` }
  for (let user = 0; user < 100; user++) await ask({ cookie: `s=${user}` })
  const figures = await (await fetch(`${service.adminUrl ?? ''}/metrics/prometheus`)).text()
  expect(Number(/^ory_session_echo_cache_bytes (\d+)$/m.exec(figures)?.[1])).toBeLessThanOrEqual(500_000)
  expect(Number(/^ory_session_echo_cache_entries (\d+)$/m.exec(figures)?.[1])).toBeGreaterThan(10)
  expect(figures).toContain('ory_session_echo_cache_lookups_total{result="miss"} 100')
})
