import { Table } from 'console-table-printer'
import { median } from 'simple-statistics'
import type { Profile } from './profile.ts'
import { middle, toFloor, type Figure, type Goal, type Row, type Start } from './results.ts'

/** Whether tables are to be without colours. */
export const shouldDisableColors = !process.stdout.isTTY || (process.env['NO_COLOR'] ?? '') !== ''
const left = 'left'
const right = 'right'

/** resultsTable shows every row with the medians of its rounds and its CPU as a ratio to its floor's. */
export function resultsTable(rows: readonly Row[]): string {
  const table = new Table({
    shouldDisableColors,
    columns: [
      { name: 'upstream', title: 'asked', alignment: left },
      { name: 'size', title: 'kB', alignment: right },
      { name: 'connections', title: 'conn.', alignment: right },
      { name: 'contestant', alignment: left },
      { name: 'requests', title: 'requests/s', alignment: right },
      { name: 'cpu', title: 'CPU µs', alignment: right },
      { name: 'floor', title: '/ floor', alignment: right },
      { name: 'p50', title: 'p50 ms', alignment: right },
      { name: 'p99', title: 'p99 ms', alignment: right },
      { name: 'p999', title: 'p99.9 ms', alignment: right },
      { name: 'memory', title: 'MB', alignment: right },
    ],
  })
  for (const row of rows) {
    const { upstream, size, connections, contestant } = row
    const floor = toFloor(rows, row)?.toFixed(2) ?? ''
    table.addRow({ upstream, size, connections, contestant, ...figuresOf(row), floor })
  }
  return table.render()
}

function figuresOf(row: Row): Record<string, string> {
  const [kind] = row.failure?.split(':') ?? []
  if (kind !== undefined) return { requests: kind }
  const shown = (figure: Figure, digits: number, unit = 1): string =>
    ((middle(row, figure) ?? 0) / unit).toFixed(digits)
  return {
    requests: shown('requestsPerSecond', 0),
    cpu: shown('cpuMicrosecondsPerRequest', 0),
    p50: shown('p50', 2),
    p99: shown('p99', 2),
    p999: shown('p999', 2),
    memory: shown('memory', 0, 1e6),
  }
}

/** othersLine says how much of the contestants' core other programs used meanwhile. */
export function othersLine(rows: readonly Row[]): string {
  const others = rows.flatMap(({ rounds }) => rounds.map((round) => 100 * round.others))
  const middle = others.length === 0 ? 0 : median(others)
  const most = Math.max(0, ...others)
  const judged = middle < 5 ? '' : '; figures and ratios suffer from that: repeat it when the machine is quiet'
  return (
    `Other programs used ${middle.toFixed(0)} % of the contestants' core (median), ${most.toFixed(0)} % ` +
    `at most${judged}.`
  )
}

/** failures names what could not be measured, a line each, every reason once. */
export function failures(rows: readonly { contestant: string; failure?: string }[]): string[] {
  return [
    ...new Set(rows.flatMap(({ contestant, failure }) => (failure === undefined ? [] : `${contestant}: ${failure}`))),
  ]
}

/** startTable shows how long each contestant took from its start to its first answer. */
export function startTable(starts: readonly Start[]): string {
  const table = new Table({
    shouldDisableColors,
    columns: [
      { name: 'contestant', alignment: left },
      { name: 'start', title: 'start to first answer', alignment: left },
    ],
  })
  for (const { contestant, milliseconds, refusal } of starts)
    table.addRow({ contestant, start: refusal ?? `${median(milliseconds).toFixed(0)} ms` })
  return table.render()
}

/** goalsTable shows goal and figure side by side. */
export function goalsTable(goals: readonly Goal[]): string {
  const table = new Table({
    shouldDisableColors,
    columns: [
      { name: 'goal', alignment: left },
      { name: 'figure', alignment: right },
      { name: 'verdict', alignment: left },
    ],
  })
  for (const { goal, figure, verdict } of goals)
    table.addRow(
      { goal, figure, verdict },
      { color: verdict === 'met' ? 'green' : verdict.startsWith('missed') ? 'red' : 'yellow' },
    )
  return table.render()
}

/** profileTable shows where a program spends its own time: by module, then by function. */
export function profileTable({ title, unit, modules, functions }: Profile): string {
  const columns = [
    { name: 'share', alignment: right },
    { name: 'time', title: unit, alignment: right },
    { name: 'where', alignment: left },
  ]
  const byModule = new Table({ shouldDisableColors, title: `${title}: by module`, columns })
  for (const row of modules) byModule.addRow(row)
  const byFunction = new Table({ shouldDisableColors, title: `${title}: by function`, columns })
  for (const row of functions) byFunction.addRow(row)
  return `${byModule.render()}\n${byFunction.render()}`
}
