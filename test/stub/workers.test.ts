import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'

let stub: StubUpstream
let service: ServiceProcess

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }
  service = await startProcess({ ORY_SDK_URL: stub.url, WORKERS: '2', UPSTREAM_TIMEOUT: '500ms' })
})

afterEach(async () => {
  await service.stop()
  await stub.close()
})

/** Asks on a connection of its own, so that workers take turns. */
const ask = async (): Promise<number> => (await fetch(service.url, { headers: { connection: 'close' } })).status
const admin = async (path: string): Promise<string> => (await fetch(service.adminUrl + path)).text()
const counted = async (): Promise<number> =>
  Number(
    /^ory_session_echo_requests_total{outcome="session",status="200"} (\d+)$/m.exec(
      await admin('/metrics/prometheus'),
    )?.[1] ?? 0,
  )

test('one admin port answers for all workers, and their figures add up', async () => {
  for (let count = 0; count < 20; count++) expect(await ask()).toBe(200)
  expect(await counted()).toBe(20)
  expect(await admin('/metrics/prometheus')).toContain('ory_session_echo_build_info{')
  expect(await admin('/health/alive')).toBe('{"status":"ok"}')
  expect(await admin('/health/ready')).toBe('{"status":"ok"}')
})

test('a worker that dies is replaced, and the others go on answering', async () => {
  const pids = service.workers()
  expect(pids).toHaveLength(2)
  process.kill(pids[0] ?? 0, 'SIGKILL')
  while (!service.lines().some(({ msg }) => String(msg).startsWith('a worker died'))) await new Promise(setImmediate)
  while (service.workers().filter((pid) => pid !== pids[0]).length < 2) expect(await ask()).toBe(200)
  expect(await ask()).toBe(200)
})

test('SIGTERM finishes what is in flight in every worker and exits 0, leaving none behind', async () => {
  const pids = service.workers()
  stub.answer = { hang: true }
  const asked = [ask(), ask()]
  while (stub.received.length < 2) await new Promise(setImmediate)
  const stopped = service.stop()
  expect(await Promise.all(asked)).toEqual([500, 500])
  expect(await stopped).toBe(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
}, 20_000)
