import { afterEach, expect } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { exchange, requestBytes, type RawRequest } from './exchange.ts'
import { connectTo, type RawClient } from './raw-client.ts'
import type { RawResponse } from './response.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from './stub-ory.ts'

/** The service in this process, in front of a STUB of Ory. */
export interface StubbedService extends RunningServer {
  stub: StubUpstream
  /** Opens a connection to the public port, or to another URL. */
  connect: (url?: string) => RawClient
  /**
   * Has the stub forget what it received, and sends a request, with credentials unless it has headers. None of these
   * may be in the answer.
   */
  ask: (request?: Partial<RawRequest>) => Promise<RawResponse>
  /** Asks the admin port. */
  admin: (path: string, init?: RequestInit) => Promise<{ status: number; type: string | null; text: string }>
  /** The sum of the figures of `/metrics/prometheus` that a selector finds, such as `name{label="value"}`. */
  figure: (selector: string) => Promise<number>
}

/** pathIn is where a service with this environment echoes sessions: in style `go` everywhere. */
export function pathIn({ RESPONSES }: Record<string, string>): string {
  return RESPONSES === 'http' ? '/sessions/whoami' : '/'
}

/** Both ways to answer. */
export const styles = ['go', 'http'] as const

// Connections end before services, and services before stubs.
const running: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of running.splice(0)) await end()
})

/** session is the stub's answer with a session. */
export function session(fields: object = {}, headers: Record<string, string> = {}): StubAnswer {
  return {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ id: 'x', active: true, ...fields }),
  }
}

const [token, cookie] = ['ory_st_secret', 'ory_kratos_session=secret'] as const
const credentials: [string, string][] = [
  ['Authorization', `Bearer ${token}`],
  ['Cookie', cookie],
]

/** startStub starts a stub of Ory that answers with a session, until the test is over. */
export async function startStub(): Promise<StubUpstream> {
  const stub = await startStubUpstream()
  stub.answer = session()
  running.push(stub.close)
  return stub
}

/**
 * startService starts both on free ports of loopback until the test is over. The stub answers with a session, and has
 * two minutes for it unless `environment` says otherwise: on a busy machine it may need some.
 */
export async function startService(environment: Record<string, string> = {}): Promise<StubbedService> {
  const stub = await startStub()
  const service = await startServer(
    readConfig({
      ORY_SDK_URL: stub.url,
      PORT: '0',
      HOST: '127.0.0.1',
      SHUTDOWN_GRACE: '0',
      UPSTREAM_TIMEOUT: '2m',
      ...environment,
    }),
  )
  running.unshift(service.close)
  const admin: StubbedService['admin'] = async (path, init) => {
    const response = await fetch(`${service.adminUrl ?? ''}${path}`, init)
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
  }
  return {
    ...service,
    stub,
    admin,
    connect: (url = service.url) => {
      const client = connectTo(url)
      running.unshift(() => {
        client.socket.destroy()
      })
      return client
    },
    ask: async ({ method = 'GET', path = pathIn(environment), headers = credentials, ...rest } = {}) => {
      stub.received = []
      const answer = await exchange(service.url, requestBytes({ method, path, headers, ...rest }), method)
      const text = JSON.stringify(answer.headers) + answer.body.toString()
      for (const secret of [token, cookie]) expect(text).not.toContain(secret)
      return answer
    },
    figure: async (selector) => figureIn((await admin('/metrics/prometheus')).text, selector),
  }
}

/** figureIn sums the figures in what Prometheus reads that have a selector's name and labels; 0 where none has. */
export function figureIn(text: string, selector: string): number {
  const [name = '', ...labels] = selector.split(/[{,}]/).filter(Boolean)
  return text
    .split('\n')
    .filter((line) => /^\w+/.exec(line)?.[0] === name && labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
