import { afterEach } from '@jest/globals'
import { readConfig } from '../../src/service/config.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from './stub-ory.ts'
import { connectTo, type RawClient } from './raw-client.ts'

/** The service in this process, in front of a STUB of Ory. */
export interface StubbedService extends RunningServer {
  stub: StubUpstream
  /** Opens a connection to the public port, or to another URL. */
  connect: (url?: string) => RawClient
  /** A figure of `/metrics/prometheus`; 0 where there is none of that name. */
  figure: (name: string) => Promise<number>
}

const running: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of running.splice(0)) await end()
})

/** session is the stub's answer with a session, whose id is `id`. */
export function session(id = 'x', headers: Record<string, string> = {}): StubAnswer {
  return { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ id, active: true }) }
}

/** startService starts both on free ports of loopback until the test is over; the stub answers with a session. */
export async function startService(environment: Record<string, string> = {}): Promise<StubbedService> {
  const stub = await startStubUpstream()
  stub.answer = session()
  const service = await startServer(
    readConfig({ ORY_SDK_URL: stub.url, PORT: '0', HOST: '127.0.0.1', SHUTDOWN_GRACE: '0', ...environment }),
  )
  running.push(service.close, stub.close)
  return {
    ...service,
    stub,
    connect: (url = service.url) => {
      const client = connectTo(url)
      running.unshift(() => {
        client.socket.destroy()
      })
      return client
    },
    figure: async (name) => {
      const text = await (await fetch(`${service.adminUrl ?? ''}/metrics/prometheus`)).text()
      return Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
          ?.split(' ')
          .at(-1) ?? 0,
      )
    },
  }
}

/** Both ways to answer. */
export const styles = ['go', 'http'] as const
