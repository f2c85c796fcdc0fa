/** A text without what copying adds. */
export interface Tidied {
  text: string
  remarks: readonly string[]
}

const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g
const continuedPrompt = /([\\^`][^\S\n]*\n)[^\S\n]*(?:(?:(?:d?quote|cmdand|pipe)?>{1,2}|More\?)(?:[^\S\n]|$))/gm
const deepestQuote = 3

/**
 * tidied takes from a text what copying from terminals, mails and chats adds: carriage returns, invisible characters,
 * the quote marks of a mail, and the prompts of continued lines.
 */
export function tidied(text: string): Tidied {
  const plain = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const visible = plain.replace(invisible, '')
  return {
    text: unquotedLines(visible).replace(continuedPrompt, '$1'),
    remarks: visible === plain ? [] : ['Invisible characters were removed; in a terminal, they would count.'],
  }
}

/** Where each line starts with `>`, as a mail's or Markdown's quote does, the marks are removed. */
function unquotedLines(text: string): string {
  let lines = text.split('\n')
  for (let depth = 0; depth < deepestQuote; depth++) {
    if (!lines.every((line) => /^\s{0,9}(?:>|$)/.test(line))) break
    lines = lines.map((line) => line.replace(/^\s{0,9}> ?/, ''))
  }
  return lines.join('\n')
}
