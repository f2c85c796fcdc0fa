import { JSONPath } from 'jsonpath-plus'
import { parse } from 'yaml'
import { files, isRecord, record, SpecError, text, type Json, type JsonObject } from './spec.ts'

/** What an overlay that describes may say of what the spec has. */
export const texts: ReadonlySet<string> = new Set(['title', 'summary', 'description'])

/**
 * readOverlay reads the overlay in `file`.
 *
 * @throws SpecError when the text is no YAML.
 */
export function readOverlay(overlay: string, file: string): Json {
  try {
    return parse(overlay) as Json
  } catch (error) {
    throw new SpecError(
      `reading ${file}: ${Error.isError(error) ? (error.message.split('\n', 1)[0] ?? '') : String(error)}`,
    )
  }
}

/** What an overlay of ours may do to what an action targets, and the file that it is in. */
interface Overlaying {
  file: string
  removes: boolean
  update: (target: JsonObject, update: JsonObject, path: string) => void
}

/** Gives texts to what is there, and does nothing else. */
export const describe: Overlaying = {
  file: files.overlay,
  removes: false,
  update: (target, update, path) => {
    for (const [key, item] of Object.entries(update)) {
      const present = target[key]
      if (texts.has(key) && typeof item === 'string') target[key] = item
      else if (isRecord(present) && isRecord(item)) describe.update(present, item, `${path}.${key}`)
      else throw new SpecError(`applying ${files.overlay}: nothing in the spec is at ${path}.${key}`)
    }
  },
}

/** Merges objects, appends to lists, and replaces everything else. */
export const correct: Overlaying = { file: files.corrections, removes: true, update: merge }

/**
 * applyOverlay applies the actions of an OpenAPI Overlay 1.0 document to a spec: `update` describes or corrects,
 * `remove` takes away. With `x-where-present`, an action is for newer specs, and passed over where its target is not.
 *
 * @throws SpecError when any other target is not in the document.
 */
export function applyOverlay(document: JsonObject, overlay: Json, { file, removes, update }: Overlaying): JsonObject {
  const actions = record(overlay)['actions']
  for (const action of Array.isArray(actions) ? actions.map(record) : []) {
    const target = text(action['target'])
    const found = select(document, target)
    if (found.length === 0 && action['x-where-present'] !== true)
      throw new SpecError(`applying ${file}: nothing in the spec is at ${target}`)
    if (action['remove'] === true && !removes)
      throw new SpecError(`applying ${file}: it only describes; take ${target} away in ${files.corrections}`)
    // Backwards, since what is taken out of a list moves what comes behind.
    for (const { value, parent, parentProperty } of found.toReversed()) {
      if (action['remove'] === true && Array.isArray(parent)) parent.splice(Number(parentProperty), 1)
      else if (action['remove'] === true) Reflect.deleteProperty(parent, parentProperty)
      else update(record(value), record(action['update'] ?? {}), target)
    }
  }
  return document
}

interface Selected {
  value: Json
  parent: object
  parentProperty: string
}

/** select finds what is at a path of JSONPath. */
export function select(document: JsonObject, path: string): Selected[] {
  return JSONPath<Selected[]>({ path, json: document, resultType: 'all', eval: 'safe' })
}

function merge(target: JsonObject, update: JsonObject): void {
  for (const [key, item] of Object.entries(update)) {
    const present = target[key]
    if (isRecord(present) && isRecord(item)) merge(present, item)
    else target[key] = Array.isArray(present) && Array.isArray(item) ? [...present, ...item] : item
  }
}
