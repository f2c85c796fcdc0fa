import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { listenOnFreePort } from '../support/free-port.ts'
import { startProcess } from '../support/service-process.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  attributes: { key: string; value: Record<string, unknown> }[]
  status: { code?: number }
}

interface Batch {
  resourceSpans: { resource: { attributes: Span['attributes'] }; scopeSpans: { spans: Span[] }[] }[]
}

/** What came to an OTLP receiver in this process, by path and content type. */
let received: { url: string; type: string; body: Buffer }[]
let receiver: Server
let endpoint: string
let stub: StubUpstream

beforeEach(async () => {
  received = []
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({
        url: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks),
      })
      response.setHeader('Content-Type', 'application/json')
      response.end('{}')
    })
  })
  endpoint = `http://127.0.0.1:${await listenOnFreePort(receiver)}`
  stub = await startStubUpstream()
  stub.answer = { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }
})

afterEach(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await stub.close()
})

test("a request's span holds the call to Ory as its child, continues the caller's trace, and Ory is told", async () => {
  const service = await startProcess({
    ORY_SDK_URL: stub.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'echo-under-test',
  })
  const traceId = '0af7651916cd43dd8448eb211c80319c'
  await fetch(`${service.url}/path?secret`, {
    headers: {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
      authorization: 'Bearer ory_st_secret',
      cookie: 'ory_kratos_session=secret',
    },
  })
  expect(await service.stop()).toBe(0)

  const batches = received
    .filter(({ url }) => url === '/v1/traces')
    .map(({ body }) => JSON.parse(body.toString()) as Batch)
  const resources = batches.flatMap(({ resourceSpans }) => resourceSpans)
  expect(resources[0]?.resource.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'echo-under-test' },
  })
  const spans = resources.flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans)
  const server = spans.find(({ name }) => name === 'GET')
  const client = spans.find(({ name }) => name === 'GET /sessions/whoami')
  expect(spans).toHaveLength(2)
  expect(server).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331', kind: 2 })
  expect(client).toMatchObject({ traceId, parentSpanId: server?.spanId, kind: 3 })
  expect(client?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } })
  expect(stub.received.at(-1)?.headers['traceparent']).toEqual([`00-${traceId}-${client?.spanId ?? ''}-01`])
  for (const { body } of received) expect(body.toString()).not.toContain('secret')
})

test('protobuf is what is sent unless told otherwise, and a failed call is an error', async () => {
  stub.answer = { reset: true }
  const service = await startProcess({
    ORY_SDK_URL: stub.url,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/somewhere`,
  })
  await fetch(service.url)
  expect(await service.stop()).toBe(0)
  expect(received.map(({ url, type }) => [url, type])).toEqual([['/somewhere', 'application/x-protobuf']])
  expect(received[0]?.body.toString('latin1')).toContain('error.type')
})

test('without an endpoint, or with the SDK disabled, nothing is sent and Ory is told nothing', async () => {
  for (const environment of [
    {},
    { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_EXPORTER: 'none' },
  ]) {
    const service = await startProcess({ ORY_SDK_URL: stub.url, ...environment })
    await fetch(service.url, { headers: { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' } })
    await service.stop()
    expect(stub.received.at(-1)?.headers['traceparent']).toBeUndefined()
  }
  expect(received).toEqual([])
})

test('a receiver that is gone costs no answer and no exit code', async () => {
  const service = await startProcess({
    ORY_SDK_URL: stub.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_BSP_EXPORT_TIMEOUT: '500',
  })
  expect(await (await fetch(service.url)).text()).toBe('{"id":"x"}\n')
  expect(await service.stop()).toBe(0)
})
