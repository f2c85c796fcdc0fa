import { expect, test } from '@jest/globals'
import { countdown } from '../../../src/service/debug/wording/times.ts'

test.each([
  [86_340_000, 'in 23 h 59 min'],
  [-180_000, '3 min ago'],
  [500, 'now'],
  [-90_061_000, '1 d 1 h ago'],
  [61_000, 'in 1 min 1 s'],
])('%i ms from now is %s', (ms, words) => {
  expect(countdown(ms, 0)).toBe(words)
})
