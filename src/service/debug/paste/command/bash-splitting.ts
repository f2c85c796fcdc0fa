import { closingBacktick, closingParenthesis } from './bash-pieces.ts'
import type { Quoted } from './typographic.ts'
import { wordList, type Command, type Note, type ReadingOf, type Word, type WordList } from './words.ts'

/** How a word begins that assigns a variable. */
export const assignment = /^([A-Za-z_]\w{0,99})\+?=/

/** A command that is being split. */
export interface Splitting {
  text: string
  /** Where the text that was not read yet starts. */
  at: number
  reading: ReadingOf
  list: WordList
  notes: Set<Note>
  inner: string[]
  /** Whether only assignments came so far. */
  isAssigning: boolean
  /** What takes these assignments back. */
  undo: (() => void)[]
  /** Whether the next word is the file of a redirection. */
  dropsNext: boolean
  /** Where the command ends; undefined while that was not found. */
  ending: Pick<Command, 'end' | 'open'> | undefined
}

/** The named groups of a piece. */
export type Groups = Record<string, string | undefined>

/** splittingOf starts to split the command at `start`. */
export function splittingOf(text: string, start: number, reading: ReadingOf): Splitting {
  return {
    ...{ text, at: start, reading, list: wordList(), notes: new Set(), inner: [], undo: [] },
    ...{ isAssigning: reading.assigns !== undefined, dropsNext: false, ending: undefined },
  }
}

/** endAt ends the command at a place. */
export function endAt(splitting: Splitting, end: number): void {
  splitting.ending = { end, open: false }
}

/** cutOff ends the command at the end of the text, with a quote in it open. */
export function cutOff(splitting: Splitting): void {
  splitting.ending = { end: splitting.text.length, open: true }
}

/** expand adds what a variable stands for, in words of their own where it is not quoted. */
export function expand(splitting: Splitting, all: string, groups: Groups, isQuoted: boolean): void {
  const { reading, list, notes } = splitting
  const { name = groups['braced'], array, otherwise } = groups
  const values = name === undefined ? undefined : reading.variables.get(name)
  notes.add('bash')
  if (values === undefined) {
    if (otherwise !== undefined) list.add(otherwise)
    else list.addUnknown(all, name ?? '')
    return
  }
  const whole = array === undefined ? values.slice(0, 1) : values
  // What is assigned is not split.
  const isWhole = isQuoted || (reading.assigns !== undefined && list.begins(assignment))
  const parts = isWhole ? whole : whole.flatMap((value) => value.split(/[ \t\n]+/))
  for (const [index, part] of parts.entries()) {
    if (index > 0) finish(splitting)
    list.add(part)
  }
}

/** leaveOut leaves out what another command would write, from behind its start; false where it does not end. */
export function leaveOut(splitting: Splitting, opening: string): boolean {
  const { text, at, list, notes, inner } = splitting
  list.addUnknown('$output', '')
  notes.add('bash')
  const end = opening === '`' ? closingBacktick(text, at) : closingParenthesis(text, at)
  if (end === undefined) return false
  inner.push(text.slice(at, end - 1))
  splitting.at = end
  return true
}

/** addQuoted adds what stands in typographic quotes, of which the double ones were meant to expand variables. */
export function addQuoted(splitting: Splitting, { text, end, expands }: Quoted): void {
  splitting.notes.add('typographic-quotes')
  splitting.list.add('')
  for (const [part, variable, braced] of text.matchAll(/\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)\}|[^$]+|\$/g)) {
    if (!expands || (variable ?? braced) === undefined) splitting.list.add(part)
    else expand(splitting, part, { name: variable ?? braced }, true)
  }
  splitting.at = end
}

/** finish ends the word, and sets what it assigns. */
export function finish(splitting: Splitting): void {
  const { list } = splitting
  if (!list.isStarted()) return
  if (splitting.dropsNext) {
    list.drop()
    splitting.dropsNext = false
  } else {
    list.finish()
    if (splitting.isAssigning) assign(splitting, list.words.at(-1))
  }
}

/** Sets what a word assigns; a word that does not ends that, and what was set before counts for its command alone. */
function assign(splitting: Splitting, word: Word | undefined): void {
  const { reading, undo } = splitting
  const [all = '', name] = assignment.exec(word?.text ?? '') ?? []
  if (word === undefined || name === undefined) {
    splitting.isAssigning = false
    for (const takeBack of undo.reverse()) takeBack()
  } else if (reading.assigns?.(name) === true)
    undo.push(reading.variables.set(name, word.unknown.length > 0 ? undefined : [word.text.slice(all.length)]))
}
