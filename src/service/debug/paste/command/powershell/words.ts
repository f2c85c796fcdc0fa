import type { ReadingOf } from '../bash-words.ts'
import { doubleMarks, inDouble, inSingle, singleMarks } from './quotes.ts'
import { plainDash, WordList, type Command, type Note } from '../words.ts'

const variable = String.raw`\$(?:\{(?<braced>[^{}\n]{1,100})\}|(?<name>(?:env:|global:|script:)?[A-Za-z_]\w*))`
const piece = new RegExp(
  [
    String.raw`(?<blank>[^\S\n]+|\x60[^\S\n]*\n)`,
    String.raw`(?<end>\n|;|&&?|\|\|?|[(){}])`,
    String.raw`(?<redirect>[\d*]?>>?(?:&1)?)`,
    String.raw`\x60(?<escaped>[^]?)`,
    inDouble,
    inSingle,
    variable,
    `(?<quote>[${doubleMarks}${singleMarks}])`,
    `(?<plain>\\$|[^\\s\\x60;&|(){}>$${doubleMarks}${singleMarks}]+|>)`,
  ].join('|'),
  'y',
)

/**
 * powershellWords splits the command at `start` as PowerShell does for programs that are not its own: quotes of all
 * kinds, also typographic ones, backticks, and variables with their values.
 */
export function powershellWords(text: string, start: number, { variables }: ReadingOf): Command {
  const list = new WordList()
  const notes = new Set<Note>()
  let drops = false
  const done = (end: number, open = false): Command => {
    if (drops && list.started) list.drop()
    list.finish()
    return { words: list.words, end, open, notes, inner: [] }
  }
  for (let at = start; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at
    const found = piece.exec(text)
    if (found === null) return done(text.length, true)
    const { blank, end, redirect, escaped, double, single, quote, plain, braced, name } = found.groups ?? {}
    if (blank !== undefined) {
      if (drops && list.started) {
        list.drop()
        drops = false
      } else list.finish()
    } else if (end !== undefined) return done(at)
    else if (quote !== undefined) return done(text.length, true)
    else if (redirect !== undefined) {
      list.finish()
      drops = !redirect.endsWith('1')
    } else if (double !== undefined) {
      list.add('')
      for (const part of partsOf(double)) addPart(part.text, part.variable)
    } else if (single !== undefined) {
      list.add(withoutDoubles(single))
      if (/\$\w/.test(single)) list.addInert()
    } else if (escaped !== undefined) list.add(escapeOf(escaped))
    else if (plain !== undefined) {
      const dashed = list.started ? undefined : plainDash(plain)
      if (dashed !== undefined) notes.add('typographic-dashes')
      list.add(dashed ?? plain)
    } else addPart(found[0], braced ?? name)
  }
  return done(text.length)

  function addPart(part: string, variableName: string | undefined): void {
    if (variableName === undefined) {
      list.add(part)
      return
    }
    const [value] = variables.get(variableName.toLowerCase()) ?? []
    if (value === undefined) list.addUnknown(part, variableName)
    else list.add(value)
  }
}

/** A part of what stands in double quotes: text, or a variable as it is written. */
export interface Part {
  text: string
  variable: string | undefined
}

const partInDouble = new RegExp(
  String.raw`\x60(?<escaped>[^])|(?<doubled>[${doubleMarks}]{2})|${variable}|` +
    String.raw`\$\(\$(?<whole>\w{1,60})\)|(?<output>\$\([^()]{0,200}\)?)|[^\x60$${doubleMarks}]+|[^]`,
  'g',
)

/** partsOf parts what stands in PowerShell's double quotes; `$(…)` is a variable of no name. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (const found of text.matchAll(partInDouble)) {
    const { escaped, doubled, braced, name, whole, output } = found.groups ?? {}
    if (escaped !== undefined) parts.push({ text: escapeOf(escaped), variable: undefined })
    else if (doubled !== undefined) parts.push({ text: '"', variable: undefined })
    else parts.push({ text: found[0], variable: output === undefined ? (braced ?? name ?? whole) : '' })
  }
  return parts
}

/** withoutDoubles reads what stands in PowerShell's single quotes. */
export function withoutDoubles(text: string): string {
  return text.replace(/(['\u2018\u2019\u201a\u201b])['\u2018\u2019\u201a\u201b]/g, '$1')
}

const escapes: Record<string, string> = { 0: '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t' }

function escapeOf(character: string): string {
  return Object.hasOwn(escapes, character) ? (escapes[character] ?? '') : character
}
