import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { connectTo, type RawClient } from '../support/raw-client.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { session, styles } from '../support/service.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

const get = 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n'

describe.each(styles.flatMap((style) => ['1', '2'].map((workers) => [style, workers] as const)))(
  'SIGTERM, in style %s with WORKERS=%s,',
  (style, workers) => {
    let stub: StubUpstream
    let release: () => void
    let service: ServiceProcess
    let clients: RawClient[]

    beforeEach(async () => {
      clients = []
      stub = await startStubUpstream()
      stub.answer = session()
    })

    afterEach(async () => {
      for (const { socket } of clients) socket.destroy()
      service.kill()
      await stub.close()
    })

    const start = async (environment: Record<string, string> = {}): Promise<void> => {
      service = await startProcess({
        ORY_SDK_URL: stub.url,
        RESPONSES: style,
        WORKERS: workers,
        SHUTDOWN_GRACE: '5m',
        ...environment,
      })
    }
    const connect = (): RawClient => {
      const client = connectTo(service.url)
      clients.push(client)
      return client
    }
    const readiness = async (): Promise<number> => (await fetch(`${service.adminUrl}/health/ready`)).status

    /** A request to which Ory is slow: it answers when `release` is called. */
    const slowRequest = async (): Promise<RawClient> => {
      release = stub.hold()
      const asked = stub.received.length
      const client = connect()
      client.send(get)
      await eventually('it is being asked for', () => stub.received.length > asked)
      return client
    }

    test('finishes what is in flight and exits 0; silent, half-open and idle connections do not delay it', async () => {
      await start()
      const [silent, half, idle, closing] = [connect(), connect(), connect(), connect()]
      half.send('GET /sessions/whoami HTTP/1.1\r\nHost')
      idle.send(get)
      await idle.responses(1)
      closing.socket.end()
      const slow = await slowRequest()
      void service.stop('SIGTERM')
      await Promise.all([silent, half, idle].map((client) => client.closed()))
      expect(await readiness()).toBe(503)
      await eventually('no more connections are taken', async () => (await connect().closed()) === 'ECONNREFUSED')
      release()
      expect((await slow.responses(1))[0]).toMatchObject({ status: 200, headers: { connection: 'close' } })
      expect(await service.exited).toBe(0)
    })

    test('is seen for SHUTDOWN_DELAY: 503 on readiness, and Connection: close on every answer', async () => {
      await start({ SHUTDOWN_DELAY: '10m' })
      const kept = connect()
      kept.send(get)
      expect((await kept.responses(1))[0]?.headers['connection']).not.toBe('close')
      void service.stop('SIGTERM')
      await eventually('it is not ready', async () => (await readiness()) === 503)
      kept.send(get)
      expect((await kept.responses(1))[0]).toMatchObject({ status: 200, headers: { connection: 'close' } })
      const late = connect()
      late.send(get)
      expect((await late.responses(1))[0]).toMatchObject({ status: 200, headers: { connection: 'close' } })
    })

    test('exits 0 once SHUTDOWN_DELAY is over', async () => {
      await start({ SHUTDOWN_DELAY: '200ms' })
      expect(await service.stop('SIGTERM')).toBe(0)
    })

    test('cuts off what is not finished within SHUTDOWN_GRACE, and exits 0', async () => {
      await start({ SHUTDOWN_GRACE: '200ms' })
      const slow = await slowRequest()
      expect(await service.stop('SIGTERM')).toBe(0)
      await slow.closed()
      expect(slow.text()).toBe('')
    })

    test('with a client that keeps asking ends all the same', async () => {
      await start()
      const client = connect()
      const asking = setInterval(() => {
        if (client.socket.writable) client.send(get)
      }, 1)
      client.socket.once('close', () => {
        clearInterval(asking)
      })
      await client.responses(1)
      expect(await service.stop('SIGTERM')).toBe(0)
    })

    test('a second time ends it at once', async () => {
      await start({ SHUTDOWN_DELAY: '10m', SHUTDOWN_GRACE: '10m' })
      await slowRequest()
      const pids = service.workers()
      expect(pids).toHaveLength(workers === '1' ? 0 : 2)
      void service.stop('SIGTERM')
      await eventually('it is not ready', async () => (await readiness()) === 503)
      expect(await service.stop('SIGTERM')).toBe(143)
      await eventually('no process is left', () => pids.every((pid) => !isRunning(pid)))
    })
  },
)

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('an error that nothing handles', () => {
  const script = "process.on('SIGUSR2',()=>{throw new Error('unforeseen')})"
  const crash = `--import=data:text/javascript,${encodeURIComponent(script)}`

  test('is logged and ends the process with 1', async () => {
    const stub = await startStubUpstream()
    const service = await startProcess({ ORY_SDK_URL: stub.url, NODE_OPTIONS: crash })
    expect(await service.stop('SIGUSR2')).toBe(1)
    expect(service.lines().at(-1)).toMatchObject({
      level: 'fatal',
      type: 'Error',
      stack: expect.stringContaining('unforeseen'),
    })
    await stub.close()
  })

  test('ends one worker, which is replaced', async () => {
    const stub = await startStubUpstream()
    stub.answer = session()
    const service = await startProcess({ ORY_SDK_URL: stub.url, NODE_OPTIONS: crash, WORKERS: '2' })
    const [first = 0] = service.workers()
    process.kill(first, 'SIGUSR2')
    await eventually('there are two others', () => service.workers().filter((pid) => pid !== first).length === 2)
    await eventually('it is answered', async () => (await fetch(service.url).catch(() => undefined))?.status === 200)
    await eventually('it is logged', () => service.lines().some(({ level }) => level === 'fatal'))
    expect(await service.stop()).toBe(0)
    await stub.close()
  })
})

test('npm start passes SIGTERM on, and ends with what it started', async () => {
  const stub = await startStubUpstream()
  stub.answer = session()
  const npm = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, ORY_SDK_URL: stub.url, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  npm.stdout.on('data', (chunk) => (output += String(chunk)))
  const url = await eventually('it listens', () => /"url":"([^"]+)"/.exec(output)?.[1])
  expect((await fetch(url)).status).toBe(200)
  const exited = once(npm, 'exit')
  npm.kill('SIGTERM')
  await exited
  await eventually('nobody listens', () =>
    fetch(url).then(
      () => false,
      () => true,
    ),
  )
  await stub.close()
})
