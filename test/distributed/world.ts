import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Network, type StartedTestContainer } from 'testcontainers'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { startBalancer } from '../support/nginx.ts'
import { password, postgresOf } from '../support/postgres.ts'

const run = promisify(execFile)
/** How many connections to the database each Kratos keeps. */
export const poolSize = 20
const database =
  `postgres://postgres:${password}@db:5432/postgres?sslmode=disable` +
  `&max_conns=${poolSize}&max_idle_conns=${poolSize}`

/** How long Kratos lets an answer be kept, in seconds, where the service has a cache. */
export const cacheableFor = 3

/** Two Kratos on one PostgreSQL, with one URL for the services: that of nginx. */
export interface World {
  kratosUrl: string
  kratos: readonly [StartedKratosContainer, StartedKratosContainer]
  /** Starts another Kratos, every query of which PostgreSQL logs. */
  logging: (kratos: KratosContainer) => Promise<StartedKratosContainer>
  postgres: {
    id: string
    /** Ends it in order, or at once. */
    end: (signal: 'INT' | 'KILL') => Promise<void>
    start: () => Promise<void>
    /** Has another machine answer in its place where the first Kratos looks for it, or brings it back. */
    leaveFirst: () => Promise<void>
    joinFirst: () => Promise<void>
  }
}

/** output is what a command of Docker's writes, on both outputs. */
export async function output(...args: string[]): Promise<string> {
  const { stdout, stderr } = await run('docker', args, { maxBuffer: 100e6 })
  return stdout + stderr
}

async function docker(...args: string[]): Promise<void> {
  await output(...args)
}

/**
 * An nginx without its paid health checks knows a Kratos that does not answer, for a second, and none that answers
 * nonsense: what a load balancer with health checks knows only later, too.
 */
const beforeKratos = {
  each: 'max_fails=1 fail_timeout=1s',
  keepalive: 64,
  directives: 'proxy_connect_timeout 1s; proxy_read_timeout 2s; proxy_next_upstream error timeout;',
}

/** startWorld starts all of it, each of which ends by `atEnd`. */
export async function startWorld(image: string, atEnd: (end: () => unknown) => void): Promise<World> {
  const [first, second] = await Promise.all([new Network().start(), new Network().start()])
  atEnd(() => Promise.all([first.stop(), second.stop()]))
  const startPostgres = async (environment: Record<string, string>, alias: string): Promise<StartedTestContainer> => {
    const started = await postgresOf(image)
      .withEnvironment(environment)
      .withNetwork(second)
      .withNetworkAliases(alias)
      .start()
    atEnd(() => remove(started))
    return started
  }
  const postgres = await startPostgres({}, 'db')
  // Nothing listens there where the database is looked for.
  const elsewhere = await startPostgres({ PGPORT: '5433' }, 'elsewhere')
  const enter = (one: StartedTestContainer): Promise<void> =>
    docker('network', 'connect', '--alias', 'db', first.getName(), one.getId())
  const leave = (one: StartedTestContainer): Promise<void> =>
    docker('network', 'disconnect', first.getName(), one.getId())
  await enter(postgres)
  const kratosIn = async (network: typeof first, migrate: boolean): Promise<StartedKratosContainer> => {
    const kratos = await new KratosContainer()
      .withNetwork(network)
      .withDatabase(database, { migrate })
      .withCacheableSessions(`${cacheableFor}s`)
      .start()
    atEnd(() => remove(kratos))
    return kratos
  }
  const kratos = [await kratosIn(second, true), await kratosIn(first, false)] as const
  const servers = kratos.map((one) => new URL(one.getPublicUrl()).host)
  const kratosUrl = await startBalancer({ servers, ...beforeKratos }, atEnd)
  return {
    kratosUrl,
    kratos: [kratos[1], kratos[0]],
    logging: async (another) => {
      const logged = another.withNetwork(second).withDatabase(`${database}&log_statement=all`, { migrate: false })
      const started = await logged.start()
      atEnd(() => remove(started))
      return started
    },
    postgres: {
      id: postgres.getId(),
      end: (signal) => end(postgres, signal),
      start: () => docker('start', postgres.getId()),
      leaveFirst: async () => {
        await leave(postgres)
        await enter(elsewhere)
      },
      joinFirst: async () => {
        await leave(elsewhere)
        await enter(postgres)
      },
    },
  }
}

/** end has a container's process end, and resolves when it has. */
export async function end(container: StartedTestContainer, signal: 'INT' | 'KILL'): Promise<void> {
  await docker('kill', '--signal', signal, container.getId())
  await docker('wait', container.getId())
}

/** A container that was killed by a fault can't be stopped any more, but has to go. */
async function remove(container: StartedTestContainer): Promise<void> {
  await docker('rm', '--force', '--volumes', container.getId())
}
