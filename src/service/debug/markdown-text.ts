import { visible } from './steps/facts.ts'

const longestWord = 40
// Letters and digits mean nothing to Markdown and to ticket systems, nor does this punctuation around them.
const plain = /^["“‘(]?[\p{L}\d][\p{L}\d’'-]*[.,;:!?)"”’…]{0,3}$/u
const decimal = /^\d{1,6}[.,]\d{1,6}[.,;:)]?$/
const strokes = /^[–—…]$/
// A commit, a ticket such as ABC-1, and a command.
const reference = /(?:^|\W)[\da-f]{7,}(?:\W|$)|-\d|^curl$/i
const ordinal = /^\d+[.)]/

/**
 * prose writes a text for one line of Markdown. Words that are letters and digits stay as they are; everything else
 * becomes code, so that no text can become markup, HTML, a link, a mention or a reference.
 */
export function prose(text: string): string {
  const parts: string[] = []
  let run: string[] = []
  let quoted = false
  const end = (): void => {
    if (run.length > 0) parts.push(codeBefore(run.join(' ')))
    run = []
  }
  for (const word of wordsOf(text)) {
    const opens = word.startsWith("'") && !word.includes("'", 1)
    const isFirst = parts.length + run.length === 0
    if (quoted || opens || !isPlain(word, isFirst)) run.push(word)
    else {
      end()
      parts.push(word)
    }
    quoted = opens || (quoted && !word.includes("'"))
  }
  end()
  return parts.join(' ')
}

/** code writes a text as code for one line of Markdown, with more backticks around it than there are inside. */
export function code(text: string): string {
  const line = wordsOf(text).join(' ')
  if (line === '') return ''
  const fence = '`'.repeat(1 + (line.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0))
  const padding = fence.length > 1 ? ' ' : ''
  return `${fence}${padding}${line}${padding}${fence}`
}

function wordsOf(text: string): string[] {
  return visible(text)
    .split(/\s+/)
    .filter((word) => word !== '')
}

function isPlain(word: string, isFirst: boolean): boolean {
  if (word.length > longestWord || (isFirst && ordinal.test(word))) return false
  return strokes.test(word) || decimal.test(word) || (plain.test(word) && !reference.test(word))
}

/** Leaves the punctuation of the sentence behind the code. */
function codeBefore(text: string): string {
  return text.length > 1 && /[.,;:]$/.test(text) ? code(text.slice(0, -1)) + text.slice(-1) : code(text)
}
