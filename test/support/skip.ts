import { spawnSync } from 'node:child_process'
import { describe } from '@jest/globals'
import { toStandardError } from '../../src/testing/progress.ts'

/**
 * describeUnless is Jest's `describe`. Where `missing` says what is not here and how to get it, the suite is skipped by
 * a name that says so; with CI=true it runs, and fails.
 */
export function describeUnless(missing: string | undefined, name: string, suite: () => void): void {
  if (missing === undefined || process.env['CI'] === 'true') {
    describe(name, suite)
    return
  }
  const why = `skipped: ${missing}`
  // Jest names skipped tests only when it is asked to.
  toStandardError(`${name}: ${why}`)
  describe.skip(`${name} (${why})`, suite)
}

/** describeWith is {@link describeUnless} for what needs a command. */
export function describeWith(
  command: string,
  versionFlag: string,
  howToGet: string,
  name: string,
  suite: () => void,
): void {
  const found = spawnSync(command, [versionFlag]).error === undefined
  describeUnless(found ? undefined : `${command} is not installed; ${howToGet}`, name, suite)
}

/** describeWithGo is {@link describeUnless} for what needs Go. */
export function describeWithGo(name: string, suite: () => void): void {
  describeWith('go', 'version', 'install it, package golang-go or go.dev', name, suite)
}
