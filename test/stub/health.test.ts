import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startExplain, type Ended } from '../support/explain-process.ts'
import { freePort, listenOnFreePort } from '../support/free-port.ts'
import { startProcess } from '../support/service-process.ts'

const nobody = 'http://127.0.0.1:9'
const toClose: (() => unknown)[] = []

afterEach(async () => {
  for (const close of toClose.splice(0)) await close()
})

const health = (env: Record<string, string>): Promise<Ended> =>
  startExplain(env, ['--health'], [process.execPath, 'src/start.js']).ended

const alive = (line: string): Ended => ({ code: 0, stdout: `${line}\n`, stderr: '' })
const notAlive = (line: string): Ended => ({ code: 1, stdout: '', stderr: `${line}\n` })

/** A STUB of another program on the admin port: it answers `bytes`, or nothing. */
async function startOther(bytes?: string): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    if (bytes !== undefined) socket.end(bytes)
  })
  toClose.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return String(await listenOnFreePort(server))
}

async function startService(environment: Record<string, string>): Promise<string> {
  const port = String(await freePort())
  const service = await startProcess({ ORY_SDK_URL: nobody, ADMIN_PORT: port, ...environment })
  toClose.push(() => service.stop('SIGKILL'))
  return port
}

test.each([
  ['its default', '', '127.0.0.1'],
  ['all interfaces', '0.0.0.0', '127.0.0.1'],
  ['all interfaces, IPv6', '::', '[::1]'],
  ['IPv6', '::1', '[::1]'],
  ['a name', 'localhost', 'localhost'],
])('--health finds the admin port on %s, and says alive though Ory is not ready', async (_, host, asked) => {
  const port = await startService({ ADMIN_HOST: host })
  const line = `health: alive; http://${asked}:${port}/health/alive answered`
  expect(await health({ ADMIN_PORT: port, ADMIN_HOST: host })).toEqual(alive(line))
})

test('--health covers a service with several processes', async () => {
  const port = await startService({ WORKERS: '2' })
  expect(await health({ ADMIN_PORT: port })).toMatchObject({ code: 0 })
})

test('--health says that nothing listens, and needs no other variable', async () => {
  const port = String(await freePort())
  const line = `health: not alive; GET http://127.0.0.1:${port}/health/alive: nothing listens; is the service running?`
  expect(await health({ ADMIN_PORT: port })).toEqual(notAlive(line))
})

test('--health ends in time where the name in ADMIN_HOST is not answered for', async () => {
  // A STUB of a name server that never answers: the lookup goes on, and keeps the process.
  const hanging = 'import dns from "node:dns"; dns.lookup = () => setInterval(() => undefined, 1000)'
  const program = [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(hanging)}`, 'src/start.js']
  const { code, stderr } = await startExplain({ ADMIN_HOST: 'admin.test' }, ['--health'], program).ended
  expect([code, stderr]).toEqual([1, expect.stringContaining('no answer within 2 seconds\n')])
})

test('--health gives up on a process that hangs, and finds it again when it goes on', async () => {
  const port = String(await freePort())
  const service = await startProcess({ ORY_SDK_URL: nobody, ADMIN_PORT: port })
  toClose.push(() => service.stop('SIGKILL'))
  process.kill(service.pid, 'SIGSTOP')
  const line = `health: not alive; GET http://127.0.0.1:${port}/health/alive: no answer within 2 seconds`
  expect(await health({ ADMIN_PORT: port })).toEqual(notAlive(line))
  process.kill(service.pid, 'SIGCONT')
  await eventually('it is alive again', async () => (await health({ ADMIN_PORT: port })).code === 0)
})

test.each([
  ['another status', 'HTTP/1.1 404 Not Found\r\n\r\n', 'answered 404, expected 200; does another program listen?'],
  [
    'a change of protocol',
    'HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
    'answered 101, expected 200; does another program listen?',
  ],
  ['something else than HTTP', 'SSH-2.0-x\r\n', 'HPE_INVALID_CONSTANT'],
  ['nothing', '', 'ECONNRESET'],
])('--health takes a program that answers %s for no service', async (_, bytes, reason) => {
  const port = await startOther(bytes)
  const line = `health: not alive; GET http://127.0.0.1:${port}/health/alive: ${reason}`
  expect(await health({ ADMIN_PORT: port })).toEqual(notAlive(line))
})

test.each([
  [{ ADMIN_PORT: '0' }, 'ADMIN_PORT is 0, so any port may be it; set ADMIN_PORT to a number'],
  [{ PORT: '0' }, 'ADMIN_PORT is 0, so any port may be it; set ADMIN_PORT to a number'],
  [{ ADMIN_PORT: 'abc' }, 'ADMIN_PORT is no port number from 0 to 65535'],
  [{ ADMIN_PORT: '65536' }, 'ADMIN_PORT is no port number from 0 to 65535'],
])('--health says with %j that it can not know', async (env, reason) => {
  expect(await health(env)).toEqual(notAlive(`health: not known; ${reason}`))
})

test('--health does not go beside another argument', async () => {
  const { code, stderr } = await startExplain({}, ['--health', '--check'], [process.execPath, 'src/start.js']).ended
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--health') })
})
