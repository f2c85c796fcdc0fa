import { plainDash, wordList, type Command, type Note, type ReadingOf, type WordList } from './words.ts'

// What cmd makes of a command, before its program splits it.
const ofCmd = new RegExp(
  [
    String.raw`\^[^\S\n]*\n(?<next>[^]?)`,
    String.raw`\^(?<escaped>[^]?)`,
    String.raw`%(?<variable>\w{1,60})%`,
    String.raw`(?<quote>")`,
    String.raw`(?<end>\n|&&?|\|\|?)`,
    String.raw`(?<plain>%|[^"^%&|\n]+)`,
  ].join('|'),
  'y',
)
// The typographic quotes that may open what stands in quotes.
const typographic = String.raw`\u2018-\u201f\u00ab\u2033`
// What the program of a command makes of it, as Microsoft's library does.
const ofProgram = new RegExp(
  [
    String.raw`(?<blank>\s+)`,
    String.raw`(?<slashes>\\+)(?=")`,
    String.raw`(?<quote>"(?<second>")?)`,
    String.raw`'(?<single>[^'"]*)'(?=\s|$)`,
    `(?<typographic>[${typographic}])`,
    String.raw`(?<plain>\\+|'|[^\s"\\'${typographic}]+)`,
  ].join('|'),
  'y',
)
const inQuotes = /(?<slashes>\\+)(?=")|(?<quote>"(?<second>")?)|\\+|[^"\\]+/y

/**
 * cmdWords splits the command at `start` as Windows' cmd and the program do: carets, `%VARIABLES%`, double quotes with
 * `\"` and `""` in them. Single quotes, which cmd does not know, are read as quotes, with a note.
 */
export function cmdWords(text: string, start: number, reading: ReadingOf): Command {
  const unknown: string[] = []
  const handed = cmdLine(text, start, reading, unknown)
  const notes = new Set<Note>()
  const { words, open } = programWords(handed.text, reading, notes)
  return {
    words: words.words.map((word) => ({ ...word, unknown: unknown.filter((name) => word.text.includes(`%${name}%`)) })),
    end: handed.end,
    open,
    notes,
    inner: [],
  }
}

const mostUnknown = 10

/** cmdLine reads up to the command's end: an end of line or an operator outside of quotes. */
function cmdLine(
  text: string,
  start: number,
  { variables }: ReadingOf,
  unknown: string[],
): { text: string; end: number } {
  const parts: string[] = []
  let quoted = false
  for (let at = start; at < text.length; at = ofCmd.lastIndex) {
    ofCmd.lastIndex = at
    const found = ofCmd.exec(text)
    if (found === null) break
    const { next, escaped, variable, quote, end } = found.groups ?? {}
    if (end !== undefined && !quoted) return { text: parts.join(''), end: at }
    if (quote !== undefined) quoted = !quoted
    if (variable !== undefined) {
      const [value] = variables.get(variable.toLowerCase()) ?? []
      if (value === undefined && unknown.length < mostUnknown) unknown.push(variable)
      parts.push(value ?? found[0])
    } else parts.push((quoted ? undefined : escaped) ?? next ?? found[0])
  }
  return { text: parts.join(''), end: text.length }
}

function programWords(line: string, { quotes }: ReadingOf, notes: Set<Note>): { words: WordList; open: boolean } {
  const words = wordList()
  let at = 0
  while (at < line.length) {
    ofProgram.lastIndex = at
    const found = ofProgram.exec(line)
    if (found === null) break
    at = ofProgram.lastIndex
    const { blank, slashes, quote, single, typographic, plain } = found.groups ?? {}
    if (blank !== undefined) {
      words.finish()
      if (/[^ \t\r\n\f\v]/.test(blank)) notes.add('odd-blank')
    } else if (slashes !== undefined) at = escapedQuote(at, slashes, words)
    else if (quote !== undefined) {
      const end = quotedPart(line, found.index + 1, words)
      if (end === undefined) return { words, open: true }
      at = end
    } else if (single !== undefined) {
      notes.add('single-quotes')
      words.add(single)
    } else if (typographic !== undefined) {
      const starts = !words.isStarted() || words.is(/^--?[\w-]*=?$/)
      const quoted = starts ? quotes(line, found.index) : undefined
      words.add(quoted?.text ?? typographic)
      if (quoted !== undefined) {
        notes.add('typographic-quotes')
        at = quoted.end
      }
    } else if (plain !== undefined) {
      const dashed = words.isStarted() ? undefined : plainDash(plain)
      if (dashed !== undefined) notes.add('typographic-dashes')
      words.add(dashed ?? plain)
    }
  }
  words.finish()
  return { words, open: false }
}

/** Half of the backslashes before a quote count; with an odd one more, the quote is a character. */
function escapedQuote(at: number, slashes: string, words: WordList): number {
  words.add(slashes.slice(0, slashes.length / 2))
  if (slashes.length % 2 === 0) return at
  words.add('"')
  return at + 1
}

/** Reads from behind an opening quote; undefined where it does not end. */
function quotedPart(line: string, from: number, words: WordList): number | undefined {
  words.add('')
  for (let at = from; at < line.length;) {
    inQuotes.lastIndex = at
    const found = inQuotes.exec(line)
    if (found === null) return undefined
    at = inQuotes.lastIndex
    const { slashes, quote, second } = found.groups ?? {}
    if (slashes !== undefined) at = escapedQuote(at, slashes, words)
    else if (quote === undefined) words.add(found[0])
    else if (second === undefined) return at
    else words.add('"')
  }
  return undefined
}
