import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { GenericContainer, getContainerRuntimeClient, ImageName } from 'testcontainers'

/** How an image was found. */
export type ImageOrigin = 'present' | 'pulled' | 'built'

const run = promisify(execFile)
const sources = fileURLToPath(new URL('image/', import.meta.url))
const buildFlags = ['-tags', 'sqlite,netgo,osusergo', '-ldflags', '-s -w -linkmode external -extldflags "-static"']
const pullTimeout = 120_000

/**
 * findKratosImage makes sure that the engine has `image`: as it is, else pulled, else built from Kratos' Go module and
 * kept under the same name for the next run. It says through `say` which it did, and what takes long.
 *
 * @throws Error in one line when there is no engine, or the image can neither be pulled nor built.
 */
export async function findKratosImage(image: string, say: (line: string) => void = toStandardError): Promise<ImageOrigin> {
  const engine = await getContainerRuntimeClient().catch(() => {
    throw new Error('looking for a Docker engine: none answers; start one, or run test/docker.sh as root on Debian or Ubuntu')
  })
  const name = ImageName.fromString(image)
  if (await engine.image.exists(name)) {
    say(`image ${image}: present`)
    return 'present'
  }
  say(`image ${image}: pulling …`)
  const refusal = await pull(image)
  if (refusal === undefined) {
    say(`image ${image}: pulled`)
    return 'pulled'
  }
  say(`image ${image}: can't be pulled (${refusal}); building it from its Go module, a few minutes the first time …`)
  await build(image)
  say(`image ${image}: built, and kept for the next run`)
  return 'built'
}

/** Writes a line of progress where results don't go. */
export function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}

async function pull(image: string): Promise<string | undefined> {
  try {
    await run('docker', ['pull', '--quiet', image], { timeout: pullTimeout })
    return undefined
  } catch (error) {
    const said = Error.isError(error) && 'stderr' in error ? String(error.stderr).trim() : ''
    return said === '' ? `no answer within ${pullTimeout / 1000} s` : (said.split('\n').at(-1) ?? said)
  }
}

async function build(image: string): Promise<void> {
  const context = await mkdtemp(join(tmpdir(), 'kratos-image-'))
  try {
    await cp(join(sources, 'Dockerfile'), join(context, 'Dockerfile'))
    await mkdir(join(context, 'tmp'))
    await run('go', ['build', ...buildFlags, '-o', join(context, 'kratos'), '.'], { cwd: sources, env: { ...process.env, CGO_ENABLED: '1' }, maxBuffer: 1 << 26 })
    await GenericContainer.fromDockerfile(context).build(image, { deleteOnExit: false })
  } catch (error) {
    const missing = Error.isError(error) && 'code' in error && error.code === 'ENOENT'
    const said = Error.isError(error) && 'stderr' in error ? (String(error.stderr).trim().split('\n').at(-1) ?? '') : String(error)
    throw new Error(`building ${image}: ${missing ? 'Go is not installed; install it (package golang-go, or go.dev) and a C compiler (gcc)' : said}`, { cause: error })
  } finally {
    await rm(context, { recursive: true, force: true })
  }
}
