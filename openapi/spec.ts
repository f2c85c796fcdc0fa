import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { JSONPath } from 'jsonpath-plus'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { parse } from 'yaml'

/** The Go module that carries the spec which Ory's Go SDK is generated from. */
export const specModule = 'github.com/ory/client-go'

/** Where everything of the spec is kept, relative to the project. */
export const files = {
  overlay: 'openapi/overlay.yaml',
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
type JsonObject = Record<string, Json>

/** A mistake of the person at the keyboard or a missing tool: its message is all there is to say. */
export class SpecError extends Error {
  override name = 'SpecError'
}

const prose = new Set([
  'title',
  'summary',
  'description',
  'example',
  'examples',
  'externalDocs',
  'contact',
  'x-displayName',
  'x-go-enum-desc',
])
// Below these keys the keys are names that somebody chose, not words of OpenAPI.
const named = new Set([
  'properties',
  'patternProperties',
  'schemas',
  'responses',
  'parameters',
  'requestBodies',
  'headers',
  'securitySchemes',
  'paths',
  'mapping',
  'callbacks',
  'links',
  'content',
  'scopes',
])

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

/**
 * fresh makes the texts of `openapi/ory.json` and `openapi/source.json` of a version, from Go's module and our overlay.
 *
 * @throws SpecError as {@link download} and {@link build} do.
 */
export async function fresh(version: string, overlay: string): Promise<{ spec: string; source: string }> {
  const { yaml, source } = await download(version)
  return { spec: build(yaml, overlay), source: `${JSON.stringify(source, null, 2)}\n` }
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
 * build makes `openapi/ory.json` of Ory's YAML and our overlay: checked, without prose, with our descriptions.
 *
 * @throws SpecError when the document lacks what the service uses, or the overlay names what it has not.
 */
export function build(yaml: string, overlay: string): string {
  const document = record(withoutProse(parse(yaml) as Json))
  if (!text(document['openapi']).startsWith('3.0.'))
    throw new SpecError('checking the spec: it is not an OpenAPI 3.0 document')
  const used = [
    '$.paths["/sessions/whoami"].get',
    '$.components.schemas.session',
    '$.components.schemas.identity',
    '$.components.schemas.errorGeneric',
  ]
  for (const path of used)
    if (select(document, path).length === 0)
      throw new SpecError(`checking the spec: it has no ${path}, which the service uses`)
  return `${JSON.stringify(applyOverlay(document, readOverlay(overlay)), null, 1)}\n`
}

function readOverlay(overlay: string): Json {
  try {
    return parse(overlay) as Json
  } catch (error) {
    throw new SpecError(
      `reading ${files.overlay}: ${Error.isError(error) ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`,
    )
  }
}

/**
 * typesOf makes `generated/ory.ts` of `openapi/ory.json`: openapi-typescript's output and nothing else.
 *
 * @throws SpecError when the text is no JSON.
 */
export async function typesOf(spec: string): Promise<string> {
  return astToString(await openapiTS(readSpec(spec), { emptyObjectsUnknown: true }))
}

/**
 * readSpec reads `openapi/ory.json`.
 *
 * @throws SpecError when the text is no JSON.
 */
export function readSpec(spec: string): OpenAPI3 {
  try {
    return JSON.parse(spec) as OpenAPI3
  } catch {
    throw new SpecError(`reading ${files.spec}: it is no JSON; run: make openapi`)
  }
}

/** isProse says whether a text reads as a sentence, whatever key it stands under: it has three words or more. */
export function isProse(value: Json): boolean {
  return typeof value === 'string' && /\S\s+\S+\s+\S/.test(value)
}

/**
 * withoutProse drops every sentence of a spec, under keys for sentences and under any other, and keeps its structure,
 * also of properties named like a sentence. Where a text must be, as for a scope or a default, an empty one stays.
 */
export function withoutProse(value: Json, names = false): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => names || key === 'default' || !(prose.has(key) || isProse(item)))
      // A response must have a description, so it keeps an empty one for the overlay to fill.
      .map(([key, item]) => {
        if (isProse(item)) return [key, '']
        if (key === 'responses') return [key, describable(item)]
        const told = Array.isArray(item) && key !== 'enum' ? item.filter((entry) => !isProse(entry)) : item
        return [key, withoutProse(told, !names && named.has(key))]
      }),
  )
}

function describable(responses: Json): Json {
  if (typeof responses !== 'object' || responses === null || Array.isArray(responses)) return responses
  return Object.fromEntries(
    Object.entries(responses).map(([code, response]) => {
      const kept = record(withoutProse(response))
      return [code, '$ref' in kept ? kept : { description: '', ...kept }]
    }),
  )
}

/**
 * applyOverlay applies the actions of an OpenAPI Overlay 1.0 document to a spec: `update` merges objects, `remove`
 * takes away.
 *
 * @throws SpecError when a target is not in the document.
 */
export function applyOverlay(document: JsonObject, overlay: Json): JsonObject {
  const actions = record(overlay)['actions']
  for (const action of Array.isArray(actions) ? actions.map(record) : []) {
    const found = select(document, text(action['target']))
    if (found.length === 0)
      throw new SpecError(`applying ${files.overlay}: nothing in the spec is at ${text(action['target'])}`)
    // Backwards, since what is taken out of a list moves what comes behind.
    for (const { value, parent, parentProperty } of found.toReversed()) {
      if (action['remove'] === true && Array.isArray(parent)) parent.splice(Number(parentProperty), 1)
      else if (action['remove'] === true) Reflect.deleteProperty(parent, parentProperty)
      else merge(record(value), record(action['update'] ?? {}))
    }
  }
  return document
}

interface Selected {
  value: Json
  parent: object
  parentProperty: string
}

function select(document: JsonObject, path: string): Selected[] {
  return JSONPath<Selected[]>({ path, json: document, resultType: 'all', eval: 'safe' })
}

function merge(target: JsonObject, update: JsonObject): void {
  for (const [key, item] of Object.entries(update)) {
    const present = target[key]
    if (isRecord(present) && isRecord(item)) merge(present, item)
    else target[key] = Array.isArray(present) && Array.isArray(item) ? [...present, ...item] : item
  }
}

function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function record(value: Json): JsonObject {
  if (!isRecord(value)) throw new SpecError('reading the spec: an object was expected')
  return value
}
