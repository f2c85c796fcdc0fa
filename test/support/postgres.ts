import { execFile } from 'node:child_process'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { GenericContainer, Wait } from 'testcontainers'

/** The password of the user postgres, of the image that is made here and in containers of another one. */
export const password = 'a-password-of-the-tests'

/** The image of a PostgreSQL, found or made; where there is none, why. */
export type Postgres = { image: string; missing?: undefined } | { image?: undefined; missing: string }

/** findPostgres finds the image of a PostgreSQL, or makes it. */
export async function findPostgres(): Promise<Postgres> {
  try {
    const { stdout } = await promisify(execFile)('sh', ['test/scripts/postgres.sh'])
    return { image: stdout.trim() }
  } catch (error) {
    const { stderr } = error as { stderr: string } // as execFile promises
    return { missing: stderr.trim() }
  }
}

/** postgresOf is a PostgreSQL to start, on port 5432 of its network. */
export function postgresOf(image: string): GenericContainer {
  return new GenericContainer(image)
    .withEnvironment({ POSTGRES_PASSWORD: password })
    .withLabels({ 'ory-session-echo': `${hostname()}:${process.pid}` })
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/))
}
