const width = 120

/** wrapped breaks a paragraph into lines of 120 characters; later lines begin with `indent`. */
export function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > width) {
      lines.push(line)
      line = `${indent}${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}

/** list makes an unordered list. */
export function list(items: readonly string[]): string {
  return items.map((item) => wrapped(`- ${item}`, '  ')).join('\n')
}

/** asCode marks what Markdown would read in words of a plain text: `*`, `_`, `<` and the like. */
export function asCode(text: string): string {
  return text.replace(/(?<![^\s(])[^\s(]*[*_<=/][^\s]*?(?=[,.;:)]*(?:\s|$))/g, '`$&`')
}

/** number writes a number with commas. */
export function number(value: number): string {
  return value.toLocaleString('en-US')
}
