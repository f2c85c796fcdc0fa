import { isHeaderName } from '../../reading/header-line.ts'
import { carriesCredentials, requestOf, type Given, type SentRequest } from '../sent-request.ts'
import { variablesOf, type Variables } from '../variables.ts'
import type { Word } from '../words.ts'
import { tokensOf, type Token } from './tokens.ts'
import { expanded, withoutDoubles } from './words.ts'

/** What only PowerShell asks with. */
export const ownCommand = /\b(?:invoke-(?:webrequest|restmethod)|iwr|irm|new-object)[^\S\n]+\S|\[system\.net\./i

const prompt = /^(?:PS(?: [^\n>]{0,200})?> ?|>> ?)/gm
const ownLine = new RegExp(
  String.raw`^[^\S\n]*(?:PS(?: [^\n>]{0,200})?> ?)?\$(?:env:)?\w{1,100}[^\S\n]{0,20}=[^\S\n]{0,20}["'@([]|` +
    String.raw`^PS(?: [^\n>]{0,200})?>|[^\S\n]\x60[^\S\n]*$|` +
    String.raw`\b(?:curl|wget)[^\S\n]+-(?:uri|headers|websession|usebasicparsing|method)\b|` +
    String.raw`[^\S\n]-(?:headers|websession)[^\S\n]{1,9}[@$]`,
  'im',
)

/** isPowershell says whether a text is likely to be for PowerShell. */
export function isPowershell(text: string): boolean {
  return ownCommand.test(text) || ownLine.test(text)
}

/** The requests of PowerShell, and the variables that it sets. */
export interface Powershell {
  requests: readonly SentRequest[]
  /** How many there are in all. */
  count: number
  variables: Variables
}

/** What a string, a variable, or what `+` joins stands for. */
type Value = Pick<Word, 'text' | 'unknown'>

/** A header, a cookie of a session, or a parameter. */
type NamedValue = Value & { name: string }

interface OwnCommand {
  own: NamedValue[]
  /** What was set before it: it counts if a variable stands for its headers, its session, or its parameters. */
  before: readonly NamedValue[]
  takesBefore: boolean
  /** Whether the paste does not set that variable. */
  isLost: boolean
  /** How many braces it stands in. */
  depth: number
  /** Whether it is PowerShell's: `curl` and `wget` are if a parameter is. */
  isOwn: boolean
}

const requestName = /^(?:invoke-webrequest|invoke-restmethod|iwr|irm|(?<alias>curl|wget))$/i
const parameters = ['uri', 'headers', 'websession', 'authentication', 'token', 'useragent']
const ownParameter = /^.(?:uri|headers|websession|authentication|method)\b/i
const dash = /^[-\u2013-\u2015](?=[a-z])/i
const adds = /\.(?:add|append|tryaddwithoutvalidation)$/i
const newCookie = 'new cookie'
const mostRequests = 20

/** What was read so far. */
interface Progress {
  tokens: readonly Token[]
  variables: Variables
  commands: OwnCommand[]
  /** The one that is read. */
  current: OwnCommand | undefined
  /** What was set outside of them. */
  before: NamedValue[]
  /** Whether a request took that: what is set then is for the next one. */
  isTaken: boolean
  depth: number
  /** The name of a cookie whose value follows. */
  cookieName: Value | undefined
}

/**
 * readPowershell reads Invoke-WebRequest and Invoke-RestMethod, and what is set before. It keeps no objects: each name
 * with a value counts, whatever table or session it is in, for the next requests that take a variable.
 */
export function readPowershell(text: string): Powershell {
  const plain = text.replace(prompt, '')
  const progress: Progress = {
    ...{ tokens: tokensOf(plain), variables: variablesOf(plain.length), commands: [], current: undefined },
    ...{ before: [], isTaken: false, depth: 0, cookieName: undefined },
  }
  for (const [at, token] of progress.tokens.entries()) readToken(progress, token, at)
  endCommand(progress)
  const { commands, variables } = progress
  return { requests: commands.slice(-mostRequests).map(requestIn), count: commands.length, variables }
}

function readToken(progress: Progress, token: Token, at: number): void {
  const { current, depth } = progress
  const { kind, text: said, isFirst } = token
  const request = kind === 'word' && isFirst ? requestName.exec(said) : null
  if (kind === 'symbol') readSymbol(progress, said, at)
  else if (kind === 'end') {
    if (current !== undefined && depth <= current.depth) endCommand(progress)
  } else if (request !== null) {
    endCommand(progress)
    const isOwn = request.groups?.['alias'] === undefined
    progress.current = { own: [], before: progress.before, takesBefore: false, isLost: false, depth, isOwn }
  } else if (kind === 'word' && (adds.test(said) || /^[^.].*cookie$/i.test(said))) readPair(progress, said, at)
  else if (current?.depth === depth) readArgument(progress, current, token, at)
}

function readSymbol(progress: Progress, symbol: string, at: number): void {
  const { tokens, current, depth } = progress
  const previous = tokens[at - 1]
  if (symbol === '=' && previous !== undefined) assign(progress, previous, valueAt(progress, at + 1))
  if (symbol === '@{' && current !== undefined) current.isOwn = true
  progress.depth = Math.max(0, depth + (symbol.endsWith('{') ? 1 : symbol === '}' ? -1 : 0))
}

/** Reads what is added, or is a cookie: a name and a value with a comma between. */
function readPair(progress: Progress, said: string, at: number): void {
  const name = valueAt(progress, at + 1)
  const hasValue = name !== undefined && isSymbol(progress.tokens[name.next], ',')
  const value = hasValue ? valueAt(progress, name.next + 1) : undefined
  if (adds.test(said)) set(progress, name?.text ?? '', value)
  else setCookie(progress, name, value)
}

/** Reads what stands in a request: a parameter, a variable with parameters, or the URL. */
function readArgument(progress: Progress, command: OwnCommand, { kind, text: said }: Token, at: number): void {
  const previous = progress.tokens[at - 1]
  if (kind === 'word' && dash.test(said)) readParameter(progress, command, said, at)
  else if (kind === 'word' && said.startsWith('@'))
    takeBefore(command, progress.variables.get(said.slice(1).toLowerCase()) === undefined)
  else if (previous?.kind === 'symbol' ? previous.text === '}' : !dash.test(previous?.text ?? ''))
    set(progress, 'place', valueAt(progress, at))
}

function readParameter(progress: Progress, command: OwnCommand, said: string, at: number): void {
  command.isOwn ||= ownParameter.test(said)
  const [short = ''] = said.slice(1).toLowerCase().split(':', 1)
  const name = parameters.find((parameter) => parameter.startsWith(short)) ?? short
  const value = valueAt(progress, at + 1)
  if (name !== 'headers' && name !== 'websession') set(progress, name, value)
  else if (value !== undefined) takeBefore(command, value.unknown.length > 0)
}

function takeBefore(command: OwnCommand, isLost: boolean): void {
  command.takesBefore = true
  command.isLost ||= isLost
}

function endCommand(progress: Progress): void {
  const { current, commands } = progress
  if (current?.isOwn === true) {
    commands.push(current)
    progress.isTaken ||= current.takesBefore
  }
  progress.current = undefined
}

/** Reads `name = value`, where the name is that of a variable, a key of a table, or a member. */
function assign(progress: Progress, { kind, text: name }: Token, value: Value | undefined): void {
  // What is no string, such as a table, is known all the same.
  const isObject = value === undefined || /^new-object$/i.test(value.text)
  if (kind === 'variable')
    progress.variables.set(name, isObject ? [''] : value.unknown.length > 0 ? undefined : [value.text])
  else if (/^\.name$/i.test(name)) progress.cookieName = value
  else if (/^\.value$/i.test(name)) setCookie(progress, progress.cookieName, value)
  else set(progress, name.slice(name.lastIndexOf('.') + 1), value)
}

function setCookie(progress: Progress, name: Value | undefined, value: Value | undefined): void {
  if (name !== undefined && value !== undefined)
    set(progress, newCookie, { text: `${name.text}=${value.text}`, unknown: [...name.unknown, ...value.unknown] })
}

function set(progress: Progress, name: string, value: Value | undefined): void {
  const { current, isTaken } = progress
  if (current === undefined && isTaken) {
    progress.before = []
    progress.isTaken = false
  }
  const values = current?.own ?? progress.before
  if (value !== undefined) values.push({ ...value, name: name.toLowerCase() })
}

const isSymbol = (token: Token | undefined, symbol: string): boolean =>
  token?.kind === 'symbol' && token.text === symbol

/** The value that starts at a token, and the token behind it; undefined where none does. */
function valueAt({ tokens, variables }: Progress, start: number): (Value & { next: number }) | undefined {
  const parts: Value[] = []
  let next = start - 1
  do {
    const token = tokens[next + 1]
    const part = token === undefined ? undefined : valueOf(token, variables)
    if (part === undefined) break
    parts.push(part)
    next += 2
    // A member of an object, or what -f puts in.
    if (tokens[next]?.kind === 'word' && /^(?:\.[a-z]|-f$)/i.test(tokens[next]?.text ?? '')) {
      parts.push({ text: '', unknown: [''] })
      next++
    }
  } while (isSymbol(tokens[next], '+'))
  if (parts.length === 0) return undefined
  return { text: parts.map(({ text }) => text).join(''), unknown: parts.flatMap(({ unknown }) => unknown), next }
}

function valueOf({ kind, text }: Token, variables: Variables): Value | undefined {
  if (kind === 'double') return expanded(text, variables)
  if (kind === 'variable') {
    const [value] = variables.get(text) ?? []
    return { text: value ?? `$${text}`, unknown: value === undefined ? [text] : [] }
  }
  if (kind === 'single') return { text: withoutDoubles(text), unknown: [] }
  if (kind !== 'word' || dash.test(text) || text.startsWith('@')) return undefined
  return { text, unknown: /^(?:(?:get|import|invoke|read)-|(?:curl|irm|iwr|wget)$)/i.test(text) ? [''] : [] }
}

function requestIn({ own, before, takesBefore, isLost }: OwnCommand): SentRequest {
  const settings = takesBefore ? [...before, ...own] : own
  const last = new Map(settings.map((setting) => [setting.name, setting]))
  const cookies = settings.filter(({ name }) => name === newCookie)
  const token = last.get('token')
  const isBearer = /^(?:bearer|oauth)$/i.test(last.get('authentication')?.text ?? '')
  const headers = [...last.values()].filter(({ name }) => isHeaderName(name))
  if (cookies.length > 0) {
    const text = cookies.map((cookie) => cookie.text).join('; ')
    headers.push({ name: 'cookie', text, unknown: cookies.flatMap(({ unknown }) => unknown) })
  }
  if (token !== undefined && isBearer) headers.push({ ...token, name: 'authorization', text: `Bearer ${token.text}` })
  const given = headers.map(({ name, text, unknown }): Given => ({
    header: [name, text.trim()],
    word: { text, unknown, inert: false },
  }))
  const url = last.get('uri') ?? settings.find(({ name }) => name === 'place')
  const agent = last.get('useragent')?.text ?? 'PowerShell'
  const request = requestOf({ urls: [url?.text ?? ''], agent, given })
  if (!isLost || carriesCredentials(request.headers)) return request
  const lost = 'A variable holds headers or a session, and what it holds is not in the paste: paste that as well.'
  return { ...request, remarks: [...request.remarks, lost], flaws: ['variable'] }
}
