import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'

/** The Go module that carries the spec which Ory's Go SDK is generated from. */
export const specModule = 'github.com/ory/client-go'

/** Where everything of the spec is kept, relative to the project. */
export const files = {
  overlay: 'openapi/overlay.yaml',
  corrections: 'openapi/corrections.yaml',
  source: 'openapi/source.json',
  spec: 'openapi/ory.json',
  types: 'generated/ory.ts',
  goModel: 'generated/go-model.ts',
  paths: 'generated/paths.ts',
} as const

/** Which spec `openapi/ory.json` was made from: Go module, version, Go's checksum of it, SHA-256 of the file. */
export interface Source {
  module: string
  version: string
  sum: string
  sha256: string
}

/** A JSON value, as specs and overlays are made of. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type JsonObject = Record<string, Json>

/** A mistake of the person at the keyboard or a missing tool: its message is all there is to say. */
export class SpecError extends Error {
  override name = 'SpecError'
}

/**
 * download brings the spec of a version through the Go module cache, verified by Go's checksum database.
 *
 * @throws SpecError when Go is missing or the version is not to be had.
 */
export async function download(version: string): Promise<{ yaml: string; source: Source }> {
  const wanted = `${specModule}@${version}`
  if (!/^[\w.+-]+$/.test(version))
    throw new SpecError(
      `bringing the spec ${wanted}: that is no version; name a released one in ORY_SPEC_VERSION, such as v1.22.66`,
    )
  const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', wanted], { cwd: tmpdir() }).catch(
    (error: unknown) => {
      if (Error.isError(error) && 'code' in error && error.code === 'ENOENT') {
        throw new SpecError(
          'bringing the spec: Go is not installed; install it (package golang-go, or go.dev) and try again',
        )
      }
      const said = Error.isError(error) && 'stdout' in error ? String(error.stdout) : ''
      throw new SpecError(`bringing the spec ${wanted}: ${refusal(wanted, said)}`)
    },
  )
  // A version such as `latest` is pinned as the one that it stands for.
  const { Dir = '', Sum = '', Version = '' } = record(parse(stdout) as Json)
  const yaml = await readFile(join(text(Dir), 'api', 'openapi.yaml'), 'utf8')
  const sha256 = createHash('sha256').update(yaml).digest('hex')
  return { yaml, source: { module: specModule, version: text(Version), sum: text(Sum), sha256 } }
}

/** What Go's refusal of a version means, and what to do; without the hosts that Go names. */
function refusal(wanted: string, said: string): string {
  if (/dial tcp|i\/o timeout|TLS handshake|module lookup disabled/.test(said))
    return "Go's module source could not be reached; is there a network?"
  if (/invalid version|not found|no matching versions|40[34] |410 /i.test(said))
    return 'there is no such version; name a released one in ORY_SPEC_VERSION, such as v1.22.66'
  return `Go refuses it; to see why: go mod download ${wanted}`
}

/**
 * pinnedVersion reads the version out of the text of `openapi/source.json`.
 *
 * @throws SpecError when it is not there.
 */
export function pinnedVersion(source: string): string {
  try {
    const version = text(record(JSON.parse(source) as Json)['version'])
    if (version !== '') return version
  } catch {
    // Told below.
  }
  throw new SpecError(`reading ${files.source}: it names no version; run: make openapi ORY_SPEC_VERSION=latest`)
}

/** command runs a command of the spec; a {@link SpecError} ends it with its line and exit code 1. */
export async function command(task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (!(error instanceof SpecError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/**
 * readSpec reads `openapi/ory.json`.
 *
 * @throws SpecError when the text is no JSON.
 */
export function readSpec(spec: string): Json {
  try {
    return JSON.parse(spec) as Json
  } catch {
    throw new SpecError(`reading ${files.spec}: it is no JSON; run: make openapi`)
  }
}

/** isRecord says whether a value is an object. */
export function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** text takes a value for a text; anything else is an empty one. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/**
 * record takes a value for the object that it has to be.
 *
 * @throws SpecError when it is none.
 */
export function record(value: Json): JsonObject {
  if (!isRecord(value)) throw new SpecError('reading the spec: an object was expected')
  return value
}
