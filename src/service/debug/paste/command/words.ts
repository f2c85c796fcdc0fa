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

/** Collects words from their pieces. */
export class WordList {
  readonly words: Word[] = []
  private parts: string[] | undefined
  private unknown: string[] = []
  private inert = false

  /** Adds a piece to the word, which it starts if there is none. */
  add(text: string): void {
    ;(this.parts ??= []).push(text)
  }

  /** Adds a piece whose value is unknown. */
  addUnknown(text: string, name: string): void {
    this.add(text)
    this.unknown.push(name)
  }

  /** Says that a variable stands in the word that is not expanded. */
  addInert(): void {
    this.inert = true
  }

  /** Whether a word has started. */
  get started(): boolean {
    return this.parts !== undefined
  }

  /** Whether the word so far is one piece of a shape. */
  is(shape: RegExp): boolean {
    return this.parts?.length === 1 && shape.test((this.parts[0] ?? '').slice(0, 100))
  }

  /** Whether the word so far begins with a piece of a shape. */
  begins(shape: RegExp): boolean {
    return shape.test((this.parts?.[0] ?? '').slice(0, 110))
  }

  /** Ends the word. */
  finish(): void {
    if (this.parts !== undefined)
      this.words.push({ text: this.parts.join(''), unknown: this.unknown, inert: this.inert })
    this.drop()
  }

  /** Forgets the word. */
  drop(): void {
    this.parts = undefined
    this.unknown = []
    this.inert = false
  }
}
