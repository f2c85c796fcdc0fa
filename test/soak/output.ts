import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { rowsOf, type Case, type Row } from './case.ts'
import { allOf, atMost, exactly, megabytes } from './figures.ts'
import { watchPeak, type Lab } from './lab.ts'
import { askOften, within } from './load.ts'

const requests = 20_000
const time = 20_000 // ms
const patience = 5000 // ms
const ending = 12_000 // ms: SHUTDOWN_GRACE, and a little

/** A pipe that nobody reads, although it is open to be read: what goes in stays there. */
function unreadPipe(lab: Lab): string {
  const folder = mkdtempSync(join(tmpdir(), 'ory-session-echo-soak-'))
  lab.atEnd(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  return pipe
}

async function tryOutput(lab: Lab, did: string, file: string): Promise<Row[]> {
  const ory = await lab.ory()
  const port = await freePort()
  const output = openSync(file, file.startsWith('/dev') ? 'w' : 'r+')
  lab.atEnd(() => {
    closeSync(output)
  })
  const env = {
    PATH: process.env['PATH'] ?? '',
    ORY_SDK_URL: ory.url,
    HOST: '127.0.0.1',
    PORT: String(port),
    ADMIN_PORT: '0',
  }
  const service = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', output, 'ignore'] })
  const exited = once(service, 'exit').then(() => service.exitCode ?? service.signalCode ?? 'none')
  lab.atEnd(async () => {
    service.kill('SIGKILL')
    await exited
  })
  const url = `http://127.0.0.1:${port}`
  await eventually(
    'the service listens',
    async () =>
      (await fetch(url, { signal: AbortSignal.timeout(patience) }).catch(() => undefined)) !== undefined ||
      service.exitCode !== null,
  )
  const growth = watchPeak(service.pid ?? 0)
  const tally = await askOften(url, { requests, connections: 32, patience, until: performance.now() + time })
  const memory = growth()
  const began = performance.now()
  service.kill('SIGTERM')
  const code = (await within(ending, exited)) ?? 'none'
  return rowsOf(`stdout ${did}`, [
    allOf('not answered', tally, '200', requests),
    atMost('growth of memory at most', megabytes(memory), 100, 'MB'),
    exactly('exit code after SIGTERM', code, 0),
    atMost('time to it', performance.now() - began, 5000, 'ms'),
  ])
}

/** A log that can't be written. */
export const unwritable: Case = {
  row: 10,
  name: 'log',
  async *measure(lab) {
    yield* await tryOutput(lab, 'on a full disk (/dev/full)', '/dev/full')
    yield* await tryOutput(lab, 'on a pipe that nobody reads', unreadPipe(lab))
  },
}
