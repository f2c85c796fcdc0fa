import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { exchange, requestBytes } from '../support/exchange.ts'
import type { RawResponse } from '../support/response.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { figureIn } from '../support/service.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

const [small, large] = [250_000, 1_000_000] // bytes
const tolerated = 8 // times the CPU time for four times the bytes; what grows with the square takes 16 times as much
const noise = 0.05 // s

let stub: StubUpstream
let service: ServiceProcess

function serve(environment: Record<string, string>): void {
  beforeAll(async () => {
    stub = await startStubUpstream()
    service = await startProcess({ ORY_SDK_URL: stub.url, ...environment })
  })

  afterAll(async () => {
    await service.stop('SIGKILL')
    await stub.close()
  })
}

/** The CPU time that the service has taken so far, in s: whatever else the machine does, it is not in it. */
async function cpuTime(): Promise<number> {
  const figures = await (await fetch(`${service.adminUrl}/metrics/prometheus`)).text()
  return figureIn(figures, 'process_cpu_seconds_total')
}

/** Expects that the service's work on an input grows as its size. */
async function expectLinear(use: (size: number) => Promise<void>): Promise<void> {
  const cost = async (size: number): Promise<number> => {
    const before = await cpuTime()
    await use(size)
    return (await cpuTime()) - before
  }
  await eventually('four times the bytes take about four times the CPU time', async () => {
    const least = await cost(small)
    return (await cost(large)) <= tolerated * least + noise
  })
}

const get = (path = '/sessions/whoami'): Promise<RawResponse> =>
  exchange(service.url, requestBytes({ method: 'GET', path, headers: [] }))
const ofType = (type: string, headers: Record<string, string> = {}, fields = {}): StubAnswer => ({
  headers: { 'content-type': type, ...headers },
  body: JSON.stringify({ id: 'x', ...fields }),
})
const distinct = (size: number): string[] =>
  Array.from({ length: size / 10 }, (_, index) => `n${String(index).padStart(8, '0')}`)
const spaces = (size: number): string => ' '.repeat(size)

describe('work grows as the input, in style http:', () => {
  serve({
    RESPONSES: 'http',
    UPSTREAM_MAX_BYTES: '8MB',
    CORS_ORIGINS: 'https://app.example.com',
    FORWARD_AUTH_HEADERS: 'X-Name=/identity/traits/name',
  })

  test.each<[string, (size: number) => string]>([
    ['equal ones', (size) => 'a&'.repeat(size / 2 - 500)],
    ['empty ones', (size) => '&'.repeat(size - 500)],
    ['an escaped one', (size) => '%26'.repeat(size / 3 - 200)],
    ['distinct ones', (size) => distinct(size - 1000).join('&')],
    ['a name with many spaces', (size) => `tokenize_as${'+'.repeat(size - 500)}`],
  ])('a query with tokenize_as before and behind %s', async (_, others) => {
    stub.answer = ofType('application/json')
    await expectLinear(async (size) => {
      for (const path of [`?tokenize_as=jwt&${others(size)}`, `?${others(size)}&tokenize_as=jwt`])
        expect(await get(`/sessions/whoami${path}`)).toMatchObject({ status: 200 })
      const asked = '/sessions/whoami?tokenize_as=jwt'
      expect(stub.received.splice(0).map(({ path }) => path)).toEqual([asked, asked])
    })
  })

  test.each<[string, (size: number) => unknown]>([
    ['spaces between', (size) => `a${spaces(size)}b`],
    ['spaces around', (size) => `${spaces(size / 2)}a${spaces(size / 2)}`],
    ['percent signs', (size) => '%'.repeat(size)],
    ['what is not ASCII', (size) => 'é '.repeat(size / 2)],
    ['control characters', (size) => '\0a'.repeat(size / 2)],
    ['a list', distinct],
  ])('a field of the session that becomes a header, with %s', async (_, name) => {
    await expectLinear(async (size) => {
      const identity = { id: 'i', schema_id: 's', schema_url: 'u', traits: { name: name(size) } }
      stub.answer = ofType('application/json', {}, { id: 'x', identity })
      const { status, headers } = await get('/auth/required')
      expect([status, typeof headers['x-name']]).toEqual([200, 'string'])
    })
  })

  test.each<[string, (size: number) => string]>([
    ['distinct ones', (size) => distinct(size - 1000).join(',')],
    ['empty ones', (size) => ','.repeat(size - 1000)],
    ['ones of spaces', (size) => `${spaces(size / 2 - 500)},`.repeat(2)],
  ])("names in Ory's Vary, %s", async (_, vary) => {
    await expectLinear(async (size) => {
      stub.answer = ofType('application/json', { vary: `a,${vary(size)}` })
      expect((await get()).headers['vary']).toMatch(/^Origin, a/)
    })
  })
})

describe('work grows as the input, in style go:', () => {
  serve({})

  test.each<[string, (size: number) => string]>([
    ['slashes', (size) => 'text/'.repeat(size / 6)],
    ['slashes and suffixes', (size) => 'text/+'.repeat(size / 7)],
    ['suffixes', (size) => `text/${'+'.repeat(size - 1000)}`],
  ])('a Content-Type of %s', async (_, type) => {
    await expectLinear(async (size) => {
      stub.answer = ofType(type(size))
      expect(await get()).toMatchObject({ status: 500, body: Buffer.from('undefined response type\n') })
    })
  })
})
