import { readFileSync } from 'node:fs'
import { getContainerRuntimeClient, ImageName, type ContainerRuntimeClient } from 'testcontainers'
import { build, whyNotHere } from './build.ts'
import { during, toStandardError, type Say } from './progress.ts'
import { hashOf, takeTurn } from './reuse.ts'

/** The version that can be built: the one of the Go module in `image/go.mod`. */
const builtVersion = 'v1.3.1'
const buildable = `oryd/kratos:${builtVersion}`
const asked = (process.env['KRATOS_IMAGE'] ?? '').trim()

/** The image of every KratosContainer that is given no other: `KRATOS_IMAGE`, or else `oryd/kratos:v1.3.1`. */
export const kratosImage = asked === '' ? buildable : asked

/** How an image was found. */
export type ImageOrigin = 'present' | 'pulled' | 'built'

const pullTimeout = 120_000

/** What a search for an image may be told. */
export interface ImageOptions {
  /** Takes lines of progress; standard error by default. */
  say?: Say
  /** Aborts a pull, and a build with the programs that it started. */
  signal?: AbortSignal | undefined
  /** A platform other than the engine's, such as `linux/amd64`. */
  platform?: string | undefined
}

/**
 * findKratosImage makes sure that the engine has `image`: present, otherwise pulled within two minutes. Only
 * `oryd/kratos:v1.3.1` is otherwise built, from Kratos' Go module, and kept under its name for the next run. Where
 * several processes need it, one brings it.
 *
 * @throws Error in one line when there is no engine, the image can be neither pulled nor built, or `signal` aborts.
 */
export async function findKratosImage(image: string, options: ImageOptions = {}): Promise<ImageOrigin> {
  const { say = toStandardError, signal } = options
  if (!/^[\w][\w.:/@-]*$/.test(image))
    throw new Error(
      `looking for the image ${JSON.stringify(image)}: that is no name; expected one such as ${buildable}`,
    )
  const engine = await findEngine()
  const name = ImageName.fromString(image)
  if (await isPresent(engine, name, say)) return 'present'
  const endTurn = await during(
    `waiting for another process that brings ${name.string}`,
    say,
    takeTurn(hashOf(name.string), signal),
  ).catch((cause: unknown) => {
    throw new Error(`pulling ${name.string}: interrupted`, { cause })
  })
  try {
    return (await isPresent(engine, name, say)) ? 'present' : await bring(engine, name, options)
  } finally {
    endTurn()
  }
}

async function isPresent(engine: ContainerRuntimeClient, name: ImageName, say: Say): Promise<boolean> {
  if (!(await engine.image.exists(name))) return false
  say(`image ${name.string}: present`)
  return true
}

async function bring(
  engine: ContainerRuntimeClient,
  name: ImageName,
  { say = toStandardError, signal, platform }: ImageOptions,
): Promise<ImageOrigin> {
  const pullError = await pull(engine, name, platform, say, signal)
  if (pullError === undefined) {
    say(`image ${name.string}: pulled`)
    return 'pulled'
  }
  // The prefix of a registry of your own makes no other version of it.
  const whyNot = name.equals(ImageName.fromString(buildable))
    ? whyNotHere(engine.info.containerRuntime.architecture, platform)
    : `it is not ${buildable}`
  if (whyNot !== undefined)
    throw new Error(
      `pulling ${name.string}: ${pullError}; check its name and the registry (it can't be built here: ${whyNot})`,
    )
  say(`image ${name.string}: can't be pulled (${pullError}); building it from its Go module, a few minutes once`)
  await build(name.string, builtVersion, say, signal)
  say(`image ${name.string}: built, and kept for the next run`)
  return 'built'
}

/**
 * findEngine asks Testcontainers for the container engine.
 *
 * @throws Error in one line when none answers.
 */
export async function findEngine(): Promise<ContainerRuntimeClient> {
  // In a container, testcontainers looks for ports at the gateway; a local engine has them on localhost.
  if (engineIsHere()) process.env['TESTCONTAINERS_HOST_OVERRIDE'] ??= 'localhost'
  return getContainerRuntimeClient().catch((cause: unknown) => {
    throw new Error(
      'looking for a container engine: none answers; start Docker or Podman, or set DOCKER_HOST to where one listens',
      { cause },
    )
  })
}

/** Why an image cannot be pulled; undefined if it was. */
async function pull(
  engine: ContainerRuntimeClient,
  name: ImageName,
  platform: string | undefined,
  say: Say,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const limit = AbortSignal.timeout(pullTimeout)
  const both = signal === undefined ? limit : AbortSignal.any([signal, limit])
  try {
    await during(
      `pulling ${name.string}`,
      say,
      unlessAborted(engine.image.pull(name, { force: false, platform }), both),
    )
    // What fails while the layers come, the engine says in the stream only.
    return (await engine.image.exists(name)) ? undefined : 'the engine could not bring it'
  } catch (error) {
    if (signal?.aborted === true) throw new Error(`pulling ${name.string}: interrupted`, { cause: error })
    return limit.aborted ? `no answer within ${pullTimeout / 1000} s` : reasonOf(error)
  }
}

/** Waits for `task` until `signal` aborts. The engine then goes on by itself: Testcontainers' client has no signal. */
async function unlessAborted<T>(task: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => {
    aborted.reject(signal.reason)
  }
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([task, aborted.promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** The engine's reason in one line, without the client's words around it. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  const [line = ''] = said
    .replace(/^\(HTTP code \d+\) [^-]*- /, '')
    .trim()
    .split('\n')
  return line.trim()
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
