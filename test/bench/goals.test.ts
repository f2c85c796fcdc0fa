import { expect, test } from '@jest/globals'
import type { ContestantName } from './contestants.ts'
import { goals } from './goals.ts'
import type { Measured } from './load.ts'
import type { Row, UpstreamName } from './results.ts'

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
const row = (contestant: ContestantName, cpu: number[], failure?: string, upstream: UpstreamName = 'nginx'): Row => ({
  ...{ upstream, size: 1, connections: 32, contestant, rounds: cpu.map(measured) },
  ...(failure === undefined ? {} : { failure }),
})
const cpuOfStyleGo = (rows: Row[]): string[] =>
  goals({ rows, starts: [] })
    .filter(({ goal }) => goal.startsWith('CPU per request, style go'))
    .map(({ figure, verdict }) => `${figure} ${verdict}`)
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
  expect(cpuOfStyleGo([row('style go', [40]), row('Go example', [100])])).toEqual(['0.40 times met'])
})

test('a missed goal says by how much', () => {
  expect(cpuOfStyleGo([row('style go', [50]), row('Go example', [100])])).toEqual(['0.50 times missed by 25 %'])
})

test('a round in which the machine was busy elsewhere does not decide, since both suffer in it', () => {
  expect(cpuOfStyleGo([row('style go', [30, 300, 35]), row('Go example', [100, 1000, 100])])).toEqual([
    '0.30 times met',
  ])
})

test('a contestant that refused to start leaves the goal unmeasured, with its own words', () => {
  expect(cpuOfStyleGo([row('style go', [], 'refused: PORT is "x"'), row('Go example', [100])])).toEqual([
    ' not measured (refused: PORT is "x")',
  ])
})

test('memory that rises at first and then stays counts as flat', () => {
  expect(longRun((second) => 1e6 * Math.min(100 + second, 140))).toEqual(['0.0 % met', '140 MB met'])
})

test('memory that rises to the end does not count as flat', () => {
  expect(longRun((second) => 1e6 * (200 + second))).toEqual(['17.9 % missed by 258 %', '299 MB missed by 17 %'])
})
