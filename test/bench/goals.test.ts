import { expect, test } from '@jest/globals'
import type { ContestantName } from './contestants.ts'
import { goals } from './goals.ts'
import type { Measured } from './load.ts'
import type { Row } from './results.ts'

const measured = (cpu: number): Measured => ({
  requests: 1,
  requestsPerSecond: 1000,
  cpuMicrosecondsPerRequest: cpu,
  p50: 1,
  p99: 2,
  p999: 3,
  memory: 1e8,
  others: 0,
})
const row = (contestant: ContestantName, cpu: number[], failure?: string, connections = 32): Row => ({
  ...{ upstream: 'nginx', size: 1, connections, contestant, rounds: cpu.map(measured) },
  ...(failure === undefined ? {} : { failure }),
})
const verdicts = (rows: Row[], wanted: string): string[] =>
  goals({ rows, starts: [] })
    .filter(({ goal }) => goal.includes(wanted))
    .map(({ figure, verdict }) => `${figure} ${verdict}`)
const cpuOfStyleGo = (rows: Row[]): string[] =>
  verdicts(rows, 'CPU per request, 1 kB, 32 conn.: style go at most 1.5 times node:http proxy')
const longRun = (memory: (second: number) => number): string[] =>
  goals({
    rows: [],
    starts: [],
    longRun: {
      requests: 1_000_000,
      samples: Array.from({ length: 100 }, (_, seconds) => ({ seconds, memory: memory(seconds) })),
    },
  })
    .filter(({ about }) => about === 'memory')
    .map(({ figure, verdict }) => `${figure} ${verdict}`)

test('a figure at its limit meets the goal', () => {
  expect(cpuOfStyleGo([row('style go', [60]), row('node:http proxy', [40])])).toEqual(['1.50 times met'])
})

test('a missed goal says by how much', () => {
  expect(cpuOfStyleGo([row('style go', [75]), row('node:http proxy', [40])])).toEqual(['1.88 times missed by 25 %'])
})

test('a missed goal says which load is to be profiled', () => {
  const missed = goals({
    rows: [row('style go', [99], undefined, 256), row('node:http proxy', [9], undefined, 256)],
    starts: [],
  })
  expect(missed.filter(({ verdict }) => verdict.startsWith('missed')).map(({ about }) => about)).toEqual([
    { contestant: 'style go', size: 1, connections: 256 },
  ])
})

test('a round in which the machine was busy elsewhere does not decide, since both suffer in it', () => {
  expect(cpuOfStyleGo([row('style go', [55, 600, 60]), row('node:http proxy', [40, 400, 50])])).toEqual([
    '1.38 times met',
  ])
})

test('a contestant that refused to start leaves the goal unmeasured, with its own words', () => {
  expect(cpuOfStyleGo([row('style go', [], 'refused: PORT is "x"'), row('node:http proxy', [40])])).toEqual([
    ' not measured (refused: PORT is "x")',
  ])
})

test('a load that was left out leaves the goal unmeasured', () => {
  const rows = [row('style go', [60]), row('node:http proxy', [40])]
  expect(verdicts(rows, '256 conn.: style go at most')).toEqual([' not measured (QUICK)'])
})

test('what comes from the cache is held against the constant answer', () => {
  const rows = [row('style go, cache', [28]), row('node:http constant', [20]), row('node:http proxy', [40])]
  expect(verdicts(rows, '32 conn.: style go, cache')).toEqual(['1.40 times met'])
})

test('memory that rises at first and then stays counts as flat', () => {
  expect(longRun((second) => 1e6 * Math.min(100 + second, 140))).toEqual(['0.0 % met', '140 MB met'])
})

test('memory that rises to the end does not count as flat', () => {
  expect(longRun((second) => 1e6 * (200 + second))).toEqual(['17.9 % missed by 258 %', '299 MB missed by 17 %'])
})
