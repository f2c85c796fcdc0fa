import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { afterEach, expect, test } from '@jest/globals'
import { KratosContainer } from '../../../src/testing/index.ts'
import { runProgram, startBarrier } from './process.ts'

const run = promisify(execFile)
const suite = randomUUID() // another suite on this machine may reuse its own
const label = 'ory-session-echo-reuse'

afterEach(async () => {
  const { stdout } = await run('docker', ['ps', '-aq', '--filter', `label=${label}=${suite}`])
  for (const id of stdout.split('\n').filter(Boolean)) await run('docker', ['rm', '--force', '--volumes', id])
})

/** A process of its own with a Kratos that is reused, in which it registers somebody; what it has of it. */
async function reuse(
  configured = '',
  before = '',
): Promise<{ id: string; url: string; lifespan: number; people: number }> {
  const program = `
    import { KratosContainer, somebody } from '../../../src/testing/index.ts'
    ${before}
    const kratos = await new KratosContainer().withReuse().withLabels({ '${label}': '${suite}' })${configured}.start()
    const { session } = await kratos.flows.register(somebody())
    const { cookie } = await kratos.flows.registerAsBrowser(somebody())
    const lifespan = Math.round((Date.parse(session.expires_at) - Date.parse(session.issued_at)) / 1000)
    const people = await (await fetch(kratos.getAdminUrl() + '/admin/identities')).json()
    console.log(JSON.stringify({ id: kratos.getId(), url: kratos.getPublicUrl(), lifespan, people: people.length }))`
  return JSON.parse(await runProgram(program)) as Awaited<ReturnType<typeof reuse>>
}

test('another process gets the container of the same configuration, and another one for another', async () => {
  const first = await reuse('.withSessionLifespan("1h")')
  const second = await reuse('.withSessionLifespan("1h")')
  expect(second).toEqual({ ...first, people: 4 })
  const other = await reuse('.withSessionLifespan("2h")')
  expect(other).toMatchObject({ lifespan: 7200, people: 2 })
  expect(other.id).not.toBe(first.id)
})

test.each([
  [
    'an identity schema',
    (one: KratosContainer) =>
      one.withIdentitySchema({
        $id: 'x',
        type: 'object',
        properties: { traits: { type: 'object', properties: { a: { type: 'string' } } } },
      }),
  ],
  ['a base URL', (one: KratosContainer) => one.withBaseUrl('http://127.0.0.1:4433')],
  ['a file', (one: KratosContainer) => one.withCopyContentToContainer([{ content: 'mine', target: '/mine' }])],
  ['a bind mount', (one: KratosContainer) => one.withBindMounts([{ source: '/tmp', target: '/mounted' }])],
  ['a port', (one: KratosContainer) => one.withExposedPorts(9000)],
])('within one process, %s makes it another configuration', async (_, change) => {
  const container = (): KratosContainer => new KratosContainer().withReuse().withLabels({ [label]: suite })
  const one = await container().start()
  const same = await container().start()
  const other = await change(container()).start()
  expect(same.getId()).toBe(one.getId())
  expect(other.getId()).not.toBe(one.getId())
})

test('processes that start at the same time get one container', async () => {
  const barrier = await startBarrier(4)
  const all = await Promise.all(Array.from({ length: 4 }, () => reuse('', barrier.code)))
  barrier.close()
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
})

test('a container that is reused belongs to no process, so that no one removes it with one', async () => {
  const { id } = await reuse()
  const { stdout } = await run('docker', ['ps', '-q', '--no-trunc', '--filter', 'label=ory-session-echo'])
  expect(stdout).not.toContain(id)
})

test('with TESTCONTAINERS_REUSE_ENABLE=false nothing is reused', async () => {
  process.env['TESTCONTAINERS_REUSE_ENABLE'] = 'false'
  try {
    expect((await reuse()).id).not.toBe((await reuse()).id)
  } finally {
    delete process.env['TESTCONTAINERS_REUSE_ENABLE']
  }
})
