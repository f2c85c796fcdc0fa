import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { listenOnFreePort } from '../support/free-port.ts'
import { startProcess } from '../support/service-process.ts'
import { startStubUpstream } from '../support/stub-ory.ts'
import { emptyFolder, program, versions, type NodeVersion, type Output, type Row, type World } from './world.ts'

const session = '{"id":"s1","active":true,"authenticator_assurance_level":"aal1"}'
const url = 'http://127.0.0.1:1' // nobody listens there

/** Where npm puts the command in a project. */
const bin = 'node_modules/.bin/ory-session-echo'

/** Runs the command to its end, whatever its exit code. */
async function run(
  node: string,
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  try {
    const { stdout, stderr } = await program(node, [command, ...args], '.', env)
    return stdout + stderr
  } catch (error) {
    return String(error)
  }
}

async function says(world: World, version: NodeVersion): Promise<undefined> {
  const [node, command] = [world.nodes[version], join(world.alone, bin)]
  assert.equal(await run(node, command, ['--version'], {}), `${packageJson.version}\n`)
  assert.match(await run(node, command, ['--help'], {}), /ORY_SDK_URL .*\n[^]* LOGIN_URL /)
  assert.match(await run(node, command, ['--chek'], {}), /try --help/)
  assert.match(await run(node, command, ['--check'], {}), /ORY_SDK_URL is not set/)
  assert.match(await run(node, command, ['--health'], { PORT: '0' }), /health: not known; ADMIN_PORT is 0/)
  assert.match(
    await run(node, command, ['--check'], { ORY_SDK_URL: url }),
    /configuration: fine[^]*Ory: not ready; GET/,
  )
  const traced = { ORY_SDK_URL: url, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url }
  for (const args of [[], ['--check']])
    assert.match(await run(node, command, args, traced), /TRACES_ENDPOINT is set.*npm install @opentelemetry\/sdk-node/)
  return undefined
}

async function answers(world: World, version: NodeVersion): Promise<undefined> {
  const stub = await startStubUpstream()
  stub.answer = ({ path }) =>
    path === '/health/ready'
      ? {}
      : { headers: { 'content-type': 'application/json', 'ory-session-cache-for': '60' }, body: session }
  const command = [world.nodes[version], join(world.alone, bin)]
  try {
    for (const env of [{}, { RESPONSES: 'http', SESSION_CACHE: '1MB' }, { RESPONSES: 'http', WORKERS: '2' }]) {
      const service = await startProcess({ ...env, ORY_SDK_URL: stub.url, ADMIN_PORT: '0' }, undefined, command)
      try {
        const answer = await fetch(`${service.url}/sessions/whoami`, { headers: { cookie: 'a=1' } })
        assert.equal(((await answer.json()) as { id: string }).id, 's1')
        const page = await (await fetch(`${service.adminUrl}/debug`, { headers: { accept: 'text/html' } })).text()
        assert.match(page, /<style>[^]*--/)
        assert.equal(await service.stop('SIGTERM'), 0)
      } finally {
        service.kill()
      }
    }
  } finally {
    await stub.close()
  }
  return undefined
}

/** Has a paste explained, without the service. */
async function explains(world: World, version: NodeVersion): Promise<undefined> {
  const stub = await startStubUpstream()
  stub.answer = { headers: { 'content-type': 'application/json' }, body: session }
  const [node, command] = [world.nodes[version], join(world.alone, bin)]
  const explain = (paste: string, ...args: string[]): Promise<Output> =>
    program(node, [command, 'explain', ...args], '.', { ORY_SDK_URL: stub.url }, paste)
  try {
    const { stdout, stderr } = await explain("curl https://app.example.com/ -H 'Authorization: Bearer ory_st_x'")
    assert.match(stdout, /^This explains the pasted curl command\.[^]*^ok The server sees the session$/m)
    assert.equal(stderr, '')
    const report = JSON.parse((await explain('ory_st_x', '--json')).stdout) as { session: { id: string } }
    assert.equal(report.session.id, 's1')
    assert.match((await explain('', '--help')).stdout, /explain \[--json/)
    await assert.rejects(explain(''), /standard input is empty/)
  } finally {
    await stub.close()
  }
  return undefined
}

/** Has the service send a trace, in the project that has OpenTelemetry's SDK beside the package. */
async function traces({ folder, nodes }: World, version: NodeVersion): Promise<undefined> {
  const paths: string[] = []
  const receiver = createServer((request, response) => {
    paths.push(request.url ?? '')
    request.resume().on('end', () => response.end())
  })
  const port = await listenOnFreePort(receiver)
  const env = { ORY_SDK_URL: url, ADMIN_PORT: '0', OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }
  const command = [nodes[version], join(folder, bin)]
  const service = await startProcess(env, undefined, command)
  try {
    await fetch(service.url)
    assert.equal(await service.stop('SIGTERM'), 0)
    assert.ok(paths.includes('/v1/traces'), service.output())
  } finally {
    service.kill()
    receiver.close()
    receiver.closeAllConnections()
  }
  return undefined
}

async function byNpx({ tarball }: World): Promise<undefined> {
  const folder = await emptyFolder('npx')
  const { stdout } = await program('npx', ['--yes', '--package', tarball, 'ory-session-echo', '--version'], folder)
  assert.equal(stdout, `${packageJson.version}\n`)
  return undefined
}

/** Whether the command runs, in a project that has nothing but the package. */
export const commandRows: readonly Row[] = [
  ...versions.flatMap((node): Row[] => [
    { consumer: 'Command', node, runner: '--help, --version, --check', run: (world) => says(world, node) },
    { consumer: 'Command', node, runner: 'explain', run: (world) => explains(world, node) },
    { consumer: 'Command', node, runner: 'the service, both styles', run: (world) => answers(world, node) },
    { consumer: 'Command', node, runner: 'the service, with traces', run: (world) => traces(world, node) },
  ]),
  { consumer: 'Command', node: '24', runner: 'npx', run: byNpx },
]
