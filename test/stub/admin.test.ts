import { createServer } from 'node:http'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { metrics } from '../../src/service/metric-table.ts'
import { eventually } from '../support/eventually.ts'
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

  test("counts and times requests by outcome, and calls to Ory by status, under OpenTelemetry's names", async () => {
    const { hostname, port } = new URL(stub.url)
    const ory = `http_request_method="GET",server_address="${hostname}",server_port="${port}"`
    const series = (error: string): string[] => [
      `http_server_request_duration_seconds_count{http_request_method="GET",url_scheme="http",${error}} 1`,
    ]
    await fetch(`${service.url}/a`)
    stub.answer = { status: 401, headers: json, body: '{"error":{}}' }
    await fetch(`${service.url}/b?c=d`)
    stub.answer = { reset: true }
    await fetch(service.url)
    const { type, text } = await admin('/metrics/prometheus')
    expect(type).toContain('text/plain')
    for (const line of [
      ...series('http_response_status_code="200",outcome="session"'),
      ...series('http_response_status_code="500",error_type="500",outcome="no_session"'),
      ...series('http_response_status_code="500",error_type="reset",outcome="upstream_error"'),
      `http_client_request_duration_seconds_count{${ory},http_response_status_code="200"} 1`,
      `http_client_request_duration_seconds_count{${ory},http_response_status_code="401",error_type="401"} 1`,
      `http_client_request_duration_seconds_count{${ory},error_type="reset"} 1`,
      `http_client_active_requests{${ory}} 0`,
    ])
      expect(text).toContain(line)
    expect(text).toMatch(/^ory_session_echo_build_info{version="[^"]+",node="v\d+[^"]*",responses="go"} 1$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m)
  })

  test('tells requests and calls in flight, connections to Ory, and calls that wait', async () => {
    await start({ UPSTREAM_CONNECTIONS: '1' })
    const release = stub.hold()
    const asked = [fetch(service.url), fetch(service.url, { method: 'POST' })]
    await eventually('one waits', async () => (await service.figure('ory_session_echo_waiting_calls')) === 1)
    expect(await service.figure('http_server_active_requests{http_request_method="POST"}')).toBe(1)
    expect(await service.figure('http_server_active_requests')).toBe(2)
    expect(await service.figure('http_client_active_requests')).toBe(1)
    const connections = (state: string): Promise<number> =>
      service.figure(`http_client_open_connections{http_connection_state="${state}"}`)
    expect([await connections('active'), await connections('idle')]).toEqual([1, 0])
    release()
    await Promise.all(asked)
    await eventually('nothing is in flight', async () => (await service.figure('http_server_active_requests')) === 0)
    expect(await service.figure('http_client_active_requests')).toBe(0)
    expect([await connections('active'), await connections('idle')]).toEqual([0, 1])
    expect(await service.figure('ory_session_echo_connections')).toBe(2)
  })

  test('has every metric that its table describes, and with SESSION_CACHE those of the cache', async () => {
    await start({ RESPONSES: 'http', SESSION_CACHE: '1MB' })
    await fetch(`${service.url}/auth/required`)
    const { text } = await admin('/metrics/prometheus')
    const described = Object.values(metrics).map(
      ({ name, type, help }) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}`,
    )
    for (const lines of described) expect(text).toContain(lines)
    const own = [...text.matchAll(/^# HELP ((?:http|ory)_\w+)/gm)]
    expect(own).toHaveLength(described.length)
    expect(await service.figure('http_server_request_duration_seconds_count{http_route="/auth/required"}')).toBe(1)
  })

  test('has no label that grows with users, or with what clients send', async () => {
    await start({ RESPONSES: 'http' })
    const series = async (): Promise<number> =>
      (await admin('/metrics/prometheus')).text.split('\n').filter((line) => /^(?:ory|http)_/.test(line)).length
    const ask = (method: string, user: number): Promise<Response> =>
      fetch(`${service.url}/auth/required/path-${user}?q=${user}`, {
        method,
        headers: { authorization: `Bearer ${user}`, 'x-request-id': `id-${user}`, host: `host-${user}` },
      })
    for (const method of ['GET', 'PROPFIND']) await ask(method, 0)
    const before = await series()
    for (let user = 1; user < 50; user++) await ask('GET', user)
    for (const [user, method] of ['COPY', 'LOCK', 'MKCOL', 'MOVE', 'PURGE'].entries()) await ask(method, user)
    expect(await series()).toBe(before)
    expect(await service.figure('http_server_request_duration_seconds_count{http_request_method="_OTHER"}')).toBe(6)
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
