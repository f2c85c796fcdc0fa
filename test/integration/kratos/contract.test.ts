import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { Wait } from 'testcontainers'
import { KratosContainer, somebody } from '../../../src/testing/index.ts'
import { freePort } from '../../support/free-port.ts'
import { runProgram } from './process.ts'

const run = promisify(execFile)

test("the user's own ports, labels, environment and files are kept, and Kratos' own beside them", async () => {
  const port = await freePort()
  const kratos = await new KratosContainer()
    .withExposedPorts({ container: 4433, host: port }, 9000)
    .withLabels({ 'com.example.suite': 'mine' })
    .withEnvironment({ SESSION_COOKIE_NAME: 'from_the_environment' })
    .withCopyContentToContainer([{ content: 'mine', target: '/etc/kratos/mine' }])
    .start()
  try {
    expect(kratos.getPublicUrl()).toBe(`http://${kratos.getHost()}:${port}`)
    expect(kratos.getMappedPort(9000)).toBeGreaterThan(0)
    expect(kratos.getLabels()).toMatchObject({ 'com.example.suite': 'mine' })
    expect((await kratos.flows.registerAsBrowser(somebody())).cookie).toContain('from_the_environment=')
    const { stdout } = await run('docker', ['cp', `${kratos.getId()}:/etc/kratos/mine`, '-'])
    expect(stdout).toContain('mine')
  } finally {
    await kratos.stop()
  }
})

test("the user's own wait strategy is the one that is waited for", async () => {
  const own = new KratosContainer().withWaitStrategy(Wait.forLogMessage('Kratos never says this'))
  await expect(own.withStartupTimeout(1000).start()).rejects.toThrow(/^starting Kratos: .*not received after 1000ms/)
})

test('Kratos is disposed of as it leaves the scope, and disposing twice is no error', async () => {
  const kratos = await new KratosContainer().start()
  await kratos[Symbol.asyncDispose]()
  await kratos[Symbol.asyncDispose]()
  await expect(run('docker', ['inspect', kratos.getId()])).rejects.toThrow(/No such object/i)
})

test('one KratosContainer starts as often as it is asked to, each time another Kratos', async () => {
  const container = new KratosContainer()
  const one = await container.start()
  const other = await container.start()
  try {
    expect(other.getId()).not.toBe(one.getId())
    expect(other.getPublicUrl()).not.toBe(one.getPublicUrl())
  } finally {
    await Promise.all([one.stop(), other.stop()])
  }
})

test('suites in parallel do not meet: eight Kratos, started at once by two processes', async () => {
  const program = `
    import { KratosContainer } from '../../../src/testing/index.ts'
    const all = await Promise.all(Array.from({ length: 4 }, () => new KratosContainer().start()))
    await Promise.all(all.map((kratos) => kratos.flows.register({ email: 'ann@example.com' })))
    console.log(all.map((kratos) => kratos.getPublicUrl()).join(' '))
    await Promise.all(all.map((kratos) => kratos.stop()))`
  const urls = await Promise.all([runProgram(program), runProgram(program)])
  expect(new Set(urls.join(' ').split(' ')).size).toBe(8)
})
