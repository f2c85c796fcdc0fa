import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GenericContainer } from 'testcontainers'
import { during, type Say } from './progress.ts'

const sources = join(import.meta.dirname, 'image')
/** Go's names of the architectures, by Node's and by the engine's. */
const architectures: Record<string, string | undefined> = {
  x64: 'amd64',
  x86_64: 'amd64',
  amd64: 'amd64',
  arm64: 'arm64',
  aarch64: 'arm64',
}

/**
 * whyNotHere says why this machine can't build an image for an engine; undefined if it can.
 *
 * @param architecture the engine's, as it names it.
 * @param platform one that was asked for, such as `linux/amd64`.
 */
export function whyNotHere(
  architecture: string,
  platform?: string,
  here = { platform: process.platform, arch: process.arch },
): string | undefined {
  if (here.platform !== 'linux') return 'only Linux can build it'
  const wanted = architectures[architecture] ?? architecture
  const own = architectures[here.arch] ?? here.arch
  if (wanted !== own) return `the engine's machine is ${wanted}, this one ${own}`
  return platform === undefined || platform === `linux/${own}` ? undefined : `it would not be for ${platform}`
}

/**
 * build compiles Kratos from the Go module in `image/` and makes an image of it, with its version on a label.
 *
 * @throws Error in one line when that fails, or `signal` aborts.
 */
export async function build(image: string, version: string, say: Say, signal?: AbortSignal): Promise<void> {
  const context = await mkdtemp(join(tmpdir(), 'kratos-image-'))
  try {
    await cp(join(sources, 'Dockerfile'), join(context, 'Dockerfile'))
    await mkdir(join(context, 'tmp'))
    const linked = `-s -w -X github.com/ory/kratos/driver/config.Version=${version}`
    const flags = ['-tags', 'sqlite,netgo,osusergo', '-ldflags', `${linked} -linkmode external -extldflags "-static"`]
    await during(
      `building ${image}: compiling Kratos`,
      say,
      compile([...flags, '-o', join(context, 'kratos'), '.'], context, signal),
    )
    await during(
      `building ${image}: making the image`,
      say,
      GenericContainer.fromDockerfile(context)
        .withBuildArgs({ VERSION: version })
        .build(image, { deleteOnExit: false }),
    )
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`building ${image}: ${signal?.aborted === true ? 'interrupted' : advice(why)}`, { cause: error })
  } finally {
    await rm(context, { recursive: true, force: true, maxRetries: 5 })
  }
}

function advice(said: string): string {
  if (said.includes('spawn go ENOENT'))
    return 'Go is not installed; install it (package golang-go, or go.dev) and a C compiler (gcc)'
  return /dial tcp|module lookup disabled/.test(said) ? "its Go modules can't be brought; is there a network?" : said
}

/**
 * A Node in between, the leader of a process group: when its standard input ends, which it does however this process
 * ends, it removes the temporary folder and ends its group, and so all that Go started.
 */
const guard = `
const [folder, program, ...args] = process.argv.slice(1)
process.stdin.resume().once('end', () => {
  require('node:fs').rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.kill(-process.pid, 'SIGKILL')
})
require('node:child_process').spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  .once('error', ({ message }) => { console.error(message); process.exit(1) })
  .once('exit', (code) => process.exit(code ?? 1))`

/** Runs `go build` for this Linux, and throws its last line of output if it fails. */
async function compile(args: string[], temporary: string, signal?: AbortSignal): Promise<void> {
  const architecture = architectures[process.arch] ?? process.arch
  const go = { CGO_ENABLED: '1', GOOS: 'linux', GOARCH: architecture, GOTMPDIR: temporary }
  signal?.throwIfAborted()
  const child = spawn(process.execPath, ['--eval', guard, temporary, 'go', 'build', ...args], {
    cwd: sources,
    env: { ...process.env, ...go },
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-4000)))
  const abort = (): void => void child.stdin.destroy()
  signal?.addEventListener('abort', abort)
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  signal?.removeEventListener('abort', abort)
  if (code !== 0) throw new Error(said.trim().split('\n').at(-1) ?? '')
}
