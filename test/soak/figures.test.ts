import { describe, expect, test } from '@jest/globals'
import { allOf, atMost, count, exactly, list, megabytes, noted, total, type Tally } from './figures.ts'

const tally: Tally = new Map([
  ['200', 9_998],
  ['502', 2],
])

describe('a figure of make soak', () => {
  test('is missed beyond its limit, and not at it', () => {
    expect(atMost('wait', 250, 250, 'ms')).toEqual({ figure: 'wait', value: '250 ms', limit: '≤ 250 ms', ok: true })
    expect(atMost('wait', 250.04, 250, 'ms')).toMatchObject({ value: '250 ms', ok: false })
    expect(atMost('wait', NaN, 250, 'ms').ok).toBe(false)
  })

  test('that has to be something is nothing else', () => {
    expect(exactly('exit code', 0, 0).ok).toBe(true)
    expect(exactly('exit code', 'none', 0)).toMatchObject({ value: 'none', limit: '0', ok: false })
  })

  test('without a limit is never missed', () => {
    expect(noted('requests', 12_345.67)).toEqual({ figure: 'requests', value: '12,345.7', limit: '', ok: true })
  })

  test('counts every request that was not answered as it should be, and says what came instead', () => {
    expect(allOf('failures', tally, '200')).toMatchObject({ value: '2 of 10,000 (502: 2)', ok: false })
    expect(allOf('failures', new Map([['200', 10_000]]), '200')).toMatchObject({ value: '0 of 10,000', ok: true })
  })

  test('counts requests of which nothing came at all', () => {
    expect(allOf('failures', new Map([['200', 19]]), '200', 20)).toMatchObject({ value: '1 of 20', ok: false })
    expect(allOf('failures', new Map(), '200')).toMatchObject({ value: '0 of 0', ok: false })
  })
})

test('what was seen is counted and listed, the most frequent first', () => {
  const seen: Tally = new Map()
  for (const what of ['a', 'b', 'b']) count(seen, what)
  expect(list(seen)).toBe('b: 2, a: 1')
  expect(total(seen)).toBe(3)
  expect(total(seen, (what) => what === 'a')).toBe(1)
})

test('memory is shown in megabytes', () => {
  expect(megabytes(64_320_000)).toBe(64.3)
})
