import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'

let terminal: ChildProcess
let pid = 0

afterEach(() => {
  terminal.kill('SIGKILL')
})

/** Starts the service on a terminal of its own, and resolves to what it wrote when it listens. */
async function start(environment: Record<string, string>): Promise<string> {
  const env = { ...process.env, ORY_SDK_URL: 'http://127.0.0.1:9', HOST: '127.0.0.1', PORT: '0', ...environment }
  const command = `echo pid=$$; exec ${process.execPath} src/start.js`
  terminal = spawn('script', ['-qec', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  let written = ''
  terminal.stdout?.on('data', (chunk: Buffer) => {
    written += chunk.toString()
  })
  await eventually('it listens', () => written.includes('style'))
  pid = Number(/pid=(\d+)/.exec(written)?.[1])
  return written
}

test('a terminal gets readable lines, in colour unless NO_COLOR is set', async () => {
  expect(await start({ NO_COLOR: '' })).toMatch(/\u001b\[32mINFO/)
  terminal.kill('SIGKILL')
  const plain = await start({ NO_COLOR: '1' })
  expect(plain).toContain('INFO')
  expect(plain).not.toContain('\u001b[')
})

test('a terminal that is stopped stops neither requests nor the end', async () => {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await start({ NO_COLOR: '1' }))?.[0] ?? ''
  const controlS = '\x13'
  terminal.stdin?.write(controlS)
  for (let count = 0; count < 100; count++) expect((await fetch(url)).status).toBe(500)
  const exited = once(terminal, 'exit')
  process.kill(pid, 'SIGTERM')
  await exited
  expect(terminal.exitCode).toBe(0)
})
