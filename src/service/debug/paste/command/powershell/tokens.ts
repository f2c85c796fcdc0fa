/** The marks that PowerShell takes for double and for single quotes. */
export const doubleMarks = '"\u201c\u201d\u201e'
export const singleMarks = "'\u2018\u2019\u201a\u201b"

/** What stands in double quotes, as a piece of a pattern with the group `double`; and in single ones, `single`. */
export const inDouble = quoted('double', doubleMarks, '\\x60[^]|')
export const inSingle = quoted('single', singleMarks, '')

/** A variable, as a piece of a pattern with the group `braced` or `name`. */
export const variable = String.raw`\$(?:\{(?<braced>[^{}\n]{1,100})\}|(?<name>(?:env:|global:|script:)?[A-Za-z_]\w*))`

function quoted(name: string, marks: string, escape: string): string {
  const plain = escape === '' ? `[^${marks}]*` : `[^${marks}\\x60]*`
  return `[${marks}](?<${name}>${plain}(?:(?:${escape}[${marks}]{2})${plain})*)[${marks}]`
}

/** A piece of PowerShell. */
export interface Token {
  kind: 'end' | 'double' | 'single' | 'variable' | 'symbol' | 'word'
  /** What it says: without quotes, and of a variable its name in lower case. */
  text: string
  /** Whether a command may start here. */
  isFirst: boolean
}

const letters = `[^\\s\\x60;,(){}[\\]|=+$@${doubleMarks}${singleMarks}]`
const piece = new RegExp(
  [
    // Blanks, comments, and the type that a value is cast to.
    String.raw`(?<blank>[^\S\n]+|\x60[^\S\n]*\n|(?<=^|[\s;({])#[^\n]*|\[[\w.]{1,100}\](?!::))`,
    String.raw`(?<end>[\n;|])`,
    inDouble,
    inSingle,
    variable,
    String.raw`(?<bracket>[@$]?\(|[)[\]])`,
    String.raw`(?<symbol>@?\{|\}|[=+,]\s*)`,
    String.raw`(?<word>@\w+|\x60[^]?|${letters}+(?:(?<=[a-z]{2})['’](?=[a-z])${letters}*)*|[^])`,
  ].join('|'),
  'y',
)
// What stands between a name, a cookie's type, or a request, and the string that is meant.
const noise = /^(?:convertto-securestring|-(?:string|asplaintext|force|argumentlist|useb\w*)|::new)$/i

/**
 * tokensOf parts PowerShell into pieces, of any text. Left out are parentheses, square brackets, casts, and what makes
 * a secure string of a string: `$h["a"] = [string]("b")` is `$h "a" = "b"`. A quote that nothing closes is a word.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const lost = new Set<string>()
  let isFirst = true
  const add = (kind: Token['kind'], said: string): void => {
    tokens.push({ kind, text: said, isFirst })
    isFirst = kind === 'end' || (kind === 'symbol' && !/[+,]/.test(said))
  }
  for (let at = 0; at < text.length;) {
    const mark = text.charAt(at)
    const marks = [doubleMarks, singleMarks].find((all) => all.includes(mark))
    piece.lastIndex = at
    // What looks for the end of a quote that has none would look at all that follows, again and again.
    const found = marks !== undefined && lost.has(marks) ? null : piece.exec(text)
    at = found === null ? at + 1 : piece.lastIndex
    const { blank, end, double, single, braced, name = braced, bracket, symbol, word = mark } = found?.groups ?? {}
    if (blank !== undefined) continue
    if (bracket !== undefined) isFirst ||= bracket.endsWith('(')
    else if (end !== undefined) add('end', end)
    else if (double !== undefined) add('double', double)
    else if (single !== undefined) add('single', single)
    else if (name !== undefined) add('variable', name.toLowerCase())
    else if (symbol !== undefined) add('symbol', symbol.trimEnd())
    else if (!noise.test(word)) {
      add('word', word)
      if (marks !== undefined) lost.add(marks)
    }
  }
  return tokens
}
