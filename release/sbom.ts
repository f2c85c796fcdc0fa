import type { Part } from './licences.ts'

/** A part of a CycloneDX document, as far as it is looked at here. */
export interface Component {
  'bom-ref': string
  type: string
  name: string
  version: string
  licenses?: readonly { license: { id?: string } }[]
  properties?: readonly { name: string; value: string }[]
}

/** A CycloneDX document. */
export interface Bom {
  specVersion: string
  serialNumber?: string
  metadata: { timestamp: string; lifecycles?: readonly { phase: string }[]; component: Component }
  components: readonly Component[]
  dependencies: readonly { ref: string; dependsOn?: readonly string[] }[]
}

/** What npm does not know of the package. */
export interface Facts {
  /** What is in its files, and what of that isn't a package. */
  parts: readonly Part[]
  works: readonly Part[]
  /** The names under "dependencies" in package.json, which npm installs beside it. */
  dependencies: readonly string[]
  /** The commit's, since a second build has to say the same. */
  time: string
}

const refOf = ({ name, version }: { name: string; version: string }): string => `${name}@${version}`

/**
 * sbomOf makes a list of what users get, out of that of `npm sbom`, in which what is bundled is for developers only.
 *
 * @throws Error when npm does not list something that users get.
 */
export function sbomOf(all: Bom, packageName: string, { parts, works, dependencies, time }: Facts): Bom {
  const root = all.metadata.component['bom-ref']
  const needs = new Map(all.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]))
  const beside = new Set(needs.get(root)?.filter((ref) => dependencies.some((name) => ref.startsWith(`${name}@`))))
  for (const ref of beside) for (const next of needs.get(ref) ?? []) beside.add(next)

  const known = new Map([...works.map(dataOf), ...all.components].map((one) => [one['bom-ref'], one]))
  const bundled = new Set(parts.map(refOf))
  const got = [...new Set([...bundled, ...beside])].toSorted()
  const components = got.map((ref) => {
    const component = known.get(ref)
    if (component === undefined) throw new Error(`making the SBOM: npm sbom does not list ${ref}; run: npm ci`)
    const value = bundled.has(ref) ? 'bundled' : 'installed'
    return { ...component, properties: [{ name: `${packageName}:how`, value }] }
  })
  const edges = [root, ...got].map((ref) => ({
    ref,
    dependsOn: (needs.get(ref) ?? []).filter((next) => got.includes(next)),
  }))
  // npm names the package like its folder; its serial number is random, and optional.
  const metadata = {
    ...all.metadata,
    timestamp: time,
    lifecycles: [{ phase: 'build' }],
    component: { ...all.metadata.component, name: packageName },
  }
  const sbom: Bom = { ...all, metadata, components, dependencies: edges }
  delete sbom.serialNumber
  return sbom
}

function dataOf(work: Part): Component {
  const { name, version, licence } = work
  return { 'bom-ref': refOf(work), type: 'data', name, version, licenses: [{ license: { id: licence } }] }
}
