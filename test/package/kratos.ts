import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyFolder, npm, program, type NodeVersion, type Row, type World } from './world.ts'

/** A login against a real Kratos, in a project that has the package and Testcontainers alone. */
async function logIn({ tarball, nodes }: World, version: NodeVersion): Promise<undefined> {
  const folder = await emptyFolder('login')
  await npm(['init', '--yes'], folder)
  await npm(['install', tarball, 'testcontainers'], folder)
  await copyFile('test/package/consumer/login.test.mjs', join(folder, 'login.test.mjs'))
  await program(nodes[version], ['--test'], folder)
  return undefined
}

const versions: readonly NodeVersion[] = ['22', '24']

/** Whether people's tests get a Kratos. */
export const kratosRows: readonly Row[] = versions.map((node) => ({
  consumer: 'Login against a real Kratos',
  node,
  runner: 'node:test',
  run: (world) => logIn(world, node),
}))
