import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { exchange } from '../support/exchange.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'
import { startProcess } from '../support/service-process.ts'

const json = { 'content-type': 'application/json' }

describe('the admin port', () => {
  let stub: StubUpstream
  let service: RunningServer

  beforeEach(async () => {
    stub = await startStubUpstream()
    stub.answer = { headers: json, body: '{"id":"x","status":"ok"}' }
    service = await startServer(
      readConfig({ ORY_SDK_URL: stub.url, PORT: '0', HOST: '127.0.0.1', UPSTREAM_TIMEOUT: '300ms' }),
    )
  })

  afterEach(async () => {
    await service.close()
    await stub.close()
  })

  const admin = async (
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; type: string | null; text: string }> => {
    const response = await fetch(`${service.adminUrl ?? ''}${path}`, init)
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }

  test('says that the process is alive without asking Ory', async () => {
    expect(await admin('/health/alive')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    expect(stub.received).toEqual([])
  })

  test("is ready when Ory's own ready endpoint says so", async () => {
    expect(await admin('/health/ready')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    expect(stub.received.map(({ path }) => path)).toEqual(['/health/ready'])
  })

  test.each([
    ['answers 503', { status: 503, headers: json, body: '{"errors":{}}' }, /Ory answered 503$/],
    ['says nothing in time', { hang: true }, /Ory did not answer in time within 300 ms$/],
    ['closes the connection', { reset: true }, /Ory closed the connection before it answered/],
  ])('is not ready when Ory %s, and says why', async (_, answer, reason) => {
    stub.answer = answer
    const { status, text } = await admin('/health/ready')
    expect(status).toBe(503)
    expect((JSON.parse(text) as { errors: { ory: string } }).errors.ory).toMatch(reason)
  })

  test('asks Ory once for a crowd of readiness probes', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => admin('/health/ready')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(stub.received).toHaveLength(1)
  })

  test('counts requests by outcome, and calls to Ory by status and by failure', async () => {
    await fetch(`${service.url}/a`)
    stub.answer = { status: 401, headers: json, body: '{"error":{}}' }
    await fetch(`${service.url}/b?c=d`)
    stub.answer = { reset: true }
    await fetch(service.url)
    const { type, text } = await admin('/metrics/prometheus')
    expect(type).toContain('text/plain')
    for (const line of [
      'ory_session_echo_requests_total{outcome="session",status="200"} 1',
      'ory_session_echo_requests_total{outcome="no_session",status="500"} 1',
      'ory_session_echo_requests_total{outcome="upstream_error",status="500"} 1',
      'ory_session_echo_request_duration_seconds_count{outcome="session"} 1',
      'ory_session_echo_upstream_duration_seconds_count{status="401"} 1',
      'ory_session_echo_upstream_failures_total{kind="reset"} 1',
    ])
      expect(text).toContain(line)
    expect(text).toMatch(/^ory_session_echo_upstream_connections{state="connected"} \d+$/m)
    expect(text).toMatch(/^ory_session_echo_build_info{version="[^"]+",node="v\d+[^"]*",responses="go"} 1$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  test('has no label that grows with users', async () => {
    const series = async (): Promise<number> =>
      (await admin('/metrics/prometheus')).text.split('\n').filter((line) => line.startsWith('ory_')).length
    await fetch(`${service.url}/first`, { headers: { cookie: 'a=1' } })
    await series()
    const before = await series()
    for (let user = 0; user < 50; user++)
      await fetch(`${service.url}/path-${user}?q=${user}`, {
        headers: { authorization: `Bearer ${user}`, 'x-request-id': `id-${user}` },
      })
    expect(await series()).toBe(before)
  })

  test('tells nothing to a page whose name was made to resolve here, and takes no form of another origin', async () => {
    const url = service.adminUrl ?? ''
    const { host } = new URL(url)
    const ask = async (method: string, lines: readonly string[]): Promise<number> =>
      (await exchange(url, `${method} /debug HTTP/1.1\r\n${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`))
        .status
    for (const method of ['GET', 'POST', 'PUT']) expect(await ask(method, ['Host: evil.example'])).toBe(421)
    expect(
      await ask('POST', [
        `Host: ${host}`,
        'Origin: https://evil.example',
        'Content-Type: application/x-www-form-urlencoded',
        'Content-Length: 0',
      ]),
    ).toBe(403)
    expect(stub.received).toEqual([])
    expect(await ask('GET', [`Host: ${host}`])).toBe(200)
  })

  test('answers 404 and 405 to what it has not', async () => {
    expect((await admin('/nothing')).status).toBe(404)
    expect((await admin('/health/alive', { method: 'POST' })).status).toBe(405)
  })

  test.each(['/debug', '/health/ready', '/metrics/prometheus'])(
    'leaves %s of the public port to the echo',
    async (path) => {
      const response = await fetch(service.url + path)
      expect([response.status, await response.text()]).toEqual([200, '{"id":"x","status":"ok"}\n'])
      expect(stub.received.map((received) => received.path)).toEqual(['/sessions/whoami'])
    },
  )
})

describe('when a port is taken', () => {
  test('a port that was asked for is named with what to do, in one line, and exit code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const taken = String(typeof address === 'object' ? address?.port : '')
    try {
      for (const [name, environment] of [
        ['PORT', { PORT: taken, ADMIN_PORT: '0' }],
        ['ADMIN_PORT', { ADMIN_PORT: taken }],
      ] as const) {
        await expect(startProcess({ ORY_SDK_URL: 'http://127.0.0.1:9', ...environment })).rejects.toThrow(
          new Error(
            `the service ended with 1: listening on ${name} ${taken}: another program uses it; end that, or set ${name} to another port\n`,
          ),
        )
      }
    } finally {
      other.close()
    }
  })
})
