import { validateHeaderValue } from 'node:http'
import { beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { RawResponse } from '../support/response.ts'
import { session, startService, type StubbedService } from '../support/service.ts'

const path = '/auth/required'
let service: StubbedService

beforeEach(async () => {
  service = await startService({
    RESPONSES: 'http',
    FORWARD_AUTH_HEADERS:
      'X-User-Name=/identity/traits/name, X-Method=/authentication_methods/0/method, ' +
      'X-Slash=/identity/traits/a~1b, X-Tilde=/identity/traits/a~0b, X-Empty=/identity/traits/, ' +
      'X-Inherited=/identity/traits/constructor',
  })
})

const withTraits = async (traits: unknown, headers?: [string, string][]): Promise<RawResponse> => {
  service.stub.answer = session({
    authentication_methods: [{ method: 'password' }],
    identity: { id: 'i', schema_id: 's', schema_url: 'u', traits },
  })
  return service.ask({ path, ...(headers === undefined ? {} : { headers }) })
}

test('a header carries what its JSON pointer finds', async () => {
  const { headers } = await withTraits({ name: 'Ann', 'a/b': 'slash', 'a~b': 'tilde', '': 'nothing' })
  expect(headers).toMatchObject({
    'x-user-name': 'Ann',
    'x-method': 'password',
    'x-slash': 'slash',
    'x-tilde': 'tilde',
    'x-empty': 'nothing',
  })
})

test.each([
  ['an umlaut', 'Zoë', 'Zo%C3%AB'],
  ['a line break', 'a\r\nX-Admin: yes', 'a%0D%0AX-Admin: yes'],
  ['an emoji', '\u{1f600}', '%F0%9F%98%80'],
  ['a percent sign', '100%', '100%25'],
  ['spaces around', '  a b ', '%20%20a b%20'],
  ['nothing but spaces', '   ', '%20%20%20'],
  ['half a surrogate pair', 'a\ud800', 'a%EF%BF%BD'],
  ['a NUL', '\u0000', '%00'],
  ['a number', 1.5, '1.5'],
  ['false', false, 'false'],
  ['a list', ['a', 'ü'], '["a","%C3%BC"]'],
  ['an object', { first: 'A' }, '{"first":"A"}'],
  ['null', null, ''],
])('%s is written so that a header can carry it', async (_, name, written) => {
  const { headers, status } = await withTraits({ name })
  expect([status, headers['x-user-name']]).toEqual([200, written])
})

test.each([
  ['lacks the field', {}],
  ['has its parent as text', 'Ann'],
  ['has its parent as a list', ['Ann']],
])('a header is empty where the session %s, whatever the client sent under its name', async (_, traits) => {
  const { headers } = await withTraits(traits, [
    ['X-User-Name', 'evil'],
    ['x-slash', 'evil'],
  ])
  expect(headers).toMatchObject({ 'x-user-name': '', 'x-slash': '', 'x-inherited': '' })
})

/** A list of lists, written by hand, as JSON.stringify can't write the deepest. */
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

test.each([
  ['text as long as its share', `"${'x'.repeat(1365)}"`, true],
  ['longer text', `"${'x'.repeat(1366)}"`, false],
  ['spaces around that make it longer', `"   ${'x'.repeat(1360)}"`, false],
  ['a percent sign that makes it longer', `"%${'x'.repeat(1364)}"`, false],
  ['100 kB', `"${'x'.repeat(100_000)}"`, false],
  ['a longer list', `["${'x'.repeat(1400)}"]`, false],
  ['a list of 64 in one another', nested(64), true],
  ['one of 65', nested(65), false],
  ['one of 9,000', nested(9000), false],
])('a header carries a value wholly or not at all: %s', async (_, name, carried) => {
  service.stub.answer = {
    headers: { 'content-type': 'application/json' },
    body: `{"id":"x","identity":{"traits":{"name":${name},"a/b":"slash"}}}`,
  }
  const { headers, status } = await service.ask({ path, headers: [['X-User-Name', 'evil']] })
  expect([status, headers['x-slash']]).toEqual([200, 'slash'])
  expect(headers['x-user-name']).toBe(carried ? name.replaceAll('"', '') : '')
})

test('one header alone has 4 kB', async () => {
  const alone = await startService({ RESPONSES: 'http', FORWARD_AUTH_HEADERS: 'X-User-Name=/identity/traits/name' })
  for (const [length, carried] of [
    [4096, 4096],
    [4097, 0],
  ] as const) {
    alone.stub.answer = session({ identity: { traits: { name: 'x'.repeat(length) } } })
    expect((await alone.ask({ path })).headers['x-user-name']).toHaveLength(carried)
  }
})

test('no header carries anything of an answer that is no session', async () => {
  const error = { code: 403, identity: { traits: { name: 'Ann' } } }
  for (const status of [400, 401, 403, 500]) {
    service.stub.answer = {
      status,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...error, error }),
    }
    expect((await service.ask({ path, headers: [['X-User-Name', 'evil']] })).headers['x-user-name']).toBe('')
  }
  service.stub.answer = { reset: true }
  expect((await service.ask({ path, headers: [['X-User-Name', 'evil']] })).headers['x-user-name']).toBe('')
})

test('whatever a trait is, its header is well-formed, stands alone, and decodes to the trait', async () => {
  const plain = Object.keys((await withTraits({ name: 'Ann' })).headers).sort()
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('\r', '\n', ':', ' ', '%', '\0', '\t', 'é', 'a', '\ud800'), maxLength: 20 }),
  )
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      const { status, headers } = await withTraits({ name })
      const value = headers['x-user-name'] ?? 'missing'
      validateHeaderValue('X-User-Name', value)
      expect([status, Object.keys(headers).sort(), decodeURIComponent(value)]).toEqual([
        200,
        plain,
        name.toWellFormed(),
      ])
    }),
    { numRuns: 150, seed: 20261124 },
  )
})

test('whatever JSON a trait is, its header decodes to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (name) => {
      fc.pre(name !== null && typeof name !== 'string')
      const { status, headers } = await withTraits({ name })
      expect([status, JSON.parse(decodeURIComponent(headers['x-user-name'] ?? '')) as unknown]).toEqual([
        200,
        JSON.parse(JSON.stringify(name)),
      ])
    }),
    { numRuns: 50, seed: 20261124 },
  )
})
