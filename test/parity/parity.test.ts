import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { requestBytes, exchange, type RawRequest } from '../support/exchange.ts'
import { startStubUpstream, type Received, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'
import { answersAt } from './ory.ts'

interface Vector {
  name: string
  request: RawRequest
  upstream: StubAnswer
  elsewhere?: StubAnswer
  /** Null where Ory was not asked. */
  forwarded: Pick<Received, 'method' | 'path' | 'headers'> | null
  /** `body` is for people: what `bodyBase64` has, or where the text is Go's own, what Go said. */
  response: { status: number; headers: Record<string, string>; bodyBase64?: string; body: string; exactBody: boolean }
}

const vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vector[]

describe('answers as the Go example did', () => {
  let stub: StubUpstream
  let service: RunningServer

  beforeAll(async () => {
    stub = await startStubUpstream()
    service = await startServer(readConfig({ ORY_SDK_URL: stub.url, PORT: '0', HOST: '127.0.0.1' }))
  })

  afterAll(async () => {
    await service.close()
    await stub.close()
  })

  test.each(vectors)('$name', async ({ request, upstream, elsewhere, forwarded, response }) => {
    stub.answer = answersAt(stub.url, { whoami: upstream, ...(elsewhere && { elsewhere }) })
    stub.received = []
    const answer = await exchange(service.url, requestBytes(request), request.method, request.closesItsSide)

    expect(stub.received.length > 0).toBe(forwarded !== null)
    // Behind a redirect it is asked elsewhere.
    for (const { method, path, headers } of elsewhere === undefined ? stub.received : stub.received.slice(0, 1)) {
      if (forwarded === null) break
      expect([method, path]).toEqual([forwarded.method, forwarded.path])
      for (const name of ['cookie', 'x-session-token'])
        expect(headers[name] ?? ['']).toEqual(forwarded.headers[name] ?? [''])
      expect(headers['accept']).toEqual(forwarded.headers['accept'])
    }

    expect(answer.status).toBe(response.status)
    const { 'content-length': length, ...headers } = response.headers
    expect(answer.headers).toMatchObject(headers)
    if (response.exactBody) {
      expect(answer.headers['content-length']).toBe(length)
      expect(answer.body).toEqual(Buffer.from(response.bodyBase64 ?? '', 'base64'))
      expect(answer.body.toString()).toBe(response.body)
    } else {
      expect(response.body).toMatch(/^[^\n]+\n$/)
      expect(answer.body.toString()).toMatch(/^[^\n]+\n$/)
    }
  })
})
