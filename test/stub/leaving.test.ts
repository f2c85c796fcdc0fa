import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { session, startService, styles } from '../support/service.ts'

const get = (cookie = ''): string => `GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\n\r\n`

describe.each(styles)('a client that leaves, in style %s,', (style) => {
  const minute = { RESPONSES: style, UPSTREAM_TIMEOUT: '2m' }

  test.each(['destroy', 'resetAndDestroy', 'end'] as const)(
    'ends its call to Ory, whether it goes by %s',
    async (way) => {
      const service = await startService(minute)
      service.stub.answer = { hang: true }
      const clients = Array.from({ length: 100 }, () => service.connect())
      for (const client of clients) client.send(get())
      await eventually('all are being asked for', () => service.stub.open().unanswered === 100)
      for (const { socket } of clients) socket[way]()
      await eventually('Ory has nothing to do any more', () => service.stub.open().unanswered === 0)
      expect(await service.figure('http_server_request_duration_seconds_count{outcome="client_left"}')).toBe(100)
      service.stub.answer = session()
      const next = service.connect()
      next.send(get())
      expect((await next.responses(1))[0]?.status).toBe(200)
    },
  )

  test('does not end a call that others wait for, too, and the last one does', async () => {
    const service = await startService({ ...minute, SESSION_CACHE: '1MB' })
    service.stub.answer = { hang: true }
    const [first, second, third] = [service.connect(), service.connect(), service.connect()]
    first.send(get('a'))
    await eventually('the first is being asked for', () => service.stub.open().unanswered === 1)
    for (const client of [second, third]) client.send(get('a'))
    await eventually('all wait', async () => (await service.figure('http_server_active_requests')) === 3)
    first.socket.destroy()
    third.socket.destroy()
    await eventually(
      'they have left',
      async () => (await service.figure('http_server_request_duration_seconds_count{outcome="client_left"}')) === 2,
    )
    expect(service.stub.open().unanswered).toBe(1)
    expect(service.stub.received).toHaveLength(1)
    second.socket.destroy()
    await eventually('Ory has nothing to do any more', () => service.stub.open().unanswered === 0)
  })

  test('whoever asks after the last one has left is asked for anew', async () => {
    const service = await startService({ ...minute, SESSION_CACHE: '1MB' })
    service.stub.answer = { hang: true }
    const first = service.connect()
    first.send(get('a'))
    await eventually('it is being asked for', () => service.stub.received.length === 1)
    service.stub.answer = session({ id: 'again' })
    first.socket.resetAndDestroy()
    const second = service.connect()
    await eventually('Ory has nothing to do any more', () => service.stub.open().unanswered === 0)
    second.send(get('a'))
    expect((await second.responses(1))[0]).toMatchObject({ status: 200 })
  })

  test('and one that only closes its side behind its requests, as nc -N does, gets its answers', async () => {
    const service = await startService(minute)
    for (const count of [1, 3]) {
      // It has a second for them, which may be too little on a busy machine.
      const [answers, how] = await eventually('all of them are answered', async () => {
        const asked = service.stub.received.length
        const release = service.stub.hold()
        const client = service.connect()
        client.send(get().repeat(count))
        client.socket.end()
        await eventually('the first is asked for', () => service.stub.received.length > asked)
        release()
        const answers = await client.responses(count)
        return answers.length === count && ([answers, await client.closed()] as const)
      })
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 200))
      expect(how).toBe('end')
    }
  })

  test('while it waits for its turn leaves the queue', async () => {
    const service = await startService({ ...minute, UPSTREAM_CONNECTIONS: '1' })
    service.stub.answer = { hang: true }
    const [first, second] = [service.connect(), service.connect()]
    first.send(get())
    await eventually('one is being asked for', () => service.stub.open().unanswered === 1)
    second.send(get())
    const queued = async (): Promise<number> => service.figure('ory_session_echo_waiting_calls')
    await eventually('the other waits', async () => (await queued()) === 1)
    second.socket.destroy()
    await eventually('nobody waits', async () => (await queued()) === 0)
    expect(service.stub.received).toHaveLength(1)
  })
})
