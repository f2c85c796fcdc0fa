import { Table } from 'console-table-printer'
import { commandRows } from './command.ts'
import { frameworkRows, stopKratos } from './frameworks.ts'
import { installRows } from './install.ts'
import { kratosRows } from './kratos.ts'
import { moduleRows } from './modules.ts'
import { makeWorld, type Row } from './world.ts'

/** Ends with a line for whoever asked. */
function stop(why: string): never {
  console.error(why)
  process.exit(1)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopKratos().finally(() => process.exit(130)))

const wanted = (process.env['ONLY'] ?? '').toLowerCase()
const all: readonly Row[] = [...installRows, ...moduleRows, ...commandRows, ...kratosRows, ...frameworkRows]
const rows = all.filter(({ consumer, runner }) => `${consumer}, ${runner}`.toLowerCase().includes(wanted))
if (rows.length === 0) stop(`looking for rows: none has "${wanted}" in its consumer or runner; look at the table`)
const isTerminal = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''

console.error('packing the package, and installing it as its users do …')
const world = await makeWorld().catch((error: unknown) => stop(messageOf(error)))
const table = new Table({ shouldDisableColors: !isTerminal, columns: [{ name: 'consumer', alignment: 'left' }] })
const faults: string[] = []
for (const { consumer, node, runner, run } of rows) {
  const title = `${consumer}, Node ${node}, ${runner}`
  console.error(`${title} …`)
  try {
    const figure = await run(world)
    table.addRow({ consumer, node, runner, result: `passed${figure === undefined ? '' : `: ${figure}`}` })
  } catch (error) {
    faults.push(`${title}: ${messageOf(error)}`)
    table.addRow({ consumer, node, runner, result: 'FAILED' }, { color: 'red' })
  }
}
await stopKratos()
console.log(table.render())
for (const fault of faults) console.error(`\n${fault}`)
console.log(`${rows.length - faults.length} passed, ${faults.length} failed`)
process.exit(faults.length === 0 ? 0 : 1)
