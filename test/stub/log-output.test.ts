import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { figureIn } from '../support/service.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

let stub: StubUpstream
let service: ChildProcess
let ports: [number, number]
let directory: string

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }
  ports = [await freePort(), await freePort()]
  directory = mkdtempSync(join(tmpdir(), 'log-'))
})

afterEach(async () => {
  service.kill('SIGKILL')
  await stub.close()
  rmSync(directory, { recursive: true })
})

/** Starts the service with its output on a descriptor, or where a shell redirects it, and waits until it answers. */
async function start(stdout: number | string): Promise<void> {
  const [PORT, ADMIN_PORT] = ports.map(String)
  const env = {
    PATH: process.env['PATH'],
    HOST: '127.0.0.1',
    PORT,
    ADMIN_PORT,
    ORY_SDK_URL: stub.url,
    LOG_LEVEL: 'info',
    UPSTREAM_TIMEOUT: '2m',
  }
  const command = [process.execPath, 'src/start.js']
  const [redirection, output] = typeof stdout === 'string' ? [stdout, 'ignore' as const] : ['', stdout]
  service = spawn('sh', ['-c', `exec "$@" ${redirection}`, 'sh', ...command], {
    env,
    stdio: ['ignore', output, 'inherit'],
  })
  if (typeof stdout === 'number') closeSync(stdout)
  await eventually('it answers', alive)
}

const admin = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${ports[1]}${path}`)).text()
const alive = (): Promise<boolean> =>
  admin('/health/alive').then(
    () => true,
    () => false,
  )

async function dropped(): Promise<number> {
  return figureIn(await admin('/metrics/prometheus'), 'ory_session_echo_log_lines_dropped_total')
}

const path = `/${'p'.repeat(180)}`
const headers = { 'x-request-id': 'r'.repeat(128) }
const shortest = 400 // characters of a line about such a request

/** Asks so often, some at a time, and expects answers. */
async function ask(times: number): Promise<void> {
  let left = times
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (left-- > 0) {
        const answer = await fetch(`http://127.0.0.1:${ports[0]}${path}`, { headers })
        expect([answer.status, await answer.text()]).toEqual([200, '{"id":"x"}\n'])
      }
    }),
  )
}

async function end(): Promise<number | null> {
  const exited = once(service, 'exit')
  service.kill('SIGTERM')
  await exited
  return service.exitCode
}

function pipe(): [reader: number, writer: number] {
  const name = join(directory, 'pipe')
  execFileSync('mkfifo', [name])
  return [openSync(name, constants.O_RDONLY | constants.O_NONBLOCK), openSync(name, constants.O_WRONLY)]
}

test('a full disk stops neither requests nor the end, and what it costs is counted', async () => {
  await start('>/dev/full')
  await ask(50)
  await eventually('lines are counted as dropped', async () => (await dropped()) >= 51)
  expect(await end()).toBe(0)
})

test('a pipe that nobody reads stops neither requests nor the end, and 1 MiB waits for it at most', async () => {
  const [reader, writer] = pipe()
  try {
    await start(writer)
    const asked = 4000
    await ask(asked)
    const kept = asked - (await dropped())
    expect(kept).toBeGreaterThan(0)
    expect(kept * shortest).toBeLessThan((1 << 20) + (128 << 10))
    await ask(10)
    expect(await end()).toBe(0)
  } finally {
    closeSync(reader)
  }
})

test('a pipe whose reader has gone stops neither requests nor the end', async () => {
  const [reader, writer] = pipe()
  await start(writer)
  await ask(10)
  closeSync(reader)
  await ask(50)
  await eventually('lines are counted as dropped', async () => (await dropped()) >= 50)
  expect(await end()).toBe(0)
})

test('a standard output that is closed stops neither requests nor the end', async () => {
  await start('>&-')
  await ask(50)
  expect(await end()).toBe(0)
})
