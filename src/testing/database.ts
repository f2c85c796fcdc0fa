import type { ContainerRuntimeClient } from 'testcontainers'
import { findEngine } from './image.ts'
import { follow } from './log.ts'

type CreateOptions = Parameters<ContainerRuntimeClient['container']['create']>[0]

/**
 * A database in memory that writers wait for, as SQLite does for files. Two modes, since Kratos makes tables only where
 * it finds `mode=memory`, and hands SQLite the first of them. Kratos' own lock around SQLite's would block both.
 */
const waiting =
  'sqlite://file:/kratos?_fk=true&vfs=memdb&lock=false&_txlock=immediate&_busy_timeout=60000' +
  '&max_conns=8&max_idle_conns=8&mode=rwc&mode=memory'

/**
 * A database in memory that answers 500 to a write that meets another's. With `DSN=memory`, newer versions lose their
 * tables under load, since the last connection closes.
 */
const shared = 'sqlite://file::memory:?_fk=true&cache=shared&max_conns=64&max_idle_conns=64'

/** inMemory is the database in memory for an image: one that takes several writes where that was tried, in v1.3. */
export function inMemory(image: string): string {
  return /:v1\.3\.\d+$/.test(image) ? waiting : shared
}

/** takesOneWrite says whether a database fails where others wait. */
export function takesOneWrite(url: string): boolean {
  return isInMemory(url) && url !== waiting
}

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

/** withoutPassword replaces the password of a database's URL wherever it stands in a text, however it is written. */
export function withoutPassword(said: string, url: string): string {
  const patterns = [/^[\w+]+:\/\/[^:@/]*:([^/?]+)@/, /^[\w+]+:\/\/[^:@/]*:(.+)@/, /[?&]password=([^&#]+)/i]
  const found = patterns.map((pattern) => pattern.exec(url)?.[1] ?? '')
  return [...found, ...found.map(decoded)]
    .filter((password) => password !== '')
    .toSorted((one, other) => other.length - one.length) // one may be a part of another
    .reduce((text, password) => text.replaceAll(password, '***'), said)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a percent sign that stands for itself
  }
}
