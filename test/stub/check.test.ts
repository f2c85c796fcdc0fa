import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { check } from '../../src/service/check.ts'
import { readConfig } from '../../src/service/config.ts'
import { eventually } from '../support/eventually.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const nobody: StubAnswer = { status: 401, headers: json, body: '{"error":{"code":401}}' }

let stub: StubUpstream

beforeEach(async () => {
  stub = await startStubUpstream()
})
afterEach(() => stub.close())

const checked = async (): Promise<{ lines: readonly string[]; ok: boolean }> =>
  check(readConfig({ ORY_SDK_URL: stub.url, PORT: '4000', UPSTREAM_TIMEOUT: '1m' }))

test('--check says that Ory is ready, beside the configuration', async () => {
  stub.answer = ({ path }) => (path === '/health/ready' ? {} : nobody)
  expect(await checked()).toEqual({
    lines: [`configuration: fine; port 4000, style go, asking ${stub.url}/`, 'Ory: ready'],
    ok: true,
  })
  await eventually('the connection is closed', () => stub.open().connections === 0)
})

test.each<[string, StubAnswer, StubAnswer, RegExp]>([
  ['says that it is not', { status: 503 }, nobody, /^Ory: not ready; GET .*\/health\/ready: Ory answered 503$/],
  ['hangs up', { reset: true }, nobody, /^Ory: not ready; GET .*: Ory closed the connection/],
  [
    'is a site of somebody else',
    {},
    { status: 404 },
    /^Ory: not found; GET \/sessions\/whoami answered 404, .*ORY_SDK_URL/,
  ],
  ['has a page in place of an answer', {}, { ...nobody, headers: {} }, /^Ory: not found; .*expected 401 with JSON/],
  ['hangs up when it is asked', {}, { reset: true }, /^Ory: not ready; GET .*\/sessions\/whoami: /],
])('--check tells why, where Ory %s', async (_, ready, whoami, said) => {
  stub.answer = ({ path }) => (path === '/health/ready' ? ready : whoami)
  const { lines, ok } = await checked()
  expect(ok).toBe(false)
  expect(lines[0]).toMatch(/^configuration: fine/)
  expect(lines[1]).toMatch(said)
})
