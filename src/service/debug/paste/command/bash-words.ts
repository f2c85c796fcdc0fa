import { ansiC } from './ansi-c.ts'
import { behindNumber, endsEarly, goesOn, piece, pieceInDouble } from './bash-pieces.ts'
import {
  addQuoted,
  cutOff,
  endAt,
  expand,
  finish,
  leaveOut,
  splittingOf,
  type Groups,
  type Splitting,
} from './bash-splitting.ts'
import { plainDash, type Command, type ReadingOf } from './words.ts'

/** A piece of the text, where it starts, and its parts. */
interface Piece {
  all: string
  from: number
  groups: Groups
}

/**
 * bashWords splits the command at `start` as bash does, up to its end: quotes of all kinds, `$'…'` with its escapes,
 * backslashes, continued lines, redirections, comments, and variables with their values. What it does not know stands
 * as it is. Typographic quotes and dashes, and odd blanks, are read as what was meant, with a note.
 *
 * It reads each character once.
 */
export function bashWords(text: string, start: number, reading: ReadingOf): Command {
  const splitting = splittingOf(text, start, reading)
  while (splitting.at < text.length && splitting.ending === undefined) readPiece(splitting)
  finish(splitting)
  const { list, ending = { end: text.length, open: false }, notes, inner } = splitting
  return { words: list.words, ...ending, notes, inner }
}

function readPiece(splitting: Splitting): void {
  const from = splitting.at
  piece.lastIndex = from
  const found = piece.exec(splitting.text)
  if (found === null) {
    cutOff(splitting)
    return
  }
  splitting.at = piece.lastIndex
  const groups: Groups = found.groups ?? {}
  const [, read = readVariable] = readers.find(([name]) => groups[name] !== undefined) ?? []
  read(splitting, { all: found[0], from, groups })
}

type PieceReader = (splitting: Splitting, piece: Piece) => void

/** What reads each piece, by its group; any other one is a variable. */
const readers: readonly (readonly [string, PieceReader])[] = [
  ['blank', readBlank],
  ['continued', readContinued],
  ['end', readEnd],
  ['redirect', readRedirect],
  ['parenthesis', readParenthesis],
  ['single', readSingle],
  ['ansi', readAnsi],
  ['double', readDouble],
  ['escaped', readEscaped],
  ['substitution', readSubstitution],
  ['typographic', readTypographic],
  ['plain', readPlain],
]

function readBlank(splitting: Splitting, { all }: Piece): void {
  finish(splitting)
  if (/[^ \t\r\f\v]/.test(all)) splitting.notes.add('odd-blank')
}

function readContinued(splitting: Splitting, { all }: Piece): void {
  const { text, at, list, notes } = splitting
  notes.add('bash')
  if (/^\\[^\S\n]/.test(all)) {
    finish(splitting)
    notes.add('blank-behind-backslash')
  } else if (list.isStarted() && text.charAt(at) === '-') notes.add('joined')
}

function readEnd(splitting: Splitting, { all, from }: Piece): void {
  const { text, at, reading, list, notes } = splitting
  const isLineEnd = all === '\n'
  if (isLineEnd && reading.inArray === true) finish(splitting)
  else if (isLineEnd && goesOn(text, at)) {
    finish(splitting)
    notes.add('no-backslash')
  } else {
    if (list.isStarted() && endsEarly(text, at, all)) notes.add('early-end')
    endAt(splitting, from)
  }
}

function readRedirect(splitting: Splitting, { all }: Piece): void {
  const { text, list } = splitting
  if (list.is(/^\d{1,2}$/)) list.drop()
  finish(splitting)
  splitting.dropsNext = !all.endsWith('&')
  if (!splitting.dropsNext) splitting.at = behindNumber(text, splitting.at)
}

function readParenthesis(splitting: Splitting, { all, from }: Piece): void {
  const { list } = splitting
  if (all.length > 1) {
    if (!leaveOut(splitting, '(')) cutOff(splitting)
  } else if (all === '(' && list.isStarted() && !list.is(/=$/)) list.add(all)
  else endAt(splitting, from)
}

function readSingle({ list }: Splitting, { groups: { single = '' } }: Piece): void {
  list.add(single)
  if (/\$\w/.test(single)) list.addInert()
}

function readAnsi({ list, notes }: Splitting, { groups: { ansi = '' } }: Piece): void {
  list.add(ansiC(ansi))
  notes.add('bash')
}

/** Reads double quotes, or what stands from a quote to a typographic one where no other closes it. */
function readDouble(splitting: Splitting, { from }: Piece): void {
  const { text, reading, list, notes } = splitting
  if (inDouble(splitting)) return
  const quoted = notes.has('typographic-quotes') ? undefined : reading.quotes(text, from)
  if (quoted === undefined || text.charAt(quoted.end - 1) === '"') cutOff(splitting)
  else {
    list.drop()
    addQuoted(splitting, { ...quoted, expands: true })
  }
}

/** Reads from behind an opening quote to behind the closing one; false where there is none. */
function inDouble(splitting: Splitting): boolean {
  const { text, list } = splitting
  list.add('')
  while (splitting.at < text.length) {
    pieceInDouble.lastIndex = splitting.at
    const found = pieceInDouble.exec(text)
    if (found === null) {
      splitting.at++
      return text.charAt(splitting.at - 1) === '"'
    }
    const [all] = found
    const groups: Groups = found.groups ?? {}
    const { plain, escape, escaped, dollar, substitution } = groups
    splitting.at = pieceInDouble.lastIndex
    if (plain !== undefined || dollar !== undefined) list.add(all)
    else if (escape !== undefined) list.add(escaped ?? (escape === '\\' ? escape : ''))
    else if (substitution === undefined) expand(splitting, all, groups, true)
    else if (!leaveOut(splitting, substitution)) return false
  }
  return false
}

function readEscaped({ list, notes }: Splitting, { groups: { escaped = '' } }: Piece): void {
  if (escaped === '') notes.add('cut-off')
  else list.add(escaped)
}

function readSubstitution(splitting: Splitting, { all, from }: Piece): void {
  const isBacktick = all === '`'
  if (isBacktick && splitting.reading.inCode === true) endAt(splitting, from)
  else if (!leaveOut(splitting, all)) {
    if (isBacktick) endAt(splitting, from)
    else cutOff(splitting)
  }
}

function readTypographic(splitting: Splitting, { all, from }: Piece): void {
  const { text, reading, list } = splitting
  const starts = !list.isStarted() || list.is(/^--?[\w-]*=?$/) || list.is(/^[A-Za-z_]\w*=$/)
  const quoted = starts ? reading.quotes(text, from) : undefined
  if (quoted === undefined) list.add(all)
  else addQuoted(splitting, quoted)
}

function readPlain(splitting: Splitting, { all }: Piece): void {
  const { text, at, list, notes } = splitting
  const isFirst = !list.isStarted()
  if (isFirst && all.startsWith('#')) {
    const end = text.indexOf('\n', at)
    endAt(splitting, end < 0 ? text.length : end)
    return
  }
  const plain = isFirst ? plainDash(all) : undefined
  if (plain !== undefined) notes.add('typographic-dashes')
  list.add(plain ?? all)
}

function readVariable(splitting: Splitting, { all, groups }: Piece): void {
  expand(splitting, all, groups, false)
}
