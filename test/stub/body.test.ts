import { once } from 'node:events'
import type { Socket } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startService, styles } from '../support/service.ts'

/** Sends up to `most` megabytes for as long as the other side takes them; resolves to how many were sent. */
async function flood(socket: Socket, most: number): Promise<number> {
  const megabyte = Buffer.alloc(1 << 20, 'x')
  for (let sent = 0; sent < most; sent++) {
    if (socket.destroyed || !socket.writable) return sent
    if (!socket.write(megabyte))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined)
  }
  return most
}

describe.each(styles)('a body that nobody asked for, in style %s,', (style) => {
  test.each(['GET', 'HEAD', 'DELETE', 'POST', 'PURGE'])(
    'does no harm to %s, and the connection serves the next request',
    async (method) => {
      const { connect } = await startService({ RESPONSES: style })
      const client = connect()
      client.send(`${method} /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello`)
      expect((await client.responses(1, () => method))[0]).toMatchObject({ status: 200 })
      client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
      expect((await client.responses(1))[0]).toMatchObject({ status: 200 })
    },
  )

  test('below 256 kB is read to its end, and the connection goes on', async () => {
    const { connect } = await startService({ RESPONSES: style })
    const client = connect()
    const size = (256 << 10) - 1
    client.send(`POST /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: ${size}\r\n\r\n${'x'.repeat(size)}`)
    client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
    expect(
      (await client.responses(2)).map(({ status, headers }) => [status, headers['connection'] === 'close']),
    ).toEqual([
      [200, false],
      [200, false],
    ])
  })

  test.each([
    ['declared', (size: number) => `Content-Length: ${size}\r\n\r\n`],
    ['in chunks', (size: number) => `Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n`],
  ])('of 256 kB or more, %s, ends the connection, and no more of it is read', async (_, head) => {
    const { connect, stub } = await startService({ RESPONSES: style })
    const release = stub.hold()
    const client = connect()
    client.send(`POST /auth/required HTTP/1.1\r\nHost: a\r\n${head(100e9)}`)
    const sent = flood(client.socket, 200)
    await eventually(
      'the flood stands still, and Ory is asked',
      () => stub.received.length === 1 && client.socket.writableLength > 0,
    )
    release()
    const [response] = await client.responses(1)
    expect([response?.status, response?.headers['connection']]).toEqual([200, 'close'])
    await client.closed()
    client.socket.destroy()
    expect(await sent).toBeLessThan(100) // what the systems on both sides hold for a connection
  })

  test('with a method that Node does not know is not read at all', async () => {
    const { connect } = await startService({ RESPONSES: style })
    const client = connect()
    client.send('FOO / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000000\r\n\r\n')
    const sent = flood(client.socket, 200)
    expect((await client.responses(1))[0]?.status).toBe(501)
    await client.closed()
    client.socket.destroy()
    expect(await sent).toBeLessThan(100)
  })

  test('that never ends is answered, and cut off', async () => {
    const { connect } = await startService({ RESPONSES: style })
    const client = connect()
    client.send('POST /auth/required HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n')
    expect((await client.responses(1))[0]?.status).toBe(200)
    const trickle = setInterval(() => {
      client.send('1\r\nx\r\n')
    }, 20)
    client.socket.once('close', () => {
      clearInterval(trickle)
    })
    expect(await client.closed()).toMatch(/^(?:end|ECONNRESET|EPIPE)$/)
  })

  test('is not asked for: nobody gets 100 Continue, and the answer ends a connection with a body', async () => {
    const { connect } = await startService({ RESPONSES: style })
    for (const expectation of ['100-continue', '100-Continue', 'x, 100-continue', '100-continue,']) {
      for (const [method, length] of [
        ['POST', 5],
        ['HEAD', 0],
        ['GET', 0],
        ['PUT', 300_000],
      ] as const) {
        const client = connect()
        client.send(
          `${method} /auth/required HTTP/1.1\r\nHost: a\r\nExpect: ${expectation}\r\nContent-Length: ${length}\r\n\r\n`,
        )
        const [response] = await client.responses(1, () => method)
        expect([method, response?.status, response?.headers['connection'] === 'close']).toEqual([
          method,
          200,
          length > 0,
        ])
        if (length > 0) await client.closed()
        else client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
        if (length === 0) expect((await client.responses(1))[0]?.status).toBe(200)
        expect(client.text()).not.toContain('100 Continue')
      }
    }
  })

  test('an expectation that is empty counts as none', async () => {
    const { connect } = await startService({ RESPONSES: style })
    const client = connect()
    client.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nExpect:\r\n\r\n')
    expect((await client.responses(1))[0]?.status).toBe(200)
  })
})
