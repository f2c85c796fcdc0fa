import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { exchange, requestBytes } from '../support/exchange.ts'
import type { RawResponse } from '../support/response.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

// What takes quadratic time takes minutes to hours at the last of these: no answer comes in time.
const sizes = [1000, 10_000, 100_000, 1_000_000]

let stub: StubUpstream
let service: ServiceProcess

beforeEach(async () => {
  stub = await startStubUpstream()
})

afterEach(async () => {
  await service.stop('SIGKILL')
  await stub.close()
})

const get = (path = '/'): Promise<RawResponse> =>
  exchange(service.url, requestBytes({ method: 'GET', path, headers: [] }))
const ofType = (type: string, headers: Record<string, string> = {}, fields = {}): StubAnswer => ({
  headers: { 'content-type': type, ...headers },
  body: JSON.stringify({ id: 'x', ...fields }),
})
const named = (name: unknown): StubAnswer =>
  ofType('application/json', {}, { identity: { id: 'i', schema_id: 's', schema_url: 'u', traits: { name } } })
const distinct = (size: number): string[] =>
  Array.from({ length: size / 10 }, (_, index) => `n${String(index).padStart(8, '0')}`)

describe.each(sizes)('what has %d bytes takes no longer than its size asks for, in style http:', (size) => {
  beforeEach(async () => {
    const headers = {
      UPSTREAM_MAX_BYTES: '8MB',
      CORS_ORIGINS: 'https://app.example.com',
      FORWARD_AUTH_HEADERS: 'X-Name=/identity/traits/name',
    }
    service = await startProcess({ ORY_SDK_URL: stub.url, RESPONSES: 'http', ...headers })
  })

  test('queries with tokenize_as among others, equal and distinct ones', async () => {
    stub.answer = ofType('application/json')
    const [equal, empty, escaped] = ['a&'.repeat(size / 2 - 500), '&'.repeat(size - 500), '%26'.repeat(size / 3 - 200)]
    for (const others of [
      equal,
      empty,
      escaped,
      distinct(size - 1000).join('&'),
      `tokenize_as${'+'.repeat(size - 500)}`,
    ]) {
      for (const path of [`/?tokenize_as=jwt&${others}`, `/?${others}&tokenize_as=jwt`])
        expect(await get(path)).toMatchObject({ status: 200 })
      const asked = '/sessions/whoami?tokenize_as=jwt'
      expect(stub.received.splice(0).map((received) => received.path)).toEqual([asked, asked])
    }
  })

  test('fields of the session that become headers', async () => {
    const half = ' '.repeat(size / 2)
    const spaces = [`a${half}${half}b`, `${half}a${half}`]
    for (const name of [...spaces, '%'.repeat(size), 'é '.repeat(size / 2), '\0a'.repeat(size / 2), distinct(size)]) {
      stub.answer = named(name)
      const { status, headers } = await get()
      expect([status, typeof headers['x-name']]).toEqual([200, 'string'])
    }
  })

  test("names in Ory's Vary", async () => {
    const spaces = `${' '.repeat(size / 2 - 500)},`.repeat(2)
    for (const vary of [distinct(size - 1000).join(','), ','.repeat(size - 1000), spaces]) {
      stub.answer = ofType('application/json', { vary: `a,${vary}` })
      expect((await get()).headers['vary']).toMatch(/^Origin, a/)
    }
  })
})

describe.each(sizes)('an answer of %d bytes takes no longer than its size asks for, in style go:', (size) => {
  test('its Content-Type', async () => {
    service = await startProcess({ ORY_SDK_URL: stub.url })
    for (const type of ['text/'.repeat(size / 6), 'text/+'.repeat(size / 7), `text/${'+'.repeat(size - 1000)}`]) {
      stub.answer = ofType(type)
      expect(await get()).toMatchObject({ status: 500, body: Buffer.from('undefined response type\n') })
    }
  })
})
