import { readdirSync, readFileSync } from 'node:fs'
import { recordings } from './service.ts'

/** Greps the logs of the whole integration run for every cookie and token that it used, and for every trait. */
const secrets = readFileSync(`${recordings}secrets`, 'utf8').split('\n').filter(Boolean)
const logs = readdirSync(recordings)
  .filter((name) => name.endsWith('.log'))
  .map((name) => readFileSync(recordings + name, 'utf8'))
const lines = logs.flatMap((log) => log.split('\n').filter(Boolean))
const leaks = lines.filter((line) => line.includes('@example.') || secrets.some((secret) => line.includes(secret)))

console.error(
  `${lines.length} log lines hold none of ${secrets.length} secrets: ${leaks.length === 0 ? 'true' : 'false'}`,
)
// The lines themselves are not shown: they hold secrets.
if (leaks.length > 0)
  console.error(
    `${leaks.length} lines hold one, the first with the keys ` +
      Object.keys(JSON.parse(leaks[0] ?? '{}') as object).join(', '),
  )
process.exitCode = leaks.length === 0 && secrets.length > 100 && lines.length > 100 ? 0 : 1
