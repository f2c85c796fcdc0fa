import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { KratosContainer, type StartedKratosContainer } from '../kratos/kratos-container.ts'

const colour = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === ''
const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text)
const port = process.env['PORT'] ?? '3000'
const remote = [process.env['ORY_SDK_URL'], process.env['ORY_PROJECT_SLUG']].some((value) => value !== undefined && value !== '')

let kratos: Promise<StartedKratosContainer> | undefined
let service: ChildProcess | undefined
let ending: Promise<never> | undefined

function end(code: number): Promise<never> {
  ending ??= (async () => {
    service?.kill('SIGTERM')
    // Kratos may still be starting, and is removed then as well.
    await kratos?.then((started) => started.stop(), () => undefined)
    process.exit(code)
  })()
  return ending
}

async function assertFree(): Promise<void> {
  const probe = createServer().listen(Number(port))
  try {
    await once(probe, 'listening')
  } catch {
    throw new Error(`listening on port ${port}: another program uses it; end that, or choose another: make run PORT=3100`)
  } finally {
    probe.close()
  }
}

/** Starts the service and waits until it says that it is listening. */
async function serve(environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], { env: { ...process.env, PORT: port, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  service = child
  child.once('exit', (code) => void end(code ?? 1))
  for await (const line of child.stdout) {
    process.stdout.write(String(line))
    if (String(line).includes('listening on')) break
  }
  child.stdout.pipe(process.stdout)
}

async function run(): Promise<void> {
  await assertFree()
  if (remote) {
    await serve({})
    return
  }
  console.error('starting Kratos with an in-memory database …')
  kratos = new KratosContainer().start()
  const started = await kratos
  const ann = { email: 'ann@example.com', name: 'Ann' }
  const { token } = await started.flows.register(ann)
  const { cookie } = await started.flows.logInAsBrowser(ann)
  await serve({ ORY_SDK_URL: started.getPublicUrl() })
  const url = `http://localhost:${port}/`
  const lines = [
    '',
    `${paint(1, 'Whose session is this?')} Two logins of ${ann.email}, ready to paste:`,
    '',
    paint(32, `curl -H 'Authorization: Bearer ${token}' ${url}`),
    paint(32, `curl -H 'Cookie: ${cookie}' ${url}`),
    '',
    `Kratos answers on ${started.getPublicUrl()}, its admin API on ${started.getAdminUrl()}. Ctrl-C stops and removes everything.`,
  ]
  console.log(lines.join('\n'))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))
process.env['TESTCONTAINERS_RYUK_DISABLED'] ??= 'true'

try {
  await run()
} catch (error) {
  if (ending === undefined) console.error(error instanceof Error ? error.message : error)
  await end(1)
}
