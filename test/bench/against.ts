import { execFile } from 'node:child_process'
import { rm, symlink } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Table } from 'console-table-printer'
import { contestants, isService } from './contestants.ts'
import { enterAll, type Entry } from './entries.ts'
import { measureGrid, type Grid } from './grid.ts'
import { shouldDisableColors } from './report.ts'
import { middle, ratio, ratios, type Row } from './results.ts'
import { tokenOf } from './session.ts'

/** What to hold this checkout against, and under which load. */
export interface Against extends Pick<Grid, 'cores' | 'say'> {
  ref: string
  oryUrl: string
  /** Size of the session in kB. */
  size: number
  connections: number
}

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}.cache/bench/against/`
const cpu = 'cpuMicrosecondsPerRequest'

/**
 * measureAgainst builds the commit that `ref` names with the packages of this checkout, and measures the service of
 * both side by side. It returns a table of the ratios of their CPU per request.
 *
 * @throws Error when there is no such commit, or it can't be built.
 */
export async function measureAgainst({ ref, oryUrl, size, connections, cores, say }: Against): Promise<string> {
  say(`building ${ref} …`)
  const commit = await build(ref)
  const here = contestants.filter(({ name }) => isService(name))
  const there = here.map((one) => ({ ...one, command: [process.execPath, `${folder}dist/start.mjs`] }))
  const token = tokenOf(size)
  const enter = async (side: typeof here, where: string): Promise<Entry[]> =>
    (await enterAll(side, oryUrl, token, cores.contestant, 1, say)).entries.map((entry) => ({
      ...entry,
      label: `${entry.name}, ${where}`,
    }))
  const [ours, theirs] = [await enter(here, 'here'), await enter(there, ref)]
  const entries = ours.flatMap((entry, index) => [entry, ...theirs.slice(index, index + 1)])
  const plan = { rounds: 5, seconds: 2, warmUp: 3, cores, say }
  const rows = await measureGrid({ ...plan, upstream: 'nginx', entries, loads: [{ size, connections, token }] })
  return tableOf(rows, `this checkout / ${ref} (${commit.slice(0, 7)}), ${size} kB, ${connections} connections`)
}

/** removeOther removes what {@link measureAgainst} built: Jest would find its packages. */
export async function removeOther(): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

async function build(ref: string): Promise<string> {
  const git = async (cwd: string, ...args: string[]): Promise<string> => (await run('git', args, { cwd })).stdout.trim()
  const commit = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`).catch(
    (cause: unknown) => {
      throw new Error(`looking for AGAINST=${ref}: no such commit here`, { cause })
    },
  )
  await removeOther()
  await git(root, 'clone', '--quiet', '--shared', '--no-checkout', root, folder)
  await git(folder, 'checkout', '--quiet', '--detach', commit)
  await symlink(`${root}node_modules`, `${folder}node_modules`)
  await run(`${root}node_modules/.bin/tsdown`, ['--logLevel', 'error', '--no-dts'], { cwd: folder })
  return commit
}

/** Rows are in pairs: this checkout's, then the other's. */
function tableOf(rows: readonly Row[], title: string): string {
  const names = ['contestant', 'here', 'there', 'CPU ratio', 'rounds']
  const columns = names.map((name, index) => ({
    name,
    alignment: index === 0 ? ('left' as const) : ('right' as const),
  }))
  const table = new Table({ shouldDisableColors, title, columns })
  for (const [index, ours] of rows.entries()) {
    if (index % 2 === 1) continue
    const theirs = rows[index + 1]
    const all = ratios(ours, theirs, cpu)
    table.addRow({
      contestant: ours.contestant,
      here: middle(ours, cpu)?.toFixed(1) ?? ours.failure,
      there: middle(theirs, cpu)?.toFixed(1) ?? theirs?.failure,
      'CPU ratio': ratio(ours, theirs, cpu)?.toFixed(3) ?? '',
      rounds: all.length === 0 ? '' : `${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)}`,
    })
  }
  return table.render()
}
