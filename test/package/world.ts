import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

/** A version of Node that the package is tried on. */
export type NodeVersion = '22' | '24'

/** All of them. */
export const versions: readonly NodeVersion[] = ['22', '24']

/** The packed package, and a project that has it installed beside the tools and frameworks of its users. */
export interface World {
  tarball: string
  /** The project: a copy of `consumer/`. */
  folder: string
  /** A project that has nothing but the package. */
  alone: string
  /** The programs, by version. */
  nodes: Record<NodeVersion, string>
}

/** What a program printed. */
export interface Output {
  stdout: string
  stderr: string
}

/** A line of the table: something that a user does with the package. */
export interface Row {
  consumer: string
  node: NodeVersion
  runner: string
  /** Rejects when it does not work; may return a figure for the table. */
  run: (world: World) => Promise<string | undefined>
}

// Outside of the checkout, whose packages would be found from anywhere below it; a folder for each checkout.
const caches = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
const cache = join(caches, 'ory-session-echo', createHash('sha256').update(resolve('.')).digest('hex').slice(0, 12))
const minutes = 5

/**
 * program runs a program to its end, with `input` on its standard input, and rejects with what it printed when it
 * fails, or takes five minutes.
 */
export async function program(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
  input = '',
): Promise<Output> {
  const clean: NodeJS.ProcessEnv = { ...process.env, ...env, NO_COLOR: '1' }
  delete clean['NODE_ENV']
  delete clean['FORCE_COLOR']
  const options = { cwd, env: clean, timeout: minutes * 60_000, maxBuffer: 64e6 }
  try {
    const running = promisify(execFile)(file, args, options)
    running.child.stdin?.on('error', () => undefined).end(input) // it may end before it has read all
    return await running
  } catch (error) {
    const { stdout = '', stderr = '' } = error as Partial<Output>
    const said = `${stdout}\n${stderr}`.trim() || String(error)
    throw new Error(`${[file.split('/').at(-1), ...args].join(' ')}: ${said.slice(-3000)}`, { cause: error })
  }
}

/** npm runs npm in a folder, quietly. */
export function npm(args: readonly string[], cwd: string): Promise<Output> {
  return program('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline'], cwd)
}

/** emptyFolder makes an empty folder for a row, below the cache. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = join(cache, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** newProject makes an empty project for a row, and installs packages into it. */
export async function newProject(name: string, ...packages: string[]): Promise<string> {
  const folder = await emptyFolder(name)
  await npm(['init', '--yes'], folder)
  await npm(['install', ...packages], folder)
  return folder
}

/** makeWorld packs the package and installs it from its tarball into the project of its users. */
export async function makeWorld(): Promise<World> {
  const packed = await emptyFolder('tarball')
  await npm(['pack', '--pack-destination', packed], '.')
  const [name = ''] = await readdir(packed)
  const tarball = join(packed, name)
  const folder = await installedProject()
  await rm(join(folder, 'node_modules/ory-session-echo'), { recursive: true, force: true })
  await npm(['install', '--no-save', '--no-package-lock', tarball], folder)
  const alone = await newProject('alone', '--omit=dev', tarball)
  const nodes = { 22: join(folder, 'node_modules/node22/bin/node'), 24: process.execPath }
  return { tarball, folder, alone, nodes }
}

/** Installs the project's tools, unless they are there, and brings its files and the README's programs up to date. */
async function installedProject(): Promise<string> {
  const folder = join(cache, 'consumer')
  const lock = await readFile('test/package/consumer/package-lock.json', 'utf8')
  const stamp = createHash('sha256').update(lock).digest('hex')
  const isThere = (await readFile(join(folder, '.stamp'), 'utf8').catch(() => '')) === stamp
  if (!isThere) await rm(folder, { recursive: true, force: true })
  await cp('test/package/consumer', folder, { recursive: true })
  const programs = [...(await readFile('README.md', 'utf8')).matchAll(/^```ts\n(.*?)^```$/gms)]
  await Promise.all(programs.map(([, code = ''], index) => writeFile(join(folder, `readme-${index + 1}.ts`), code)))
  if (!isThere) {
    await npm(['ci'], folder)
    await writeFile(join(folder, '.stamp'), stamp)
  }
  return folder
}
