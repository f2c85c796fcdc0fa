import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { figureIn } from '../support/service.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'

let stub: StubUpstream
let service: ServiceProcess

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }
  service = await startProcess({ ORY_SDK_URL: stub.url, WORKERS: '2', SHUTDOWN_GRACE: '5m' })
})

afterEach(async () => {
  await service.stop()
  await stub.close()
})

/** Asks on a connection of its own, so that workers take turns. */
const ask = async (): Promise<number> => (await fetch(service.url, { headers: { connection: 'close' } })).status
const admin = async (path: string): Promise<string> => (await fetch(service.adminUrl + path)).text()
const counted = async (): Promise<number> =>
  figureIn(await admin('/metrics/prometheus'), 'http_server_request_duration_seconds_count{outcome="session"}')

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
  await eventually('it is said', () => service.lines().some(({ msg }) => String(msg).startsWith('a worker died')))
  await eventually('there are two again', async () => {
    expect(await ask()).toBe(200)
    return service.workers().filter((pid) => pid !== pids[0]).length === 2
  })
  expect(await ask()).toBe(200)
})

test('SIGTERM finishes what is in flight in every worker and exits 0, leaving none behind', async () => {
  const pids = service.workers()
  expect(pids).toHaveLength(2)
  const release = stub.hold()
  const asked = [ask(), ask()]
  await eventually('Ory is asked for both', () => stub.received.length === 2)
  const stopped = service.stop()
  await eventually('it is ending', async () => (await admin('/health/ready')).includes('shutting down'))
  release()
  expect(await Promise.all(asked)).toEqual([200, 200])
  expect(await stopped).toBe(0)
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})
