import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newProject, program, versions, type NodeVersion, type Row, type World } from './world.ts'

/** A login against a real Kratos, in a project that has the package and Testcontainers alone. */
async function logIn({ tarball, nodes }: World, version: NodeVersion): Promise<undefined> {
  const folder = await newProject('login', tarball, 'testcontainers')
  await copyFile('test/package/consumer/login.test.mjs', join(folder, 'login.test.mjs'))
  await program(nodes[version], ['--test'], folder)
  return undefined
}

/** Whether people's tests get a Kratos. */
export const kratosRows: readonly Row[] = versions.map((node) => ({
  consumer: 'Login against a real Kratos',
  node,
  runner: 'node:test',
  run: (world) => logIn(world, node),
}))
