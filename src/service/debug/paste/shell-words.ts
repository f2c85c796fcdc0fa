const escapes: Record<string, string> = {
  ...{ a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f' },
  ...{ n: '\n', r: '\r', t: '\t', v: '\v' },
}
const escape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([^])|([^]))/g
const escapeInDouble = /\\(?:\n|([$`"\\]))/g
const piece = /(?:[^\s'"\\$]|\$(?!['"]))+|\$?"(?:[^"\\]|\\[^])*"|\$'(?:[^'\\]|\\[^])*'|'[^']*'|\\[^]|\s+/y

/**
 * wordsOf splits a command as bash does: both kinds of quotes, `$'…'` with its escapes, backslashes, and continued
 * lines. Nothing is expanded: a variable stays as it is. Undefined if a quote is not closed, or nothing follows the
 * last backslash.
 *
 * It reads each character once.
 */
export function wordsOf(command: string): string[] | undefined {
  const words: string[] = []
  let word: string[] | undefined
  piece.lastIndex = 0
  for (let at = 0; at < command.length; at = piece.lastIndex) {
    const [text] = piece.exec(command) ?? []
    if (text === undefined) return undefined
    if (/^\s/.test(text)) {
      if (word !== undefined) words.push(word.join(''))
      word = undefined
    } else if (text !== '\\\n') {
      ;(word ??= []).push(meaning(text))
    }
  }
  return word === undefined ? words : [...words, word.join('')]
}

/** What a piece of a word stands for. */
function meaning(text: string): string {
  if (text.startsWith("$'")) return text.slice(2, -1).replace(escape, escaped)
  if (text.startsWith("'")) return text.slice(1, -1)
  if (text.startsWith('"') || text.startsWith('$"')) {
    return text
      .slice(text.indexOf('"') + 1, -1)
      .replace(escapeInDouble, (_, character: string | undefined) => character ?? '')
  }
  return text.startsWith('\\') ? text.slice(1) : text
}

function escaped(all: string, octal?: string, ...rest: (string | number | undefined)[]): string {
  const [hexadecimal, unit, point, control, other] = rest.map((part) => (typeof part === 'string' ? part : undefined))
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
  const code = hexadecimal ?? unit ?? point
  if (code !== undefined) {
    const number = Number.parseInt(code, 16)
    return number <= 0x10ffff ? String.fromCodePoint(number) : ''
  }
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31)
  return escapes[other ?? ''] ?? (/^[\\'"?]$/.test(other ?? '') ? (other ?? '') : all)
}
