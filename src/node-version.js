// Plain JavaScript, so that a Node that can't read TypeScript can say so.
import { readFileSync } from 'node:fs'

const { name, engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const needed = Number.parseInt(engines.node.replace('>=', ''), 10)

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `${name} needs Node ${needed} or newer, this is ${process.versions.node}: ` +
      `install Node ${needed}, or run npm ci without --omit=dev, which brings it along`,
  )
  process.exit(1)
}
