import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseAllDocuments } from 'yaml'

// Makes JSON schemas, as kubeconform finds them, of the CustomResourceDefinitions in a folder: in the folder of a
// group, a file for each kind and version. An API server drops a field that it doesn't know; here that is an error.

const closed = { additionalProperties: false }
const definitions = '../../kubernetes/v1.37.0-local-strict/_definitions.json#/$defs/'
const metadata = { $ref: `${definitions}io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` }
const definition = v.object({
  kind: v.literal('CustomResourceDefinition'),
  spec: v.object({
    group: v.string(),
    names: v.object({ kind: v.string() }),
    versions: v.array(
      v.object({
        name: v.string(),
        schema: v.object({ openAPIV3Schema: v.looseObject({ properties: v.record(v.string(), v.unknown()) }) }),
      }),
    ),
  }),
})

const [from = '', to = ''] = process.argv.slice(2)
for (const file of readdirSync(from).filter((name) => /\.ya?ml$/.test(name))) {
  for (const document of parseAllDocuments(readFileSync(join(from, file), 'utf8'))) {
    const read = v.safeParse(definition, document.toJSON())
    if (!read.success) continue
    const { group, names, versions } = read.output.spec
    mkdirSync(join(to, group), { recursive: true })
    for (const { name, schema } of versions) {
      const { properties, ...rest } = schema.openAPIV3Schema
      const whole = strict({ ...rest, properties: { ...properties, metadata } })
      writeFileSync(join(to, group, `${names.kind.toLowerCase()}_${name}.json`), JSON.stringify(whole))
    }
  }
}

/** A schema, and all within it, that takes no other properties than those it names. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict)
  if (typeof schema !== 'object' || schema === null) return schema
  const parts: Record<string, unknown> = Object.fromEntries(
    Object.entries(schema)
      .filter(([name, part]) => name !== 'format' || typeof part === 'object') // int32 and others are Kubernetes' own
      .map(([name, part]) => [name, strict(part)]),
  )
  const isOpen = 'additionalProperties' in parts || 'x-kubernetes-preserve-unknown-fields' in parts
  return parts['type'] === 'object' && 'properties' in parts && !isOpen ? { ...parts, ...closed } : parts
}
