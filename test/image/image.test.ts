import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Table } from 'console-table-printer'
import packageJson from '../../package.json' with { type: 'json' }
import { toStandardError } from '../../src/testing/progress.ts'
import { askOften } from '../soak/load.ts'
import { eventually, inTime } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'
import {
  describeImage,
  docker,
  filesOf,
  firstAnswer,
  image,
  label,
  startContained,
  type Contained,
} from './container.ts'

const nobody = 'http://127.0.0.1:9'
const session = JSON.stringify({ id: 's1', active: true, identity: { id: 'i1', traits: { note: 'x'.repeat(900) } } })

/** What `docker inspect` says of an image or a container, of which only this is read. */
interface Inspected {
  Size: number
  Config: {
    User: string
    Labels: Record<string, string>
    Healthcheck: { Test: string[] }
    StopSignal: string
    ExposedPorts: Record<string, unknown>
    Env: string[]
  }
  State: { OOMKilled: boolean; Running: boolean; Health: { Status: string } }
}

const inspect = async (name: string): Promise<Inspected> =>
  JSON.parse(await docker('inspect', '--format', '{{json .}}', name)) as Inspected

describeImage('the image', () => {
  const figures = new Table({ shouldDisableColors: true, columns: [{ name: 'figure', alignment: 'left' }] })
  let started: Contained[] = []
  let stub: StubUpstream

  const start = async (env: Record<string, string>, flags?: readonly string[]): Promise<Contained> => {
    const service = await startContained(env, flags)
    started.push(service)
    return service
  }

  beforeAll(async () => {
    stub = await startStubUpstream()
  })
  afterEach(async () => {
    await Promise.all(started.map(({ remove }) => remove()))
    started = []
    stub.answer = {}
  })
  afterAll(async () => {
    await stub.close()
    toStandardError(figures.render())
  })

  test('says what it is, runs as nobody in particular, and is asked for its health without a shell', async () => {
    const { Config } = await inspect(image ?? '')
    expect(Config).toMatchObject({
      User: '65532:65532',
      StopSignal: 'SIGTERM',
      ExposedPorts: { '3000/tcp': {}, '3001/tcp': {} },
      Healthcheck: { Test: ['CMD', 'node', '/app/dist/start.mjs', '--health'] },
    })
    const labels = Object.entries(Config.Labels).map(([name, value]) => [
      name.replace('org.opencontainers.image.', ''),
      value,
    ])
    expect(Object.fromEntries(labels)).toMatchObject({
      title: packageJson.name,
      version: packageJson.version,
      licenses: packageJson.license,
      description: expect.any(String),
      revision: expect.stringMatching(/^(?:[0-9a-f]{40}(?:-dirty)?|unknown)$/),
      created: expect.stringMatching(/^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|unknown)$/),
    })
    // Whom the admin port answers is for whoever runs it to say.
    expect(Config.Env.filter((variable) => variable.startsWith('ADMIN_'))).toEqual([])
  })

  test('is less than 60 MB larger than its base', async () => {
    const steps = await docker(
      'history',
      '--human=false',
      '--no-trunc',
      '--format',
      '{{.Size}} {{.CreatedBy}}',
      image ?? '',
    )
    const lines = steps.split('\n')
    const first = lines.findIndex((line) => line.includes('NODE_ENV=production'))
    expect(first).toBeGreaterThan(0)
    const bytes = lines.slice(0, first).reduce((sum, line) => sum + Number.parseInt(line, 10), 0)
    figures.addRow({ figure: 'size over the base', value: `${(bytes / 1e6).toFixed(1)} MB` })
    figures.addRow({ figure: 'size', value: `${((await inspect(image ?? '')).Size / 1e6).toFixed(1)} MB` })
    expect(bytes).toBeGreaterThan(1e6)
    expect(bytes).toBeLessThan(60e6)
  })

  test('has no shell and no npm, and nothing of the service that the service can change', async () => {
    const container = await docker('create', '--label', label, image ?? '')
    try {
      const files = await filesOf(container)
      const named = (name: RegExp): string[] => files.filter((line) => name.test(line.replace(/ -> .*/, '')))
      expect(named(/\/node$/).length).toBe(1)
      expect(named(/(?:^|\/| )(?:sh|bash|dash|ash|busybox|npm|npx|apt|dpkg|curl|wget)$/)).toEqual([])
      const own = named(/ app\//)
      expect(own.length).toBeGreaterThan(100)
      expect(own.filter((line) => !/^.{5}-..-.\s+0\/0\s/.test(line) && !/^[dl]\S+\s+0\/0\s/.test(line))).toEqual([])
      expect(named(/ app\/(?!node_modules\/)/).filter((line) => /\.(?:ts|map)$/.test(line))).toEqual([])
      expect(files.filter((line) => /^.{3}s|^.{6}s/.test(line))).toEqual([])
    } finally {
      await docker('rm', container)
    }
  })

  test('starts from code that V8 made for it, also where it can write nothing', async () => {
    const service = await start({ ORY_SDK_URL: nobody, ADMIN_PORT: '0', NODE_DEBUG_NATIVE: 'COMPILE_CACHE' })
    expect(service.output()).toMatch(/code cache for CommonJS \/app\/dist\/service\.cjs was accepted/)
  })

  test('turns unhealthy when the process hangs, and healthy when it goes on, without Ory', async () => {
    const often = ['--health-interval', '1s', '--health-retries', '1', '--health-start-period', '0s']
    const { name } = await start({ ORY_SDK_URL: nobody, ADMIN_PORT: String(await freePort()) }, often)
    const becomes = (status: string): Promise<true> =>
      eventually(`it is ${status}`, async () => (await inspect(name)).State.Health.Status === status)
    await becomes('healthy')
    await docker('kill', '--signal', 'STOP', name)
    await becomes('unhealthy')
    await docker('kill', '--signal', 'CONT', name)
    await becomes('healthy')
  })

  test('answers on SIGTERM what is under way, and ends with 0', async () => {
    stub.answer = { headers: { 'content-type': 'application/json' }, body: session }
    const service = await start({ ORY_SDK_URL: stub.url, ADMIN_PORT: '0', RESPONSES: 'http' })
    const release = stub.hold()
    const answer = fetch(`${service.url}/sessions/whoami`, { headers: { cookie: 'a=1' } })
    await eventually('Ory is asked', () => stub.received.some(({ path }) => path === '/sessions/whoami'))
    const exited = service.stop('SIGTERM')
    await eventually('the port is closed', () =>
      fetch(service.url).then(
        () => false,
        () => true,
      ),
    )
    release()
    expect(await (await inTime('the answer comes', answer)).text()).toBe(session)
    expect(await inTime('it ends', exited)).toBe(0)
  })

  test('runs several processes, and ends all of them', async () => {
    stub.answer = { headers: { 'content-type': 'application/json' }, body: session }
    const service = await start({ ORY_SDK_URL: stub.url, ADMIN_PORT: '0', RESPONSES: 'http', WORKERS: '2' })
    const [, ...processes] = (await docker('top', service.name, '-o', 'pid,uid')).split('\n')
    expect(processes.map((line) => line.trim().split(/\s+/)[1])).toEqual(['65532', '65532', '65532'])
    expect((await fetch(`${service.url}/sessions/whoami`)).status).toBe(200)
    expect(await inTime('it ends', service.stop('SIGTERM'))).toBe(0)
  })

  test('sends traces as the standard variables say', async () => {
    const receiver = await startStubUpstream()
    try {
      receiver.answer = {}
      const env = { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }
      const service = await start({ ORY_SDK_URL: stub.url, ADMIN_PORT: '0', ...env })
      await fetch(service.url)
      expect(await inTime('it ends', service.stop('SIGTERM'))).toBe(0)
      expect(receiver.received.map(({ path }) => path)).toContain('/v1/traces')
    } finally {
      await receiver.close()
    }
  })

  test('answers 256 connections within 256 MB, and is not killed', async () => {
    stub.answer = { headers: { 'content-type': 'application/json' }, body: session }
    const limits = ['--memory', '256m', '--memory-swap', '256m']
    const env = { ORY_SDK_URL: stub.url, ADMIN_PORT: '0', RESPONSES: 'http' }
    const service = await start(env, limits)
    const tally = await askOften(service.url, {
      requests: 4000,
      connections: 256,
      patience: 120_000,
      request: () => ({ method: 'GET', path: '/sessions/whoami', headers: { cookie: 'a=1' } }),
    })
    expect([...tally]).toEqual([['200', 4000]])
    const { State } = await inspect(service.name)
    expect(State).toMatchObject({ OOMKilled: false, Running: true })
    const used = await docker('stats', '--no-stream', '--format', '{{.MemUsage}}', service.name)
    figures.addRow({ figure: 'memory after 4,000 requests on 256 connections', value: used })
  })

  test('answers soon after its process starts', async () => {
    const times: number[] = []
    for (let run = 0; run < 5; run++) times.push((await firstAnswer({ ORY_SDK_URL: nobody })) ?? NaN)
    const value = `${Math.min(...times)} ms`
    figures.addRow({ figure: 'from the start of the process to its first answer, best of 5', value })
    expect(times).toHaveLength(5)
  })
})
