import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { toStandardError } from '../../src/testing/progress.ts'
import { missingNginx } from '../support/nginx.ts'
import { postgresImage } from './world.ts'

const run = promisify(execFile)

/** Why it can't be tried here; undefined where it can. */
const missing =
  missingNginx() ??
  (await postgresImage().then(
    () => undefined,
    (error: unknown) => (error as { stderr: string }).stderr.trim(), // as execFile promises
  ))
if (missing !== undefined) toStandardError(`several instances: skipped: ${missing}`)
const testOrSkip = missing === undefined || process.env['CI'] === 'true' ? test : test.skip

testOrSkip(
  'with several instances and Kratos, nobody gets another’s session or is refused while one fails',
  async () => {
    const options = { env: { ...process.env, QUICK: '1' } }
    const { stdout } = await run(process.execPath, ['test/distributed/run.ts'], options)
    expect(stdout).toMatch(/^0 wrong; \d+ s$/m)
  },
)
