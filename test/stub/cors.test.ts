import { beforeEach, expect, test } from '@jest/globals'
import type { RawResponse } from '../support/response.ts'
import { startService, type StubbedService } from '../support/service.ts'

let service: StubbedService

beforeEach(async () => {
  service = await startService({
    RESPONSES: 'http',
    CORS_ORIGINS:
      'https://app.example.com, http://localhost:8080, https://*.example.org, https://*.dev.example.org:8443',
  })
})

const preflight = (origin: string, from = service): Promise<RawResponse> =>
  from.ask({
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', 'GET'],
      ['Access-Control-Request-Headers', 'x-session-token'],
    ],
  })

test.each([
  'https://app.example.com',
  'http://localhost:8080',
  'https://a.example.org',
  'https://a-b_c1.example.org',
  'https://a.dev.example.org:8443',
])('a page of %s may ask with its credentials and read the answer', async (origin) => {
  const { headers } = await service.ask({ headers: [['Origin', origin]] })
  expect(headers).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  })
  expect(headers['access-control-expose-headers']?.split(',')).toEqual(
    expect.arrayContaining(['X-Request-Id', 'WWW-Authenticate', 'Retry-After']),
  )

  const answer = await preflight(origin)
  expect(answer).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'x-session-token',
      'access-control-max-age': '600',
    },
  })
  expect(answer.headers['access-control-allow-methods']?.split(',')).toContain('GET')
  expect(service.stub.received).toEqual([])
})

test.each([
  'null',
  '*',
  'http://app.example.com',
  'https://app.example.com:8443',
  'https://app.example.com.evil.test',
  'https://evil-app.example.com',
  'https://other.app.example.com',
  'http://localhost',
  'https://example.org',
  'https://.example.org',
  'https://a.b.example.org',
  'https://evil-example.org',
  'https://a.example.org:8443',
  'https://a.example.org.evil.test',
  'https://evil.test/.example.org',
  'https://evil.test#.example.org',
  'https://user@.example.org',
  'https://a.dev.example.org',
])('a page of %s gets no permission', async (origin) => {
  for (const { headers } of [await service.ask({ headers: [['Origin', origin]] }), await preflight(origin)]) {
    expect(headers['vary']).toBe('Origin')
    for (const name of Object.keys(headers)) expect(name).not.toMatch(/^access-control-allow/)
  }
})

test('a failure can be read by the page, too', async () => {
  for (const answer of [{ status: 401 }, { status: 500 }, { reset: true }]) {
    service.stub.answer = answer
    expect(
      (await service.ask({ headers: [['Origin', 'https://app.example.com']] })).headers['access-control-allow-origin'],
    ).toBe('https://app.example.com')
  }
})

test.each([
  ['Cookie', 'Origin, Cookie'],
  ['origin,Cookie,  Accept , cookie', 'Origin, Cookie, Accept'],
  [', Cookie,,', 'Origin, Cookie'],
  ['Cookie, *', '*'],
])("Vary names Ory's reasons beside the origin: %s", async (vary, expected) => {
  service.stub.answer = { headers: { 'content-type': 'application/json', vary }, body: '{}' }
  expect((await service.ask()).headers['vary']).toBe(expected)
})

test('no page gets permission without CORS_ORIGINS', async () => {
  const closed = await startService({ RESPONSES: 'http' })
  for (const { headers } of [
    await closed.ask({ headers: [['Origin', 'https://app.example.com']] }),
    await preflight('https://app.example.com', closed),
  ]) {
    expect(Object.keys(headers).filter((name) => name === 'vary' || name.startsWith('access-control'))).toEqual([])
  }
})
