import type { Header } from '../observation/evidence.ts'

/** headerOf reads a header line; a `Set-Cookie` line is read as the cookie that a browser would send back. */
export function headerOf(line: string): Header[] {
  const [, name, value = ''] = /^([\w-]+)[^\S\r\n]*:(.*)$/s.exec(line) ?? []
  if (name === undefined) return []
  return [
    name.toLowerCase() === 'set-cookie'
      ? ['cookie', value.replace(/;.*/s, '').trim()]
      : [name.toLowerCase(), value.trim()],
  ]
}
