import { expect, test } from '@jest/globals'
import { fixedRateTable, generatorLine } from './load-report.ts'
import { readOpenLoop } from './open-loop.ts'
import type { FixedRate } from './results.ts'

const printed = {
  ...{ rate: 1000, sent: 3000, completed: 3000, wrong: 0, p50: 250, p99: 1500, p999: 90_000 },
  ...{ microseconds: 3_000_100, generatorLate: 0.002, waited: 0.25 },
}
const at = (share: number, generatorLate: number): FixedRate => ({
  ...{ contestant: 'style go', share, rate: 1000 },
  figures: { p50: 0.25, p99: 1.5, p999: 90, generatorLate, waited: 0.25, loadBusy: 0.6 },
})

test('microseconds are read as milliseconds', () => {
  expect(readOpenLoop(`${JSON.stringify(printed)}\n`)).toEqual({
    ...{ p50: 0.25, p99: 1.5, p999: 90, generatorLate: 0.002, waited: 0.25 },
  })
})

test('a wrong answer leaves no figures', () => {
  const wrong = JSON.stringify({ ...printed, completed: 2998, wrong: 2 })
  expect(() => readOpenLoop(wrong)).toThrow('2998 of 3000 requests were answered right, 2 not')
})

test('the table tells waiting for a connection from a generator that was late', () => {
  expect(fixedRateTable([at(0.8, 0.002)])).toMatch(
    /style go\s*│\s*1000 │\s*80 │\s*0\.25 │\s*1\.50 │\s*90\.00 │\s*25\.0 │\s*0\.2 │\s*60 │/,
  )
})

test('a generator that was late is named', () => {
  expect(generatorLine([at(0.5, 0.002)])).toBeUndefined()
  expect(generatorLine([at(0.5, 0.002), at(0.95, 0.02)])).toContain('style go at 95 %')
})

test('a contestant that failed at a rate has its failure in the table', () => {
  const failed: FixedRate = { contestant: 'Go example', share: 0.5, rate: 10, failure: 'wrong answers: 1 of 2' }
  expect(fixedRateTable([failed])).toMatch(/Go example │\s*10 │\s*50 │\s*wrong answers │/)
})
