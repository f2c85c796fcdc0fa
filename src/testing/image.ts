import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GenericContainer, getContainerRuntimeClient, ImageName } from 'testcontainers'
import { during, toStandardError, type Say } from './progress.ts'

/** The default Kratos. If it must be built, it is built from the Go module in `image/go.mod`. */
export const kratosImage = 'oryd/kratos:v1.3.1'

/** How an image was found. */
export type ImageOrigin = 'present' | 'pulled' | 'built'

const sources = fileURLToPath(new URL('image/', import.meta.url))
const buildFlags = ['-tags', 'sqlite,netgo,osusergo', '-ldflags', '-s -w -linkmode external -extldflags "-static"']
const pullTimeout = 120_000

/**
 * findKratosImage makes sure that the engine has `image`: present, otherwise pulled within two minutes, otherwise built
 * from Kratos' Go module and kept under the same name for the next run. It reports through `say` what it does and how
 * long that takes. `signal` aborts it, with the programs that it started.
 *
 * @throws Error in one line when there is no engine, the image can be neither pulled nor built, or `signal` aborts.
 */
export async function findKratosImage(
  image: string,
  say: Say = toStandardError,
  signal?: AbortSignal,
): Promise<ImageOrigin> {
  // In a container, testcontainers looks for ports at the gateway; a local engine has them on localhost.
  if (engineIsHere()) process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= 'localhost'
  const engine = await getContainerRuntimeClient().catch(() => {
    throw new Error(
      'looking for a Docker engine: none answers; start one, or run test/scripts/docker.sh as root on Debian or Ubuntu',
    )
  })
  const name = ImageName.fromString(image)
  if (await engine.image.exists(name)) {
    say(`image ${image}: present`)
    return 'present'
  }
  const pullError = await pull(image, say, signal)
  if (pullError === undefined) {
    say(`image ${image}: pulled`)
    return 'pulled'
  }
  say(`image ${image}: can't be pulled (${pullError}); building it from its Go module, a few minutes the first time`)
  await build(image, say, signal)
  say(`image ${image}: built, and kept for the next run`)
  return 'built'
}

/** Why an image cannot be pulled; undefined if it was. */
async function pull(image: string, say: Say, signal?: AbortSignal): Promise<string | undefined> {
  const limit = AbortSignal.timeout(pullTimeout)
  try {
    await during(
      `pulling ${image}`,
      say,
      run('docker', ['pull', '--quiet', image], {}, signal === undefined ? limit : AbortSignal.any([signal, limit])),
    )
    return undefined
  } catch (error) {
    if (signal?.aborted === true) throw new Error(`pulling ${image}: interrupted`, { cause: error })
    return limit.aborted ? `no answer within ${pullTimeout / 1000} s` : messageOf(error)
  }
}

async function build(image: string, say: Say, signal?: AbortSignal): Promise<void> {
  const context = await mkdtemp(join(tmpdir(), 'kratos-image-'))
  try {
    await cp(join(sources, 'Dockerfile'), join(context, 'Dockerfile'))
    await mkdir(join(context, 'tmp'))
    const environment = { CGO_ENABLED: '1', GOTMPDIR: context }
    await during(
      `building ${image}: compiling Kratos`,
      say,
      run('go', ['build', ...buildFlags, '-o', join(context, 'kratos'), '.'], environment, signal),
    )
    await during(
      `building ${image}: making the image`,
      say,
      GenericContainer.fromDockerfile(context).build(image, { deleteOnExit: false }),
    )
  } catch (error) {
    throw new Error(`building ${image}: ${signal?.aborted === true ? 'interrupted' : advice(messageOf(error))}`, {
      cause: error,
    })
  } finally {
    await rm(context, { recursive: true, force: true, maxRetries: 5 })
  }
}

function advice(said: string): string {
  if (/exec: .*go: not found/.test(said))
    return 'Go is not installed; install it (package golang-go, or go.dev) and a C compiler (gcc)'
  return /dial tcp|module lookup disabled/.test(said) ? "its Go modules can't be brought; is there a network?" : said
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * Runs a program in the folder of the image's sources, and throws its last line of output if it fails. Its process
 * group ends with `signal`, and with this process however that ends: a watcher in the group reads descriptor 3.
 */
async function run(
  program: string,
  args: string[],
  environment: Record<string, string>,
  signal?: AbortSignal,
): Promise<void> {
  const watched = '{ read -r _ <&3; kill -s TERM 0; } & exec "$@" 3<&-'
  const child = spawn('sh', ['-c', watched, 'sh', program, ...args], {
    cwd: sources,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const letGo = (): void => void child.stdio[3]?.destroy()
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-4000)))
  child.once('exit', letGo)
  signal?.addEventListener('abort', letGo)
  if (signal?.aborted === true) letGo()
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  signal?.removeEventListener('abort', letGo)
  if (code !== 0) throw new Error(said.trim().split('\n').at(-1) ?? '')
}

/** Whether the engine behind the default socket is a process of this machine, as its pid file says. */
function engineIsHere(): boolean {
  if ((process.env['DOCKER_HOST'] ?? '') !== '') return false
  try {
    return readFileSync(`/proc/${readFileSync('/var/run/docker.pid', 'utf8').trim()}/comm`, 'utf8').trim() === 'dockerd'
  } catch {
    return false
  }
}
