import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { licencesFile, partsOf, type Part } from '../../release/licences.ts'
import type { Bom } from '../../release/sbom.ts'

const root = mkdtempSync(join(tmpdir(), 'ory-session-echo-release-'))
const checkout = join(root, 'checkout')
const made = join(checkout, '.cache/release/v0.2.0')
const entries = '### Added\n\n- Something.'
let parts: Part[]

/** Runs a command in the copy of the checkout, without what an outer make or release says. */
function run(command: string, args: readonly string[], cwd = checkout): string {
  const mine = ['VERSION', 'MAKEFLAGS', 'MAKELEVEL', 'MAKEOVERRIDES']
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !mine.includes(name)))
  const person = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.com', GIT_CONFIG_GLOBAL: '/dev/null' }
  const committer = { GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.com' }
  const options = { cwd, encoding: 'utf8', env: { ...env, ...person, ...committer, TESTED: '1' } } as const
  const { status, stdout, stderr } = spawnSync(command, args, options)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

const git = (...args: readonly string[]): string => run('git', args)

/** The packages that a file imports for more than their types. */
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?!(?:import|export) type ).*\bfrom '(?!node:|\.)((?:@[^/']+\/)?[^/']+).*'$/gm,
    ),
  ].map(([, name = '']) => name)

// What docs/releases.md says, with a repository to push to.
beforeAll(() => {
  mkdirSync(checkout)
  const files = run('git', ['ls-files', '--cached', '--others', '--exclude-standard'], '.').trimEnd().split('\n')
  for (const file of files.filter(existsSync)) cpSync(file, join(checkout, file))
  run('sh', ['-c', 'cp -al "$0/node_modules" . 2>/dev/null || cp -R "$0/node_modules" .', process.cwd()])
  writeFileSync(join(checkout, 'CHANGELOG.md'), `# Changelog\n\n## Unreleased\n\n${entries}\n`)
  run('git', ['init', '--quiet', '--bare', join(root, 'origin')])
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', join(root, 'origin'))
  git('add', '.')
  git('commit', '--quiet', '--message', 'All')
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

test('make release, as its page says, leaves a package, its SBOM, hashes and notes, and a tag for the workflow', () => {
  const [, commands = ''] = /```sh\n(.*?)```/s.exec(readFileSync('docs/releases.md', 'utf8')) ?? []
  expect(commands).toContain('make release VERSION=0.2.0\n')
  // Make would install the packages again, since the copy of package.json is newer than they are.
  run('sh', ['-euc', commands.replaceAll(/^make /gm, 'make -o node_modules/.package-lock.json ')])

  run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], made)
  expect(readFileSync(join(made, 'notes.md'), 'utf8')).toBe(`${entries}\n`)
  expect(git('ls-remote', 'origin')).toContain('refs/tags/v0.2.0')
  expect(git('status', '--porcelain')).toBe('')
  expect(readFileSync(join(checkout, 'deploy/kubernetes/base/kustomization.yaml'), 'utf8')).toContain('newTag: 0.2.0\n')
  run('tar', ['-xzf', join(made, 'ory-session-echo-0.2.0.tgz')], root)
  expect(JSON.parse(readFileSync(join(root, 'package/package.json'), 'utf8'))).toMatchObject({ version: '0.2.0' })
  parts = partsOf(readFileSync(join(root, 'package/dist', licencesFile), 'utf8'))
})

test('make release without a version makes the same files of any commit, with what is unreleased as notes', () => {
  git('checkout', '--quiet', '--detach', 'HEAD~1')
  expect(run('make', ['-o', 'node_modules/.package-lock.json', 'release'])).toContain('This was a rehearsal')
  const rehearsed = join(checkout, '.cache/release/rehearsal')
  run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], rehearsed)
  expect(readFileSync(join(rehearsed, 'notes.md'), 'utf8')).toBe(`${entries}\n`)
})

test('the package has the licence of each package that is in its files', () => {
  const listed = new Set(parts.map(({ name }) => name))
  const sources = globSync(join(root, 'package/dist/*.map')).flatMap(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources,
  )
  const mapped = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [])
  const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
    peerDependencies: Record<string, string>
  }
  const beside = Object.keys({ ...dependencies, ...peerDependencies }).filter((name) => name !== 'koa')
  const imported = globSync('src/**/*.ts').flatMap(importsOf)
  expect(mapped).toContain('lru-cache')
  expect(imported).toContain('pino')
  const bundled = [...mapped, ...imported.filter((name) => !beside.includes(name))]
  expect(bundled.filter((name) => !listed.has(name))).toEqual([])
})

test('the SBOM is CycloneDX, and lists what is bundled and installed, with versions, and nothing else', () => {
  const bom = JSON.parse(readFileSync(join(made, 'ory-session-echo-0.2.0.cdx.json'), 'utf8')) as Bom
  const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')
  const folder = join(dirname(library), 'res/schema')
  const schema = (name: string): object =>
    JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object
  const at = (name: string): string => `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`
  const schemas = { [at('spdx')]: schema('spdx'), [at('jsf-0.82')]: schema('jsf-0.82') }
  const ajv = new Ajv({ strict: false, validateFormats: false, schemas })
  ajv.validate(schema(`bom-${bom.specVersion}`), bom)
  expect(ajv.errors ?? []).toEqual([])

  const listed = bom.components.map(
    ({ name, version, properties }) => `${name} ${version} ${properties?.[0]?.value ?? ''}`,
  )
  const undici = JSON.parse(readFileSync('node_modules/undici/package.json', 'utf8')) as { version: string }
  const expected = parts.map(({ name, version }) => `${name} ${version} bundled`)
  expect(expected.length).toBeGreaterThan(50)
  expect(listed.toSorted()).toEqual([...expected, `undici ${undici.version} installed`].toSorted())
})
