import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { npm, program, type Row, type World } from './world.ts'

const mostBytes = 5e6
const mostPackages = 10

/** The size of all files below a folder, in bytes, as a disk keeps them: in blocks of 4 kB. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).blocks),
  )
  return sizes.reduce((sum, blocks) => sum + blocks * 512, 0)
}

/** Whether the tarball is as others expect it, and as small as it says. */
export const installRows: readonly Row[] = [
  {
    consumer: 'Production install',
    node: '24',
    runner: 'npm install',
    run: async ({ alone: folder }: World): Promise<string | undefined> => {
      const { stdout } = await npm(['ls', '--all', '--parseable'], folder)
      const packages = stdout.trim().split('\n').length - 1
      const bytes = await sizeOf(join(folder, 'node_modules'))
      const figure = `${(bytes / 1e6).toFixed(1)} MB, ${packages} packages`
      if (bytes >= mostBytes || packages >= mostPackages) throw new Error(`too much: ${figure}`)
      await program(process.execPath, ['-e', "require('ory-session-echo'); import('ory-session-echo')"], folder)
      return figure
    },
  },
  {
    consumer: 'Tarball',
    node: '24',
    runner: 'publint',
    run: async ({ tarball }: World): Promise<string | undefined> => {
      const { buffer } = await readFile(tarball)
      const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
      if (messages.length > 0) throw new Error(messages.map((message) => formatMessage(message, pkg)).join('\n'))
      return undefined
    },
  },
  {
    consumer: 'Tarball',
    node: '24',
    runner: 'are the types wrong',
    run: async ({ tarball }: World): Promise<string | undefined> => {
      const result = await checkPackage(createPackageFromTarballData(await readFile(tarball)))
      if (!result.types) throw new Error('it has no types')
      const { problems } = result
      if (problems.length > 0) throw new Error(JSON.stringify(problems, undefined, 1))
      return undefined
    },
  },
]
