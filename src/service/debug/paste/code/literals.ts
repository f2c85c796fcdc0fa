/** A piece of a program. */
export interface Token {
  kind: 'string' | 'word' | 'sign'
  /** Of a string what it stands for, with a variable in it as it is written. */
  text: string
}

const gap = /\s+|\/\/[^\n]*|#[^\n]*|\\\n/y
const string = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'/y
const template = /`(?:[^`\\]|\\[^])*`/y
const comment = /\/\*(?:[^*]|\*(?!\/))*\*\//y
const word = /[\w$]+(?:[.-][\w$]+)*/y
const sign = /=>|:=|\\[^]|[^]/y

/**
 * tokensOf splits a program into strings, words and signs, as far as JavaScript, Python, Go, PHP, Ruby and others
 * agree: comments are left out, and strings that stand side by side or have a plus between them are one. What is not
 * closed is signs: a paste may end anywhere.
 *
 * It reads each character a bounded number of times: nothing is looked for again that has no end.
 */
export function tokensOf(program: string): Token[] {
  const tokens: Token[] = []
  let [isPlus, hasTemplates, hasComments] = [false, true, true]
  const piece = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(program)?.[0]
  }
  for (let at = 0, text: string | undefined; at < program.length; at += text?.length ?? 1) {
    const first = program.charAt(at)
    if ((text = piece(gap, at)) !== undefined) continue
    if (hasComments && first === '/' && program.charAt(at + 1) === '*') {
      if ((text = piece(comment, at)) !== undefined) continue
      hasComments = false
    }
    text = first === '`' ? (hasTemplates ? piece(template, at) : undefined) : piece(string, at)
    if (text !== undefined) {
      const last = tokens.at(-1)
      if (isPlus) tokens.pop()
      const before = tokens.at(-1)
      if (before?.kind === 'string' && (isPlus || last?.kind === 'string')) before.text += meaning(text)
      else tokens.push({ kind: 'string', text: meaning(text) })
      isPlus = false
      continue
    }
    if (first === '`') hasTemplates = false
    const kind = (text = piece(word, at)) === undefined ? 'sign' : 'word'
    text ??= piece(sign, at)
    isPlus = text === '+' && tokens.at(-1)?.kind === 'string'
    tokens.push({ kind, text: text ?? '' })
  }
  return tokens
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '\n': '' }
const escape = /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,6})\}|([^]))/gi

/** What a string in quotes stands for. */
function meaning(quoted: string): string {
  return quoted.slice(1, -1).replace(escape, (_, byte?: string, unit?: string, point?: string, other?: string) => {
    const digits = byte ?? unit ?? point
    if (digits === undefined) return escapes[other ?? ''] ?? other ?? ''
    const code = Number.parseInt(digits, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
