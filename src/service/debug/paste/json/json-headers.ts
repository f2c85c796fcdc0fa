import type { Header } from '../../observation/evidence.ts'
import { cookieHeader, isOryCookie, type SetCookie } from '../reading/cookie-pairs.ts'
import { holdsCredentials, isHeaderName } from '../reading/header-line.ts'
import { reading, type Reading } from '../reading/reading.ts'
import { hasCredentials, readRequest } from '../reading/request.ts'
import { isSetCookie } from '../reading/set-cookie.ts'

/** What stands together in one object or list. */
interface Group {
  headers: Header[]
  cookies: SetCookie[]
}

/**
 * readJsonHeaders finds headers and cookies wherever they are in JSON: as an object, as a list of names and values, as
 * a list of pairs, or as the cookies that an extension or a test tool exported. Of several the last ones are read.
 */
export function readJsonHeaders(value: object): Reading | undefined {
  const groups = groupsIn(value)
  const headers = groups.findLast((group) => hasCredentials(group.headers))?.headers
  const cookies = groups.findLast((group) => group.cookies.length > 0)?.cookies ?? []
  if (headers === undefined && cookies.length === 0) return undefined
  const jar = cookieHeader(cookies)
  if (headers === undefined) return reading({ subject: 'cookies', readAs: 'cookies in JSON', ...jar })
  const hasCookie = headers.some(([name]) => name.toLowerCase() === 'cookie')
  const several = groups.filter((group) => hasCredentials(group.headers)).length > 1
  const url = memberOf(value, 'url')
  return readRequest(
    {
      readAs: 'JSON of headers',
      headers: hasCookie ? headers : [...headers, ...jar.headers],
      url: typeof url === 'string' ? url : undefined,
    },
    { remarks: several ? ['Several lists of headers are in it; the last one was read.'] : [] },
  )
}

/** Everything in a value that holds headers or cookies, in the order in which it comes. */
function groupsIn(root: object): Group[] {
  const groups: Group[] = []
  const rest: Named[] = [{ name: '', value: root }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { name, value } = next
    const group = Array.isArray(value) ? groupOfList(value, name) : groupOfObject(value)
    if (group !== undefined) groups.push(group)
    if (group !== undefined && Array.isArray(value)) continue
    for (const member of membersOf(value, name).reverse()) rest.push(member)
  }
  return groups
}

interface Named {
  /** The member that it is, or is in a list of. */
  name: string
  value: object
}

/** The objects and lists in a value; those in a list have the list's name. */
function membersOf(value: object, name: string): Named[] {
  const named = (key: string, member: unknown): Named[] =>
    typeof member === 'object' && member !== null ? [{ name: key, value: member }] : []
  if (Array.isArray(value)) return value.flatMap((member: unknown) => named(name, member))
  const members: [string, unknown][] = Object.entries(value)
  return members.flatMap(([key, member]) => named(key, member))
}

function groupOfList(list: readonly unknown[], name: string): Group | undefined {
  const [first] = list
  if (first === undefined) return undefined
  if (typeof first === 'string')
    return groupOfTexts(
      list.filter((item) => typeof item === 'string'),
      name,
    )
  const pairs = pairsIn(list)
  if (pairs === undefined) return undefined
  return /cookies/i.test(name) || list.every(isCookie)
    ? { headers: [], cookies: list.map(cookieOf).filter((cookie) => cookie !== undefined) }
    : { headers: pairs, cookies: [] }
}

/** `Set-Cookie` values, or names and values in turn as Node.js keeps them. */
function groupOfTexts(texts: readonly string[], name: string): Group | undefined {
  if (name.toLowerCase() === 'set-cookie' || texts.every(isSetCookie))
    return { headers: texts.map((text): Header => ['set-cookie', text]), cookies: [] }
  const headers = texts.flatMap((text, at): Header[] => (at % 2 === 0 ? [[text, texts[at + 1] ?? '']] : []))
  return hasCredentials(headers) ? { headers, cookies: [] } : undefined
}

/** The pairs of a list in which everything is one. */
function pairsIn(list: readonly unknown[]): Header[] | undefined {
  const pairs: Header[] = []
  for (const item of list) {
    const pair = pairIn(item)
    if (pair === undefined) return undefined
    pairs.push(pair)
  }
  return pairs
}

function pairIn(item: unknown): Header | undefined {
  if (typeof item !== 'object' || item === null) return undefined
  const [name, value] = Array.isArray(item)
    ? [textIn(item, '0'), textIn(item, '1')]
    : [textIn(item, 'name') ?? textIn(item, 'key'), textIn(item, 'value')]
  return name === undefined || value === undefined ? undefined : [name, value]
}

function groupOfObject(value: object): Group | undefined {
  const pair = pairIn(value)
  const own = cookieOf(value)
  if (pair !== undefined && own !== undefined && (isOryCookie(own.name) || isCookie(value)))
    return { headers: [], cookies: [own] }
  if (pair !== undefined && holdsCredentials(pair[0])) return { headers: [pair], cookies: [] }
  const members: [string, unknown][] = Object.entries(value)
  const named = members.filter(([name]) => holdsCredentials(name) || isOryCookie(name))
  if (named.length === 0) return undefined
  const cookies = named.flatMap(([name, member]): SetCookie[] => {
    const text = isOryCookie(name) ? (typeof member === 'string' ? member : textIn(member, 'value')) : undefined
    return text === undefined ? [] : [{ name, value: text }]
  })
  const headers = members.flatMap(([name, member]): Header[] => {
    if (!isHeaderName(name)) return []
    const all: readonly unknown[] = Array.isArray(member) ? member : [member]
    const texts = all.filter((text) => typeof text === 'string')
    // A gateway lists the pairs of the Cookie header under this name.
    const isList = Array.isArray(member) && name.toLowerCase() === 'cookies' && texts.length > 0
    return isList ? [['cookie', texts.join('; ')]] : texts.map((text): Header => [name, text])
  })
  return { headers, cookies }
}

const marks = ['domain', 'path', 'httpOnly', 'expirationDate', 'sameSite']

/** Whether an object has what only a cookie has beside its name and value. */
function isCookie(value: unknown): boolean {
  return typeof value === 'object' && value !== null && marks.some((mark) => mark in value)
}

function cookieOf(item: unknown): SetCookie | undefined {
  const [name, value] = [textIn(item, 'name') ?? textIn(item, 'key'), textIn(item, 'value')]
  if (name === undefined || value === undefined) return undefined
  const seconds = memberOf(item, 'expirationDate') ?? memberOf(item, 'expires') ?? memberOf(item, 'expiry')
  return { name, value, expires: typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined }
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  const member: unknown = Reflect.get(value, name)
  return member
}

function textIn(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name)
  return typeof member === 'string' ? member : undefined
}
