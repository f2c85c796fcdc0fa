import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programsOf } from './blocks.ts'

/** The programs of a page, written into a folder from which they run. */
export interface Programs extends AsyncDisposable {
  folder: string
  /** The whole page. */
  page: string
  /** The path of one of them. */
  file: (name: string) => string
  /** The text of one of them, as it is on the page. */
  text: (name: string) => string
}

/** writePrograms writes the programs of a page, with this checkout for the package. */
export async function writePrograms(page: string): Promise<Programs> {
  const programs = await programsOf(page)
  if (programs.size === 0) throw new Error(`reading ${page}: it has no program`)
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/docs-')
  for (const [name, code] of programs)
    await writeFile(join(folder, name), code.replaceAll("'ory-session-echo'", "'../../src/index.ts'"))
  return {
    folder,
    page: await readFile(page, 'utf8'),
    file: (name) => join(folder, name),
    text: (name) => {
      const text = programs.get(name)
      if (text === undefined) throw new Error(`reading ${page}: it has no ${name}`)
      return text
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** complaintsAbout type-checks the TypeScript of pages under the settings of the project, as it is on them. */
export async function complaintsAbout(pages: readonly string[]): Promise<string[]> {
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp('.cache/docs-')
  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { paths: { 'ory-session-echo': ['../../src/index.ts'] } },
    include: ['*.ts'],
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  for (const page of pages) {
    for (const [name, code] of await programsOf(page))
      if (name.endsWith('.ts')) await writeFile(join(folder, `${page.replaceAll('/', '-')}-${name}`), code)
  }
  const compiler = ['node_modules/typescript/bin/tsc', '--pretty', 'false', '-p', folder]
  const said = await promisify(execFile)(process.execPath, compiler).catch(
    (error: unknown) => error as { stdout: string }, // it exits with 2 when it complains
  )
  await rm(folder, { recursive: true, force: true })
  return said.stdout.split('\n').filter(Boolean)
}
