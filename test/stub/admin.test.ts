import { createServer } from 'node:http'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { exchange } from '../support/exchange.ts'
import { listenOnFreePort } from '../support/free-port.ts'
import { startProcess } from '../support/service-process.ts'
import { startService, type StubbedService } from '../support/service.ts'
import type { StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }

describe('the admin port', () => {
  let service: StubbedService
  let stub: StubUpstream
  let admin: StubbedService['admin']

  const start = async (environment: Record<string, string> = {}): Promise<void> => {
    service = await startService(environment)
    ;({ stub, admin } = service)
    stub.answer = { headers: json, body: '{"id":"x","status":"ok"}' }
  }

  beforeEach(() => start())

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
    ['closes the connection', { reset: true }, /Ory closed the connection before it answered/],
  ])('is not ready when Ory %s, and says why', async (_, answer, reason) => {
    stub.answer = answer
    const { status, text } = await admin('/health/ready')
    expect(status).toBe(503)
    expect((JSON.parse(text) as { errors: { ory: string } }).errors.ory).toMatch(reason)
  })

  test('is not ready when Ory says nothing in time, and says why', async () => {
    await start({ UPSTREAM_TIMEOUT: '300ms' })
    stub.answer = { hang: true }
    expect((await admin('/health/ready')).text).toMatch(/Ory did not answer in time within 300 ms"/)
  })

  test('asks Ory once for a crowd of readiness probes', async () => {
    const { answer } = stub
    let release = (): void => undefined
    const crowded = new Promise<void>((resolve) => (release = resolve))
    stub.answer = async (received) => {
      await crowded
      return typeof answer === 'function' ? answer(received) : answer
    }
    const clients = Array.from({ length: 50 }, () => service.connect(service.adminUrl))
    for (const client of clients) {
      client.send('GET /health/alive HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await client.responses(1) // so that it is taken, and what comes next is read at once
      client.send('GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n')
    }
    await admin('/health/alive')
    release()
    const statuses = (await Promise.all(clients.map((client) => client.responses(1)))).map(([one]) => one?.status)
    expect(statuses).toEqual(clients.map(() => 200))
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
    await fetch(`${service.url}/auth/required/first`, { headers: { cookie: 'a=1' } })
    await series()
    const before = await series()
    for (let user = 0; user < 50; user++)
      await fetch(`${service.url}/auth/required/path-${user}?q=${user}`, {
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
    const other = createServer()
    const taken = String(await listenOnFreePort(other))
    try {
      for (const [name, environment] of [
        ['PORT', { PORT: taken, ADMIN_PORT: '0' }],
        ['ADMIN_PORT', { ADMIN_PORT: taken }],
      ] as const) {
        await expect(startProcess({ ORY_SDK_URL: 'http://127.0.0.1:9', ...environment })).rejects.toThrow(
          new Error(
            `the service ended with 1: listening on ${name} ${taken}: another program uses it; ` +
              `end that, or set ${name} to another port\n`,
          ),
        )
      }
    } finally {
      other.close()
    }
  })
})
