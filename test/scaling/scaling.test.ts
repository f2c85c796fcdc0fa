import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { answerFrom } from '../../src/ory/answer.ts'
import { createSessionCache, type SessionCache } from '../../src/ory/cache.ts'
import { hitRate, hitTable, measured, needTable } from './arithmetic.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const page = read('docs/scaling.md')

test.each([
  ['what so many requests need', needTable()],
  ['hit rates', hitTable()],
])('the page about scaling has the table of %s as it is computed', (_, table) => {
  expect(page).toContain(`\n${table}\n`)
})

test('it computes with the figures of the benchmark’s page', () => {
  const bench = read('test/bench/README.md')
  const { go, http } = measured.echo
  for (const [contestant, microseconds] of [
    ['style go', go.asked],
    ['style go, cache', go.kept],
    ['style http', http.asked],
    ['style http, cache', http.kept],
  ] as const)
    expect(bench).toMatch(new RegExp(`^\\| ${contestant} \\| [\\d,]+ \\| ${microseconds} \\|`, 'm'))
  expect(read('docs/reference/limits.md')).toContain(`${measured.entry} kB for a session of 1 kB`)
})

test('it computes with the cost of whoami that it names', () => {
  const { kratos, postgres, queries } = measured.whoami
  const text = page.replaceAll('\n', ' ')
  expect(text).toContain(`${queries} queries, ${kratos} µs of CPU in Kratos and ${postgres} µs in PostgreSQL`)
  expect(text).toContain(`That is ${new Intl.NumberFormat('en').format(Math.round(1e5 / kratos) * 10)} a second`)
})

describe('the formula for hits', () => {
  const lifetime = 60
  const sessions = 200
  const requests = 30_000
  let clock = 0 // ms

  afterEach(() => {
    jest.restoreAllMocks()
  })

  /** The same in every run: a linear congruential generator, with the constants of Numerical Recipes. */
  const numbersFrom = (seed: number): (() => number) => {
    let state = seed
    return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  }

  const headers = new Headers({ 'content-type': 'application/json', 'ory-session-cache-for': String(lifetime) })
  const answer = answerFrom({ status: 200, statusText: 'OK', headers, url: '' }, Buffer.from('{"id":"s"}'))

  test.each([
    [0.5, 1],
    [6, 1],
    [6, 2],
    [6, 8],
    [60, 16],
  ])('holds for the real cache: %d requests in a lifetime, %d caches', async (perLifetime, caches) => {
    jest.spyOn(performance, 'now').mockImplementation(() => clock)
    // The cache's own clock stands still for a millisecond.
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void) => {
      done()
      return { unref: () => undefined }
    }) as unknown as typeof setTimeout)
    const next = numbersFrom(1)
    const each: SessionCache<{ bytes: number }>[] = Array.from({ length: caches }, () =>
      createSessionCache(1e9, () => ({ bytes: 1000 })),
    )
    const asks = each.map(({ cached }) => cached(() => Promise.resolve(answer)))
    const perMs = (sessions * perLifetime) / (lifetime * 1000)
    // What comes at first meets empty caches.
    const warm = clock + 3 * lifetime * 1000
    let before = { hits: 0, misses: 0 }
    const sum = (): typeof before => ({
      hits: each.reduce((all, { figures }) => all + figures().hits, 0),
      misses: each.reduce((all, { figures }) => all + figures().misses, 0),
    })
    for (let left = requests; left > 0;) {
      clock -= Math.log(1 - next()) / perMs
      const ask = asks[Math.floor(next() * caches)]
      await ask?.({ cookie: `s=${Math.floor(next() * sessions)}`, token: '' })
      if (clock < warm) before = sum()
      else left--
    }
    const after = sum()
    const hits = after.hits - before.hits
    expect(Math.abs(hits / (hits + after.misses - before.misses) - hitRate(perLifetime, caches))).toBeLessThan(0.01)
  })
})
