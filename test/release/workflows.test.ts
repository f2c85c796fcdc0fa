import { spawnSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { describeWithGo } from '../support/skip.ts'

const linter = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'

describeWithGo('GitHub can run the workflows', () => {
  test('their syntax, expressions, inputs of actions and needs', () => {
    // Without the linters that are not on every machine.
    const args = ['run', linter, '-no-color', '-shellcheck=', '-pyflakes=']
    const { status, stdout, stderr } = spawnSync('go', args, { encoding: 'utf8' })
    expect(status === 0 ? '' : stdout + stderr).toBe('')
  })
})
