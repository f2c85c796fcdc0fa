import { parseArgs, styleText } from 'node:util'
import { configuration } from './configuration.ts'
import { createOry } from './ory/client.ts'
import { errorCode } from './ory/transport/error-code.ts'
import { refuse } from './refuse.ts'
import type { Config } from './service/config.ts'
import { jsonOf } from './service/debug/json.ts'
import { markdownOf } from './service/debug/markdown.ts'
import { readPaste } from './service/debug/paste/paste.ts'
import { reportOn, type Report } from './service/debug/report.ts'
import { longestPaste, setupOf } from './service/debug/setup.ts'
import { textOf, type TextLook } from './service/debug/text.ts'
import { explainedBy } from './service/explained.ts'
import { explainUsage } from './service/variables.ts'
import { readInput } from './terminal/input.ts'
import { withProgress } from './terminal/progress.ts'

type Form = (report: Report) => string

/** The forms of a report, by the options that ask for them; text without any. */
const forms: Readonly<Record<string, Form>> = { json: jsonOf, markdown: markdownOf }

const options = {
  ...Object.fromEntries(Object.keys(forms).map((name) => [name, { type: 'boolean' as const }])),
  help: { type: 'boolean', short: 'h' },
} as const

const colours = { good: 'green', problem: 'red', note: 'cyan' } as const
const [usualColumns, mostColumns] = [80, 100]

/** As the terminal has it; a pipe or a file gets 80 columns without colours. */
function look({ isTTY, columns }: typeof process.stdout): TextLook {
  return {
    columns: isTTY && columns > 0 ? Math.min(columns, mostColumns) : usualColumns,
    paint: (tone, text) => styleText(colours[tone], text, { stream: process.stdout }),
    footer:
      'Secrets are shown as their length and a fingerprint: equal fingerprints, equal secrets. They are made with a ' +
      'new key each time, so compare them within this report only.',
  }
}

/** What the arguments ask for; undefined when it is not understood. */
function asked(args: readonly string[]): Form | 'help' | undefined {
  try {
    const values = Object.entries(parseArgs({ args: [...args], options }).values)
    if (values.some(([name]) => name === 'help')) return 'help'
    const [form, another] = values.map(([name]) => forms[name])
    return another === undefined ? (form ?? ((report) => textOf(report, look(process.stdout)))) : undefined
  } catch {
    return undefined
  }
}

function interrupt(): never {
  process.exit(130)
}

/** The paste from standard input; undefined when there is none to explain, which was said then. */
async function pasted(): Promise<string | undefined> {
  const hint = 'Paste the command, header or token, which is not shown here, then press Enter and Ctrl-D: '
  try {
    const input = await readInput(process.stdin, process.stderr, hint, longestPaste)
    if (typeof input !== 'string') {
      if (input.not === 'interrupted') interrupt()
      const most = `${longestPaste / 1024} kB`
      refuse([`reading the paste: it exceeds ${most}; paste only the command or the line with the credentials`])
    } else if (input.trim() === '') {
      refuse([
        'reading the paste: standard input is empty; expected a command, a header or a token; try explain --help',
      ])
    } else return input
  } catch (error) {
    if (errorCode(error) === '') throw error
    refuse([`reading the paste from standard input: ${errorCode(error)}`])
  }
  return undefined
}

async function reportFor(paste: string, config: Config): Promise<Report> {
  const { oryUrl, upstreamTimeout, upstreamMaxBytes } = config
  const ory = createOry(oryUrl, { timeout: upstreamTimeout, maxBytes: upstreamMaxBytes })
  try {
    const report = reportOn(readPaste(paste), setupOf(explainedBy(config, ory)))
    return await withProgress(process.stderr, `asking ${oryUrl.href} …`, report)
  } finally {
    ory.close()
  }
}

/**
 * explain reads a paste from standard input, and writes why the configured Ory sees a session in it, or none. The exit
 * code is 0 if what was pasted has a session as it stands, 1 if it has not, 2 if the arguments, the configuration or
 * the paste are wrong, and 130 after Ctrl-C.
 */
export async function explain(args: readonly string[]): Promise<void> {
  process.on('SIGINT', interrupt)
  process.stdout.on('error', (error) => {
    // Where the pipe is closed, as by head, its reader has read enough.
    if (errorCode(error) !== 'EPIPE') refuse([`writing the report: ${errorCode(error)}`])
  })
  process.stderr.on('error', () => undefined)
  const form = asked(args)
  if (form === undefined) {
    // What was given is not repeated: it may be a secret, and is in the shell's history already.
    const those = [...Object.keys(forms).map((name) => `--${name}`), '--help or none'].join(', ')
    refuse([
      `reading the arguments: expected ${those} after explain, and the paste on standard input; try explain --help`,
    ])
    return
  }
  if (form === 'help') {
    process.stdout.write(explainUsage())
    return
  }
  const config = configuration()
  const paste = config === undefined ? undefined : await pasted()
  if (config === undefined || paste === undefined) return
  const report = await reportFor(paste, config)
  process.exitCode = report.diagnosis[0]?.tone === 'good' ? 0 : 1
  process.stdout.write(form(report))
}
