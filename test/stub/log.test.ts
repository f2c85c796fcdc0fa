import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { exchange } from '../support/exchange.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

const session = {
  headers: { 'content-type': 'application/json' },
  body: '{"id":"x","identity":{"id":"i","schema_id":"s","schema_url":"u","traits":{"email":"ann@example.com"}}}',
}

let stub: StubUpstream
let service: ServiceProcess

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = session
  service = await startProcess({ ORY_SDK_URL: stub.url, RESPONSES: 'http' })
})

afterEach(async () => {
  await service.stop()
  await stub.close()
})

test('every request is one JSON line with what the one on call needs', async () => {
  await fetch(`${service.url}/auth/required/who/am/i?token=hunter2`, {
    method: 'PUT',
    headers: { 'x-request-id': 'abc-1' },
  })
  stub.answer = { reset: true }
  await fetch(`${service.url}/sessions/whoami`)
  expect(await service.stop()).toBe(0)
  const [, first, second] = service.lines()
  expect(first).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    method: 'PUT',
    path: '/auth/required/who/am/i',
    forwarded_method: 'PUT',
    forwarded_path: '/who/am/i',
    style: 'http',
    outcome: 'session',
    status: 200,
    upstream_status: 200,
    ms: expect.any(Number),
    request_id: 'abc-1',
  })
  expect(second).toMatchObject({
    level: 'warn',
    outcome: 'upstream_error',
    status: 502,
    upstream_failure: 'reset',
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

test('no cookie, token, trait, e-mail or query is in any line', async () => {
  const secrets = ['ory_st_secret', 'cookie-secret', 'ann@example.com', 'query-secret', 'user-secret']
  const headers = {
    authorization: 'Bearer ory_st_secret',
    cookie: 'ory_kratos_session=cookie-secret',
    'x-session-token': 'ory_st_secret',
    'x-request-id': 'not well-formed ory_st_secret',
  }
  for (const answer of [
    session,
    { status: 401, headers: session.headers, body: '{"error":{}}' },
    { reset: true },
    { body: 'no' },
    { hang: true },
  ]) {
    stub.answer = answer
    stub.received = []
    const leaving = new AbortController()
    const asked = fetch(`${service.url}/sessions/whoami?a=query-secret`, { headers, signal: leaving.signal }).catch(
      () => undefined,
    )
    if ('hang' in answer) {
      await eventually('Ory is asked', () => stub.received.length > 0)
      leaving.abort()
      await eventually('it is logged', () => service.lines().some(({ outcome }) => outcome === 'client_left'))
    }
    await asked
  }
  stub.answer = session
  await exchange(
    service.url,
    'GET http://user-secret:query-secret@host/auth/required/path?query-secret HTTP/1.1\r\nHost: a\r\n' +
      'X-Forwarded-Uri: http://user-secret:query-secret@host/path?query-secret\r\nConnection: close\r\n\r\n',
  )
  await service.stop()
  expect(service.lines().length).toBeGreaterThan(6)
  for (const secret of secrets) expect(service.output()).not.toContain(secret)
})

test('a line is JSON whatever a client puts into its path', async () => {
  await exchange(
    service.url,
    'GET /auth/required/"}\\u{1} HTTP/1.1\r\nHost: a\r\nX-Forwarded-Uri: /"}\\\r\nConnection: close\r\n\r\n',
  )
  await service.stop()
  expect(service.lines()[1]).toMatchObject({ path: '/auth/required/"}\\u{1}', forwarded_path: '/"}\\', status: 200 })
})

test('LOG_LEVEL is checked as every variable is', async () => {
  await expect(startProcess({ ORY_SDK_URL: stub.url, LOG_LEVEL: 'loud' })).rejects.toThrow(
    'LOG_LEVEL is "loud", expected one of trace, debug, info',
  )
})
