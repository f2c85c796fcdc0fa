import { describe, expect, test } from '@jest/globals'
import { listen } from '../../src/service/listen.ts'
import { eventually } from '../support/eventually.ts'
import { connectTo, type RawClient } from '../support/raw-client.ts'
import { startProcess } from '../support/service-process.ts'
import { session, startService } from '../support/service.ts'
import { startStubUpstream } from '../support/stub-ory.ts'

const get = 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n'

/** Opens connections one after the other, each of which sends `bytes`. */
async function crowd(url: string, size: number, bytes = ''): Promise<RawClient[]> {
  const clients: RawClient[] = []
  for (let count = 0; count < size; count++) {
    const client = connectTo(url)
    await new Promise((resolve) => client.socket.once('connect', resolve).once('error', resolve))
    if (bytes !== '') client.send(bytes)
    clients.push(client)
  }
  return clients
}

describe('connections', () => {
  test('beyond MAX_CONNECTIONS the longest idle one is closed, and none with a request', async () => {
    const service = await startService({ MAX_CONNECTIONS: '4', UPSTREAM_TIMEOUT: '2m' })
    service.stub.answer = { hang: true }
    const busy = service.connect()
    busy.send(get)
    await eventually('it is being asked for', () => service.stub.received.length === 1)
    service.stub.answer = session()
    const idle = [service.connect(), service.connect(), service.connect()]
    for (const client of idle) {
      client.send(get)
      await client.responses(1)
    }
    idle[0]?.send(get) // so that it is the one that was idle last
    await idle[0]?.responses(1)
    const another = service.connect()
    another.send(get)
    expect((await another.responses(1))[0]?.status).toBe(200)
    await idle[1]?.closed()
    for (const client of [busy, idle[0], idle[2]]) expect(client?.socket.destroyed).toBe(false)
    idle[0]?.send(get)
    expect((await idle[0]?.responses(1))?.[0]?.status).toBe(200)
    expect(await service.figure('ory_session_echo_connections_evicted_total')).toBe(1)
  })

  test('where all are busy, one more is closed at once', async () => {
    const service = await startService({ MAX_CONNECTIONS: '2', UPSTREAM_TIMEOUT: '2m' })
    service.stub.answer = { hang: true }
    const busy = [service.connect(), service.connect()]
    for (const client of busy) client.send(get)
    await eventually('both are being asked for', () => service.stub.received.length === 2)
    await service.connect().closed()
    for (const { socket } of busy) expect(socket.destroyed).toBe(false)
  })

  test.each([
    ['say nothing', ''],
    ['say half a head', 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCook'],
    ['wait behind an answer', get],
  ])('200 that %s do not shut out others where 200 files may be open, on either port', async (_, bytes) => {
    const stub = await startStubUpstream()
    stub.answer = session()
    const service = await startProcess({ ORY_SDK_URL: stub.url }, 'ulimit -n 200')
    const all = [...(await crowd(service.url, 250, bytes)), ...(await crowd(service.adminUrl, 100, bytes))]
    for (const [url, path] of [
      [service.url, '/'],
      [service.adminUrl, '/health/ready'],
      [service.adminUrl, '/metrics/prometheus'],
    ] as const) {
      expect((await fetch(url + path)).status).toBe(200)
    }
    for (const { socket } of all) socket.destroy()
    expect(await service.stop()).toBe(0)
    await stub.close()
  })

  test('a head that does not come in ten seconds is answered with 408, and silence with nothing', async () => {
    const service = await startService()
    const seen = [service.url, service.adminUrl ?? ''].map(async (url) => {
      const [silent, slow, later] = [service.connect(url), service.connect(url), service.connect(url)]
      slow.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n')
      later.send(`${get}GET / HT`)
      const drip = setInterval(() => {
        slow.send('A: b\r\n')
      }, 200)
      slow.socket.once('close', () => {
        clearInterval(drip)
      })
      await Promise.all([silent, slow, later].map((client) => client.closed()))
      return [silent.text(), (await slow.responses(1))[0]?.status, (await later.responses(2))[1]?.status]
    })
    for (const each of await Promise.all(seen)) expect(each).toEqual(['', 408, 408])
  })

  test('an idle connection is kept for KEEP_ALIVE_TIMEOUT', async () => {
    const service = await startService({ KEEP_ALIVE_TIMEOUT: '1s' })
    const client = service.connect()
    client.send(get)
    await client.responses(1)
    expect(await client.closed()).toBe('end')
  })

  test('without it, an idle connection is kept for 65 minutes, longer than gateways keep theirs', async () => {
    const service = await startService({ RESPONSES: 'http' })
    const client = service.connect()
    client.send(get)
    expect((await client.responses(1))[0]?.headers).toMatchObject({ 'keep-alive': 'timeout=3900' })
  })

  test('a client that takes no answer does not keep its connection', async () => {
    const body = 'x'.repeat(10 << 20)
    const listening = await listen(
      ({ response }) => response.end(body),
      { port: 0, host: '127.0.0.1', variables: { port: '', host: '' } },
      {
        connections: 1,
        answerTime: 100,
        keepAliveTimeout: 60_000,
        readsBodies: false,
        refuses: () => undefined,
        rejectionHeaders: [],
        failed: () => undefined,
      },
    )
    const client = connectTo(listening.url)
    client.socket.pause()
    client.send(get)
    await eventually('it is busy', () => listening.connections().busy === 1)
    await eventually('it is closed', () => listening.connections().open === 0)
    client.socket.destroy()
    await listening.close(0)
  })
})
