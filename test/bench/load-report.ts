import { Table } from 'console-table-printer'
import { largestBend, type Axis, type Line } from './growth.ts'
import { shouldDisableColors } from './report.ts'
import { middle, ratio, type AtRate, type FixedRate, type Results, type WorkersRow } from './results.ts'

const left = 'left'
const right = 'right'
const tooLate = 0.01 // part of the requests that the generator may have sent late: beyond, p99 is its own

/** fixedRateTable shows latencies from when requests were due, and how many of them were sent late, and why. */
export function fixedRateTable(rates: readonly FixedRate[]): string {
  const table = new Table({
    shouldDisableColors,
    title: 'at a fixed rate: latency from when a request was due, 1 kB, at most 256 at once',
    columns: [
      { name: 'contestant', alignment: left },
      { name: 'rate', title: 'requests/s', alignment: right },
      { name: 'share', title: '% of capacity', alignment: right },
      { name: 'p50', title: 'p50 ms', alignment: right },
      { name: 'p99', title: 'p99 ms', alignment: right },
      { name: 'p999', title: 'p99.9 ms', alignment: right },
      { name: 'waited', title: 'no free conn. %', alignment: right },
      { name: 'late', title: 'generator late %', alignment: right },
      { name: 'busy', title: 'load busy %', alignment: right },
    ],
  })
  for (const { contestant, rate, share, figures, failure } of rates)
    table.addRow({ contestant, rate, share: percent(share, 0), ...columnsOf(figures, failure) })
  return table.render()
}

function columnsOf(figures: AtRate | undefined, failure = ''): Record<string, string> {
  if (figures === undefined) return { p50: failure.split(':')[0] ?? '' }
  return {
    p50: figures.p50.toFixed(2),
    p99: figures.p99.toFixed(2),
    p999: figures.p999.toFixed(2),
    waited: percent(figures.waited, 1),
    late: percent(figures.generatorLate, 1),
    busy: percent(figures.loadBusy, 0),
  }
}

function percent(part: number, digits: number): string {
  return (100 * part).toFixed(digits)
}

/** generatorLine says where the generator could not keep up, nothing if it could. */
export function generatorLine(rates: readonly FixedRate[]): string | undefined {
  const late = rates.filter(({ figures }) => (figures?.generatorLate ?? 0) > tooLate)
  if (late.length === 0) return undefined
  const where = late.map(({ contestant, share }) => `${contestant} at ${percent(share, 0)} %`)
  return `The generator itself sent more than 1 % too late, so that p99 is also its own: ${where.join('; ')}.`
}

/** growthTables show CPU per request in µs along both axes, and in parentheses how many times the floor that is. */
export function growthTables(lines: readonly Line[]): string {
  const titles: Record<Axis, string> = {
    size: 'CPU µs per request (/ floor) by kB, 32 connections',
    connections: 'CPU µs per request (/ floor) by connections, 1 kB',
  }
  return (['size', 'connections'] as const)
    .map((axis) => {
      const shown = lines.filter((line) => line.axis === axis)
      const steps = [...new Set(shown.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b)
      const table = new Table({
        shouldDisableColors,
        title: titles[axis],
        columns: [
          { name: 'contestant', alignment: left },
          ...steps.map((at) => ({ name: String(at), alignment: right })),
        ],
      })
      for (const { contestant, points } of shown) {
        const row: Record<string, string> = { contestant }
        for (const { at, cpu, floor } of points) row[String(at)] = `${cpu.toFixed(0)} (${floor?.toFixed(2) ?? '?'})`
        table.addRow(row)
      }
      return table.render()
    })
    .join('\n')
}

/** bendLine names the step in which the service grows most against its floor. */
export function bendLine(lines: readonly Line[]): string {
  const bend = largestBend(lines)
  if (bend === undefined) return 'Largest bend: not measured.'
  const { line, from, to, times } = bend
  const unit = line.axis === 'size' ? 'kB' : 'connections'
  const ratios = `${from.floor?.toFixed(2) ?? ''} to ${to.floor?.toFixed(2) ?? ''}`
  return (
    `Largest bend: ${line.contestant} from ${from.at} to ${to.at} ${unit}, ` +
    `from ${ratios} times its floor, which is ${times.toFixed(2)} times as much.`
  )
}

/** workersTable shows what one and two processes manage, and what is lost to sharing. */
export function workersTable(rows: readonly WorkersRow[], { pair }: Results['cores']): string {
  const where = pair.shared ? `with the load on the same: ${pair.contestant}` : `the load on ${pair.load}`
  const table = new Table({
    shouldDisableColors,
    title: `WORKERS, 1 kB, 32 connections, two cores, ${where}`,
    columns: [
      { name: 'contestant', alignment: left },
      { name: 'workers', title: 'WORKERS', alignment: right },
      { name: 'requests', title: 'requests/s', alignment: right },
      { name: 'cpu', title: 'CPU µs', alignment: right },
      { name: 'p99', title: 'p99 ms', alignment: right },
      { name: 'moreRequests', title: 'requests/s, 2 / 1', alignment: right },
      { name: 'moreCpu', title: 'CPU, 2 / 1', alignment: right },
    ],
  })
  for (const row of rows) {
    const one = rows.find(({ contestant, workers }) => contestant === row.contestant && workers === 1)
    const two = row.workers === 2 ? row : undefined
    table.addRow({
      contestant: row.contestant,
      workers: row.workers,
      requests: middle(row, 'requestsPerSecond')?.toFixed(0) ?? row.failure?.split(':')[0],
      cpu: middle(row, 'cpuMicrosecondsPerRequest')?.toFixed(0) ?? '',
      p99: middle(row, 'p99')?.toFixed(2) ?? '',
      moreRequests: ratio(two, one, 'requestsPerSecond')?.toFixed(2) ?? '',
      moreCpu: ratio(two, one, 'cpuMicrosecondsPerRequest')?.toFixed(2) ?? '',
    })
  }
  return table.render()
}
