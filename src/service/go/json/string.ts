import { closes, ends, peek, sign, skipSpace, syntax, type Cursor } from './cursor.ts'

const stop = /["\\<>&\u2028\u2029\0-\x1f]/g
const html = /[<>&\u2028\u2029]/g
const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** readString reads a string and returns it as Go writes it. */
export function readString(cursor: Cursor): string {
  const { text, at } = cursor
  return endsPlainly(cursor) ? text.slice(at, cursor.at) : quote(unescape(cursor))
}

/** readText reads a string and returns its value; a lone surrogate becomes U+FFFD, as in Go. */
export function readText(cursor: Cursor): string {
  const { text, at } = cursor
  return endsPlainly(cursor) ? text.slice(at + 1, cursor.at - 1) : unescape(cursor)
}

/** skipString skips a string whose first quote was seen. */
export function skipString(cursor: Cursor): void {
  if (!endsPlainly(cursor)) skipEscaped(cursor)
}

/** firstKey reads the first key of the object just opened, or leaves it if it is empty. */
export function firstKey(cursor: Cursor): string | undefined {
  return ends(cursor, sign.closeObject) ? undefined : readKey(cursor)
}

/** nextKey reads the key after the value just read, or leaves the object if that was the last. */
export function nextKey(cursor: Cursor): string | undefined {
  return closes(cursor, sign.closeObject) ? undefined : readKey(cursor)
}

function readKey(cursor: Cursor): string {
  skipSpace(cursor)
  if (peek(cursor) !== sign.quote) throw syntax(cursor)
  const { text, at } = cursor
  const asIs = endsPlainly(cursor)
  const key = asIs ? text.slice(at + 1, cursor.at - 1) : unescape(cursor)
  const colon = cursor.at
  skipSpace(cursor)
  if (peek(cursor) !== sign.colon) throw syntax(cursor)
  cursor.keyStart = at
  cursor.keyEnd = asIs && colon === cursor.at ? colon + 1 : at
  cursor.at++
  skipSpace(cursor)
  return key
}

/** prefixOf returns `key`, which was just read, as Go writes it, with its colon. */
export function prefixOf({ text, keyStart, keyEnd }: Cursor, key: string): string {
  return keyStart < keyEnd ? text.slice(keyStart, keyEnd) : `${quote(key)}:`
}

/** Skips a string that Go writes unchanged; the cursor stays before any other. */
function endsPlainly(cursor: Cursor): boolean {
  const { text, at } = cursor
  let end: number
  if (cursor.plain) {
    end = text.indexOf('"', at + 1)
    if (end < 0) throw syntax({ ...cursor, at: text.length })
  } else {
    stop.lastIndex = at + 1
    if (!stop.test(text)) throw syntax({ ...cursor, at: text.length })
    end = stop.lastIndex - 1
    if (text.charCodeAt(end) !== sign.quote) return false
  }
  cursor.at = end + 1
  return true
}

/** Reads a string with escapes, or with characters that Go escapes. */
function unescape(cursor: Cursor): string {
  const { at } = cursor
  skipEscaped(cursor)
  const text: unknown = JSON.parse(cursor.text.slice(at, cursor.at))
  return String(text).toWellFormed()
}

function skipEscaped(cursor: Cursor): void {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(++cursor.at)
    if (code === sign.quote) break
    if (code === sign.backslash) skipEscape(cursor)
    else if (!(code >= 0x20)) throw syntax(cursor)
  }
  cursor.at++
}

/** Moves from a backslash to the last character of its escape. */
function skipEscape(cursor: Cursor): void {
  const { text } = cursor
  switch (text.charAt(++cursor.at)) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return
    case 'u':
      for (let digits = 4; digits > 0; digits--) if (!isHex(text.charCodeAt(++cursor.at))) throw syntax(cursor)
      return
    default:
      throw syntax(cursor)
  }
}

function isHex(code: number): boolean {
  const letter = code | 0x20
  return (code >= sign.zero && code <= sign.nine) || (letter >= 0x61 && letter <= 0x66)
}

function quote(text: string): string {
  return JSON.stringify(text).replace(html, (character) => escapes[character] ?? character)
}
