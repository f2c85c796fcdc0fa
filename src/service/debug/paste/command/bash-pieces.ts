const name = String.raw`[A-Za-z_]\w*|[\d?@*#!$-]`
const inBraces = String.raw`(?<braced>[A-Za-z_]\w*)(?<array>\[[@*]\])?(?::?[-=](?<otherwise>[^{}"'$\`\\\n]{0,200}))?`
const braces = String.raw`\$\{(?:${inBraces}|[^{}"'$\`\n]{1,200})\}`
// The typographic quotes that may open what stands in quotes.
const typographic = String.raw`\u2018-\u201f\u00ab\u2039\u2033\u275d\u275b`
/** A piece of a command, in named groups. */
export const piece = new RegExp(
  [
    String.raw`(?<blank>[^\S\n]+)`,
    String.raw`(?<continued>\\[^\S\n]*\n)`,
    String.raw`(?<end>\n|;|&(?!>)&?|\|\|?)`,
    String.raw`(?<redirect>&?[<>][<>]?[<&|-]?(?!\())`,
    String.raw`(?<parenthesis>[<>]?\(|\))`,
    String.raw`'(?<single>[^']*)'`,
    String.raw`\$'(?<ansi>[^'\\]*(?:\\[^][^'\\]*)*)'`,
    String.raw`(?<double>\$?")`,
    String.raw`\\(?<escaped>[^]?)`,
    String.raw`(?<substitution>\$\(|\`)`,
    `(?<variable>\\$(?<name>${name}))`,
    `(?<braces>${braces})`,
    `(?<typographic>[${typographic}])`,
    String.raw`(?<plain>\$(?!')|[^\s'"\\$\`;&|()<>${typographic}]+)`,
  ].join('|'),
  'y',
)
/** A piece of what stands in double quotes. */
export const pieceInDouble = new RegExp(
  [
    String.raw`(?<plain>[^"\\$\`]+)`,
    String.raw`(?<escape>\\(?:\n|(?<escaped>[$\`"\\]))?)`,
    String.raw`(?<substitution>\$\(|\`)`,
    `(?<variable>\\$(?<name>${name}))`,
    `(?<braces>${braces})`,
    String.raw`(?<dollar>\$)`,
  ].join('|'),
  'y',
)
const inSubstitution = /[^()'"\\]+|\\[^]?|'[^']*'|"[^"\\]*(?:\\[^][^"\\]*)*"|[()]/y

/** behindNumber is where the file descriptor behind `>&` ends. */
export function behindNumber(text: string, at: number): number {
  const digits = /\d{0,3}-?/y
  digits.lastIndex = at
  return at + (digits.exec(text)?.[0].length ?? 0)
}

/** closingBacktick finds the end of what stands in backticks. */
export function closingBacktick(text: string, from: number): number | undefined {
  const at = text.indexOf('`', from)
  return at < 0 ? undefined : at + 1
}

/** closingParenthesis finds the end of what stands in parentheses, quotes and other parentheses in it left aside. */
export function closingParenthesis(text: string, from: number): number | undefined {
  let depth = 1
  inSubstitution.lastIndex = from
  for (let at = from; at < text.length; at = inSubstitution.lastIndex) {
    const [part] = inSubstitution.exec(text) ?? []
    if (part === undefined) return undefined
    if (part === '(') depth++
    if (part === ')' && --depth === 0) return inSubstitution.lastIndex
  }
  return undefined
}

const option =
  /[^\S\n]{1,40}(?:-[HbXduAk](?=[\s"'“‘$\w])|--?(?:header|cookie|data|request|url|oauth2|compressed|location|json)\b)/y

/** goesOn says whether a line starts with an option of curl, as one does whose backslash before it was lost. */
export function goesOn(text: string, at: number): boolean {
  option.lastIndex = at
  return option.test(text)
}

const further = { '&': /[\w%]/y, ';': /[^\S\n]?[\w-]{1,60}=(?![^\n]{0,200}\bcurl\b)/y }

/** endsEarly says whether an operator looks like a part of a URL or of cookies that should stand in quotes. */
export function endsEarly(text: string, at: number, operator: string): boolean {
  if (operator !== '&' && operator !== ';') return false
  const pattern = further[operator]
  pattern.lastIndex = at
  return pattern.test(text)
}
