import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { hasGo } from '../parity/original.ts'

const linter = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'
const subject = 'GitHub can run the workflows: their syntax, expressions, inputs of actions and needs'

if (hasGo || process.env['CI'] === 'true')
  test(subject, () => {
    // Without the linters that are not on every machine.
    const args = ['run', linter, '-no-color', '-shellcheck=', '-pyflakes=']
    const { status, stdout, stderr } = spawnSync('go', args, { encoding: 'utf8' })
    expect(status === 0 ? '' : stdout + stderr).toBe('')
  })
else test.skip(`${subject} (skipped: Go is not installed; install it, package golang-go or go.dev)`, () => undefined)
