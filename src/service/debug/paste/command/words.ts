import type { QuoteFinder } from './typographic.ts'
import type { Variables } from './variables.ts'

/** A word of a command, as its program gets it. */
export interface Word {
  text: string
  /** The variables in it whose value is unknown, and `''` for what another command writes; they stand as written. */
  unknown: readonly string[]
  /** Whether something that looks like a variable stands in quotes in which none is expanded. */
  inert: boolean
}

/** What was noticed while a command was split. */
export type Note =
  /** Quotes such as “ ” stand where a shell's quote would. */
  | 'typographic-quotes'
  /** A dash such as – stands where an option starts. */
  | 'typographic-dashes'
  /** A blank such as a no-break space, which no shell takes for one. */
  | 'odd-blank'
  /** A backslash with blanks behind it, which does not continue the line. */
  | 'blank-behind-backslash'
  /** Nothing follows the last backslash. */
  | 'cut-off'
  /** An `&` or `;` that looks like a part of a word, and ends the command. */
  | 'early-end'
  /** A line that starts with an option, behind one that does not end in a backslash. */
  | 'no-backslash'
  /** A backslash without a blank before it, which joins an option to the word before. */
  | 'joined'
  /** Single quotes, which cmd hands on as they are. */
  | 'single-quotes'
  /** What only shells such as bash understand. */
  | 'bash'

/** How a command is read. */
export interface ReadingOf {
  variables: Variables
  quotes: QuoteFinder
  /** Whether it stands between Markdown's backticks, of which the next one ends it. */
  inCode?: boolean
  /** Whether it is what stands in the parentheses of an array: line ends are blanks in it. */
  inArray?: boolean
  /** Where assignments that come first are set, from one to the next: what says whether one counts. */
  assigns?: (name: string) => boolean
}

/** A command as its shell splits it. */
export interface Command {
  words: readonly Word[]
  /** Where it ends in the text. */
  end: number
  /** Whether a quote in it is still open there. */
  open: boolean
  notes: ReadonlySet<Note>
  /** Texts in it that may hold commands themselves. */
  inner: readonly string[]
}

const typographicDash = /^-?[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]{0,2}(?=[a-z])/i
const longName = /^(?:[a-z][a-z\d]{4,}|[a-z]{2,}-[a-z\d]+|url|user|json|data|form|auth)/

/** plainDash writes a typographic dash before an option as the hyphens that were meant; undefined if there is none. */
export function plainDash(word: string): string | undefined {
  const [dashes] = typographicDash.exec(word) ?? []
  if (dashes === undefined) return undefined
  const name = word.slice(dashes.length)
  const isLong = dashes.length > 1 || longName.test(name) || (dashes === '\u2014' && name.length > 1)
  return `${isLong ? '--' : '-'}${name}`
}

/** The words of a command, and the one that its pieces are collected for. */
export interface WordList {
  readonly words: Word[]
  /** Adds a piece to the word, which it starts if there is none. */
  add: (text: string) => void
  /** Adds a piece whose value is unknown. */
  addUnknown: (text: string, name: string) => void
  /** Says that a variable stands in the word that is not expanded. */
  addInert: () => void
  /** Whether a word has started. */
  isStarted: () => boolean
  /** Whether the word so far is one piece of a shape. */
  is: (shape: RegExp) => boolean
  /** Whether the word so far begins with a piece of a shape. */
  begins: (shape: RegExp) => boolean
  /** Ends the word. */
  finish: () => void
  /** Forgets the word. */
  drop: () => void
}

const looked = 110 // characters of a piece, which has a shape by its start

/** wordList makes a list without words. */
export function wordList(): WordList {
  const words: Word[] = []
  let parts: string[] = []
  let unknown: string[] = []
  let inert = false
  const drop = (): void => {
    parts = []
    unknown = []
    inert = false
  }
  const begins = (shape: RegExp): boolean => shape.test((parts[0] ?? '').slice(0, looked))
  return {
    words,
    add: (text) => parts.push(text),
    addUnknown(text, name) {
      parts.push(text)
      unknown.push(name)
    },
    addInert() {
      inert = true
    },
    isStarted: () => parts.length > 0,
    is: (shape) => parts.length === 1 && begins(shape),
    begins,
    finish() {
      if (parts.length > 0) words.push({ text: parts.join(''), unknown, inert })
      drop()
    },
    drop,
  }
}
