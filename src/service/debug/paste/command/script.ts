import { bashWords } from './bash-words.ts'
import { cmdWords } from './cmd-words.ts'
import { powershellWords } from './powershell/words.ts'
import { programs } from './programs.ts'
import { settingAt } from './settings.ts'
import { typographicQuotes } from './typographic.ts'
import type { Variables } from './variables.ts'
import type { Command, Note, ReadingOf, Word } from './words.ts'

/** How a text is split into words. */
export type Shell = 'bash' | 'cmd' | 'powershell'

/** A command of a program that is known. */
export interface Call {
  program: string
  /** Whether `.exe` stands behind its name. */
  isExe: boolean
  words: readonly Word[]
  /** Whether its end is missing. */
  open: boolean
  notes: ReadonlySet<Note>
  /** Whether it stands in a comment. */
  inComment: boolean
}

const splitters = { bash: bashWords, cmd: cmdWords, powershell: powershellWords }

const names = [...programs.keys()].sort((a, b) => b.length - a.length).join('|')
const programName = new RegExp(
  String.raw`(?<=^|[\s"'\`(;&|>{!/\\$❯“‘„«])(?:Curl|CURL|${names})(?:\.exe)?(?=["'\s])`,
  'g',
)
// A prompt, or a list's bullet: what may stand between the start of a line and a command.
const prompt = new RegExp(
  String.raw`[^\S\n]*(?:(?:[-*•]|\d{1,3}[.)]|[^\s'"=$%#>]{0,100}(?: [^\s'"=$%#>]{1,100}){0,2} ?[$%#>❯»λ]|` +
    String.raw`➜[^\S\n]+\S{1,60}(?: git:\(\S{1,60}\))?(?: ✗)?)[^\S\n]+|` +
    String.raw`[A-Za-z]:\\[^\s>]{0,200}>)?`,
  'y',
)
// Where a command starts, whatever follows.
const position =
  /(?:^|[;&|({!`$%#>❯»“‘„«/\\]|\b(?:time|sudo|doas|exec|nohup|command|builtin|if|while|until|do|then|else|xargs))$/
const noPosition = /\b(?:install|add|which|man|type|about|with|use|using|for)$/
// What follows a program wherever it stands: an option, a quote, a URL.
const argument = new RegExp(
  String.raw`["']?\s+(?:[-\u2010-\u2015\u2212]\S|["'“„‘«″$@:%^[{<]|\\|\x60|https?:|localhost\b|[A-Z]{3,7}\s|` +
    String.raw`[^\s/.:=]{1,60}(?:[/:=]|\.\w))`,
  'y',
)
// A variable of that name, as `$curl = curl_init()` of PHP.
const assigned = /[^\S\n]+=\s/y
// `--` behind the name of a container's image, and the command behind that.
const imageOnly = /[^\S\n]+--\s/y
// An apostrophe of a sentence that starts with the name of a program.
const prose = /[^\S\n]+(?:[a-z]{1,20}[,.]?[^\S\n]+){0,9}[a-z]{1,20}['’](?:t|s|re|ve|ll|d|m)\b(?!['’])/iy
// The same behind HTTPie, whose names are words of many other texts.
const item = new RegExp(
  String.raw`\s+(?:--?\w|:\d|:?\/|["']?(?:https?:|localhost\b|\$)|[A-Z]{3,7}\s|(?:get|post|put|patch|delete|head)\s|` +
    String.raw`[\w-]{1,60}(?:\.[\w-]{1,60}){0,9}(?::\d|\/\w|\.\w{2,20}(?=[\s/]|$)))`,
  'y',
)
const isHttpie = /^(?:https?|xhs?)$/
const isCommon = /^(?:curl|curlie|wget)$/i
// A prompt of a shell that is much like bash.
const ofBash = /(?:[$❯➜✗λ%]|[\w~/\])]#)\s{0,9}$/
const keptCommand = /^\w{1,100}=curl\s/
const operators = /[;&|)]+[^\S\n]*/y
const longestLookBack = 60
const deepest = 3
const mostRetries = 3

/** What is looked through for calls, and what was found so far. */
interface Search {
  text: string
  shell: Shell
  /** In how many other texts this one stands. */
  depth: number
  reading: ReadingOf
  calls: Call[]
  /** How often it may still be read on behind a command that has no end. */
  retries: number
}

/**
 * callsIn finds the commands of known programs in a text that may hold anything else: prompts, comments, output,
 * Markdown, wrappers such as `docker exec`. Variables that are set on the way are kept in `variables`.
 *
 * It reads the text once, and texts in it that may hold commands once more, to a depth of three.
 */
export function callsIn(text: string, shell: Shell, variables: Variables, depth = 0): Call[] {
  const reading: ReadingOf = { variables, quotes: typographicQuotes() }
  const search: Search = { text, shell, depth, reading, calls: [], retries: mostRetries }
  let next: RegExpExecArray | null | undefined
  let lineEnd = -1
  for (let at = 0; at < text.length;) {
    const end = readSettings(search, at)
    if (end !== undefined) {
      at = end
      continue
    }
    if (next === undefined || (next !== null && next.index < at)) {
      programName.lastIndex = at
      next = programName.exec(text)
    }
    if (next === null) break
    if (lineEnd < at) lineEnd = endOfLine(text, at)
    at = next.index > lineEnd ? lineEnd + 1 : readCall(search, next)
  }
  return search.calls
}

/** Reads the variables that are set at a place, and the call that they are for; undefined if there are none. */
function readSettings(search: Search, at: number): number | undefined {
  const { text, shell, reading, calls } = search
  if (shell === 'powershell') return undefined
  const isStart = at === 0 || text.charAt(at - 1) === '\n'
  const lead = isStart ? prompt : operators
  lead.lastIndex = at
  const [skipped = ''] = lead.exec(text) ?? []
  if (!isStart && skipped === '') return undefined
  const start = at + skipped.length
  const inComment = /#[^\S\n]*$/.test(skipped.slice(-longestLookBack))
  const found = settingAt(text, start, shell, reading, inComment)
  if (found === undefined) return undefined
  const { command, words } = found
  for (const inner of command.inner) readInner(search, inner, 'bash')
  // A command may be kept in a variable, to be run later.
  for (const { text: word } of command.words)
    if (keptCommand.test(word)) readInner(search, word.slice(word.indexOf('=') + 1), shell)
  const index = words.findIndex((word) => programs.has(word.text))
  const program = words[index]?.text
  const { open, notes } = command
  if (program !== undefined)
    calls.push({ program, isExe: false, words: words.slice(index + 1), open, notes, inComment })
  return behind(search, command, start)
}

/** Reads the call whose program's name is found, if it is one; the place to read on. */
function readCall(search: Search, { 0: written, index }: RegExpExecArray): number {
  const { text, shell, reading, depth, calls } = search
  const end = index + written.length
  const before = lineBefore(text, index)
  if (!isCall(text, written, before, end)) return end
  const program = written.toLowerCase().replace(/\.exe$/, '')
  const isExe = program.length < written.length
  const split = splitters[shell]
  const opening = text.charAt(index - 1)
  const isQuoted = /["']/.test(opening)
  const isNameQuoted = isQuoted && text.charAt(end) === opening
  if (isQuoted && !isNameQuoted && depth < deepest) {
    const whole = split(text, index - 1, reading)
    if (whole.open) calls.push({ program, isExe, words: [], open: true, notes: whole.notes, inComment: false })
    else readInner(search, whole.words[0]?.text ?? '', shell)
    return behind(search, whole, index)
  }
  const start = isNameQuoted ? end + 1 : end
  const command = split(text, start, { ...reading, inCode: opening === '`' })
  for (const inner of command.inner) readInner(search, inner, 'bash')
  const notes = new Set(command.notes)
  if (shell === 'bash' && ofBash.test(before)) notes.add('bash')
  calls.push({ program, isExe, words: command.words, open: command.open, notes, inComment: /^\s*#/.test(before) })
  return behind(search, command, start)
}

/** Reads a text that stands in the one that is looked through. */
function readInner({ depth, reading, calls }: Search, text: string, shell: Shell): void {
  if (depth < deepest) for (const call of callsIn(text, shell, reading.variables, depth + 1)) calls.push(call)
}

/** Where to read on behind a command: at its end, or at the next line where it has none. */
function behind(search: Search, command: Command, start: number): number {
  if (!command.open) return Math.max(command.end, start + 1)
  return search.retries-- === 0 ? search.text.length : endOfLine(search.text, start)
}

function isCall(text: string, written: string, before: string, end: number): boolean {
  const trimmed = before.trimEnd()
  imageOnly.lastIndex = end
  assigned.lastIndex = end
  if (assigned.test(text)) return false
  if (noPosition.test(trimmed) || imageOnly.test(text) || /^\s*#./.test(trimmed)) return false
  const follows = isHttpie.test(written) ? item : argument
  follows.lastIndex = end
  if (follows.test(text)) return true
  prose.lastIndex = end
  return isCommon.test(written) && position.test(trimmed) && !prose.test(text)
}

/** The line before a place, as far as it matters. */
function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestLookBack), at)
  return before.slice(before.lastIndexOf('\n') + 1)
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
