import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import { parse, parseAllDocuments } from 'yaml'
import { describeUnless } from '../../support/skip.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'deploy/kubernetes')

/** Anything that Kubernetes keeps. */
const manifest = v.looseObject({
  apiVersion: v.string(),
  kind: v.string(),
  metadata: v.looseObject({ name: v.string(), namespace: v.optional(v.string()) }),
})
export type Manifest = v.InferOutput<typeof manifest>

const found = spawnSync('sh', ['test/scripts/kubernetes.sh'], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
})
const tools = found.stdout.trim()

/** describeWithTools is {@link describeUnless} for what needs kustomize and kubeconform. */
export function describeWithTools(name: string, suite: () => void): void {
  const missing = 'kustomize and kubeconform are not here; run: sh test/scripts/kubernetes.sh'
  describeUnless(found.status === 0 ? undefined : missing, name, suite)
}

/** The folders that can be applied, and the components that can be added to them. */
export const applicable = foldersOf('Kustomization')
export const components = foldersOf('Component')

/** Those of them that have the service. */
export const withService = applicable.filter((name) => name !== 'application')

/** The name of all that is the service's. */
export const own = 'ory-session-echo'

function foldersOf(kind: string): string[] {
  return globSync('*/kustomization.yaml', { cwd: folder })
    .filter((path) => at(parse(read(path)), 'kind') === kind)
    .map((path) => dirname(path))
    .toSorted()
}

/** The text of a file of deploy/kubernetes. */
export function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

/**
 * build is what `kubectl apply -k deploy/kubernetes/NAME` would send, with components where some are named.
 *
 * @throws Error with the words of kustomize.
 */
export function build(name: string, ...added: string[]): string {
  if (added.length === 0) return kustomize(join(folder, name))
  const kustomization = { resources: [`../${name}`], components: added.map((component) => `../${component}`) }
  return inCopy({ 'own/kustomization.yaml': JSON.stringify(kustomization) }, 'own')
}

/** inCopy builds a folder of a copy of deploy/kubernetes with other `files`, by their paths in it. */
export function inCopy(files: Record<string, string>, name: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'manifests-'))
  try {
    cpSync(folder, copy, { recursive: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true })
      writeFileSync(join(copy, path), text)
    }
    return kustomize(join(copy, name))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function kustomize(path: string): string {
  const { status, stdout, stderr } = spawnSync(join(tools, 'kustomize'), ['build', path], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`kustomize build: ${stderr.trim()}`)
  return stdout
}

/** manifestsIn reads what was built. */
export function manifestsIn(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => v.parse(manifest, document.toJSON()))
}

const built = new Map<string, string>()

/** textOf is what was built of a folder; of `everything`, the one for Traefik with all components. */
export function textOf(name: string): string {
  const text = built.get(name) ?? (name === 'everything' ? build('traefik', ...components) : build(name))
  built.set(name, text)
  return text
}

/** of is the same, read. */
export function of(name: string): Manifest[] {
  return manifestsIn(textOf(name))
}

/** ofKind is what a folder has of a kind. */
export function ofKind(name: string, kind: string): Manifest[] {
  return of(name).filter((item) => item.kind === kind)
}

/** deploymentOf is the service's Deployment in a folder. */
export function deploymentOf(name: string): Manifest {
  return one(of(name), 'Deployment', own)
}

/** settingsOf is the service's configuration in a folder. */
export function settingsOf(name: string): Record<string, string> {
  const [config] = ofKind(name, 'ConfigMap').filter(({ metadata }) => metadata.name.startsWith(`${own}-`))
  return textsAt(config, 'data')
}

/** The versions of Kubernetes that manifests are held against. */
export const versions = ['1.30.0', '1.37.0']

/** mistakesIn lists what kubeconform finds wrong in each of some texts, and what it has no schema for. */
export function mistakesIn(texts: ReadonlyMap<string, string>, version: string): Map<string, string[]> {
  const schemas = [
    'kubernetes/{{ .NormalizedKubernetesVersion }}-local{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json',
    'crds/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json',
  ].flatMap((path) => ['-schema-location', join(tools, path)])
  const args = ['-strict', '-output', 'json', '-verbose', '-kubernetes-version', version, ...schemas]
  const files = mkdtempSync(join(tmpdir(), 'manifests-'))
  try {
    for (const [name, text] of texts) writeFileSync(join(files, `${name}.yaml`), text)
    const { stdout } = spawnSync(join(tools, 'kubeconform'), [...args, files], { encoding: 'utf8' })
    const { resources } = v.parse(report, JSON.parse(stdout))
    return new Map(
      [...texts].map(([name, text]) => {
        const checked = resources.filter(({ filename }) => basename(filename) === `${name}.yaml`)
        const all = checked.length === manifestsIn(text).length ? [] : ['not everything was checked']
        const wrong = checked.filter(({ status }) => status !== 'statusValid')
        return [name, [...all, ...wrong.map(({ kind, name, msg }) => `${kind} ${name}: ${msg}`)]]
      }),
    )
  } finally {
    rmSync(files, { recursive: true })
  }
}

const resource = { filename: v.string(), kind: v.string(), name: v.string(), msg: v.string(), status: v.string() }
const report = v.object({ resources: v.array(v.object(resource)) })

/** one is the only manifest of a kind and name. */
export function one(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const [only, ...others] = manifests.filter((item) => item.kind === kind && item.metadata.name === name)
  if (only === undefined || others.length > 0) throw new Error(`expected one ${kind} ${name}`)
  return only
}

/** at is what stands in a value under keys and places, one within the other; undefined where there is nothing. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  )
}

/** allAt lists what stands under a key, wherever that is. */
export function allAt(value: unknown, key: string): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => [
    ...(name === key ? [part] : []),
    ...allAt(part, key),
  ])
}

/** list is a value if that is a list; an empty one for anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** textsAt are the texts by their names, such as labels, that stand under a path; none where there is nothing. */
export function textsAt(value: unknown, ...path: readonly (string | number)[]): Record<string, string> {
  return v.parse(v.optional(v.record(v.string(), v.string()), {}), at(value, ...path))
}
