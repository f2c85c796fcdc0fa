import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { ConfigError, readConfig, type Config } from '../../src/service/config.ts'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { accepts } from '../support/listening.ts'

/** `make dev`: the service starts again whenever its code changes. */
const watched = process.argv.includes('--watch')
const command = watched ? 'make dev' : 'make run'
const watch = watched ? ['--watch-preserve-output', '--watch-path=src', '--watch-path=generated'] : []
const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
const remote = [process.env['ORY_SDK_URL'], process.env['ORY_PROJECT_SLUG']].some(
  (value) => value !== undefined && value !== '',
)

const interrupted = new AbortController()
let engine: ChildProcess | undefined
let kratos: Promise<StartedKratosContainer> | undefined
let service: ChildProcess | undefined
let ending: Promise<never> | undefined

/** Ends the demo with an exit code, and everything that it started. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    interrupted.abort()
    const over = service?.exitCode === null && service.signalCode === null ? once(service, 'exit') : undefined
    service?.kill('SIGTERM')
    if (engine?.pid !== undefined && engine.exitCode === null) process.kill(-engine.pid, 'SIGTERM')
    // Kratos may still be starting, and is removed then as well.
    await kratos?.then(
      (started) => started.stop(),
      () => undefined,
    )
    await over
    process.exit(code)
  })()
  return ending
}

/** The service's configuration, checked before anything is started; the URL of a Kratos of ours is not known yet. */
function checkedConfig(): Config {
  return readConfig(remote ? process.env : { ...process.env, ORY_SDK_URL: 'http://localhost' })
}

/** Makes sure that nobody listens on a port, and answers with it; for 0 with a free one. */
async function freePort(variable: string, port: number, host?: string): Promise<number> {
  const probe = createServer().listen(port, host)
  try {
    await once(probe, 'listening')
    const address = probe.address()
    return typeof address === 'object' && address !== null ? address.port : port
  } catch (error) {
    // The service has words of its own for everything else.
    if (Error.isError(error) && 'code' in error && error.code !== 'EADDRINUSE') return port
    throw new Error(
      `listening on port ${port}: another program uses it; end that, or take any free one: ${command} ${variable}=0`,
      { cause: error },
    )
  } finally {
    probe.close()
  }
}

/** Makes sure that an engine answers, through test/scripts/docker.sh in a process group that {@link end} ends. */
async function assertEngine(): Promise<void> {
  engine = spawn('sh', ['test/scripts/docker.sh'], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const [code] = (await once(engine, 'exit')) as [number | null]
  if (code !== 0) await end(1)
}

/** Starts the service and waits until it accepts connections. */
async function serve(environment: Record<string, string>, port: number, host?: string): Promise<void> {
  interrupted.signal.throwIfAborted() // else it would be left behind: the end waits for what runs already
  service = spawn(process.execPath, [...watch, 'src/start.js'], {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  service.once('exit', (code) => void end(code ?? 1))
  while (!(await accepts(port, host ?? 'localhost'))) await new Promise((resolve) => setTimeout(resolve, 50))
}

async function run(): Promise<void> {
  const config = checkedConfig()
  const port = await freePort('PORT', config.port, config.host)
  // Without a word about it, the service also does without an admin server.
  const adminPort = await freePort('ADMIN_PORT', config.adminPort, config.adminHost).catch((error: unknown) => {
    if (config.adminPortGiven) throw error
    return undefined
  })
  const admin = adminPort === undefined ? {} : { ADMIN_PORT: String(adminPort) }
  if (remote) {
    await serve(admin, port, config.host)
    return
  }
  await assertEngine()
  console.error('starting Kratos with an in-memory database …')
  kratos = new KratosContainer().withAbortSignal(interrupted.signal).start()
  const started = await kratos
  const ann = { email: 'ann@example.com', name: 'Ann' }
  const { token } = await started.flows.register(ann)
  const { cookie } = await started.flows.logInAsBrowser(ann)
  await serve({ ORY_SDK_URL: started.getPublicUrl(), ...admin }, port, config.host)
  const path = config.responses === 'http' ? '/sessions/whoami' : '/'
  const url = `http://${config.host?.replace(/.*:.*/, '[$&]') ?? 'localhost'}:${port}${path}`
  const lines = [
    '',
    `${paint(1, 'Whose session is this?')} Two logins of ${ann.email}, ready to paste:`,
    '',
    paint(32, `curl -H 'Authorization: Bearer ${token}' ${url}`),
    paint(32, `curl -H 'Cookie: ${cookie}' ${url}`),
    '',
    ...(adminPort === undefined
      ? []
      : [`Why the server sees a session, or none: http://${config.adminHost}:${adminPort}/debug`]),
    `Kratos answers on ${started.getPublicUrl()}, its admin API on ${started.getAdminUrl()}.`,
    'Ctrl-C stops and removes everything.',
  ]
  console.log(lines.join('\n'))
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true'

try {
  await run()
} catch (error) {
  if (ending === undefined) console.error(error instanceof Error ? error.message : error)
  await end(error instanceof ConfigError ? 2 : 1)
}
