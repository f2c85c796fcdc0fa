import type { Header } from '../../observation/evidence.ts'
import { unquoted } from '../../observation/secrets.ts'
import { credentialHeaders, holdsCredentials, isHeaderName, lineOf } from '../reading/header-line.ts'
import { joinedLines, linesJoined } from '../reading/joined-lines.ts'
import { lastRead, pasteRequest, unreadable, type Reader, type Reading } from '../reading/reading.ts'
import { hasCredentials, readRequest } from '../reading/request.ts'

const requestLine = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|CONNECT|TRACE) +(\S+)(?: +HTTP\/[\d.]+)?$/
const statusLine = /^HTTP\/[\d.]+ +\d{3}\b/
const fewest = 2 // headers without credentials: one alone may be anything that has a colon

/**
 * readHeaderBlock reads headers: `Name: value` lines, after a request line or not; what curl -v and a browser's panels
 * show; names and values on lines of their own, or with a tab between; folded and wrapped lines.
 */
export const readHeaderBlock: Reader = (text) => {
  const lines = ofRequest(text.split('\n'))
  if (!lines.some(startsHeader)) return undefined
  const whole = joinedLines(paired(lines), (line) => startsHeader(line) || requestLine.test(line))
  const blocks = blocksIn(unfolded(whole.lines)).map(withoutQuotes)
  const withCredentials = blocks.filter(({ headers }) => hasCredentials(headers))
  const block = withCredentials.at(-1) ?? blocks.findLast(({ headers }) => headers.length > 0)
  if (block === undefined || (withCredentials.length === 0 && !isKnown(block))) return undefined
  if (withCredentials.length === 0 && statusLine.test(block.start ?? ''))
    return unreadable('the headers of an answer', pasteRequest)
  return readBlock(block, [...(whole.joined ? [linesJoined] : []), ...(withCredentials.length > 1 ? [lastRead] : [])])
}

/** The headers of one request or answer, and the line above them. */
interface Block {
  start: string | undefined
  headers: Header[]
}

function blocksIn(lines: readonly string[]): Block[] {
  const blocks: Block[] = [{ start: undefined, headers: [] }]
  for (const line of lines) {
    const header = headerIn(line)
    if (requestLine.test(line) || statusLine.test(line)) blocks.push({ start: line, headers: [] })
    else if (header !== undefined && !isProse(header)) blocks.at(-1)?.headers.push(header)
  }
  return blocks
}

/** Headers without the quotes that YAML, or a program, has around their values: they stand below their own name. */
function withoutQuotes({ start, headers }: Block): Block {
  const isNested = headers.some(([name, value]) => name === 'headers' && value === '')
  return { start, headers: isNested ? headers.map(([name, value]): Header => [name, unquoted(value)]) : headers }
}

/** Whether words follow the name, as in a sentence about cookies. */
const isProse = ([name, value]: Header): boolean =>
  /^cookies?$/.test(name) &&
  !value.includes('=') &&
  /^(?:[a-z'’]{1,20}[,.]? ){2}[a-z'’]{1,20}(?=[\s,.?!]|$)/i.test(value)

const isKnown = ({ start, headers }: Block): boolean =>
  headers.filter(([name]) => isHeaderName(name)).length + (start === undefined ? 0 : 1) >= fewest

function readBlock({ start, headers }: Block, remarks: string[]): Reading {
  const valueOf = (wanted: string): string | undefined => headers.find(([name]) => name === wanted)?.[1]
  const host = valueOf('host') ?? valueOf(':authority')
  const path = requestLine.exec(start ?? '')?.[1]
  const scheme = valueOf(':scheme')
  const url = urlOf(host, path ?? valueOf(':path') ?? '/', scheme)
  const single = headers.length === 1 && start === undefined ? headers[0]?.[0] : undefined
  const read = readRequest({ readAs: nameOf(single), headers, url }, { remarks })
  return { ...read, https: scheme === undefined && !/^https?:/i.test(path ?? '') ? null : read.https }
}

const lineNames = new Map([
  ['cookie', 'a Cookie line'],
  ['set-cookie', 'a Set-Cookie line'],
  ['authorization', 'an Authorization line'],
  ['x-session-token', 'an X-Session-Token line'],
])

const nameOf = (single: string | undefined): string =>
  single === undefined ? 'a block of headers' : (lineNames.get(single) ?? 'a header line')

function urlOf(host: string | undefined, path: string, scheme = 'http'): string | undefined {
  if (/^https?:\/\//i.test(path)) return path
  return host === undefined || host === '' ? undefined : `${scheme === 'https' ? 'https' : 'http'}://${host}${path}`
}

/** The lines of a request: of what curl -v shows, those it sent, or else those that came. */
function ofRequest(lines: readonly string[]): readonly string[] {
  const marked = (sign: string): string[] | undefined => {
    const found = markedLines(lines, sign)
    return found.some((line) => startsHeader(line) || requestLine.test(line)) ? found : undefined
  }
  return (marked('>') ?? marked('< ') ?? lines).filter((line) => line.trim() !== '')
}

/** The lines that start with a sign, and those below them without any, where a terminal broke one. */
function markedLines(lines: readonly string[], sign: string): string[] {
  let isOurs = false
  return lines.flatMap((line) => {
    const isMarked = line.startsWith(sign)
    isOurs = isMarked || (isOurs && !/^[<>*{}]|^\s*$/.test(line))
    return isOurs ? [isMarked ? line.slice(sign.length).trim() : line] : []
  })
}

/** Whether a header starts here: a name and a colon or a tab, or a well-known name alone. */
function startsHeader(line: string): boolean {
  return headerIn(line) !== undefined || isHeaderName(line.trim().replace(/:$/, ''))
}

function headerIn(line: string): Header | undefined {
  const [, tabbed, rest = ''] = /^\s*(:?[\w-]{1,100}):?\t(.*)$/s.exec(line) ?? []
  if (tabbed !== undefined && isHeaderName(tabbed)) return [tabbed.toLowerCase(), rest.trim()]
  const header = lineOf(line.trimStart()) ?? lineWithoutColon(line.trim())
  return header !== undefined && header[0].startsWith(':') && !isHeaderName(header[0]) ? undefined : header
}

const withoutColon = new RegExp(String.raw`^(${credentialHeaders}) +([^\s=;]+=\S.*|bearer \S+|[\w-]{20,})$`, 'is')

/** A name and a credential with a blank between, where it cannot be prose. */
function lineWithoutColon(line: string): Header | undefined {
  const [, name = '', value = ''] = withoutColon.exec(line) ?? []
  return name === '' ? undefined : [name.toLowerCase(), value]
}

/** Puts each name that stands alone together with the value below it. */
function paired(lines: readonly string[]): string[] {
  const all: string[] = []
  let name: string | undefined
  let above = 0
  for (const line of lines) {
    if (name !== undefined && isParent(name, above, line)) name = undefined
    if (name !== undefined && isValueOf(name, line)) {
      all.push(`${name.replace(/:$/, '')}: ${line.trim()}`)
      name = undefined
    } else {
      if (name !== undefined) all.push(name)
      name = isNameAlone(line) ? line.trim() : undefined
      if (name === undefined) all.push(line)
    }
    above = depthOf(line)
  }
  return name === undefined ? all : [...all, name]
}

/** Whether what is below a name at a depth are settings of that name, as in YAML. */
const isParent = (name: string, depth: number, line: string): boolean =>
  holdsCredentials(name.replace(/:$/, '')) && depthOf(line) > depth && /^\s+(?:- |[\w-]{1,100}:(?:\s|$))/.test(line)

function isNameAlone(line: string): boolean {
  const text = line.trim()
  return isHeaderName(text.replace(/:$/, '')) || /^:?[\w-]{1,100}:$/.test(text)
}

/** Whether the line below a name is its value: neither the next name nor a header of its own. */
function isValueOf(name: string, line: string): boolean {
  const text = line.trim()
  if (text.endsWith(':') && isNameAlone(text)) return false
  const [own = ''] = lineOf(text) ?? []
  if (own !== '' && holdsCredentials(name.replace(/:$/, '')) && !text.includes('=')) return false
  return !isHeaderName(own) && (name.endsWith(':') || !holdsCredentials(text))
}

/** Puts each folded line behind the one above: it is further in than the header, and no detail with a name. */
function unfolded(lines: readonly string[]): string[] {
  const all: string[][] = []
  let depth = 0
  for (const line of lines) {
    const above = all.at(-1)
    const isFolded = depthOf(line) > depth && !startsHeader(line) && !detail.test(line.slice(0, longestDetail))
    if (above !== undefined && isFolded) above.push(line.trim())
    else {
      all.push([line])
      depth = depthOf(line)
    }
  }
  return all.map((parts) => parts.join(' '))
}

const longestDetail = 60
// As a packet analyser lists the pairs of a Cookie header below it.
const detail = /^\s+\w+(?: \w+)+: /

const depthOf = (line: string): number => line.length - line.trimStart().length
