import { expect } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer } from '../../src/service/server.ts'
import { bytesOf, exchange, type RawRequest, type RawResponse } from './exchange.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from './stub-ory.ts'

/** The service in style `http` in front of a STUB of Ory. */
export interface HttpService {
  url: string
  stub: StubUpstream
  /** Sends a request with credentials, none of which may come back. */
  ask: (request?: Partial<RawRequest>) => Promise<RawResponse>
  close: () => Promise<void>
}

/** A session as the stub answers it. */
export const session = (fields: object = {}): StubAnswer => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ id: 'x', active: true, ...fields }),
})

const [token, cookie] = ['ory_st_secret', 'ory_kratos_session=secret'] as const
const credentials: [string, string][] = [
  ['Authorization', `Bearer ${token}`],
  ['Cookie', cookie],
]

/** startHttpService starts both, the stub with a session as its answer, and the service with `environment`. */
export async function startHttpService(environment: Record<string, string> = {}): Promise<HttpService> {
  const stub = await startStubUpstream()
  stub.answer = session()
  const service = await startServer(
    readConfig({
      ORY_SDK_URL: stub.url,
      RESPONSES: 'http',
      PORT: '0',
      HOST: '127.0.0.1',
      UPSTREAM_TIMEOUT: '300ms',
      ...environment,
    }),
  )
  return {
    url: service.url,
    stub,
    ask: async ({ method = 'GET', path = '/', headers = credentials, body } = {}) => {
      stub.received = []
      const answer = await exchange(service.url, bytesOf({ method, path, headers, body }), method)
      for (const secret of [token, cookie])
        expect(JSON.stringify(answer.headers) + answer.body.toString()).not.toContain(secret)
      return answer
    },
    close: async () => {
      await service.close()
      await stub.close()
    },
  }
}
