import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { utimesSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

let ory: StubUpstream

beforeAll(async () => {
  ory = await startStubUpstream()
})
afterAll(() => ory.close())

test('make dev starts the service again on the same port when a file changes, and Ctrl-C ends both', async () => {
  const dev = spawn('make', ['dev'], {
    env: { ...process.env, ORY_SDK_URL: ory.url, HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0' },
    detached: true, // a process group of its own, which gets SIGINT as a terminal sends it
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(dev, 'exit')
  let said = ''
  dev.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
  const listened = (): string[] => [...said.matchAll(/listening on (http[^\s,]+)/g)].map(([, url = '']) => url)
  try {
    await eventually('it listens', () => listened().length === 1)
    const css = 'src/service/debug/page.css'
    utimesSync(css, new Date(), new Date())
    await eventually('it listens again', () => listened().length > 1)
    const [first = '', second] = listened()
    expect(second).toBe(first)
    process.kill(-(dev.pid ?? 0), 'SIGINT')
    await exited
    await expect(fetch(first)).rejects.toThrow()
  } finally {
    if (dev.exitCode === null && dev.signalCode === null) process.kill(-(dev.pid ?? 0), 'SIGKILL')
  }
})
