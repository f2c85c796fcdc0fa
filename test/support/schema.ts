import { isDeepStrictEqual } from 'node:util'

/** The part of an OpenAPI 3.0 schema that decides what a JSON value may be. */
export interface ValueSchema {
  $ref?: string
  allOf?: readonly ValueSchema[]
  type?: string
  format?: string
  nullable?: boolean
  enum?: readonly unknown[]
  items?: ValueSchema
  properties?: Record<string, ValueSchema>
  additionalProperties?: ValueSchema | boolean
  required?: readonly string[]
}

/** An OpenAPI document, as far as answers are concerned. */
export interface Described {
  paths: Record<string, Record<string, { responses: Record<string, Answer> } | undefined> | undefined>
  components: { schemas: Record<string, ValueSchema> }
}

interface Answer {
  content?: { 'application/json'?: { schema: ValueSchema } }
}

/** schemaOf is the schema of an operation's JSON answer with a status, or of its default answer. */
export function schemaOf(document: Described, method: string, path: string, status: number): ValueSchema {
  const responses = document.paths[path]?.[method.toLowerCase()]?.responses
  const schema = (responses?.[status] ?? responses?.['default'])?.content?.['application/json']?.schema
  if (schema === undefined) throw new Error(`the spec has no JSON answer ${status} to ${method} ${path}`)
  return schema
}

/**
 * differences says how a JSON value differs from its schema, a line each: what it has that the schema does not name,
 * what it lacks, and what is of another type. Objects without properties in the schema may have any.
 */
export function differences(document: Described, schema: ValueSchema, value: unknown, at = ''): string[] {
  if (schema.$ref !== undefined) {
    const other = document.components.schemas[schema.$ref.replace('#/components/schemas/', '')]
    return other === undefined ? [`${at}: ${schema.$ref} is missing`] : differences(document, other, value, at)
  }
  if (value === null) return schema.nullable === true || isAny(schema) ? [] : [`${at}: null`]
  const found = (schema.allOf ?? []).flatMap((part) => differences(document, part, value, at))
  if (schema.enum !== undefined && !schema.enum.some((item) => isDeepStrictEqual(item, value)))
    found.push(`${at}: ${JSON.stringify(value)}`)
  const is = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  if (schema.type !== undefined && is !== schema.type && !(is === 'integer' && schema.type === 'number'))
    return [...found, `${at}: ${is} instead of ${schema.type}`]
  if (typeof value === 'string' && schema.format === 'date-time' && Number.isNaN(Date.parse(value)))
    found.push(`${at}: no date`)
  if (Array.isArray(value))
    return [...found, ...value.flatMap((item) => differences(document, schema.items ?? {}, item, `${at}[]`))]
  if (typeof value === 'object') found.push(...ofObject(document, schema, value, at))
  return found
}

function ofObject(document: Described, schema: ValueSchema, value: object, at: string): string[] {
  const { properties, required = [], additionalProperties: more = properties === undefined } = schema
  const lacking = required.filter((name) => !(name in value)).map((name) => `${at}.${name}: missing`)
  const present = Object.entries(value).flatMap(([name, item]) => {
    const known = properties?.[name] ?? (typeof more === 'object' ? more : more ? {} : undefined)
    return known === undefined ? [`${at}.${name}: undeclared`] : differences(document, known, item, `${at}.${name}`)
  })
  return [...lacking, ...present]
}

function isAny({ type, allOf, enum: values }: ValueSchema): boolean {
  return type === undefined && allOf === undefined && values === undefined
}
