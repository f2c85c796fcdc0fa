import type { Variables } from '../variables.ts'
import { plainDash, wordList, type Command, type Note, type ReadingOf, type Word } from '../words.ts'
import { doubleMarks, inDouble, inSingle, singleMarks, variable } from './tokens.ts'

const piece = new RegExp(
  [
    String.raw`(?<blank>[^\S\n]+|\x60[^\S\n]*\n)`,
    // What follows a redirection matters no more.
    String.raw`(?<end>\n|;|&&?|\|\|?|[(){}]|[\d*]?>)`,
    String.raw`\x60(?<escaped>[^]?)`,
    inDouble,
    inSingle,
    variable,
    `(?<quote>[${doubleMarks}${singleMarks}])`,
    `(?<plain>\\$|[^\\s\\x60;&|(){}>$${doubleMarks}${singleMarks}]+)`,
  ].join('|'),
  'y',
)

/**
 * powershellWords splits the command at `start` as PowerShell does for programs that are not its own: quotes of all
 * kinds, also typographic ones, backticks, and variables with their values.
 */
export function powershellWords(text: string, start: number, { variables }: ReadingOf): Command {
  const list = wordList()
  const notes = new Set<Note>()
  const done = (end: number, open = false): Command => {
    list.finish()
    return { words: list.words, end, open, notes, inner: [] }
  }
  for (let at = start; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at
    const found = piece.exec(text)
    const { blank, end, escaped, double, single, quote, plain } = found?.groups ?? {}
    if (found === null || quote !== undefined) return done(text.length, true)
    if (end !== undefined) return done(at)
    if (blank !== undefined) list.finish()
    else if (single !== undefined) {
      list.add(withoutDoubles(single))
      if (/\$\w/.test(single)) list.addInert()
    } else if (escaped !== undefined) list.add(escaped)
    else if (plain !== undefined) {
      const dashed = list.isStarted() ? undefined : plainDash(plain)
      if (dashed !== undefined) notes.add('typographic-dashes')
      list.add(dashed ?? plain)
    } else {
      const { text: said, unknown } = expanded(double ?? found[0], variables)
      list.add(said)
      for (const name of unknown) list.addUnknown('', name)
    }
  }
  return done(text.length)
}

const inQuotes = new RegExp(
  String.raw`\x60(?<escaped>[^])|(?<doubled>[${doubleMarks}]{2})|${variable}|` +
    String.raw`\$\(\$(?<whole>\w{1,60})\)|(?<output>\$\([^()]{0,200}\)?)|[^\x60$${doubleMarks}]+|[^]`,
  'g',
)

/** expanded reads what stands in PowerShell's double quotes; the name of what another command writes is empty. */
export function expanded(text: string, variables: Variables): Pick<Word, 'text' | 'unknown'> {
  const unknown: string[] = []
  const parts = Array.from(text.matchAll(inQuotes), ({ 0: written, groups = {} }) => {
    const { escaped = written, doubled, output, braced, name = braced, whole = name } = groups
    if (doubled !== undefined) return '"'
    if (whole === undefined && output === undefined) return escaped
    const [value] = variables.get(whole?.toLowerCase() ?? '') ?? []
    if (value === undefined) unknown.push(whole ?? '')
    return value ?? written
  })
  return { text: parts.join(''), unknown }
}

/** withoutDoubles reads what stands in PowerShell's single quotes. */
export function withoutDoubles(text: string): string {
  return text.replace(doubled, '$1')
}

const doubled = new RegExp(`([${singleMarks}])[${singleMarks}]`, 'g')
