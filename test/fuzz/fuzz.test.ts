import { expect, test } from '@jest/globals'
import { buildOriginal } from '../parity/original.ts'
import { describeWithGo } from '../support/skip.ts'
import { fuzz } from './campaign.ts'

describeWithGo('random requests and answers of Ory', () => {
  test('end as with the Go example, but for the differences that are meant to be', async () => {
    await buildOriginal()
    const { cases, kinds, deliberate } = await fuzz({ cases: 400, seed: 20261124, lanes: 2 })

    expect([...kinds.keys()]).toEqual([])
    expect(cases).toBe(400)
    // Where nothing at all differs, nothing was compared.
    expect(deliberate.size).toBeGreaterThan(0)
  }, 300_000)
})
