import type { ContainerRuntimeClient } from 'testcontainers'
import { findEngine } from './image.ts'
import { follow } from './log.ts'

type CreateOptions = Parameters<ContainerRuntimeClient['container']['create']>[0]

/**
 * Kratos' database in memory. With `DSN=memory`, newer versions lose their tables under load, since the last connection
 * closes. With either, a login that meets another's write may be answered with 500.
 */
export const inMemory = 'sqlite://file::memory:?_fk=true&cache=shared&max_conns=64&max_idle_conns=64'

/** isInMemory says whether a database's tables are made whenever Kratos starts. */
export function isInMemory(url: string): boolean {
  return url === 'memory' || /:memory:|mode=memory/.test(url)
}

/** whyNoDatabase says what is wrong with the database, where waiting longer won't help; undefined if it may. */
export function whyNoDatabase(logged: string): string | undefined {
  if (/Unable to determine network.*(?:locate the table|no such table|does not exist)|not yet been fully/.test(logged))
    return 'its database lacks tables of this version; leave out migrate: false, or run kratos migrate sql before'
  const refused = /[^:]*(?:authentication failed|Access denied|(?:database|role) \\?"[^"]*" does not exist)[^\]]*/
  const [words] = refused.exec(logged) ?? []
  return words === undefined ? undefined : `its database refused it: ${words.trim()}`
}

/**
 * migrate has Kratos make or renew the tables of its database, in a container of its own that is removed after.
 *
 * @param options those of the container whose database it is.
 * @param limit how long it may take, in milliseconds.
 * @throws Error in one line, with Kratos' last words.
 */
export async function migrate(options: CreateOptions, limit: number): Promise<void> {
  const { container: containers } = await findEngine()
  const container = await containers.create({ ...options, Cmd: ['migrate', 'sql', '-e', '--yes'] })
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined) // it may be before anybody waits
  const fail = (why: string): void => {
    failed.reject(new Error(why))
  }
  let timer: NodeJS.Timeout | undefined
  try {
    await containers.start(container)
    const log = follow(await containers.logs(container), (line) => {
      const why = whyNoDatabase(line)
      if (why !== undefined) fail(why)
    })
    timer = setTimeout(() => {
      fail(`migrating the database took longer than ${limit / 1000} s; its last words: ${log.last()}`)
    }, limit)
    await Promise.race([log.ended, failed.promise])
    const { State: state } = await containers.inspect(container)
    if (state.ExitCode !== 0) throw new Error(`migrating the database failed; its last words: ${log.last()}`)
  } finally {
    clearTimeout(timer)
    await container.remove({ force: true, v: true })
  }
}

/** withoutPassword replaces the password of a database's URL wherever it stands. */
export function withoutPassword(said: string, url: string): string {
  const password = /^[a-z0-9+]+:\/\/[^:@/]*:(.+)@/i.exec(url)?.[1] ?? ''
  return password === '' ? said : said.replaceAll(password, '***').replaceAll(decodeURIComponent(password), '***')
}
