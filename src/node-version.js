// Plain JavaScript, so that a Node that can't read TypeScript can say so.
import { readFileSync } from 'node:fs'

const { name, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const needed = engines.node.replace('>=', '')
const [major = 0, minor = 0] = needed.split('.').map(Number)
const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number)

if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
  console.error(`${name} needs Node ${needed} or newer, this is ${process.versions.node}: install a newer Node`)
  process.exit(1)
}
