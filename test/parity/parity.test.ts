import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { answersAt } from './ory.ts'
import { readVectors, responseOf, sdkVersion, vectorsFile, withSdk } from './vector.ts'
import { exchange, requestBytes } from '../support/exchange.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

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

  test.each(withSdk(readVectors(vectorsFile), sdkVersion))(
    '$name',
    async ({ request, upstream, elsewhere, forwarded, response }) => {
      stub.answer = answersAt(stub.url, { whoami: upstream, ...(elsewhere && { elsewhere }) })
      stub.received = []
      const answer = await exchange(service.url, requestBytes(request), request.method, request.closesItsSide)

      // A request that failed may be repeated; behind a redirect it is asked elsewhere.
      const asked = elsewhere === undefined ? stub.received : stub.received.slice(0, 1)
      expect(asked.length > 0).toBe(forwarded !== null)
      for (const { method, path, headers } of asked) {
        expect([method, path]).toEqual([forwarded?.method, forwarded?.path])
        for (const name of ['cookie', 'x-session-token'])
          expect(headers[name] ?? ['']).toEqual(forwarded?.headers[name] ?? [''])
        expect(headers['accept']).toEqual(forwarded?.headers['accept'])
      }

      const { status, headers } = responseOf(request, answer)
      expect(status).toBe(response.status)
      if (response.exactBody) {
        expect(headers).toEqual(response.headers)
        expect(answer.body.toString()).toBe(response.body)
        expect(answer.body.toString('base64')).toBe(response.bodyBase64)
      } else {
        expect({ ...headers, 'content-length': '' }).toEqual({ ...response.headers, 'content-length': '' })
        expect(answer.body.toString()).toMatch(/^[^\n]+\n$/)
        expect(answer.body.toString()).not.toBe(response.body)
      }
    },
  )
})
