import { beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startService, startStub, type StubbedService } from '../support/service.ts'
import type { StubAnswer } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const secret = 'ory_st_secret'
const headers = [
  ['Authorization', `Bearer ${secret}`],
  ['Cookie', secret],
] as const

const ask = async (service: StubbedService): Promise<string> => {
  const { status, body } = await service.ask({ headers })
  expect(body.toString()).not.toContain(secret)
  return `${status} ${body.toString()}`
}

describe('whatever Ory does, the service answers', () => {
  let service: StubbedService

  beforeEach(async () => {
    service = await startService()
  })

  test.each<[string, StubAnswer, RegExp]>([
    [
      'stops in the middle of its answer',
      { raw: Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"id"') },
      /^500 GET .*: Ory closed .*\n$/,
    ],
    ['resets the connection', { reset: true }, /^500 GET .*: Ory closed .*\n$/],
    ['does not speak HTTP', { raw: Buffer.from('220 mail.example.com ESMTP\r\n\r\n') }, /^500 GET .*: Ory.*\n$/],
    [
      'answers with a page',
      { headers: { 'content-type': 'text/html' }, body: '<h1>Hello</h1>' },
      /^500 undefined response type\n$/,
    ],
    [
      'answers with half of a JSON',
      { headers: json, body: '{"id":"x"' },
      /^500 decoding the session: the JSON body ends too early\n$/,
    ],
    [
      'answers with the wrong type',
      { headers: json, body: '{"id":1}' },
      /^500 decoding the session: a number where a string is expected\n$/,
    ],
    [
      'nests deeper than Go reads',
      { headers: json, body: `{"id":"x","d":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
      /^500 decoding the session: the JSON is nested too deeply\n$/,
    ],
    [
      'nests as deep as Go reads',
      { headers: json, body: `{"d":${'['.repeat(9999)}${']'.repeat(9999)},"id":"x"}` },
      /^200 {"d":\[+\]+,"id":"x"}\n$/,
    ],
    [
      'repeats a key and writes another in upper case',
      { headers: json, body: '{"id":"a","ID":"c","id":"b","Active":true}' },
      /^200 {"Active":true,"ID":"c","active":true,"id":"b"}\n$/,
    ],
    [
      'leaves out what the identity must have',
      { headers: json, body: '{"id":"x","identity":{"id":"y"}}' },
      /^500 no value given for required property schema_id\n$/,
    ],
  ])('when Ory %s', async (_, answer, expected) => {
    service.stub.answer = answer
    expect(await ask(service)).toMatch(expected)
    service.stub.answer = { headers: json, body: '{"id":"after"}' }
    expect(await ask(service)).toBe('200 {"id":"after"}\n')
  })

  test('when Ory says nothing', async () => {
    const impatient = await startService({ UPSTREAM_TIMEOUT: '300ms' })
    impatient.stub.answer = { hang: true }
    expect(await ask(impatient)).toMatch(/^500 GET .*: Ory did not answer in time within 300 ms\n$/)
  })

  test('a redirect is followed, with the credentials only to the same host', async () => {
    const target = await startStub()
    target.answer = { headers: json, body: '{"id":"there"}' }
    for (const [location, credentials] of [
      [target.url, secret],
      [target.url.replace('127.0.0.1', 'localhost'), undefined],
    ] as const) {
      service.stub.answer = { status: 307, headers: { location: `${location}/elsewhere?a=b` } }
      expect(await ask(service)).toBe('200 {"id":"there"}\n')
      const { path, headers } = target.received.at(-1) ?? {}
      expect([path, headers?.['cookie']?.[0], headers?.['x-session-token']?.[0]]).toEqual([
        '/elsewhere?a=b',
        credentials,
        credentials,
      ])
    }
  })

  test('when Ory is not there', async () => {
    await service.stub.close()
    expect(await ask(service)).toMatch(/^500 GET .*: Ory could not be reached \(ECONNREFUSED\)\n$/)
  })
})

test('a request in flight is answered before the service ends', async () => {
  const service = await startService({ SHUTDOWN_GRACE: '2m' })
  const release = service.stub.hold()
  const asked = ask(service)
  await eventually('Ory is asked', () => service.stub.received.length === 1)
  const closed = service.close()
  release()
  expect(await asked).toMatch(/^200 /)
  await closed
})
