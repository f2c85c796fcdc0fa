import packageJson from '../package.json' with { type: 'json' }
import { parseArgs } from 'node:util'
import { refuse } from './refuse.ts'

const options = {
  check: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

async function check(): Promise<void> {
  const { configuration } = await import('./configuration.ts')
  const { check: ask } = await import('./service/check.ts')
  const config = configuration()
  if (config === undefined) return
  const { lines, ok } = await ask(config)
  console.log(lines.join('\n'))
  process.exitCode = ok ? 0 : 1
}

/** Asked every few seconds in a container, so it loads nothing of the service. */
async function health(): Promise<never> {
  const { health: ask } = await import('./health.ts')
  const { line, ok } = await ask(process.env)
  console[ok ? 'log' : 'error'](line)
  process.exit(ok ? 0 : 1) // a name that is still being looked up would keep it waiting
}

/** What the arguments ask for; undefined when it is not understood. */
function asked(): Partial<Record<keyof typeof options, boolean>> | undefined {
  try {
    return parseArgs({ options }).values
  } catch {
    return undefined
  }
}

/** run does what the command line asks for: it starts the service unless there is something else on it. */
export async function run(): Promise<void> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === 'explain') return (await import('./explain.ts')).explain(rest)
  if (command === '--health' && rest.length === 0) return health()
  const values = asked()
  if (values === undefined) {
    // What was given is not repeated: it may be a secret that was meant for a variable.
    refuse(['reading the arguments: expected explain, --check, --health, --help, --version or none; try --help'])
  } else if (values.help === true) process.stdout.write((await import('./service/variables.ts')).usage())
  else if (values.version === true) console.log(packageJson.version)
  else if (values.check === true) await check()
  else await (await import('./main.ts')).serve()
}
