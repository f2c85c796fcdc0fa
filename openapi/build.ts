import { parse } from 'yaml'
import { applyOverlay, describe, readOverlay, select, texts } from './overlay.ts'
import { download, record, SpecError, text, type Json } from './spec.ts'

const prose = new Set([...texts, 'example', 'examples', 'externalDocs', 'contact', 'x-displayName', 'x-go-enum-desc'])
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
 * fresh makes the texts of `openapi/ory.json` and `openapi/source.json` of a version, from Go's module and our overlay.
 *
 * @throws SpecError as {@link download} and {@link build} do.
 */
export async function fresh(version: string, overlay: string): Promise<{ spec: string; source: string }> {
  const { yaml, source } = await download(version)
  return { spec: build(yaml, overlay), source: `${JSON.stringify(source, null, 2)}\n` }
}

/**
 * build makes `openapi/ory.json` of Ory's YAML and our overlay: checked, without prose, with our descriptions.
 *
 * @throws SpecError when the document lacks what the service uses, or the overlay describes what it has not.
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
  return `${JSON.stringify(applyOverlay(document, readOverlay(overlay, describe.file), describe), null, 1)}\n`
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
