import { sizeOf } from '../wording/amounts.ts'
import type { LeftOut } from './observation.ts'
import type { Clean } from './scrub.ts'

const longestText = 4096 // characters
const mostJson = 16 * 1024 // characters
const deepest = 64 // objects and arrays in each other

/** shownText is a text of Ory's without secrets, or its length where that exceeds 4,096 characters. */
export function shownText(text: string, clean: Clean): string {
  return text.length > longestText ? `(too long to be shown: ${sizeOf(text.length)})` : clean(text)
}

/** shownOrNull is {@link shownText} for a text that may be absent. */
export function shownOrNull(text: string | null, clean: Clean): string | null {
  return text === null ? null : shownText(text, clean)
}

/** shownJson copies a JSON value without secrets, names included, unless it exceeds 16 kB or 64 levels of nesting. */
export function shownJson(value: unknown, clean: Clean): { value: unknown; leftOut: LeftOut | null } {
  const left: { room: number; out: LeftOut | null } = { room: mostJson, out: null }
  const shown = copy(value, 0, left, clean)
  return { value: left.out === null ? shown : null, leftOut: left.out }
}

/** Copies until there is no room left. */
function copy(item: unknown, depth: number, left: { room: number; out: LeftOut | null }, clean: Clean): unknown {
  left.room -= typeof item === 'string' ? item.length + 3 : 3
  if (left.room < 0) left.out ??= 'too-long'
  if (depth > deepest) {
    left.out ??= 'too-deep'
    left.room = -1
  }
  if (left.out !== null) return null
  if (typeof item === 'string') return clean(item)
  if (typeof item !== 'object' || item === null) return item
  const copies: [name: string, value: unknown][] = []
  for (const [name, part] of entriesOf(item)) {
    left.room -= name.length
    if (left.room < 0) {
      left.out ??= 'too-long'
      break
    }
    copies.push([clean(name), copy(part, depth + 1, left, clean)])
  }
  return Array.isArray(item) ? copies.map(([, part]) => part) : Object.fromEntries(copies)
}

function* entriesOf(item: object): Generator<[name: string, part: unknown]> {
  if (Array.isArray(item)) for (const part of item) yield ['', part]
  else for (const name of Object.keys(item)) yield [name, (item as Record<string, unknown>)[name]]
}
