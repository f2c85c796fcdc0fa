import { namesOf, type Names } from './names.ts'

/** How to read and write one value as the Go SDK does. */
export type Model = Scalar | { kind: 'any' } | { kind: 'list' | 'map'; of: Model } | Struct

/** A scalar. With `keepsNull`, the SDK wraps it so that a null is kept and written again. */
export type Scalar =
  | { kind: 'string' | 'boolean' | 'integer' | 'time'; keepsNull: boolean }
  | { kind: 'enum'; name: string; values: Names<string>; open?: true; keepsNull: boolean }

/** A Go struct with its fields in the order in which Go writes them, by the bytes of their names. */
export interface Struct {
  kind: 'struct'
  fields: readonly Field[]
  /** Fields by their exact names. */
  exact: Names<Field>
  /** Fields by their names in lower case. */
  folded: Names<Field>
  /** Required fields, in the spec's order. */
  required: readonly Field[]
}

/** One field of a {@link Struct}. */
export interface Field {
  index: number
  name: string
  /** `"name":`, ready to write; empty for a field that is never written. */
  prefix: string
  model: Model
  /** Whether a null makes it nil: it is optional and does not keep its null. */
  nillable: boolean
  /** What Go writes for an absent or null field: nothing, or the zero value if it is no pointer. */
  zero: string
}

/**
 * A type of the Go SDK, as `generated/go-model.ts` has it. `keepsNull`: it is wrapped so that it keeps a null. `open`:
 * values that it does not know are kept as they are, as the SDK does from v1.22.78 on.
 */
export type GoType =
  | { readonly kind: 'any' }
  | { readonly kind: 'list' | 'map'; readonly of: GoType }
  | { readonly kind: 'string' | 'boolean' | 'integer' | 'time'; readonly keepsNull: boolean }
  | GoEnum
  | GoStruct

/** An enum of the Go SDK with a type of its own. */
export interface GoEnum {
  readonly kind: 'enum'
  readonly name: string
  readonly values: readonly string[]
  readonly open?: true
  readonly keepsNull: boolean
}

/** A struct of the Go SDK: its fields by the bytes of their names, and those that must be there in the spec's order. */
export interface GoStruct {
  readonly kind: 'struct'
  readonly fields: readonly { readonly name: string; readonly type: GoType }[]
  readonly required: readonly string[]
}

/** structOf prepares a struct of the Go SDK for reading and writing. */
export function structOf({ fields: described, required }: GoStruct): Struct {
  const fields = described.map(({ name, type }, index): Field => {
    const model = modelOf(type)
    const optional = !required.includes(name)
    const nillable = optional && !('keepsNull' in model && model.keepsNull)
    const zero = optional || model.kind === 'any' ? '' : zeroOf(model)
    return { index, name, prefix: `${JSON.stringify(name)}:`, model, nillable, zero }
  })
  const exact = namesOf(fields, ({ name }) => name)
  // The SDK's structs hold unknown keys in a map field that encoding/json sees under its Go name.
  const rest: Field = {
    index: fields.length,
    name: 'AdditionalProperties',
    prefix: '',
    model: { kind: 'map', of: { kind: 'any' } },
    nillable: true,
    zero: '',
  }
  const folded = namesOf([...fields, rest], ({ name }) => name.toLowerCase())
  return {
    kind: 'struct',
    fields,
    exact,
    folded,
    required: required.flatMap((name) => fields.find((field) => field.name === name) ?? []),
  }
}

function modelOf(type: GoType): Model {
  switch (type.kind) {
    case 'struct':
      return structOf(type)
    case 'list':
    case 'map':
      return { kind: type.kind, of: modelOf(type.of) }
    case 'enum':
      return { ...type, values: namesOf(type.values, (name) => name) }
    default:
      return type
  }
}

/** zeroOf returns the zero value of a field that is no pointer, as Go writes it. */
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
