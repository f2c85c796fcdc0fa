import { describe, expect, test } from '@jest/globals'
import { buildOriginal, hasGo } from '../parity/original.ts'
import { fuzz } from './campaign.ts'

// On CI a missing Go fails the suite instead.
const suite = hasGo || process.env['CI'] === 'true' ? describe : describe.skip

const name = 'random requests and answers of Ory'
const missing = ' (skipped: Go is not installed; install it, package golang-go or go.dev)'

suite(hasGo ? name : name + missing, () => {
  test('end as with the Go example, but for the differences that are meant to be', async () => {
    await buildOriginal()
    const { cases, kinds, deliberate } = await fuzz({ cases: 400, seed: 20261124, lanes: 2 })

    expect([...kinds.keys()]).toEqual([])
    expect(cases).toBe(400)
    // Where nothing at all differs, nothing was compared.
    expect(deliberate.size).toBeGreaterThan(0)
  }, 300_000)
})
