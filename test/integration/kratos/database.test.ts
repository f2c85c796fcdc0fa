import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Network, type StartedNetwork, type StartedTestContainer } from 'testcontainers'
import { KratosContainer, somebody } from '../../../src/testing/index.ts'
import { findPostgres, password, postgresOf } from '../../support/postgres.ts'
import { describeUnless } from '../../support/skip.ts'

const run = promisify(execFile)

const { image: postgresImage, missing } = await findPostgres()

/** Has `count` people created and logged in, all at once and without the flows' patience; the statuses of it. */
async function statusesOf(count: number, publicUrl: string, adminUrl: string): Promise<number[]> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  const post = (url: string, body: unknown): Promise<Response> =>
    fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const people = Array.from({ length: count }, (_, index) => `${index}-${randomUUID()}@example.com`)
  const credentials = { password: { config: { password } } }
  const created = await Promise.all(
    people.map((email) =>
      post(`${adminUrl}/admin/identities`, { schema_id: 'default', traits: { email }, credentials }),
    ),
  )
  const loggedIn = await Promise.all(
    people.map(async (identifier) => {
      const flow = await fetch(`${publicUrl}/self-service/login/api`)
      const { ui } = (await flow.json()) as { ui: { action: string } }
      return post(ui.action, { method: 'password', identifier, password })
    }),
  )
  return [...created, ...loggedIn].map(({ status }) => status)
}

describeUnless(missing, 'Kratos on PostgreSQL, in one network', () => {
  let network: StartedNetwork
  let postgres: StartedTestContainer
  const url = (of = 'kratos', secret = password): string =>
    `postgres://postgres:${secret}@db:5432/${of}?sslmode=disable&max_conns=20&max_idle_conns=20`
  const kratosOn = (database: string, migrate?: boolean): KratosContainer =>
    new KratosContainer().withNetwork(network).withDatabase(database, migrate === undefined ? {} : { migrate })

  beforeAll(async () => {
    network = await new Network().start()
    postgres = await postgresOf(postgresImage ?? '')
      .withNetwork(network)
      .withNetworkAliases('db')
      .start()
  })

  afterAll(async () => {
    await postgres.stop()
    await network.stop()
  })

  test('its tables are made before it starts, and identities outlive it', async () => {
    const first = await kratosOn(url('postgres')).start()
    const ann = somebody()
    await first.flows.createIdentity(ann)
    await first.goDown()
    await first.comeBack()
    await first.flows.logIn(ann)
    await first.stop()
    const second = await kratosOn(url('postgres')).start()
    try {
      await second.flows.logIn(ann)
      expect((await second.flows.logInAsBrowser(ann)).cookie).toContain('ory_kratos_session=')
      const { stdout } = await run('docker', ['ps', '-a', '--filter', `network=${network.getId()}`, '--format', 'x'])
      expect(stdout.trim().split('\n').length).toBe(2) // PostgreSQL and Kratos: nothing is left of the migration
    } finally {
      await second.stop()
    }
  })

  test('with migrate: false, tables that are there are used as they are', async () => {
    await (await kratosOn(url('postgres')).start()).stop()
    const kratos = await kratosOn(url('postgres'), false).start()
    await kratos.flows.register(somebody())
    await kratos.stop()
  })

  test('with migrate: false, a database without tables is named at once', async () => {
    // template1 is the database that is there and that nobody has migrated.
    await expect(kratosOn(url('template1'), false).start()).rejects.toThrow(
      /^starting Kratos: its database lacks tables of this version; leave out migrate: false, or [^\n]+ before$/,
    )
  })

  test.each([
    ['a wrong password', (): string => url('postgres', 'wrong-secret'), /password authentication failed for user/],
    ['no such database', (): string => url('nobody-made-it'), /database "nobody-made-it" does not exist/],
  ])('%s is named at once, without the password', async (_, database, words) => {
    const error = await kratosOn(database()).start().catch(String)
    expect(error).toMatch(/^Error: starting Kratos: its database refused it: [^\n]+$/)
    expect(error).toMatch(words)
    expect(error).not.toContain('wrong-secret')
  })

  test('two hundred people are created and log in at once, without turns', async () => {
    const kratos = await kratosOn(url('postgres')).start()
    try {
      const statuses = await statusesOf(200, kratos.getPublicUrl(), kratos.getAdminUrl())
      expect(statuses.filter((status) => status !== 200 && status !== 201)).toEqual([])
    } finally {
      await kratos.stop()
    }
  })
})

test('a database that does not answer is named with Kratos’ last words, without its password', async () => {
  const kratos = new KratosContainer().withDatabase('postgres://ann:a-secret@nowhere.invalid/kratos?sslmode=disable')
  const error = await kratos.withStartupTimeout(3000).start().catch(String)
  expect(error).toMatch(
    /^Error: starting Kratos: migrating the database took longer than 3 s; its last words: .*nowhere/,
  )
  expect(error).not.toContain('a-secret')
})

test('a database in memory needs no migration', async () => {
  const kratos = await new KratosContainer().withDatabase('memory').start()
  await kratos.flows.register(somebody())
  await kratos.stop()
})

test('many register, log in and are revoked at once, though the database takes one write at a time', async () => {
  const kratos = await new KratosContainer().start()
  try {
    await Promise.all(
      Array.from({ length: 40 }, async (_, user) => {
        const { session } = await kratos.flows.register(somebody(`User${user}`))
        await kratos.flows.revokeSession(session.id)
      }),
    )
  } finally {
    await kratos.stop()
  }
})
