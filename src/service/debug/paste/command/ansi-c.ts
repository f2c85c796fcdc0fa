const escapes: Record<string, string> = {
  ...{ a: '\x07', b: '\b', e: '\x1b', E: '\x1b', f: '\f' },
  ...{ n: '\n', r: '\r', t: '\t', v: '\v' },
}
const escape = /\\(?:([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([^])|([^]))/g

/** ansiC reads what stands in bash's `$'…'`. */
export function ansiC(text: string): string {
  return text.replace(escape, escaped)
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
