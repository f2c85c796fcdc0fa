import { program, versions, type NodeVersion, type Row, type World } from './world.ts'

/** Runs a tool of the project's with one of the Nodes. */
function tool(command: string) {
  return async ({ folder, nodes }: World, node: NodeVersion): Promise<undefined> => {
    await program(nodes[node], command.split(' '), folder)
    return undefined
  }
}

const consumers: readonly (readonly [consumer: string, runner: string, run: ReturnType<typeof tool>])[] = [
  ['ES modules', 'node', tool('modules.mjs')],
  ['CommonJS', 'node', tool('modules.cjs')],
  ['TypeScript, types stripped', 'node', tool('types.ts')],
  ['ES modules', 'node:test', tool('--test node-test/session.test.mjs')],
  ['TypeScript', 'Jest, ts-jest', tool('node_modules/jest/bin/jest.js --config jest/ts-jest.config.cjs')],
  ['TypeScript', 'Jest, swc', tool('node_modules/jest/bin/jest.js --config jest/swc.config.cjs')],
  ['TypeScript', 'Vitest', tool('node_modules/vitest/vitest.mjs run --globals --dir jest')],
]

const compilers: readonly Row[] = ['nodenext', 'bundler', 'commonjs'].map((kind) => ({
  consumer: `TypeScript, strict, ${kind}`,
  node: '24',
  runner: 'tsc',
  run: (world) => tool(`node_modules/typescript/bin/tsc -p tsconfig.${kind}.json`)(world, '24'),
}))

/** Whether it can be imported, required and compiled, by whatever runs people's code and tests. */
export const moduleRows: readonly Row[] = [
  ...versions.flatMap((node) =>
    consumers.map(([consumer, runner, run]) => ({
      consumer,
      node,
      runner,
      run: (world: World): Promise<undefined> => run(world, node),
    })),
  ),
  ...compilers,
]
