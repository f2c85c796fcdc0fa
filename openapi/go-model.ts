import type { GoStruct, GoType } from '../src/service/go/json/model.ts'
import { readSpec, record, SpecError, text } from './spec.ts'
import { isAtLeast } from './version.ts'

/** The part of an OpenAPI 3.0 schema object that decides a {@link GoType}. */
interface Schema {
  $ref?: string
  type?: string
  format?: string
  nullable?: boolean
  enum?: readonly string[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  required?: readonly string[]
}

/** Schemas of an OpenAPI document by name, and whether the SDK keeps values that an enum does not name. */
interface Described {
  schemas: Record<string, Schema>
  open: boolean
}

/**
 * goStructOf derives how the Go SDK reads and writes the object schema `name`, as openapi-generator types it: a named
 * enum is checked, or open, an enum in place is a plain string, `nullable` strings keep their null, and optional fields
 * lose it.
 *
 * @throws SpecError when `schemas` lacks a schema that is referred to, or has a type that no session has.
 */
function goStructOf(from: Described, name: string): GoStruct {
  const type = named(from, name)
  if (type.kind !== 'struct') throw new SpecError(`deriving the Go model: the schema ${name} has no properties`)
  return type
}

function named(from: Described, name: string): GoType {
  const schema = from.schemas[name]
  if (schema === undefined) throw new SpecError(`deriving the Go model: the spec has no schema ${name}`)
  return derive(from, schema, name.charAt(0).toUpperCase() + name.slice(1))
}

function derive(from: Described, schema: Schema, name?: string): GoType {
  const reference = schema.$ref?.replace('#/components/schemas/', '')
  if (reference !== undefined) return named(from, reference)
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, property]) => ({ name: field, type: derive(from, property) }))
    return { kind: 'struct', fields, required: schema.required ?? [] }
  }
  // Go's maps and slices have a null of their own, so only scalars are wrapped to keep it.
  const keepsNull = schema.nullable === true
  if (schema.enum !== undefined && name !== undefined)
    return { kind: 'enum', name, values: schema.enum, ...(from.open && { open: true }), keepsNull }
  switch (schema.type) {
    case 'string':
      return { kind: schema.format === 'date-time' ? 'time' : 'string', keepsNull }
    case 'boolean':
      return { kind: 'boolean', keepsNull }
    case 'integer':
      if (schema.format !== 'int64') break
      return { kind: 'integer', keepsNull }
    case 'array':
      return { kind: 'list', of: derive(from, schema.items ?? {}) }
    case 'object': {
      const { additionalProperties } = schema
      return { kind: 'map', of: derive(from, typeof additionalProperties === 'object' ? additionalProperties : {}) }
    }
    case undefined:
      return { kind: 'any' }
  }
  throw new SpecError(`deriving the Go model: no session has the type ${[schema.type, schema.format].join(' ').trim()}`)
}

/** The first version of the Go SDK that keeps values which its enums do not name. */
const openEnums = 'v1.22.78'

/** goModelOf makes `generated/go-model.ts` of `openapi/ory.json`: the Go SDK's types of a session and of an error. */
export function goModelOf(spec: string): string {
  const { schemas } = (JSON.parse(spec) as { components: Pick<Described, 'schemas'> }).components
  const version = text(record(record(readSpec(spec))['info'] ?? {})['version'])
  const described = { schemas, open: isAtLeast(version, openEnums) }
  const constant = (name: string): string =>
    `export const ${name} = ${written(goStructOf(described, name), '')} as const\n`
  return `// How Ory's Go SDK types what the service reads. Made from openapi/ory.json by: make generate\n
${constant('session')}\n${constant('errorGeneric')}`
}

/** A type as code: a struct with a line for each field, anything else in one line. */
function written(type: GoType, indent: string): string {
  if (type.kind === 'list' || type.kind === 'map') return `{ kind: '${type.kind}', of: ${written(type.of, indent)} }`
  if (type.kind !== 'struct') return JSON.stringify(type)
  const inner = `${indent}  `
  const fields = type.fields.map(
    (field) => `${inner}  { name: ${JSON.stringify(field.name)}, type: ${written(field.type, `${inner}  `)} },\n`,
  )
  const required = JSON.stringify(type.required)
  return (
    `{\n${inner}kind: 'struct',\n${inner}fields: [\n${fields.join('')}${inner}],\n${inner}required: ` +
    `${required},\n${indent}}`
  )
}
