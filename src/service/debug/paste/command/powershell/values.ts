import type { Token } from './tokens.ts'
import { partsOf, withoutDoubles } from './words.ts'
import type { Variables } from '../variables.ts'

/** What an expression of PowerShell stands for, as far as requests are concerned. */
export interface Value {
  text: string
  /** Whether not all of it is in the paste. */
  unknown: boolean
  /** What a table holds, or what was set on an object. */
  entries: Entry[]
  /** The cookies of a session, or the one that it is. */
  cookies: Cookie[]
}

/** A key of a table with its value. */
export interface Entry {
  key: string
  value: Value
}

/** A cookie of a session. */
export interface Cookie {
  name: Value
  value: Value
}

/** A value, and the token behind it. */
export interface Found {
  value: Value
  next: number
}

/** valueOf makes a value of a text. */
export function valueOf(text: string, unknown = false): Value {
  return { text, unknown, entries: [], cookies: [] }
}

/** entryOf finds what a table holds under a key, in any case. */
export function entryOf({ entries }: Value, key: string): Value | undefined {
  return entries.findLast((entry) => entry.key.toLowerCase() === key)?.value
}

const secureString = /^convertto-securestring$/i
const deepest = 12
const mostStrings = 6
/** How many entries a table has that others are joined to. */
const mostEntries = 200

/** Evaluates expressions: strings with variables, tables, New-Object, casts, parentheses, and what `+` joins. */
export class Evaluator {
  private readonly tokens: readonly Token[]
  private readonly objects: ReadonlyMap<string, Value>
  private readonly texts: Variables
  /** How many tokens may still be looked at: brackets without end would have all that follow looked at by each. */
  private left: number

  /** `texts` are those of the objects, of which no more are taken than the paste is long. */
  constructor(tokens: readonly Token[], objects: ReadonlyMap<string, Value>, texts: Variables) {
    this.tokens = tokens
    this.objects = objects
    this.texts = texts
    this.left = tokens.length / 2 + 1000
  }

  /** The value that starts at a token. */
  at(index: number, depth = 0): Found {
    const start = this.primary(index, depth)
    const first = this.isFormat(start.next) ? this.formatted(start, depth) : start
    if (this.tokens[first.next]?.text !== '+' || this.tokens[first.next]?.kind !== 'symbol') return first
    const parts = [first.value]
    let { next } = first
    while (this.tokens[next]?.kind === 'symbol' && this.tokens[next]?.text === '+') {
      while (this.tokens[next + 1]?.text === '\n') next++
      const part = this.primary(next + 1, depth)
      parts.push(part.value)
      next = part.next
    }
    return {
      value: {
        text: parts.map(({ text }) => text).join(''),
        unknown: parts.some(({ unknown }) => unknown),
        entries: parts.flatMap(({ entries }) => entries).slice(0, mostEntries),
        cookies: [],
      },
      next,
    }
  }

  private isFormat(index: number): boolean {
    const token = this.tokens[index]
    return token?.kind === 'word' && token.text.toLowerCase() === '-f'
  }

  /** `"{0}" -f value, value`: each value is put in once, so that values do not double each other. */
  private formatted({ value, next }: Found, depth: number): Found {
    let { text, unknown } = value
    let at = next
    for (let index = 0; index < mostStrings && (index === 0 || this.tokens[at]?.text === ','); index++) {
      const part = this.primary(at + 1, depth)
      text = text.replace(`{${index}}`, () => part.value.text)
      unknown ||= part.value.unknown
      at = part.next
    }
    return { value: valueOf(text, unknown), next: at }
  }

  private primary(index: number, depth: number): Found {
    const token = this.tokens[index]
    if (token === undefined || token.kind === 'end') return { value: valueOf('', true), next: index }
    if (depth > deepest || this.left-- <= 0)
      return { value: valueOf('', true), next: Math.max(token.closing, index) + 1 }
    switch (token.kind) {
      case 'double':
        return { value: this.expanded(token.text), next: index + 1 }
      case 'single':
        return { value: valueOf(withoutDoubles(token.text)), next: index + 1 }
      case 'variable':
        return this.variable(token.text, index + 1)
      case 'word':
        if (/^new-object$/i.test(token.text)) return this.object(index + 1, this.endOfArguments(index), depth + 1)
        if (secureString.test(token.text)) {
          const end = this.endOfArguments(index)
          return { value: this.firstText(index + 1, end), next: end + 1 }
        }
        return { value: valueOf(token.text, /^(?:get|invoke|read)-/i.test(token.text)), next: index + 1 }
      case 'symbol':
        return this.bracketed(token, index, depth)
    }
  }

  private bracketed(token: Token, index: number, depth: number): Found {
    const next = Math.max(token.closing, index) + 1
    if (depth >= deepest) return { value: valueOf('', true), next }
    if (token.text === '@{') return { value: this.table(index + 1, token.closing, depth + 1), next }
    if (token.text === '[') {
      if (this.tokens[next]?.text === '::') return this.object(index + 1, this.endOfCall(next), depth + 1)
      return this.primary(next, depth + 1)
    }
    if (!/^[@$]?\($/.test(token.text)) return { value: valueOf('', true), next: index + 1 }
    const { value } = this.at(index + 1, depth + 1)
    return { value, next }
  }

  /** The end of `::new(…)`. */
  private endOfCall(index: number): number {
    const opening = this.tokens[index + 2]
    return opening?.text === '(' ? opening.closing : index + 1
  }

  private endOfArguments(index: number): number {
    let end = index
    for (;;) {
      const token = this.tokens[end + 1]
      if (token === undefined || token.kind === 'end' || /^[)}|]$/.test(token.text) || this.left-- <= 0) return end
      end = token.kind === 'symbol' && /[({[]$/.test(token.text) ? Math.max(token.closing, end + 1) : end + 1
    }
  }

  /** An object that is made of what stands from one token to another: a cookie of its first two strings, or a table. */
  private object(from: number, to: number, depth: number): Found {
    const strings: Value[] = []
    let isCookie = false
    let properties = valueOf('')
    for (let index = from; index <= to && strings.length < mostStrings && this.left-- > 0;) {
      const token = this.tokens[index]
      if (token?.kind === 'word' && /cookie$/i.test(token.text)) isCookie = true
      const isTable = token?.kind === 'symbol' && token.text === '@{'
      if (!isTable && token?.kind !== 'double' && token?.kind !== 'single' && token?.kind !== 'variable') {
        index++
        continue
      }
      const found = this.at(index, depth + 1)
      if (isTable) properties = found.value
      else strings.push(found.value)
      index = Math.max(found.next, index + 1)
    }
    const [name, value] = strings
    const cookies = isCookie && name !== undefined && value !== undefined ? [{ name, value }] : []
    return { value: { ...valueOf('', false), entries: properties.entries, cookies }, next: to + 1 }
  }

  private firstText(from: number, to: number): Value {
    for (let index = from; index <= to && this.left-- > 0; index++) {
      const token = this.tokens[index]
      if (token?.kind === 'double' || token?.kind === 'single' || token?.kind === 'variable')
        return this.primary(index, deepest).value
    }
    return valueOf('', true)
  }

  private table(from: number, to: number, depth: number): Value {
    const entries: Entry[] = []
    for (let index = from; index < to && this.left-- > 0;) {
      const key = this.tokens[index]
      const equals = this.tokens[index + 1]
      if (key === undefined || key.kind === 'end' || equals?.text !== '=' || equals.kind !== 'symbol') {
        index++
        continue
      }
      const name = key.kind === 'word' ? key.text : this.primary(index, depth).value.text
      const found = this.at(index + 2, depth)
      entries.push({ key: name, value: found.value })
      index = Math.max(found.next, index + 2)
    }
    return { ...valueOf(''), entries }
  }

  /** What a variable stands for, and its members. */
  private variable(name: string, next: number): Found {
    const known = this.objects.get(name)
    const member = this.tokens[next]
    if (member?.kind === 'word' && !member.spaced && /^\.\w/.test(member.text)) {
      const found = known === undefined ? undefined : entryOf(known, member.text.slice(1).toLowerCase())
      return { value: found ?? valueOf(`$${name}`, true), next: next + 1 }
    }
    if (known === undefined) return { value: valueOf(`$${name}`, true), next }
    if (known.text === '') return { value: known, next }
    const [text] = this.texts.get(name) ?? []
    return { value: { ...known, text: text ?? `$${name}`, unknown: known.unknown || text === undefined }, next }
  }

  private expanded(text: string): Value {
    let unknown = false
    const parts = partsOf(text).map((part) => {
      if (part.variable === undefined) return part.text
      const name = part.variable.toLowerCase()
      const [value] = this.texts.get(name) ?? []
      if (value === undefined || this.objects.get(name)?.unknown === true) unknown = true
      return value ?? (part.variable === '' ? '$output' : part.text)
    })
    return valueOf(parts.join(''), unknown)
  }
}
