import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { connectTo } from '../support/raw-client.ts'
import { session, startService, styles } from '../support/service.ts'

const get = 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n'

describe.each(styles)('what is no request is refused with a status, and the connection ends, in style %s:', (style) => {
  test.each<[string, string, number]>([
    ['a method that Node does not know', 'FOO / HTTP/1.1\r\nHost: a\r\n\r\n', 501],
    ['a method in lower case', 'get / HTTP/1.1\r\nHost: a\r\n\r\n', 501],
    ['CONNECT', 'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n', 501],
    ['raw bytes in a target', 'GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['no request at all', 'nonsense\r\n\r\n', 400],
    ['the first bytes of TLS', '\x16\x03\x01\x02\x00\x01', 400],
    ['HTTP/1.2', 'GET / HTTP/1.2\r\nHost: a\r\n\r\n', 400],
    ['HTTP/2.0 in a request line', 'GET / HTTP/2.0\r\nHost: a\r\n\r\n', 505],
    ['two lengths', 'POST /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length beside chunks',
      'POST /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'a length that is no int64',
      'POST /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 9223372036854775808\r\n\r\n',
      400,
    ],
    ['a Host with a slash', 'GET /sessions/whoami HTTP/1.1\r\nHost: a/b\r\n\r\n', 400],
    [
      'an expectation that nobody can meet',
      'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\n\r\n',
      417,
    ],
    [
      'a head of more than a megabyte',
      `GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(1 << 20)}\r\n\r\n`,
      431,
    ],
  ])('%s', async (_, bytes, status) => {
    const { connect, stub } = await startService({ RESPONSES: style })
    const client = connect()
    client.send(bytes)
    const [response] = await client.responses(1)
    expect([response?.status, response?.headers['connection']]).toEqual([status, 'close'])
    await client.closed()
    expect(stub.received).toEqual([])
  })

  test('what came before it is answered first, however slow Ory is', async () => {
    const { connect, stub } = await startService({ RESPONSES: style })
    stub.answer = session({ id: 'first' })
    for (const [bytes, status] of [
      ['nonsense\r\n\r\n', 400],
      ['FOO / HTTP/1.1\r\n\r\n', 501],
      ['CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 501],
      ['GET /\xff HTTP/1.1\r\n\r\n', 400],
    ] as const) {
      const asked = stub.received.length
      const release = stub.hold()
      const client = connect()
      client.send(get + bytes)
      await eventually('Ory is asked', () => stub.received.length > asked)
      expect(client.text()).toBe('')
      release()
      const [first, second] = await client.responses(2)
      expect([first?.status, first?.body, second?.status]).toEqual([200, expect.stringContaining('first'), status])
      await client.closed()
    }
  })

  test('what stands behind it in the same packet is asked for by nobody', async () => {
    const { connect, stub } = await startService({ RESPONSES: style })
    const behind = 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: behind\r\n\r\n'
    for (const refused of [
      'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
      'GET / HTTP/2.0\r\nHost: a\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n',
      'FOO / HTTP/1.1\r\n\r\n',
    ]) {
      for (const before of ['', get]) {
        const client = connect()
        client.send(before + refused + behind)
        await client.closed()
      }
    }
    expect(stub.received.filter(({ headers }) => headers['cookie']?.[0] === 'behind')).toEqual([])
  })

  test.each<[string, string]>([
    [
      'a chunk size',
      'POST /auth/required HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n' +
        'FOO / HTTP/1.1\r\nHost: a\r\nCookie: b\r\n\r\n',
    ],
    [
      'a line of a trailer',
      'POST /auth/required HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n' +
        '0\r\nFOO / HTTP/1.1\r\nCookie: b\r\n\r\n',
    ],
    ['a header line', 'GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nFOO / HTTP/1.1\r\nCookie: b\r\n\r\n'],
    [
      'a body',
      'POST /auth/required HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n' +
        'FOO / HTTP/1.1\r\nHost: a\r\nCookie: b\r\n\r\n\r\n',
    ],
  ])('%s that reads as a request is executed by nobody', async (_, bytes) => {
    const { connect, stub } = await startService({ RESPONSES: style })
    const client = connect()
    client.send(bytes)
    await client.responses(1)
    client.socket.end()
    await client.closed()
    expect(stub.received.filter(({ headers }) => headers['cookie']?.[0] === 'b')).toEqual([])
    expect(client.text().match(/HTTP\/1\.1 \d/g)).toHaveLength(1)
  })

  test('3,000 of them in one packet, or one by one, cost one answer, and others are served', async () => {
    const { connect } = await startService({ RESPONSES: style })
    const many = connect()
    many.send('A / HTTP/1.1\r\nHost:\r\n\r\n'.repeat(3000))
    expect(await many.closed()).not.toBe('')
    expect(many.text().match(/HTTP\/1\.1 /g)).toHaveLength(1)
    const slowly = connect()
    for (let sent = 0; sent < 2100; sent++) slowly.send('A / HTTP/1.1\r\nHost:\r\n\r\n')
    await slowly.closed()
    expect(slowly.text().match(/HTTP\/1\.1 /g)).toHaveLength(1)
    const other = connect()
    other.send(get)
    expect((await other.responses(1))[0]?.status).toBe(200)
  })

  test('a client that resets behind CONNECT, a refusal or a request ends nothing, on either port', async () => {
    const service = await startService({ RESPONSES: style })
    for (const url of [service.url, service.adminUrl ?? '']) {
      for (const bytes of [
        'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
        'FOO / HTTP/1.1\r\n\r\n',
        get,
        'GET / HT',
        '\r\n',
      ]) {
        for (let times = 0; times < 5; times++) {
          const { socket } = connectTo(url)
          await new Promise((resolve) => socket.once('connect', resolve))
          socket.write(bytes)
          // The reset comes before, while and after it is read.
          await new Promise((resolve) => setTimeout(resolve, times))
          socket.resetAndDestroy()
        }
      }
      expect((await fetch(`${url}${url === service.url ? '/sessions/whoami' : '/health/alive'}`)).status).toBe(200)
    }
  })
})
