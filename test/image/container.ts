import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { describeUnless } from '../support/skip.ts'

/** The image that `make image` built last; undefined where none was. */
export const image: string | undefined = existsSync('.cache/image') ? readFileSync('.cache/image', 'utf8') : undefined

/** describeImage is {@link describeUnless} for what needs the image. */
export function describeImage(name: string, suite: () => void): void {
  describeUnless(image === undefined ? 'there is no image; make image' : undefined, name, suite)
}

/** What of the environment the docker command needs. */
const own = Object.fromEntries(
  ['PATH', 'HOME', 'DOCKER_HOST', 'DOCKER_CONTEXT'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  }),
)

/** docker runs a command of Docker, and resolves to what it wrote on standard output. */
export async function docker(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)('docker', args)).stdout.trim()
}

/** By this label `make test` finds what a run that was ended left behind. */
export const label = `ory-session-echo=${hostname()}:${process.pid}`

/** envFlags are the flags of `docker run` for variables of the environment. */
export function envFlags(variables: Readonly<Record<string, string>>): string[] {
  return Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`])
}

export const hardened = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges']

/** A service in a container, as `docker run` in the foreground has it. */
export interface Contained extends ServiceProcess {
  name: string
  /** Ends and removes it, where it is still there. */
  remove: () => Promise<void>
}

/**
 * startContained starts the image as the documentation says, on the host's network and on free ports of loopback, so
 * that it reaches what a test has there.
 */
export async function startContained(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Promise<Contained> {
  const name = `ory-session-echo-test-${randomBytes(4).toString('hex')}`
  const variables = { PORT: '0', HOST: '127.0.0.1', UPSTREAM_TIMEOUT: '2m', ...environment }
  const env = envFlags(variables)
  const run = ['run', '--name', name, '--label', label, '--network', 'host', ...hardened, ...env, ...flags]
  const remove = async (): Promise<void> => {
    await docker('rm', '--force', '--volumes', name).catch(() => undefined)
  }
  try {
    const service = await startProcess(own, undefined, ['docker', ...run, image ?? ''])
    return { ...service, name, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const pause = 1 // ms

/** answers says whether the port of loopback answers a request. */
async function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'))
    socket.on('data', () => {
      resolve(true)
      socket.destroy()
    })
    socket.on('error', () => undefined).on('close', () => setTimeout(resolve, pause, false))
  })
}

/**
 * firstAnswer starts the image as the documentation says, and resolves to the ms from the start of its process, as the
 * kernel has it, to its first answer, each ± 10; undefined where Docker's processes are on another machine.
 */
export async function firstAnswer(environment: Record<string, string>): Promise<number | undefined> {
  const port = await freePort()
  const variables = { ...environment, HOST: '127.0.0.1', PORT: String(port), ADMIN_PORT: '0' }
  const env = envFlags(variables)
  const name = await docker('create', '--label', label, '--network', 'host', ...hardened, ...env, image ?? '')
  try {
    const starting = docker('start', name)
    await eventually('it answers', () => answers(port))
    const now = Number(readFileSync('/proc/uptime', 'utf8').split(' ', 1)[0])
    await starting
    const status = `/proc/${await docker('inspect', '--format', '{{.State.Pid}}', name)}/stat`
    if (!existsSync(status)) return undefined
    // Field 22 of proc(5), in hundredths of a second since the machine started; the name of the program has spaces.
    const ticks = Number(
      readFileSync(status, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19],
    )
    return Math.round(now * 1000 - ticks * 10)
  } finally {
    await docker('rm', '--force', name)
  }
}

/** filesOf lists what is in the image, as `ls -l` does, with owners as numbers. */
export async function filesOf(container: string): Promise<string[]> {
  const exported = spawn('docker', ['export', container], { stdio: ['ignore', 'pipe', 'inherit'] })
  const tar = spawn('tar', ['--numeric-owner', '-tv'], { stdio: ['pipe', 'pipe', 'inherit'] })
  exported.stdout.pipe(tar.stdin)
  let listed = ''
  for await (const chunk of tar.stdout.setEncoding('utf8')) listed += String(chunk)
  return listed.split('\n').filter(Boolean)
}
