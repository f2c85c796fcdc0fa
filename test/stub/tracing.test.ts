import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { listenOnFreePort } from '../support/free-port.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

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

const traceId = '0af7651916cd43dd8448eb211c80319c'
const parentSpanId = 'b7ad6b7169203331'
const secrets = {
  traceparent: `00-${traceId}-${parentSpanId}-01`,
  authorization: 'Bearer ory_st_secret',
  'x-session-token': 'ory_st_secret',
  cookie: 'ory_kratos_session=secret',
  'user-agent': 'secret',
}

/** Starts the service in a style, lets `use` ask it, ends it, and returns the spans that came, none with a secret. */
async function spansOf(
  use: (service: ServiceProcess) => Promise<unknown>,
  environment: Record<string, string> = {},
): Promise<{ spans: Span[]; resource: Span['attributes'] | undefined }> {
  const service = await startProcess({
    ORY_SDK_URL: stub.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_SERVICE_NAME: 'echo-under-test',
    ...environment,
  })
  await use(service)
  expect(await service.stop()).toBe(0)
  const resources = received
    .filter(({ url }) => url === '/v1/traces')
    .flatMap(({ body }) => (JSON.parse(body.toString()) as Batch).resourceSpans)
  for (const { body } of received) expect(body.toString()).not.toContain('secret')
  return {
    spans: resources.flatMap(({ scopeSpans }) => scopeSpans).flatMap((scope) => scope.spans),
    resource: resources[0]?.resource.attributes,
  }
}

/** A span's attributes by name. */
const attributesOf = (span: Span | undefined): Record<string, unknown> =>
  Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]))

/** How requests and calls ended: name, status, error type, and whether the span is an error. */
const endings = (spans: readonly Span[], kind: number): unknown[] =>
  spans
    .filter((span) => span.kind === kind)
    .map((span) => {
      const attributes = attributesOf(span)
      return [span.name, attributes['http.response.status_code'], attributes['error.type'], span.status.code === 2]
    })
const [ofRequests, ofCalls] = [2, 3] as const

test("a request's span holds the call to Ory as its child, continues the caller's trace, and Ory is told", async () => {
  const { spans, resource } = await spansOf(({ url }) => fetch(`${url}/path?secret=1`, { headers: secrets }))
  expect(resource).toContainEqual({ key: 'service.name', value: { stringValue: 'echo-under-test' } })
  const [client, server] = spans
  expect(spans).toHaveLength(2)
  expect(server).toMatchObject({ name: 'GET', traceId, parentSpanId, kind: ofRequests })
  expect(client).toMatchObject({ name: 'GET /sessions/whoami', traceId, parentSpanId: server?.spanId, kind: ofCalls })
  expect(stub.received.at(-1)?.headers['traceparent']).toEqual([`00-${traceId}-${client?.spanId ?? ''}-01`])
})

test("spans have the attributes of OpenTelemetry's conventions for HTTP, and nothing about the person", async () => {
  let asked = new URL('http://a')
  const { spans } = await spansOf(
    ({ url }) => fetch((asked = new URL(`${url}/auth/required/app?secret=1`)), { headers: secrets }),
    { RESPONSES: 'http', ORY_SDK_URL: `${stub.url}/below/`, TOKENIZE_AS: 'secret' },
  )
  const ory = new URL(stub.url)
  expect(spans.map(attributesOf)).toEqual([
    {
      'http.request.method': 'GET',
      'server.address': ory.hostname,
      'server.port': Number(ory.port),
      'url.full': `${stub.url}/below/sessions/whoami`,
      'url.template': '/sessions/whoami',
      'http.response.status_code': 200,
    },
    {
      'http.request.method': 'GET',
      'http.route': '/auth/required',
      'http.response.status_code': 200,
      'network.protocol.version': '1.1',
      'server.address': asked.hostname,
      'server.port': Number(asked.port),
      'url.path': '/auth/required/app',
      'url.scheme': 'http',
    },
  ])
  expect(spans[1]?.name).toBe('GET /auth/required')
})

test('error.type is a status or failure; a refused session is an error of the call, not of the request', async () => {
  const { spans } = await spansOf(
    async ({ url }) => {
      for (const answer of [{ status: 401 }, { reset: true }, { status: 500 }]) {
        stub.answer = answer
        await fetch(`${url}/sessions/whoami`)
      }
      await fetch(`${url}/nothing`)
    },
    { RESPONSES: 'http' },
  )
  expect(endings(spans, ofCalls)).toEqual([
    ['GET /sessions/whoami', 401, '401', true],
    ['GET /sessions/whoami', undefined, 'reset', true],
    ['GET /sessions/whoami', 500, '500', true],
  ])
  expect(endings(spans, ofRequests)).toEqual([
    ['GET /sessions/whoami', 401, undefined, false],
    ['GET /sessions/whoami', 502, 'reset', true],
    ['GET /sessions/whoami', 502, '502', true],
    ['GET', 404, undefined, false],
  ])
})

test('a client that leaves is named in both spans, and neither has a status', async () => {
  const { spans } = await spansOf(async ({ url }) => {
    stub.answer = { hang: true }
    const leaves = new AbortController()
    const asked = fetch(url, { signal: leaves.signal, headers: secrets })
    await eventually('Ory is asked', () => stub.open().unanswered === 1)
    leaves.abort()
    await expect(asked).rejects.toThrow('aborted')
    await eventually('Ory has nothing to do any more', () => stub.open().unanswered === 0)
  })
  expect(endings(spans, ofCalls)).toEqual([['GET /sessions/whoami', undefined, 'left', true]])
  expect(endings(spans, ofRequests)).toEqual([['GET', undefined, 'left', true]])
})

test('url.full is where a call began, whatever a redirect names, and unknown methods are _OTHER', async () => {
  const { spans } = await spansOf(async ({ url }) => {
    const found: StubAnswer = { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }
    stub.answer = ({ path }) =>
      path.startsWith('/sessions/')
        ? { status: 302, headers: { location: `${stub.url.replace('//', '//user:secret@')}/elsewhere?secret` } }
        : found
    expect((await fetch(url, { method: 'PROPFIND', headers: secrets })).status).toBe(200)
  })
  const [client, server] = spans
  expect(stub.received.map(({ path }) => path)).toEqual(['/sessions/whoami', '/elsewhere?secret'])
  expect(attributesOf(client)).toMatchObject({ 'url.full': `${stub.url}/sessions/whoami` })
  expect(server?.name).toBe('HTTP')
  expect(attributesOf(server)).toMatchObject({
    'http.request.method': '_OTHER',
    'http.request.method_original': 'PROPFIND',
  })
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
