import type { Header } from '../../../observation/evidence.ts'
import { requestOf, type Given, type Request } from '../found.ts'
import { tokensOf, type Token } from './tokens.ts'
import { entryOf, Evaluator, valueOf, type Value } from './values.ts'
import { variablesOf, type Variables } from '../variables.ts'
import type { Word } from '../words.ts'

const requestNames = /^(?:invoke-webrequest|invoke-restmethod|iwr|irm)$/i
const aliases = /^(?:curl|wget)$/i
const parameters = ['uri', 'headers', 'websession', 'authentication', 'token', 'useragent', 'usebasicparsing']
const ownParameter = /^.(?:uri|headers|websession|usebasicparsing|authentication|method)\b/i
const dash = /^[-\u2013-\u2015](?=[a-z])/i
const ofPowershell = new RegExp(
  String.raw`\b(?:invoke-(?:webrequest|restmethod)|iwr|irm)[^\S\n]+\S|\bnew-object[^\S\n]+\S|\[system\.net\.|` +
    String.raw`^[^\S\n]*(?:PS(?: [^\n>]{0,200})?> ?)?\$(?:env:)?\w{1,100}[^\S\n]{0,20}=[^\S\n]{0,20}["'@([]|` +
    String.raw`^PS(?: [^\n>]{0,200})?>|[^\S\n]\x60[^\S\n]*$|` +
    String.raw`\b(?:curl|wget)[^\S\n]+-(?:uri|headers|websession|usebasicparsing|method)\b`,
  'im',
)
const certain = /\b(?:invoke-(?:webrequest|restmethod)|iwr|irm)[^\S\n]+\S|\[system\.net\.|\bnew-object[^\S\n]+\S/i

/** isPowershell says whether a text is likely to be for PowerShell. */
export function isPowershell(text: string): boolean {
  return ofPowershell.test(text)
}

/** asksInPowershell says whether a text asks for something with a command of PowerShell itself. */
export function asksInPowershell(text: string): boolean {
  return certain.test(text)
}

/** The requests of PowerShell, and the variables that it sets. */
export interface Powershell {
  requests: readonly Request[]
  /** How many there are in all. */
  count: number
  variables: Variables
}

interface Call {
  named: Map<string, Value>
  splat: Value | undefined
}

const mostRequests = 20

/**
 * readPowershell reads Invoke-WebRequest and Invoke-RestMethod, and what is set before: variables, tables of headers,
 * the cookies and the user agent of a session.
 */
export function readPowershell(text: string): Powershell {
  const plain = text.replace(/^(?:PS(?: [^\n>]{0,200})?> ?|>> ?)/gm, '')
  const variables = variablesOf(plain.length)
  const reader = new Reader(tokensOf(plain), variables)
  const calls = reader.read()
  return { requests: calls.slice(-mostRequests).map(requestIn), count: calls.length, variables }
}

class Reader {
  private readonly objects = new Map<string, Value>()
  private readonly evaluator: Evaluator
  private readonly calls: Call[] = []
  /** Where the last look for a parameter of PowerShell's own ended: it holds for all tokens before. */
  private looked = { to: 0, isOwn: false }

  private readonly tokens: readonly Token[]
  private readonly variables: Variables

  constructor(tokens: readonly Token[], variables: Variables) {
    this.tokens = tokens
    this.variables = variables
    this.evaluator = new Evaluator(tokens, this.objects, variables)
  }

  read(): Call[] {
    for (let index = 0; index < this.tokens.length;) index = Math.max(this.statement(index), index + 1)
    return this.calls
  }

  /** Reads what starts at a token, if it matters; the token behind it. */
  private statement(index: number): number {
    const token = this.tokens[index]
    const before = this.tokens[index - 1]?.text ?? ''
    const isCast = before === ']' && this.tokens[index + 1]?.text === '='
    const isFirst = index === 0 || isCast || /^(?:\n|;|[({|=&]|[@$]\()$/.test(before)
    if (token === undefined || !isFirst) return index + 1
    if (token.kind === 'variable') return this.assignment(token.text, index + 1)
    if (token.kind === 'word' && (requestNames.test(token.text) || this.isAlias(token, index)))
      return this.request(index + 1)
    return index + 1
  }

  /** Whether `curl` or `wget` is PowerShell's own, by a parameter that the programs do not have. */
  private isAlias({ text }: Token, index: number): boolean {
    if (!aliases.test(text)) return false
    if (index >= this.looked.to) this.looked = this.lookedFrom(index + 1)
    return this.looked.isOwn
  }

  private lookedFrom(index: number): { to: number; isOwn: boolean } {
    for (let to = index; ; to++) {
      const token = this.tokens[to]
      if (token === undefined || token.kind === 'end') return { to, isOwn: false }
      if (token.kind === 'symbol' && token.text === '@{') return { to, isOwn: true }
      const isParameter = token.kind === 'word' && dash.test(token.text)
      if (isParameter && ownParameter.test(token.text)) return { to, isOwn: true }
    }
  }

  private assignment(name: string, index: number): number {
    const token = this.tokens[index]
    if (token?.kind === 'symbol' && token.text === '=') return this.set(name, index + 1)
    if (token?.kind === 'symbol' && token.text === '[') return this.setEntry(name, index)
    if (token?.kind === 'word' && token.text.startsWith('.'))
      return this.setMember(name, token.text.slice(1), index + 1)
    return index
  }

  /** `$name = value`; a request stays to be read. */
  private set(name: string, index: number): number {
    const first = this.tokens[index]
    if (first?.kind === 'word' && (requestNames.test(first.text) || aliases.test(first.text))) {
      this.keep(name, valueOf('', true))
      return index
    }
    const { value, next } = this.evaluator.at(index)
    this.keep(name, value)
    return value.unknown ? index : next
  }

  private keep(name: string, value: Value): void {
    // A copy of its own: what is set on one later is not set on others.
    this.objects.set(name, { ...value, entries: [...value.entries], cookies: [...value.cookies] })
    this.variables.set(name, value.unknown ? undefined : [value.text])
  }

  /** `$name["key"] = value`. */
  private setEntry(name: string, index: number): number {
    const closing = this.tokens[index]?.closing ?? index
    if (this.tokens[closing + 1]?.text !== '=') return index + 1
    const { value: key } = this.evaluator.at(index + 1)
    const { value, next } = this.evaluator.at(closing + 2)
    this.object(name).entries.push({ key: key.text, value })
    return next
  }

  /** `$name.Member = value`, `$name.Headers["key"] = value`, and `Add(key, value)` of headers or cookies. */
  private setMember(name: string, path: string, index: number): number {
    const token = this.tokens[index]
    const object = this.object(name)
    const [member = '', ...further] = path.toLowerCase().split('.', 4)
    if (token?.text === '=') {
      const { value, next } = this.evaluator.at(index + 1)
      const [last = member] = further
      object.entries.push({ key: last, value })
      return next
    }
    if (token?.text === '[') return this.setEntry(name, index)
    if (token?.text !== '(' || !/^(?:add|append|tryaddwithoutvalidation)$/.test(further.at(-1) ?? member)) return index
    const first = this.evaluator.at(index + 1)
    const hasMore = this.tokens[first.next]?.text === ','
    const second = hasMore ? this.evaluator.at(first.next + 1).value : undefined
    // The cookie may stand behind the URL that it is for.
    if (member === 'cookies') for (const cookie of cookiesOf(second ?? first.value)) object.cookies.push(cookie)
    else if (second !== undefined) object.entries.push({ key: first.value.text, value: second })
    return token.closing + 1
  }

  private object(name: string): Value {
    const known = this.objects.get(name)
    if (known !== undefined) return known
    const made = valueOf('')
    this.objects.set(name, made)
    return made
  }

  /** The parameters of a request, up to the end of its line or the bracket that it stands in. */
  private request(index: number): number {
    const call: Call = { named: new Map(), splat: undefined }
    this.calls.push(call)
    let at = index
    for (;;) {
      const token = this.tokens[at]
      if (token === undefined || token.kind === 'end' || (token.kind === 'symbol' && /^[)}|]$/.test(token.text)))
        return at
      if (token.kind === 'word' && dash.test(token.text)) at = this.parameter(call, token.text.slice(1), at + 1)
      else if (token.kind === 'word' && token.text.startsWith('@')) {
        call.splat = this.objects.get(token.text.slice(1).toLowerCase())
        at++
      } else {
        const { value, next } = this.evaluator.at(at)
        if (!call.named.has('uri')) call.named.set('uri', value)
        at = Math.max(next, at + 1)
      }
    }
  }

  private parameter(call: Call, written: string, index: number): number {
    const [short = '', glued] = written.split(':', 2)
    const name = parameters.find((parameter) => parameter.startsWith(short.toLowerCase())) ?? short.toLowerCase()
    if (name === 'usebasicparsing') return index
    if (glued !== undefined && glued !== '') {
      call.named.set(name, valueOf(written.slice(short.length + 1)))
      return index
    }
    const token = this.tokens[index]
    if (token === undefined || token.kind === 'end' || (token.kind === 'word' && dash.test(token.text))) return index
    const { value, next } = this.evaluator.at(index)
    call.named.set(name, value)
    return Math.max(next, index + 1)
  }
}

/** The cookie that a value is, also where its name and value were set one by one. */
function cookiesOf(value: Value): Value['cookies'] {
  if (value.cookies.length > 0) return value.cookies
  const name = entryOf(value, 'name')
  const content = entryOf(value, 'value')
  return name === undefined || content === undefined ? [] : [{ name, value: content }]
}

const wordOf = (text: string, unknown: boolean): Word => ({ text, unknown: unknown ? [''] : [], inert: false })
const given = (header: Header, unknown: boolean): Given => ({ header, word: wordOf(header[1], unknown) })

function requestIn({ named, splat }: Call): Request {
  const of = (name: string): Value | undefined =>
    named.get(name) ?? (splat === undefined ? undefined : entryOf(splat, name))
  const session = of('websession')
  const members = new Set(['useragent', 'name', 'value', 'headers', 'credentials', 'proxy', 'maximumredirection'])
  const headers = [
    ...(session?.entries.filter(({ key }) => !members.has(key.toLowerCase())) ?? []),
    ...(of('headers')?.entries ?? []),
  ]
  const all = headers.map(({ key, value }) => given([key.toLowerCase(), value.text.trim()], value.unknown))
  const cookies = session?.cookies ?? []
  if (cookies.length > 0) {
    const text = cookies.map(({ name, value }) => `${name.text}=${value.text}`).join('; ')
    all.push(
      given(
        ['cookie', text],
        cookies.some(({ value }) => value.unknown),
      ),
    )
  }
  const token = of('token')
  const isBearer = /^(?:bearer|oauth)$/i.test(of('authentication')?.text ?? '')
  if (token !== undefined && isBearer) all.push(given(['authorization', `Bearer ${token.text}`], token.unknown))
  const agent = of('useragent') ?? (session === undefined ? undefined : entryOf(session, 'useragent'))
  const { flaws, remarks, ...request } = requestOf([of('uri')?.text ?? ''], agent?.text ?? 'PowerShell', all, [], [])
  const lost = of('headers')?.unknown === true || (session?.unknown === true && cookies.length === 0)
  return {
    ...request,
    flaws: lost && !flaws.includes('variable') ? [...flaws, 'variable'] : flaws,
    remarks: lost
      ? [
          ...remarks,
          'A variable holds headers or a session, and what it holds is not in the paste: paste that as well.',
        ]
      : remarks,
  }
}
