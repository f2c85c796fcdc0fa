import { execFile, execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { KratosContainer, somebody, type StartedKratosContainer } from '../../src/testing/index.ts'
import { eventually } from '../support/eventually.ts'
import { freePort, listenOnFreePort } from '../support/free-port.ts'
import { describeImage, docker, image, label } from './container.ts'

const page = readFileSync('docs/docker.md', 'utf8')
const commands = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, command = '']) => command)
const dockerfile = /^```dockerfile\n(.*?)^```$/ms.exec(page)?.[1] ?? ''

describeImage('the page about Docker', () => {
  const name = `session-echo-${process.pid}`
  const own = `ory-session-echo:page-${process.pid}`
  const done = new Set<string>()
  let kratos: StartedKratosContainer
  let folder = ''
  let env: Record<string, string | undefined> = {}
  let ports: [string, string] = ['', '']
  const ann = somebody('Ann')

  /** Runs the command of the page that has these words, with names, ports and image of this run. */
  async function run(words: string, flags = ''): Promise<string> {
    const [command = '', ...others] = commands.filter((each) => each.includes(words))
    expect({ words, command, others }).toEqual({ words, command: expect.stringContaining(words), others: [] })
    done.add(command)
    const script = command
      .replace('docker run ', `docker run --label ${label} ${flags}`)
      .replaceAll('ory-session-echo:latest', own)
      .replaceAll(/(?<!ory-)session-echo(?=[ \n-])/g, name)
      .replace(/(?<=127\.0\.0\.1:)3000(?=[:/])/, ports[0])
      .replace(/(?<=127\.0\.0\.1:|localhost:)3001(?=[:/])/, ports[1])
    const { stdout, stderr } = await promisify(execFile)('sh', ['-euc', script], { cwd: folder, env })
    return stdout + stderr
  }

  beforeAll(async () => {
    await docker('tag', image ?? '', own)
    kratos = await new KratosContainer().start()
    await kratos.flows.register(ann)
    const { token } = await kratos.flows.logIn(ann)
    folder = await mkdtemp(join(tmpdir(), 'ory-session-echo-'))
    await chmod(folder, 0o755) // a container's user reads a file in it
    await writeFile(join(folder, 'request.txt'), `curl -H 'Authorization: Bearer ${token}' http://localhost:3000/\n`)
    const ip = await docker('inspect', '--format', '{{.NetworkSettings.Networks.bridge.IPAddress}}', kratos.getId())
    env = { ...process.env, TOKEN: token, ORY_SDK_URL: `http://${ip}:4433` }
    ports = [String(await freePort()), String(await freePort())]
    await run('--name session-echo --env')
  })

  afterAll(async () => {
    await docker('rm', '--force', name, `${name}-admin`).catch(() => undefined)
    await docker('rmi', own, `${own}-ca`).catch(() => undefined)
    await kratos.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('starts a hardened service, whose clients get their sessions of a real Kratos', async () => {
    const answer = await eventually('it answers', () => run('curl -H').catch(() => undefined))
    expect(answer).toContain(`"email":"${ann.email}"`)
  })

  test('tells whether it is configured right, and why a request has its session', async () => {
    expect(await run('--rm --env ORY_SDK_URL ory-session-echo')).toMatch(/configuration: fine[^]*Ory: ready/)
    expect(await run('explain <')).toMatch(/session/i)
  })

  test('tells its health', async () => {
    expect(await run('dist/start.mjs --health')).toMatch(/^health: alive; http:\/\/127\.0\.0\.1:3001/)
    await eventually('it is healthy', async () => (await run('.State.Health.Status')) === 'healthy\n')
  })

  test('lets the admin port be reached', async () => {
    await run('--name session-echo-admin')
    const metrics = await eventually('it answers', () => run('/metrics/prometheus').catch(() => undefined))
    expect(metrics).toMatch(/^# HELP /m)
  })

  test('has it trust a certificate authority of its own, by a file or in an image made of it', async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'ca.pem')]
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    execFileSync('openssl', ['req', ...kind, '-keyout', key, '-out', cert, ...names], { stdio: 'ignore' })
    // A STUB of an Ory with a certificate of its own, which the Kratos in a container has none of.
    const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
      response.writeHead(request.url === '/health/ready' ? 200 : 401, { 'content-type': 'application/json' })
      response.end('{"error":{"code":401}}')
    })
    const network = '--network host '
    try {
      env['ORY_SDK_URL'] = `https://localhost:${await listenOnFreePort(server)}`
      const check = ['run', '--rm', '--network', 'host', '--env', `ORY_SDK_URL=${env['ORY_SDK_URL']}`]
      await expect(docker(...check, own, '--check')).rejects.toMatchObject({
        stdout: expect.stringContaining('Ory: not ready'),
      })
      expect(await run('NODE_EXTRA_CA_CERTS', network)).toContain('Ory: ready')
      await writeFile(join(folder, 'Dockerfile'), dockerfile.replace('ory-session-echo:latest', own))
      await docker('build', '--quiet', '--tag', `${own}-ca`, folder)
      expect(await docker(...check, `${own}-ca`, '--check')).toContain('Ory: ready')
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('tells how to read the labels', async () => {
    expect(JSON.parse(await run('.Config.Labels'))).toMatchObject({ 'org.opencontainers.image.licenses': 'MIT' })
  })

  test('has no command that was not run here', () => {
    expect(commands.filter((command) => !done.has(command))).toEqual([])
  })
})
