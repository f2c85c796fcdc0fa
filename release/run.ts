// make release: docs/releases.md says what it does, and what it refuses.
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { sectionsOf, withRelease, type Section } from './changelog.ts'
import { preparedSection, ReleaseError, unreleasedSection, type Checkout } from './checks.ts'
import { licencesFile, partsOf, works } from './licences.ts'
import { sbomOf, type Bom } from './sbom.ts'

interface Package {
  name: string
  version: string
  repository?: unknown
  dependencies: Record<string, string>
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop.abort.bind(stop))

/** What a command prints. */
async function said(command: string, args: readonly string[], cwd = '.'): Promise<string> {
  const options = { cwd, signal: stop.signal, maxBuffer: 64e6 }
  try {
    return (await promisify(execFile)(command, args, options)).stdout.trimEnd()
  } catch (error) {
    const [last = String(error)] = lines((error as { stderr?: string }).stderr ?? '')
      .filter((line) => !line.includes('A complete log of this run'))
      .slice(-1)
    throw new ReleaseError(`running ${[command, ...args].join(' ')}: ${last}; mend that, and try again`)
  }
}

/** Runs a command to its end, with its output where this one's goes. */
async function run(command: string, args: readonly string[], env = process.env): Promise<void> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
  stop.signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new ReleaseError(`running ${[command, ...args].join(' ')}: it failed; mend what it names`)
}

/** The same with a line about its progress, and without its words. */
const step = (what: string, ...command: readonly string[]): Promise<void> =>
  run('sh', ['test/scripts/progress.sh', what, ...command])

const read = (file: string): Promise<string> => readFile(file, 'utf8')
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '')
const parsed = async (file: string): Promise<Package> => JSON.parse(await read(file)) as Package

async function checkoutHere(): Promise<Checkout> {
  const lock = JSON.parse(await read('package-lock.json')) as Package & { packages: Record<string, Package> }
  return {
    version: (await parsed('package.json')).version,
    locked: [lock.version, lock.packages['']?.version ?? 'none'],
    changelog: sectionsOf(await read('CHANGELOG.md')),
    tags: lines(await said('git', ['tag', '--list'])),
    tagsHere: lines(await said('git', ['tag', '--points-at', 'HEAD'])),
    branch: await said('git', ['branch', '--show-current']),
    changes: lines(await said('git', ['status', '--porcelain'])),
  }
}

const manifests = 'deploy/kubernetes/base/kustomization.yaml'

/** Writes a version into the files that have it. */
async function prepare(version: string): Promise<void> {
  const changelog = withRelease(await read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10))
  await said('npm', ['version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts'])
  await writeFile('CHANGELOG.md', changelog)
  await writeFile(manifests, (await read(manifests)).replace(/(?<=newTag: ).*/, version))
  console.log(`wrote ${version} into package.json, its lock file, CHANGELOG.md and ${manifests}`)
  console.log('Look at that with git diff, then:')
  console.log(`git commit -am 'Release ${version}' && make release VERSION=${version}`)
}

/** Builds and packs a checkout into a folder, and returns the tarball's name. */
async function pack(what: string, checkout: string, to: string): Promise<string> {
  await step(what, 'sh', '-c', 'cd "$0" && tsdown --logLevel error', checkout)
  const [tarball = ''] = lines(
    await said('npm', ['pack', '--ignore-scripts', '--pack-destination', resolve(to)], checkout),
  )
  return tarball
}

const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')

/** Packs the commit twice, here and in a clone in another place, and refuses what isn't the same byte for byte. */
async function packTwice(to: string): Promise<string> {
  const clone = await mkdtemp(join(to, 'clone-'))
  try {
    const tarball = await pack('building the package', '.', to)
    await said('git', ['clone', '--quiet', '--no-tags', '.', clone])
    const copy = 'cp -al node_modules "$0" 2>/dev/null || cp -R node_modules "$0"'
    await step('copying node_modules for a second build', 'sh', '-c', copy, clone)
    const again = await pack('building it again elsewhere', clone, clone)
    if ((await hashOf(join(to, tarball))) !== (await hashOf(join(clone, again))))
      throw new ReleaseError(
        'comparing two builds of this commit: the tarballs differ; remove files that git ignores from the folders in ' +
          '"files" of package.json (git status --ignored), or see what depends on time or place',
      )
    return tarball
  } finally {
    await rm(clone, { recursive: true, force: true })
  }
}

async function sbomHere(): Promise<Bom> {
  const all = JSON.parse(await said('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'])) as Bom
  const { name, dependencies } = await parsed('package.json')
  return sbomOf(all, name, {
    parts: partsOf(await read(join('dist', licencesFile))),
    works: works(),
    dependencies: Object.keys(dependencies),
    time: new Date(await said('git', ['log', '-1', '--format=%cI'])).toISOString(),
  })
}

async function tests(): Promise<string> {
  if (process.env['TESTED'] === '1') return 'make test was not run: TESTED=1 says that it was green'
  // They make releases too, and would take these for theirs.
  const mine = ['VERSION', 'TESTED', 'MAKEFLAGS', 'MAKELEVEL', 'MAKEOVERRIDES']
  await run('make', ['test'], Object.fromEntries(Object.entries(process.env).filter(([name]) => !mine.includes(name))))
  return 'make test was green'
}

/** Makes all files of a release in a folder, with the notes of a section of the changelog. */
async function build(folder: string, { body }: Section): Promise<void> {
  const tested = await tests()
  const making = `${folder}.part`
  await rm(folder, { recursive: true, force: true })
  await rm(making, { recursive: true, force: true })
  await mkdir(making, { recursive: true })
  try {
    const tarball = await packTwice(making)
    const sbom = tarball.replace(/\.tgz$/, '.cdx.json')
    await writeFile(join(making, sbom), `${JSON.stringify(await sbomHere(), undefined, 2)}\n`)
    await writeFile(join(making, 'notes.md'), `${body}\n`)
    const sums = await Promise.all(
      [tarball, sbom].map(async (file) => `${await hashOf(join(making, file))}  ${file}\n`),
    )
    await writeFile(join(making, 'SHA256SUMS'), sums.join(''))
    await rename(making, folder)
    console.log(`${tested}; two builds gave the same ${tarball}`)
    console.log(`${folder} has it, its SBOM, SHA256SUMS and notes.md. Nothing was published`)
  } finally {
    await rm(making, { recursive: true, force: true })
  }
  if ((await parsed('package.json')).repository === undefined)
    console.error('publishing will fail: package.json has no "repository", which npm compares with where it was built')
}

async function release(version: string, checkout: Checkout): Promise<void> {
  const section = preparedSection(version, checkout)
  if (section === undefined) return prepare(version)
  await build(`.cache/release/v${version}`, section)
  console.log(`To have it published: git tag v${version} && git push origin main v${version}`)
}

/** Makes what a release of this commit would have, while its version is not decided. */
async function rehearse(checkout: Checkout): Promise<void> {
  await build('.cache/release/rehearsal', unreleasedSection(checkout))
  console.log('This was a rehearsal with the last version; to write a new one first: make release VERSION=1.2.3')
}

try {
  const checkout = await checkoutHere()
  const version = process.env['VERSION'] ?? ''
  await (version === '' ? rehearse(checkout) : release(version, checkout))
} catch (error) {
  if (!stop.signal.aborted) console.error(error instanceof ReleaseError ? error.message : error)
  process.exitCode = stop.signal.aborted ? 130 : 1
}
