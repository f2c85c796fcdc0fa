import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { missingNginx } from '../support/nginx.ts'
import { findPostgres } from '../support/postgres.ts'
import { describeUnless } from '../support/skip.ts'

const missing = missingNginx() ?? (await findPostgres()).missing

describeUnless(missing, 'several instances', () => {
  test('with several instances and Kratos, nobody gets another’s session or is refused while one fails', async () => {
    const options = { env: { ...process.env, QUICK: '1' } }
    const { stdout } = await promisify(execFile)(process.execPath, ['test/distributed/run.ts'], options)
    expect(stdout).toMatch(/^0 wrong; \d+ s$/m)
  })
})
