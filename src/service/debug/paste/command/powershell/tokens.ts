import { doubleMarks, inDouble, inSingle, singleMarks } from './quotes.ts'

/** A piece of PowerShell. */
export interface Token {
  kind: 'end' | 'double' | 'single' | 'variable' | 'symbol' | 'word'
  /** What it says: without quotes, and of a variable its name in lower case. */
  text: string
  /** Whether a blank stands before it. */
  spaced: boolean
  /** Of an opening bracket, the index of what closes it, or of the last token. */
  closing: number
}

const letters = `[^\\s\\x60;,(){}[\\]|=+$@${doubleMarks}${singleMarks}]`
const piece = new RegExp(
  [
    String.raw`(?<blank>[^\S\n]+|\x60[^\S\n]*\n)`,
    String.raw`(?<end>\n|;)`,
    inDouble,
    inSingle,
    String.raw`\$(?:\{(?<braced>[^{}\n]{1,100})\}|(?<name>(?:env:|global:|script:)?[A-Za-z_]\w*))`,
    String.raw`(?<symbol>::|[@$][({]|[(){}[\],|=+])`,
    `(?<word>@\\w+|\\x60[^]?|${letters}+(?:(?<=[a-z]{2})['’](?=[a-z])${letters}*)*|[^])`,
  ].join('|'),
  'y',
)
const comment = /#[^\n]*/y
const mostTokens = 40_000

/** tokensOf parts PowerShell into pieces, of any text; a quote that nothing closes is a word. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const open: Token[] = []
  const lost = new Set<string>()
  let spaced = true
  for (let at = 0; at < text.length && tokens.length < mostTokens;) {
    const mark = text.charAt(at)
    const kind = doubleMarks.includes(mark) ? 'double' : singleMarks.includes(mark) ? 'single' : ''
    const pattern: RegExp = spaced && mark === '#' ? comment : piece
    pattern.lastIndex = at
    // What looks for the end of a quote that has none would look at all that follows, again and again.
    const found: RegExpExecArray | null = kind !== '' && lost.has(kind) ? null : pattern.exec(text)
    const { blank, end, double, single, braced, name, symbol, word = mark } = found?.groups ?? {}
    at = found === null ? at + 1 : pattern.lastIndex
    if (pattern === comment) continue
    if (blank !== undefined) {
      spaced = true
      continue
    }
    const token: Token = { kind: 'word', text: word, spaced, closing: 0 }
    spaced = end !== undefined
    if (end !== undefined) Object.assign(token, { kind: 'end', text: end })
    else if (double !== undefined) Object.assign(token, { kind: 'double', text: double })
    else if (single !== undefined) Object.assign(token, { kind: 'single', text: single })
    else if (braced !== undefined || name !== undefined)
      Object.assign(token, { kind: 'variable', text: (braced ?? name ?? '').toLowerCase() })
    else if (symbol !== undefined) Object.assign(token, { kind: 'symbol', text: symbol })
    else if (kind !== '' && word === mark) lost.add(kind)
    if (token.kind === 'symbol' && /[({[]$/.test(token.text)) open.push(token)
    if (token.kind === 'symbol' && /^[)}\]]$/.test(token.text)) {
      const opening = open.pop()
      if (opening !== undefined) opening.closing = tokens.length
    }
    tokens.push(token)
  }
  for (const opening of open) opening.closing = Math.max(0, tokens.length - 1)
  return tokens
}
