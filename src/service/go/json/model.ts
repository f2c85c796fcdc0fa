/** How the Go SDK types one value of Ory's API: its struct fields and their kinds, derived from the spec. */
export type Model = Scalar | { kind: 'any' } | { kind: 'list' | 'map'; of: Model } | Struct

/** A value without parts. `keepsNull` says that the SDK wraps it so that a null is kept and written again. */
export type Scalar =
  | { kind: 'string' | 'boolean' | 'integer' | 'time'; keepsNull: boolean }
  | { kind: 'enum'; name: string; values: ReadonlySet<string>; keepsNull: boolean }

/** A Go struct with its fields in the order in which Go writes them: by the bytes of their names. */
export interface Struct {
  kind: 'struct'
  fields: readonly Field[]
  /** Fields by their exact names. */
  exact: ReadonlyMap<string, Field>
  /** Fields by their folded names, see {@link fold}. */
  folded: ReadonlyMap<string, Field>
  /** Fields whose absence is an error, in the spec's order. */
  required: readonly Field[]
}

/** One field of a {@link Struct}. */
export interface Field {
  index: number
  name: string
  /** `"name":`, ready to be written; empty for a field that is read but never written. */
  prefix: string
  model: Model
  /** Whether a null makes it nil, as it does what is optional and does not keep its null. */
  nillable: boolean
  /** What Go writes when the field is absent or null: nothing, or the zero value of a field that is no pointer. */
  zero: string
}

/** The part of an OpenAPI 3.0 schema object that decides a {@link Model}. */
export interface Schema {
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

/** Schemas of an OpenAPI document by name, its `components.schemas`. */
export type Schemas = Record<string, Schema>

/**
 * fold reduces a JSON key to the form in which Go's encoding/json compares it with field names: case is ignored,
 * and so is the difference between `s` and U+017F and between `k` and U+212A.
 */
export function fold(key: string): string {
  return key.toLowerCase().replaceAll('\u017f', 's').replaceAll('\u212a', 'k')
}

/**
 * modelOf derives how the Go SDK reads and writes the object schema `name`, as openapi-generator types it: a named enum
 * is checked, an enum in place is a plain string, `nullable` strings keep their null, and optional fields lose it.
 *
 * @throws Error when `schemas` lacks a schema that is referred to, or has a type that no session has.
 */
export function modelOf(schemas: Schemas, name: string): Struct {
  const model = named(schemas, name)
  if (model.kind !== 'struct') throw new Error(`deriving the Go model: the schema ${name} has no properties`)
  return model
}

function named(schemas: Schemas, name: string): Model {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`deriving the Go model: the spec has no schema ${name}`)
  return derive(schemas, schema, goName(name))
}

function derive(schemas: Schemas, schema: Schema, name?: string): Model {
  const reference = schema.$ref?.replace('#/components/schemas/', '')
  if (reference !== undefined) return named(schemas, reference)
  if (schema.properties !== undefined) return struct(schemas, schema)
  // Go's maps and slices have a null of their own, so only scalars are wrapped to keep it.
  const keepsNull = schema.nullable === true
  if (schema.enum !== undefined && name !== undefined) {
    return { kind: 'enum', name, values: new Set(schema.enum), keepsNull }
  }
  switch (schema.type) {
    case 'string':
      return { kind: schema.format === 'date-time' ? 'time' : 'string', keepsNull }
    case 'boolean':
      return { kind: 'boolean', keepsNull }
    case 'integer':
      if (schema.format !== 'int64') break
      return { kind: 'integer', keepsNull }
    case 'array':
      return { kind: 'list', of: derive(schemas, schema.items ?? {}) }
    case 'object':
      return { kind: 'map', of: derive(schemas, schemaOfMembers(schema)) }
    case undefined:
      return { kind: 'any' }
  }
  throw new Error(`deriving the Go model: no session has the type ${[schema.type, schema.format].join(' ').trim()}`)
}

function schemaOfMembers({ additionalProperties }: Schema): Schema {
  return typeof additionalProperties === 'object' ? additionalProperties : {}
}

function struct(schemas: Schemas, schema: Schema): Struct {
  const required = schema.required ?? []
  const fields = Object.entries(schema.properties ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, property], index): Field => {
      const model = derive(schemas, property)
      const optional = !required.includes(name)
      const nillable = optional && !('keepsNull' in model && model.keepsNull)
      const zero = optional || model.kind === 'any' ? '' : zeroOf(model)
      return { index, name, prefix: `${JSON.stringify(name)}:`, model, nillable, zero }
    })
  const exact = new Map(fields.map((field) => [field.name, field]))
  // The SDK's structs hold unknown keys in a map field that encoding/json sees under its Go name.
  const rest: Field = {
    index: fields.length,
    name: 'AdditionalProperties',
    prefix: '',
    model: { kind: 'map', of: { kind: 'any' } },
    nillable: true,
    zero: '',
  }
  const folded = new Map([...fields, rest].map((field) => [fold(field.name), field]))
  return { kind: 'struct', fields, exact, folded, required: required.flatMap((name) => exact.get(name) ?? []) }
}

/** zeroOf is how Go writes the zero value of what is no pointer. */
export function zeroOf(model: Model): string {
  switch (model.kind) {
    case 'string':
    case 'enum':
      return model.keepsNull ? 'null' : '""'
    case 'boolean':
      return model.keepsNull ? 'null' : 'false'
    case 'integer':
      return model.keepsNull ? 'null' : '0'
    case 'time':
      return model.keepsNull ? 'null' : '"0001-01-01T00:00:00Z"'
    default:
      return 'null'
  }
}

function goName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
