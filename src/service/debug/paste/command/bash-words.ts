import { ansiC } from './ansi-c.ts'
import {
  behindNumber,
  closingBacktick,
  closingParenthesis,
  endsEarly,
  goesOn,
  piece,
  pieceInDouble,
} from './bash-pieces.ts'
import { plainDash, wordList, type Command, type Note, type ReadingOf, type Word } from './words.ts'

/** How a word begins that assigns a variable. */
export const assignment = /^([A-Za-z_]\w{0,99})\+?=/

/**
 * bashWords splits the command at `start` as bash does, up to its end: quotes of all kinds, `$'…'` with its escapes,
 * backslashes, continued lines, redirections, comments, and variables with their values. What it does not know stands
 * as it is. Typographic quotes and dashes, and odd blanks, are read as what was meant, with a note.
 *
 * It reads each character once.
 */
export function bashWords(text: string, start: number, reading: ReadingOf): Command {
  const list = wordList()
  const notes = new Set<Note>()
  const inner: string[] = []
  let at = start
  const { variables, quotes, inCode, inArray, assigns } = reading
  const undo: (() => void)[] = []
  let assigning = assigns !== undefined
  let drops = false

  const finish = (): void => {
    if (drops && list.isStarted()) {
      list.drop()
      drops = false
    } else if (list.isStarted()) {
      list.finish()
      if (assigning) assign(list.words.at(-1))
    }
  }
  /** Sets what a word assigns; a word that does not ends that, and what was set before counts for its command alone. */
  const assign = (word: Word | undefined): void => {
    const [all = '', name] = assignment.exec(word?.text ?? '') ?? []
    if (word === undefined || name === undefined) {
      assigning = false
      for (const takeBack of undo.reverse()) takeBack()
    } else if (assigns?.(name) === true)
      undo.push(variables.set(name, word.unknown.length > 0 ? undefined : [word.text.slice(all.length)]))
  }
  const done = (end: number, open = false): Command => {
    finish()
    return { words: list.words, end, open, notes, inner }
  }

  /** Adds what a variable stands for, in words of their own where it is not quoted. */
  function expand(all: string, groups: Record<string, string | undefined>, quoted: boolean): void {
    const { name = groups['braced'], array, otherwise } = groups
    const values = name === undefined ? undefined : variables.get(name)
    notes.add('bash')
    if (values === undefined) {
      if (otherwise !== undefined) list.add(otherwise)
      else list.addUnknown(all, name ?? '')
      return
    }
    const whole = array === undefined ? values.slice(0, 1) : values
    // What is assigned is not split.
    const parts =
      quoted || (assigns !== undefined && list.begins(assignment))
        ? whole
        : whole.flatMap((value) => value.split(/[ \t\n]+/))
    for (const [index, part] of parts.entries()) {
      if (index > 0) finish()
      list.add(part)
    }
  }

  /** Leaves out what another command would write, from behind its start; undefined where it does not end. */
  function substitution(opening: string, from: number): number | undefined {
    list.addUnknown('$output', '')
    notes.add('bash')
    const end = opening === '`' ? closingBacktick(text, from) : closingParenthesis(text, from)
    if (end !== undefined) inner.push(text.slice(from, end - 1))
    return end
  }

  /** Reads from behind an opening quote; undefined where it does not end. */
  function double(from: number): number | undefined {
    list.add('')
    let next = from
    while (next < text.length) {
      if (text.charAt(next) === '"') return next + 1
      pieceInDouble.lastIndex = next
      const found = pieceInDouble.exec(text)
      if (found === null) return undefined
      const { plain, escape, escaped, dollar, substitution: opening } = found.groups ?? {}
      next = pieceInDouble.lastIndex
      if (plain !== undefined || dollar !== undefined) list.add(found[0])
      else if (escape !== undefined) list.add(escaped ?? (escape === '\\' ? escape : ''))
      else if (opening !== undefined) {
        const end = substitution(opening, next)
        if (end === undefined) return undefined
        next = end
      } else expand(found[0], found.groups ?? {}, true)
    }
    return undefined
  }

  /** Reads once from a quote that only a typographic one closes. */
  function rescued(from: number): number | undefined {
    const quoted = notes.has('typographic-quotes') ? undefined : quotes(text, from)
    if (quoted === undefined || text.charAt(quoted.end - 1) === '"') return undefined
    notes.add('typographic-quotes')
    list.drop()
    quotedParts(quoted.text, true)
    return quoted.end
  }

  while (at < text.length) {
    piece.lastIndex = at
    const found = piece.exec(text)
    if (found === null) return done(text.length, true)
    const [all] = found
    const groups: Record<string, string | undefined> = found.groups ?? {}
    const from = at
    at = piece.lastIndex
    if (groups['blank'] !== undefined) {
      finish()
      if (/[^ \t\r\f\v]/.test(all)) notes.add('odd-blank')
    } else if (groups['continued'] !== undefined) {
      notes.add('bash')
      if (/^\\[^\S\n]/.test(all)) {
        finish()
        notes.add('blank-behind-backslash')
      } else if (list.isStarted() && text.charAt(at) === '-') notes.add('joined')
    } else if (groups['end'] !== undefined) {
      if (inArray === true && all === '\n') finish()
      else if (all === '\n' && goesOn(text, at)) {
        finish()
        notes.add('no-backslash')
      } else {
        if (list.isStarted() && /^[&;]/.test(all) && endsEarly(text, at, all)) notes.add('early-end')
        return done(from)
      }
    } else if (groups['redirect'] !== undefined) {
      if (list.is(/^\d{1,2}$/)) list.drop()
      finish()
      drops = !all.endsWith('&')
      if (!drops) at = behindNumber(text, at)
    } else if (groups['parenthesis'] !== undefined) {
      if (all === ')') return done(from)
      if (all.length === 1) {
        if (list.isStarted() && !list.is(/[=]$/)) list.add(all)
        else return done(from)
      } else {
        const end = substitution('(', at)
        if (end === undefined) return done(text.length, true)
        at = end
      }
    } else if (groups['single'] !== undefined) {
      list.add(groups['single'])
      if (/\$\w/.test(groups['single'])) list.addInert()
    } else if (groups['ansi'] !== undefined) {
      list.add(ansiC(groups['ansi']))
      notes.add('bash')
    } else if (groups['double'] !== undefined) {
      const end = double(at) ?? rescued(from)
      if (end === undefined) return done(text.length, true)
      at = end
    } else if (groups['escaped'] !== undefined) {
      if (groups['escaped'] === '') notes.add('cut-off')
      else list.add(groups['escaped'])
    } else if (groups['substitution'] !== undefined) {
      if (all === '`' && inCode === true) return done(from)
      const end = substitution(all, at)
      if (end === undefined) return done(all === '`' ? from : text.length, all !== '`')
      at = end
    } else if (groups['typographic'] !== undefined) {
      const starts = !list.isStarted() || list.is(/^--?[\w-]*=?$/) || list.is(/^[A-Za-z_]\w*=$/)
      const quoted = starts ? quotes(text, from) : undefined
      if (quoted === undefined) list.add(all)
      else {
        notes.add('typographic-quotes')
        quotedParts(quoted.text, quoted.expands)
        at = quoted.end
      }
    } else if (groups['plain'] !== undefined) {
      if (!list.isStarted() && all.startsWith('#')) {
        const end = text.indexOf('\n', at)
        return done(end < 0 ? text.length : end)
      }
      const plain = list.isStarted() ? undefined : plainDash(all)
      if (plain !== undefined) notes.add('typographic-dashes')
      list.add(plain ?? all)
    } else expand(all, groups, false)
  }
  return done(text.length)

  /** Adds what stands in typographic quotes, of which the double ones were meant to expand variables. */
  function quotedParts(quoted: string, expands: boolean): void {
    list.add('')
    for (const [part, variable, braced] of quoted.matchAll(/\$([A-Za-z_]\w*)|\$\{([A-Za-z_]\w*)\}|[^$]+|\$/g)) {
      if (!expands || (variable ?? braced) === undefined) list.add(part)
      else expand(part, { name: variable ?? braced }, true)
    }
  }
}
