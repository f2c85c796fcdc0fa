/** The marks that PowerShell takes for double and for single quotes. */
export const doubleMarks = '"\u201c\u201d\u201e'
export const singleMarks = "'\u2018\u2019\u201a\u201b"

/** What stands in double quotes, as a piece of a pattern with the group `double`; and in single ones, `single`. */
export const inDouble = quoted('double', doubleMarks, '\\x60[^]|')
export const inSingle = quoted('single', singleMarks, '')

function quoted(name: string, marks: string, escape: string): string {
  const plain = escape === '' ? `[^${marks}]*` : `[^${marks}\\x60]*`
  return `[${marks}](?<${name}>${plain}(?:(?:${escape}[${marks}]{2})${plain})*)[${marks}]`
}
