import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { checkLogin, checkProgram } from './framework-checks.ts'
import { startProgram } from './framework-program.ts'
import { program, versions, type NodeVersion, type Row, type World } from './world.ts'

interface Framework {
  name: string
  /** Its page in `docs/frameworks`. */
  page: string
  /** What to run, below the folder of the program. */
  start: readonly string[]
  /** Names for the compiler that the framework's own types need. */
  lib?: readonly string[]
  /** Whether the program sends browsers to the login. */
  redirects?: true
}

const nextJs = '../../node_modules/next/dist/bin/next'

const frameworks: readonly Framework[] = [
  { name: 'Koa', page: 'koa.md', start: ['app.ts'], redirects: true },
  { name: 'Express', page: 'express.md', start: ['app.ts'] },
  { name: 'Fastify', page: 'fastify.md', start: ['app.ts'] },
  { name: 'Hono', page: 'hono.md', start: ['app.ts'], lib: ['DOM'] },
  { name: 'Next.js', page: 'nextjs.md', start: [nextJs, 'start'], lib: ['DOM', 'DOM.Iterable'] },
]

/** The programs of the pages in `docs/frameworks`, as they stand there, in front of a real Kratos. */
export const frameworkRows: readonly Row[] = frameworks.flatMap((framework) =>
  versions.map((node) => ({
    consumer: framework.name,
    node,
    runner: `docs/frameworks/${framework.page}`,
    run: (world: World) => tryOut(framework, world, node),
  })),
)

let kratos: Promise<StartedKratosContainer> | undefined

/** stopKratos stops the Kratos of the rows, if one of them started it. */
export async function stopKratos(): Promise<void> {
  const started = await kratos?.catch(() => undefined) // its rows say why it did not start
  await started?.stop()
}

/** aal1 is enough for whoami, and every answer to a cookie may extend its session. */
function sharedKratos(): Promise<StartedKratosContainer> {
  const config = { session: { earliest_possible_extend: '24h' } }
  return (kratos ??= new KratosContainer().withRequiredAal('aal1').withConfig(config).start())
}

async function tryOut(framework: Framework, world: World, node: NodeVersion): Promise<undefined> {
  const [folder, running] = await Promise.all([preparedFolder(framework, world), sharedKratos()])
  await using app = await startProgram(world.nodes[node], framework.start, folder, running.getPublicUrl())
  try {
    if (framework.redirects === true) await checkLogin(app)
    await checkProgram(app, running)
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${app.written()}`, { cause: error })
  }
  return undefined
}

const prepared = new Map<string, Promise<string>>()

/** The folder of a program, taken from its page and compiled once for both versions of Node. */
function preparedFolder(framework: Framework, world: World): Promise<string> {
  const { page } = framework
  const folder = prepared.get(page) ?? prepare(framework, world)
  prepared.set(page, folder)
  return folder
}

async function prepare({ page, lib = [] }: Framework, { folder: project, nodes }: World): Promise<string> {
  const folder = join(project, 'frameworks', page.replace('.md', ''))
  await rm(folder, { recursive: true, force: true })
  const text = await readFile(join('docs/frameworks', page), 'utf8')
  const files = [...text.matchAll(/^```(?:ts|jsonc)\n(\/\/ (\S+)\n.*?)^```$/gms)].map(([, code = '', path = '']) => ({
    path: join(folder, path),
    code,
  }))
  if (files.length === 0) throw new Error(`reading docs/frameworks/${page}: it has no program`)
  for (const { path, code } of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, code)
  }
  const isNext = page === 'nextjs.md'
  const { target, ...how } = isNext ? bundled : run
  const compilerOptions = { ...strict, ...how, target, lib: [target, ...lib] }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
  await writeFile(join(folder, 'tsconfig.check.json'), JSON.stringify({ compilerOptions, include: ['**/*.ts'] }))
  const compiler = '../../node_modules/typescript/bin/tsc'
  await program(nodes['24'], [compiler, '-p', 'tsconfig.check.json'], folder)
  if (isNext) {
    await writeFile(join(folder, 'next.config.ts'), nextConfig)
    // It checks the types of the routes too, with its page's tsconfig.json.
    await program(nodes['24'], [nextJs, 'build'], folder, { NEXT_TELEMETRY_DISABLED: '1' })
  }
  return folder
}

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
  types: ['node'],
}
const run = { target: 'ES2023', module: 'nodenext', verbatimModuleSyntax: true, erasableSyntaxOnly: true }
const bundled = { target: 'ES2023', module: 'preserve', jsx: 'react-jsx', esModuleInterop: true }

/** The packages lie above the folder, which is not so in a project of its own. */
const nextConfig = `import { join } from 'node:path'
const root = join(import.meta.dirname, '../..')
export default { outputFileTracingRoot: root, turbopack: { root } }
`
