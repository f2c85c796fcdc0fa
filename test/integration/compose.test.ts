import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { defaultPassword, somebody } from '../../src/testing/flows.ts'
import { toStandardError } from '../../src/testing/progress.ts'
import { overrideFor } from '../demo/substitutes.ts'
import { launchChromium } from '../support/chromium.ts'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { valuesOf, nodesOf } from '../support/markdown.ts'
import { describeUnless } from '../support/skip.ts'

const run = promisify(execFile)
const compose = ['sh', 'test/scripts/compose.sh'] as const
const part = v.object({ Service: v.string(), State: v.string(), Health: v.string(), ExitCode: v.number() })
const written = v.object({
  services: v.record(v.string(), v.object({ ports: v.optional(v.array(v.object({ host_ip: v.string() }))) })),
})
const person = v.object({ id: v.string(), email: v.string(), name: v.string() })

const starts = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0
const missing =
  !starts('docker', 'compose', 'version') && !starts('go', 'version')
    ? 'there is no Docker Compose, and no Go to build it; install one of them'
    : undefined

/** The environment of a stack of its own, on free ports. */
async function stack(name: string): Promise<Record<string, string>> {
  const ports = ['GATEWAY', 'ECHO', 'DEBUG', 'LOGIN', 'KRATOS', 'MAIL'].map(
    async (port) => [`${port}_PORT`, String(await freePort())] as const,
  )
  const kept = Object.entries(process.env).filter(([key]) => !/^(?:MAKE|COMPOSE_|[A-Z]+_(?:PORT|VERSION)$)/.test(key))
  return {
    ...Object.fromEntries(kept.map(([key, value = '']) => [key, value])),
    ...Object.fromEntries(await Promise.all(ports)),
    COMPOSE_PROJECT_NAME: `ory-session-echo-${name}-${process.pid}`,
  }
}

/** Runs a line as a shell does, passes its progress on, and resolves to what it says on both outputs. */
async function shell(line: string, env: Record<string, string>): Promise<string> {
  const child = spawn('sh', ['-c', `${line} 2>&1`], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    for (const [step] of chunk.matchAll(/^.* … \d+ s$/gm)) toStandardError(step)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${line}: exit code ${code}:\n${said}`)
  return said
}

/** What a stack has in the engine: containers, networks and volumes. */
async function leftOf({ COMPOSE_PROJECT_NAME: name = '' }: Record<string, string>): Promise<string[]> {
  const filter = ['--filter', `label=com.docker.compose.project=${name}`]
  const lists = [
    run('docker', ['ps', '--all', '--format', '{{.Names}}', ...filter]),
    run('docker', ['network', 'ls', '--format', '{{.Name}}', ...filter]),
    run('docker', ['volume', 'ls', '--format', '{{.Name}}', ...filter]),
  ]
  return (await Promise.all(lists)).flatMap(({ stdout }) => stdout.split('\n').filter(Boolean))
}

// The packages count as installed: installing them now would take them from the tests beside this one.
const make = 'make --old-file=node_modules/.package-lock.json'

describeUnless(missing, 'compose.yaml', () => {
  let env: Record<string, string>
  let said: string
  const at = (port: string): string => `http://localhost:${env[`${port}_PORT`] ?? ''}`

  beforeAll(async () => {
    env = await stack('test')
    said = await shell(`${make} up`, env)
    const substitutes = [...said.matchAll(/^substitute: (.*)$/gm)].map(([, words = '']) => words)
    toStandardError(`compose.yaml: ran with ${substitutes.length === 0 ? 'the images that it names' : 'substitutes:'}`)
    for (const words of substitutes) toStandardError(`  ${words}`)
  }, 1_200_000)

  afterAll(async () => {
    await shell(`${make} down ACCOUNTS=remove`, env)
  })

  test('starts every part, each healthy by its own check, and says where they are', async () => {
    const { stdout } = await run(compose[0], [compose[1], 'ps', '--all', '--format', 'json'], { env })
    const parts = stdout.split('\n').flatMap((line) => (line === '' ? [] : [v.parse(part, JSON.parse(line))]))
    const states = parts.map(({ Service, State, Health, ExitCode }) => `${Service} ${State} ${Health || ExitCode}`)
    expect(states.toSorted()).toStrictEqual([
      'app running healthy',
      'gateway running healthy',
      'kratos running healthy',
      'login running healthy',
      'mail running healthy',
      'migrate exited 0',
      'postgres running healthy',
      'session-echo running healthy',
    ])
    for (const port of ['GATEWAY', 'MAIL', 'DEBUG', 'ECHO']) expect(said).toContain(`${at(port)}/`)
  })

  test('lets a browser sign up, says who that is, why there is a session, and catches the mail', async () => {
    const zoe = { ...somebody(), name: 'Zoë' }
    const browser = await launchChromium()
    const context = await browser.newContext()
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    try {
      await page.goto(`${at('GATEWAY')}/inbox?unread`)
      expect(page.url()).toContain(`${at('LOGIN')}/login`)
      await page.locator('a[href*="/self-service/registration/browser"]').click()
      await page.locator('input[name="traits.email"]').fill(zoe.email)
      await page.locator('input[name="traits.name"]').fill(zoe.name)
      await page.locator('button[value="profile"]').click()
      await page.locator('input[name="password"]').fill(defaultPassword)
      await page.locator('button[value="password"]').click()
      await page.getByRole('heading', { name: 'Welcome, Zoë' }).waitFor()
      expect(page.url()).toBe(`${at('GATEWAY')}/inbox?unread`)
      expect(await page.locator('#email').textContent()).toBe(zoe.email)

      await page.goto(`${at('DEBUG')}/debug`)
      expect(await page.locator('body').textContent()).toContain(zoe.email)
      const spoofed = { 'X-User-Email': 'evil@example.com', 'X-User-Name': 'Evil', 'X-User-Id': '1' }
      const answer = await context.request.get(`${at('GATEWAY')}/`, { headers: { accept: '*/*', ...spoofed } })
      expect(v.parse(person, await answer.json())).toMatchObject({ email: zoe.email, name: zoe.name })
    } catch (error) {
      const text = await page.locator('body').textContent()
      throw new Error(`at ${page.url().split('?', 1).join('')}, which says: ${text ?? ''}`, { cause: error })
    } finally {
      await browser.close()
    }
    await eventually('the mail catcher has the mail that verifies the address', async () =>
      (await (await fetch(`${at('MAIL')}/api/v1/messages`)).text()).includes(zoe.email),
    )
  })

  test('lets nobody in without a session, and takes no identity from a client', async () => {
    const headers = { 'X-User-Email': 'evil@example.com', 'X-User-Name': 'Evil', 'X-User-Id': '1' }
    expect((await fetch(`${at('GATEWAY')}/`, { headers })).status).toBe(401)
    const anyone = await (await fetch(`${at('GATEWAY')}/public/`, { headers })).json()
    expect(anyone).toStrictEqual({ id: '', email: '', name: '' })
  })

  test('has the application in reach of no container but the gateway, and all ports on 127.0.0.1', async () => {
    const program =
      'fetch(process.argv[1]).then(({ status }) => console.log(status), ({ cause }) => console.log(cause.code))'
    const ask = async (url: string): Promise<string> =>
      (await run(compose[0], [compose[1], 'exec', '-T', 'login', 'node', '-e', program, url], { env })).stdout.trim()
    expect(await ask('http://kratos:4433/health/alive')).toBe('200')
    expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(await ask('http://app:8080/'))
    const { stdout } = await run(compose[0], [compose[1], 'config', '--format', 'json'], { env })
    const { services } = v.parse(written, JSON.parse(stdout))
    expect(services['app']?.ports).toBeUndefined()
    const hosts = Object.values(services).flatMap(({ ports = [] }) => ports.map(({ host_ip }) => host_ip))
    expect(new Set(hosts)).toStrictEqual(new Set(['127.0.0.1']))
  })

  test("has the gateway's configuration of docs/gateways, but for addresses and the token", async () => {
    const page = await readFile('docs/gateways/traefik.md', 'utf8')
    const [, documented = ''] = /```yaml session\.yml\n([^]*?)```/.exec(page) ?? []
    const here = (await readFile('deploy/compose/gateway/session.yml', 'utf8')).replace(/^#.*\n/, '')
    const expected = documented
      .replaceAll('127.0.0.1:3000', 'session-echo:3000')
      .replaceAll('127.0.0.1:8080', 'app:8080')
      .replaceAll(/.*Token: "".*\n/g, '')
      .replaceAll(', X-User-Token', '')
      .replaceAll('""', "''")
    expect(here).toBe(expected)
  })

  test('does what docs/compose.md says to type', async () => {
    const commands = valuesOf(await nodesOf(await readFile('docs/compose.md', 'utf8')), 'code').flatMap((code) =>
      code.split('\n'),
    )
    const others = commands.filter((line) => !line.startsWith('make '))
    // In the order of the page: the last one removes what there is.
    expect(commands.filter((line) => line.startsWith('make '))).toStrictEqual([
      'make up',
      'make down',
      'make down ACCOUNTS=remove',
    ])
    expect(others.length).toBeGreaterThan(4)
    for (const line of others) await shell(line.replace(':8000', `:${env['GATEWAY_PORT'] ?? ''}`), env)

    await shell(`${make} down`, env)
    expect(await leftOf(env)).toStrictEqual([expect.stringMatching(/_(?:substitute-)?accounts$/)])
    await shell(`${make} down ACCOUNTS=remove`, env)
    expect(await leftOf(env)).toStrictEqual([])
  })

  test('does without a mail catcher that can be neither pulled nor made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compose-'))
    try {
      const file = join(folder, 'substitutes.yaml')
      await writeFile(file, overrideFor(new Map([['mail', undefined]])))
      const files = { ...env, COMPOSE_FILE: `compose.yaml:${file}` }
      const { stdout } = await run(compose[0], [compose[1], 'config', '--services'], { env: files })
      expect(stdout.split('\n')).toContain('kratos')
      expect(stdout.split('\n')).not.toContain('mail')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('is removed by Ctrl-C while it starts, but for accounts', async () => {
    const other = await stack('interrupted')
    const child = spawn('sh', ['-c', `exec ${make} up`], {
      env: other,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    for (const output of [child.stdout, child.stderr])
      output.setEncoding('utf8').on('data', (chunk: string) => (words += chunk))
    const closed = once(child, 'close')
    try {
      await eventually('the database runs', () => {
        if (child.exitCode !== null) throw new Error(`make up ended: ${words}`)
        return /postgres-1 +Started/.test(words)
      })
      process.kill(-(child.pid ?? 0), 'SIGINT')
      await closed
      expect(await leftOf(other)).toStrictEqual([expect.stringMatching(/_(?:substitute-)?accounts$/)])
    } finally {
      await shell(`${make} down ACCOUNTS=remove`, other)
    }
  })
})
