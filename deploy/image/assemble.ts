// assemble.ts FOLDER copies what the service runs with into FOLDER: its two files, their licences, and the packages
// that they load, in the versions of the lock file and without what only people and compilers read.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the lock file knows of a package at a path. */
interface Locked {
  dependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

const target = process.argv[2] ?? 'image'
// npm's own format, which it has checked.
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const forTraces = '@opentelemetry/sdk-node'

/** Where Node finds the package `name` from the package at `path`. */
function found(name: string, path: string): string {
  const here = join(path, 'node_modules', name)
  if (packages[here] !== undefined) return here
  if (path === '') throw new Error(`looking for ${name}: the lock file has none`)
  return found(name, path.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, ''))
}

const needed = new Set<string>()

function need(name: string, path: string): void {
  const at = found(name, path)
  if (needed.has(at)) return
  needed.add(at)
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = packages[at] ?? {}
  const peers = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true)
  for (const wanted of [...Object.keys(dependencies), ...peers]) if (!wanted.startsWith('@types/')) need(wanted, at)
}

for (const name of [...Object.keys(packages['']?.dependencies ?? {}), forTraces]) need(name, '')

const unread = /\.map$|\.d\.[cm]?ts$|\.tsbuildinfo$/
for (const at of needed)
  cpSync(at, join(target, at), {
    recursive: true,
    // A package within a package is needed by itself, or not at all.
    filter: (path) => !unread.test(path) && !path.slice(at.length).includes('/node_modules'),
  })
for (const file of ['package.json', 'LICENSE', 'dist/start.mjs', 'dist/service.cjs', 'dist/THIRD_PARTY_LICENSES'])
  cpSync(file, join(target, file))
