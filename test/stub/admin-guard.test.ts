import { createServer, type Server } from 'node:http'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import Koa from 'koa'
import { adminGuard, type AdminGuardOptions } from '../../src/service/admin-guard.ts'
import { ConfigError, readConfig } from '../../src/service/config.ts'
import { exchange } from '../support/exchange.ts'
import { listenOnFreePort } from '../support/free-port.ts'

interface Admin {
  url: string
  server: Server
}

async function start(options: AdminGuardOptions, interfaces: string): Promise<Admin> {
  const app = new Koa()
  app.use(adminGuard(options))
  app.use((ctx) => {
    ctx.body = 'told'
  })
  const handle = app.callback()
  const server = createServer({ requireHostHeader: false }, (request, response) => void handle(request, response))
  return { server, url: `http://127.0.0.1:${await listenOnFreePort(server, interfaces)}` }
}

describe('the admin port', () => {
  let admin: Admin

  beforeAll(async () => {
    admin = await start({ host: 'box.internal', hosts: ['Admin.example.com', '*.ops.example.com', '192.0.2.7'] }, '::')
  })

  afterAll(() => {
    admin.server.close()
  })

  const ask = async (
    lines: readonly string[],
    { path = '/debug', method = 'GET', version = '1.1' } = {},
  ): Promise<number> =>
    (
      await exchange(
        admin.url,
        [`${method} ${path} HTTP/${version}`, ...lines, 'Connection: close', '\r\n'].join('\r\n'),
      )
    ).status

  test.each([
    'localhost',
    'localhost:3001',
    'LOCALHOST',
    'admin.localhost',
    '127.0.0.1',
    '127.0.0.1:3001',
    '127.1.2.3',
    '[::1]',
    '[::1]:3001',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    'box.internal',
    'BOX.internal:80',
    'admin.example.com',
    'ADMIN.EXAMPLE.COM:8443',
    'a.ops.example.com',
    '192.0.2.7',
  ])('answers to Host %s', async (host) => {
    expect(await ask([`Host: ${host}`])).toBe(200)
  })

  test.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '127.1',
    '0177.0.0.1',
    'localhost.',
    '.localhost',
    'localhost@evil.example',
    'evil.example@localhost',
    'localhost:3001@evil.example',
    'localhost,evil.example',
    'localhost evil.example',
    'localhost/',
    'localhost#',
    'localhost:',
    'localhost:abc',
    '',
    '10.0.0.1',
    '192.0.2.8',
    '[::2]',
    '[::1',
    '[::1%25lo]',
    '[localhost]',
    '::1',
    'ops.example.com',
    'a.b.ops.example.com',
    '*.ops.example.com',
    'example.com',
    'x-admin.example.com',
    'admin.example.com.',
  ])('refuses Host %s with 421, and says what to set', async (host) => {
    const { status, body } = await exchange(
      admin.url,
      `GET /debug HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    )
    expect([status, body.toString()]).toEqual([421, expect.stringContaining('ADMIN_HOSTS')])
  })

  test('refuses two Hosts, in either order, and none', async () => {
    expect(await ask(['Host: localhost', 'Host: evil.example'])).toBe(421)
    expect(await ask(['Host: evil.example', 'Host: localhost'])).toBe(421)
    expect(await ask([], { version: '1.0' })).toBe(421)
  })

  test.each(['/health/alive', '/health/ready?a=b', '/metrics/prometheus'])(
    '%s answers to any address and without a Host, as probes ask, and to no other name',
    async (path) => {
      for (const host of ['10.0.0.1:3001', '[2001:db8::1]', 'localhost', 'admin.example.com'])
        expect(await ask([`Host: ${host}`], { path })).toBe(200)
      expect(await ask([], { path, version: '1.0' })).toBe(200)
      for (const host of ['evil.example', '0x7f.1', '10.0.0.1.evil.example', '10.0.0.1@evil.example', ''])
        expect(await ask([`Host: ${host}`], { path })).toBe(421)
      expect(await ask(['Host: 10.0.0.1', 'Host: evil.example'], { path })).toBe(421)
    },
  )

  test('what begins like them does not count among them', async () => {
    for (const path of ['/healthy', '/debug?/health/', '/debug#/health/alive', 'http://10.0.0.1/health/alive'])
      expect(await ask(['Host: 10.0.0.1'], { path })).not.toBe(200)
  })

  const own = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  const testHere = own === undefined ? test.skip : test
  testHere('answers to the address at which a connection came in, and to no other of the machine', async () => {
    const request = `GET / HTTP/1.1\r\nHost: ${own ?? ''}:3001\r\nConnection: close\r\n\r\n`
    expect((await exchange(admin.url.replace('127.0.0.1', own ?? ''), request)).status).toBe(200)
    expect((await exchange(admin.url, request)).status).toBe(421)
  })

  test('refuses names and origins that are longer than any', async () => {
    for (const host of ['a'.repeat(400), `${'a.'.repeat(5000)}localhost`])
      expect(await ask([`Host: ${host}`])).toBe(421)
    expect(
      await ask(['Host: localhost', `Origin: http://${'a'.repeat(5000)}`, 'Content-Length: 0'], { method: 'POST' }),
    ).toBe(403)
  })

  test.each([
    ['localhost:3001', 'http://localhost:3001'],
    ['localhost:3001', 'HTTP://LOCALHOST:3001'],
    ['localhost', 'http://localhost'],
    ['localhost:80', 'http://localhost'],
    ['[::1]:3001', 'http://[::1]:3001'],
    ['admin.example.com', 'https://admin.example.com'],
    ['admin.example.com:443', 'https://admin.example.com'],
    ['127.0.0.1:3001', 'http://127.0.0.1:3001'],
  ])('takes a form at %s from a page of %s', async (host, origin) => {
    expect(await ask([`Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 0'], { method: 'POST' })).toBe(200)
  })

  test.each([
    ['localhost:3001', 'https://evil.example'],
    ['localhost:3001', 'null'],
    ['localhost:3001', ''],
    ['localhost:3001', 'http://localhost:3000'],
    ['localhost:3001', 'http://localhost'],
    ['localhost:3001', 'http://127.0.0.1:3001'],
    ['localhost:3001', 'http://localhost.evil.example:3001'],
    ['localhost:3001', 'http://localhost:3001@evil.example'],
    ['localhost:3001', 'http://localhost:3001/'],
    ['localhost:3001', 'file://localhost:3001'],
    ['localhost', 'https://localhost:80'],
    ['localhost:3001', 'http://localhost:3001 http://evil.example'],
  ])('refuses a form at %s from a page of %s, whatever the method', async (host, origin) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect(await ask([`Host: ${host}`, `Origin: ${origin}`, 'Content-Length: 0'], { method })).toBe(403)
    expect(await ask([`Host: ${host}`, `Origin: ${origin}`])).toBe(200)
  })

  test('takes a form without an Origin, as curl sends it', async () => {
    expect(await ask(['Host: localhost', 'Content-Length: 0'], { method: 'POST' })).toBe(200)
  })

  test('refuses a long target before anything reads it', async () => {
    expect(await ask(['Host: localhost'], { path: `http://a/${'a@'.repeat(5000)}` })).toBe(414)
  })
})

test.each(['::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])(
  'an ADMIN_HOST of %s is known however it is written',
  async (host) => {
    const admin = await start({ host, hosts: [] }, '127.0.0.1')
    try {
      for (const given of ['[::1]', '[0:0::1]', '127.0.0.1'])
        expect(
          (await exchange(admin.url, `GET / HTTP/1.1\r\nHost: ${given}\r\nConnection: close\r\n\r\n`)).status,
        ).toBe(200)
    } finally {
      admin.server.close()
    }
  },
)

test('ADMIN_HOSTS is a list of names; what is none is named', () => {
  expect(
    readConfig({ ORY_SDK_URL: 'http://localhost', ADMIN_HOSTS: 'admin.example.com, *.ops.example.com' }).adminHosts,
  ).toEqual(['admin.example.com', '*.ops.example.com'])
  for (const item of ['*', '*.', 'a:3001', 'http://a', 'a/b', 'a.*.example.com', '*.*.example.com', 'a@b', '[::1]']) {
    expect(() => readConfig({ ORY_SDK_URL: 'http://localhost', ADMIN_HOSTS: item })).toThrow(ConfigError)
  }
})
