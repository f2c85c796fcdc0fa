import { Table } from 'console-table-printer'
import { during, toStandardError } from '../../src/testing/progress.ts'
import type { Case, Row } from './case.ts'
import { idle, silent, slow } from './connections.ts'
import { body, unread } from './flood.ts'
import { ownership } from './identities.ts'
import { createLab, type Lab } from './lab.ts'
import { within } from './load.ts'
import { largeSessions, smallSessions } from './memory.ts'
import { unwritable } from './output.ts'
import { query, refused, report, traits } from './requests.ts'
import { rollingAtOnce, rollingDelayed } from './shutdown.ts'
import { closing, endless } from './upstream.ts'

const cases: readonly Case[] = [
  refused,
  query,
  ownership,
  rollingAtOnce,
  rollingDelayed,
  closing,
  body,
  slow,
  unwritable,
  largeSessions,
  smallSessions,
  endless,
  traits,
  report,
  silent,
  idle,
  unread,
]
const longest = 60_000 // ms for a case

const only = (process.env['ONLY'] ?? '').split(',').filter(Boolean)
const picked = cases.filter(({ row, name }) => only.length === 0 || only.includes(name) || only.includes(String(row)))
const unknown = only.filter((text) => !cases.some(({ row, name }) => text === name || text === String(row)))

let lab: Lab | undefined

/** Tries a case, and tells `add` of its rows, or why there are none or no more. */
async function attempt({ row, name, measure, missing }: Case, add: (row: Row) => void): Promise<void> {
  const instead = (value: string, ok: boolean): void => {
    add({ did: name, figure: 'not measured', value, limit: '', ok })
  }
  const reason = missing?.()
  if (reason !== undefined) {
    instead(reason, process.env['CI'] !== 'true')
    return
  }
  const here = (lab = createLab())
  const over = new AbortController()
  const task = (async () => {
    for await (const one of measure(here)) if (!over.signal.aborted) add(one)
    return 'done'
  })()
  task.catch(() => undefined) // what it says once its time is over is of no interest
  try {
    const what = `${row} ${name} (${picked.findIndex((one) => one.name === name) + 1} of ${picked.length})`
    if ((await during(what, toStandardError, within(longest, task))) === undefined)
      instead(`not done in ${longest / 1000} s`, false)
  } catch (error) {
    instead(error instanceof Error ? error.message.slice(0, 200) : String(error), false)
  } finally {
    over.abort()
    await here.close()
  }
}

function show(results: readonly (Row & { row: number })[]): void {
  const table = new Table({
    shouldDisableColors: !process.stdout.isTTY || (process.env['NO_COLOR'] ?? '') !== '',
    columns: [
      { name: 'row', alignment: 'right' },
      { name: 'did', title: 'what was done', alignment: 'left', maxLen: 50 },
      { name: 'figure', alignment: 'left' },
      { name: 'value', title: '', alignment: 'right', maxLen: 40 },
      { name: 'limit', alignment: 'right' },
      { name: 'ok', alignment: 'left' },
    ],
  })
  let last = ''
  for (const { row, did, figure, value, limit, ok } of results) {
    const again = did === last
    last = did
    table.addRow(
      { row: again ? '' : row, did: again ? '' : did, figure, value, limit, ok: ok ? 'ok' : 'NO' },
      { color: ok ? '' : 'red' },
    )
  }
  console.log(table.render())
}

async function end(code: number): Promise<never> {
  await lab?.close()
  process.exit(code)
}

if (unknown.length > 0) {
  console.error(
    `ONLY is ${unknown.join(',')}, expected ${cases.map(({ row, name }) => `${row} or ${name}`).join(', ')}`,
  )
  process.exit(2)
}
const interrupted = new AbortController()
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    interrupted.abort()
    void end(code)
  })
}

const began = performance.now()
const results: (Row & { row: number })[] = []
for (const one of picked) {
  if (interrupted.signal.aborted) break
  await attempt(one, (row) => results.push({ row: one.row, ...row }))
}
if (!interrupted.signal.aborted) {
  show(results)
  const missed = results.filter(({ ok }) => !ok).length
  console.log(
    `${results.length - missed} figures within their limits, ${missed} not; ` +
      `${Math.round((performance.now() - began) / 1000)} s`,
  )
  await end(missed === 0 ? 0 : 1)
}
