import openapiTS, { astToString, tsLiteral, tsUnion, type OpenAPI3, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import { applyOverlay, correct, readOverlay } from './overlay.ts'
import { readSpec, record, type JsonObject } from './spec.ts'

/**
 * corrected is the spec with what Kratos really sends, from `openapi/ory.json` and `openapi/corrections.yaml`.
 *
 * @throws SpecError when the spec is no JSON, or the corrections name what it has not.
 */
export function corrected(spec: string, corrections: string): JsonObject {
  return applyOverlay(record(readSpec(spec)), readOverlay(corrections, correct.file), correct)
}

/**
 * typesOf makes `generated/ory.ts`: openapi-typescript's output for the {@link corrected} spec. Texts of which the spec
 * names only those that are known, in `x-extensible-enum`, have a type that takes any other, too.
 *
 * @throws SpecError as {@link corrected} does.
 */
export async function typesOf(spec: string, corrections: string): Promise<string> {
  // The one place where JSON is taken for the OpenAPI document that it was checked to be.
  const document = corrected(spec, corrections) as unknown as OpenAPI3
  return astToString(await openapiTS(document, { emptyObjectsUnknown: true, transform: openEnum }))
}

function openEnum(schema: SchemaObject): ts.TypeNode | undefined {
  const known: unknown = Reflect.get(schema, 'x-extensible-enum')
  if (!Array.isArray(known)) return undefined
  // Without the intersection, TypeScript would forget the known ones, and no editor would offer them.
  const other = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ])
  return tsUnion([...known.map(tsLiteral), other])
}
