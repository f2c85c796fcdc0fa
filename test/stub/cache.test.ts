import { beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { session as sessionWith, startService, styles, type StubbedService } from '../support/service.ts'
import type { StubAnswer, StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const session = (id: string, headers: Record<string, string> = { 'ory-session-cache-for': '60' }): StubAnswer =>
  sessionWith({ id, expires_at: '2999-01-01T00:00:00Z' }, headers)

let stub: StubUpstream
let service: StubbedService

async function serve(environment: Record<string, string> = {}): Promise<void> {
  service = await startService({ RESPONSES: 'http', SESSION_CACHE: '1MB', ...environment })
  ;({ stub } = service)
  stub.answer = session('a')
}

beforeEach(() => serve())

/** What Ory was asked about sessions; after a 401 it is asked other things too. */
const questions = (): unknown[] => stub.received.filter(({ path }) => path.startsWith('/sessions/whoami'))

const ask = async (headers: Record<string, string> = { cookie: 's=1' }, path = '/sessions/whoami'): Promise<Response> =>
  fetch(service.url + path, { headers })

test.each(styles)('an answer that Ory allows to be kept is asked for once, in style %s', async (style) => {
  await serve({ RESPONSES: style })
  const [first, second] = [await (await ask()).text(), await (await ask()).text()]
  expect(second).toBe(first)
  expect(stub.received).toHaveLength(1)
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
  stub.answer = answer
  await ask()
  await ask()
  expect(questions()).toHaveLength(2)
})

test('an error is kept when Ory says so', async () => {
  stub.answer = { status: 401, headers: { ...json, 'ory-session-cache-for': '60' }, body: '{"error":{}}' }
  expect([(await ask()).status, (await ask()).status]).toEqual([401, 401])
  expect(questions()).toHaveLength(1)
})

test('tokenize_as is always asked anew', async () => {
  await ask()
  await ask({ cookie: 's=1' }, '/sessions/whoami?tokenize_as=jwt')
  await ask({ cookie: 's=1' }, '/sessions/whoami?tokenize_as=jwt')
  expect(stub.received.map(({ path }) => path)).toEqual([
    '/sessions/whoami',
    '/sessions/whoami?tokenize_as=jwt',
    '/sessions/whoami?tokenize_as=jwt',
  ])
})

test('other credentials are another question, however alike', async () => {
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
  stub.answer = session('a', { 'ory-session-cache-for': '600' })
  const left = Number((await ask()).headers.get('ory-session-cache-for'))
  expect([left < 600, left > 0]).toEqual([true, true])
  stub.answer = session('b', { 'ory-session-cache-for': '1' })
  await ask({ cookie: 's=2' })
  await eventually('Ory is asked again', async () => {
    const passedOn = (await ask({ cookie: 's=2' })).headers.get('ory-session-cache-for')
    expect(passedOn).toBe('0')
    return stub.received.length === 3
  })
})

test('whoever asks the same while Ory is being asked shares the call, and its failure', async () => {
  for (const { answer, status } of [
    { answer: session('a'), status: 200 },
    { answer: { raw: Buffer.from('no HTTP\r\n\r\n') }, status: 502 },
  ]) {
    stub.received = []
    stub.answer = answer
    const release = stub.hold()
    const all = Array.from({ length: 100 }, () => ask({ cookie: `s=${status}` }))
    const busy = (): Promise<number> => service.figure('http_server_active_requests')
    await eventually('all are waiting', async () => (await busy()) === all.length)
    release()
    expect((await Promise.all(all)).map((response) => response.status)).toEqual(all.map(() => status))
    expect(stub.received).toHaveLength(1)
  }
  stub.answer = session('b')
  expect((await ask({ cookie: 's=502' })).status).toBe(200)
})

test('what is kept stays below the size that was given', async () => {
  await serve({ SESSION_CACHE: '500kB' })
  stub.answer = { ...session('a'), body: `{"id":"a","x":"${'x'.repeat(5000)}"}` }
  for (let user = 0; user < 100; user++) await ask({ cookie: `s=${user}` })
  expect(await service.figure('ory_session_echo_cache_bytes')).toBeLessThanOrEqual(500_000)
  expect(await service.figure('ory_session_echo_cache_entries')).toBeGreaterThan(10)
  expect(await service.figure('ory_session_echo_cache_lookups_total{result="miss"}')).toBe(100)
})
