import { expect, test } from '@jest/globals'
import type { ContestantName } from './contestants.ts'
import { largestBend, linesOf } from './growth.ts'
import { bendLine, growthTables } from './load-report.ts'
import type { Row } from './results.ts'

const row = (contestant: ContestantName, size: number, connections: number, cpu: number): Row => ({
  ...{ upstream: 'nginx', size, connections, contestant },
  rounds: [
    {
      ...{ requests: 1, requestsPerSecond: 1000, cpuMicrosecondsPerRequest: cpu },
      ...{ p50: 1, p99: 2, p999: 3, memory: 1e8, others: 0 },
    },
  ],
})
const loads = [
  [1, 64],
  [1, 256],
  [1, 1024],
] as const
const over = (contestant: ContestantName, ...cpu: number[]): Row[] =>
  loads.map(([size, connections], index) => row(contestant, size, connections, cpu[index] ?? 0))

test('a bend that the floor has too is none', () => {
  const rows = [...over('style go', 60, 120, 240), ...over('node:http proxy', 40, 80, 160)]
  expect(largestBend(linesOf(rows))?.times).toBe(1)
})

test('the largest bend is where the ratio to the floor grows most', () => {
  const rows = [
    ...over('style go', 60, 66, 180),
    ...over('style http', 50, 60, 70),
    ...over('node:http proxy', 40, 40, 60),
  ]
  expect(bendLine(linesOf(rows))).toBe(
    'Largest bend: style go from 256 to 1024 connections, from 1.65 to 3.00 times its floor, ' +
      'which is 1.82 times as much.',
  )
})

test('the tables have CPU and ratio at each point', () => {
  const rows = [...over('style go, cache', 30, 36, 45), ...over('node:http constant', 15, 15, 15)]
  const table = growthTables(linesOf(rows))
  expect(table).toMatch(/contestant\s*│\s*64 │\s*256 │\s*1024 │/)
  expect(table).toMatch(/style go, cache\s*│ 30 \(2\.00\) │ 36 \(2\.40\) │ 45 \(3\.00\) │/)
})
