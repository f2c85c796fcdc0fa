/** How the Go SDK types one value of Ory's API: its struct fields and their kinds, derived from the spec. */
export type Model =
  | { kind: 'any' | 'string' | 'boolean' | 'integer' | 'number' | 'time'; keepsNull: boolean }
  | { kind: 'enum'; name: string; values: ReadonlySet<string>; keepsNull: boolean }
  | { kind: 'list' | 'map'; of: Model; keepsNull: boolean }
  | Struct

/** A Go struct with its fields in the order in which Go writes them: by the bytes of their names. */
export interface Struct {
  kind: 'struct'
  keepsNull: boolean
  fields: readonly Field[]
  /** Fields by their exact names. */
  exact: ReadonlyMap<string, Field>
  /** Fields by their folded names, see {@link fold}. */
  folded: ReadonlyMap<string, Field>
  /** Names whose absence is an error, in the spec's order. */
  required: readonly string[]
}

/** One field of a {@link Struct}. */
export interface Field {
  index: number
  name: string
  /** `"name":`, ready to be written; empty for a field that is read but never written. */
  prefix: string
  model: Model
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
 * modelOf derives how the Go SDK reads and writes the schema `name`, as openapi-generator types it: a named enum is
 * checked, an enum in place is a plain string, `nullable` strings keep their null, and optional fields lose it.
 *
 * @throws Error when `schemas` lacks a schema that is referred to.
 */
export function modelOf(schemas: Schemas, name: string): Model {
  const schema = schemas[name]
  if (schema === undefined) throw new Error(`deriving the Go model: the spec has no schema ${name}`)
  return derive(schemas, schema, goName(name))
}

function derive(schemas: Schemas, schema: Schema, name?: string): Model {
  const reference = schema.$ref?.replace('#/components/schemas/', '')
  if (reference !== undefined) return modelOf(schemas, reference)
  if (schema.properties !== undefined) return struct(schemas, schema)
  // Go's maps and slices have a null of their own, so only scalars are wrapped to keep it.
  const scalar = { keepsNull: schema.nullable === true }
  if (schema.enum !== undefined && name !== undefined) return { kind: 'enum', name, values: new Set(schema.enum), ...scalar }
  switch (schema.type) {
    case 'string':
      return { kind: schema.format === 'date-time' ? 'time' : 'string', ...scalar }
    case 'boolean':
    case 'integer':
    case 'number':
      return { kind: schema.type, ...scalar }
    case 'array':
      return { kind: 'list', of: derive(schemas, schema.items ?? {}), keepsNull: false }
    case 'object':
      return { kind: 'map', of: derive(schemas, typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}), keepsNull: false }
    default:
      return { kind: 'any', keepsNull: false }
  }
}

function struct(schemas: Schemas, schema: Schema): Struct {
  const required = schema.required ?? []
  const fields = Object.entries(schema.properties ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, property], index): Field => {
      const model = derive(schemas, property)
      return { index, name, prefix: `${JSON.stringify(name)}:`, model, zero: required.includes(name) ? zeroOf(model) : '' }
    })
  const exact = new Map(fields.map((field) => [field.name, field]))
  // The SDK's structs hold unknown keys in a map field that encoding/json sees under its Go name.
  const rest: Field = { index: fields.length, name: 'AdditionalProperties', prefix: '', model: { kind: 'map', of: { kind: 'any', keepsNull: false }, keepsNull: false }, zero: '' }
  const folded = new Map([...fields, rest].map((field) => [fold(field.name), field]))
  return { kind: 'struct', keepsNull: false, fields, exact, folded, required }
}

/** zeroOf is how Go writes the zero value of a scalar; empty for what is nil. */
export function zeroOf(model: Model): string {
  switch (model.kind) {
    case 'string':
    case 'enum':
      return '""'
    case 'boolean':
      return 'false'
    case 'integer':
    case 'number':
      return '0'
    case 'time':
      return '"0001-01-01T00:00:00Z"'
    default:
      return ''
  }
}

function goName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
