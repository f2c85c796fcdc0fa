import { credentialKindOf, sessionTokenLength } from '../../observation/secrets.ts'
import { isOryCookie } from './cookie-pairs.ts'
import { isHeaderName, lineOf } from './header-line.ts'

/** The remark where lines were put together. */
export const linesJoined = 'A value in it was broken into lines, as a terminal does; the lines were joined.'

const shortestLine = 20 // characters: no terminal is narrower, and so there are not too many joins
const csrfTokenLength = 44
const longestStart = 150 // characters: a long name, and enough of its value

/** The pair or value at the end of a line, which may go on in the next one. */
interface Tail {
  /** Its start: enough to tell what it is. Empty after a semicolon, and `=` where nothing can follow. */
  start: string
  /** How long its value is. */
  length: number
  /** Whether it is known to go on: the last two lines of it end at the same column. */
  isWrapped: boolean
}

/**
 * joinedLines puts together the lines of one value that a terminal or an editor wrapped. `isOwn` says which lines start
 * something of their own. A line goes on in the next one where its value is open: a name without a value, a token or
 * a session cookie with too few characters. What follows must be one word of the value's alphabet, never prose.
 */
export function joinedLines(
  lines: readonly string[],
  isOwn: (line: string) => boolean = () => false,
): { lines: string[]; joined: boolean } {
  const all: string[][] = []
  let [tail, width, joined]: [Tail | undefined, number, boolean] = [undefined, 0, false]
  for (const line of lines) {
    const next = line.trim()
    const current = all.at(-1)
    const glue = tail === undefined || isOwn(next) ? undefined : glueOf(tail, next)
    if (glue === undefined || current === undefined || tail === undefined) {
      all.push([line])
      tail = line.length < shortestLine ? undefined : tailOf(line, false)
    } else {
      current.push(/\s$/.test(current.at(-1) ?? '') ? '' : glue, next)
      joined = true
      const isNew = glue === ' ' || next.includes(';')
      const isWrapped = line.length === width
      tail = next.length < shortestLine ? undefined : isNew ? tailOf(next, isWrapped) : longer(tail, next, isWrapped)
    }
    width = line.length
  }
  return { lines: all.map((parts) => parts.join('')), joined }
}

const narrowest = 40 // characters of a line

/**
 * oneLine is a text that a terminal broke at its last column, wherever that was, in one line: all its lines but the
 * last are equally long. Undefined for any other text, and where a line starts something of its own.
 */
export function oneLine(text: string): string | undefined {
  const lines = text.split('\n', mostLines + 1)
  const [first = '', ...rest] = lines
  if (rest.length === 0 || lines.length > mostLines || first.length < narrowest) return undefined
  const isWrapped = rest.every(
    (line, at) =>
      (at === rest.length - 1 ? line.length <= first.length : line.length === first.length) &&
      !startsOwn.test(line) &&
      !isHeaderName(lineOf(line)?.[0] ?? ''),
  )
  return isWrapped && !lines.some((line) => /[\\^`]$/.test(line)) ? lines.join('') : undefined
}

const mostLines = 100
const startsOwn = /^(?:$|\s{2}|[#$>{}]|curl\b)/

const edges = [' ', '\t', '"', "'", '`']

function tailOf(line: string, isWrapped: boolean): Tail {
  const end = line.trimEnd()
  if (end.endsWith(';')) return { start: '', length: 0, isWrapped }
  const rest = end.slice(end.lastIndexOf(';') + 1)
  const last = rest.slice(Math.max(...edges.map((edge) => rest.lastIndexOf(edge))) + 1)
  const name = /^[^=]{1,100}=/.exec(last)?.[0] ?? ''
  if (last === '' || (end.endsWith('=') && last.length > name.length)) return { start: '=', length: 0, isWrapped }
  return { start: last.slice(0, longestStart), length: last.length - name.length, isWrapped }
}

function longer({ start, length }: Tail, next: string, isWrapped: boolean): Tail {
  if (start.length < longestStart) return tailOf(start + next, isWrapped)
  return { start: next.endsWith('=') ? '=' : start, length: length + next.length, isWrapped }
}

const word = /^(?:[\w+/.%~-]+={0,2}|={1,2})(?:;|$|["'`](?:$|\s*[,;:)}\]]))/
const pair = /^[^\s=;"'<>{}()]+=[^\s"'<>{}()]*(?:;|$)/
const cutName = /^(?:__host-|__secure-)?(?:csrf_token_[\da-f]*|ory_[a-z\d_]*)$/i
const restOfName = /^(?:[\da-f]{1,64}$|\w{1,64}=)/i
const plainWord = /^[a-z]+[.!?]?$/i
const shortestPiece = 12

/** What belongs between a value and the next line; undefined if that is something else. */
function glueOf({ start, length, isWrapped }: Tail, next: string): string | undefined {
  if (/^;\s*[^\s=;]+=/.test(next)) return ''
  if (start === '=') return undefined
  if (start === '') return pair.test(next) ? ' ' : undefined
  if (/^bearer$/i.test(start)) return credentialKindOf(next) === 'unknown' ? undefined : ' '
  if (cutName.test(start) && !isOryCookie(start) && !start.startsWith('ory_st_'))
    return restOfName.test(next) ? '' : undefined
  if (isOryCookie(start + nameIn(next)) && !isOryCookie(nameIn(next))) return ''
  const first = /^[^;"'`]*/.exec(next)?.[0] ?? ''
  return word.test(next) && (isWrapped || !plainWord.test(first) || first.length >= shortestPiece || length % 4 !== 0)
    ? goesOn(start, length, first)
    : undefined
}

const nameIn = (next: string): string => /^[^=]{1,100}(?==)/.exec(next)?.[0] ?? '='

/** Whether a value, which starts with `start` and has `length` so far, goes on with a word. */
function goesOn(start: string, length: number, next: string): '' | undefined {
  const name = /^[^=]{1,100}=/.exec(start)?.[0] ?? ''
  const value = start.slice(name.length)
  const kind = credentialKindOf(value)
  const sum = length + next.length
  const is = (goes: boolean): '' | undefined => (goes ? '' : undefined)
  if (kind === 'session-token') return is(sum <= sessionTokenLength)
  if (/^(?:__host-|__secure-)?csrf_token_/i.test(name)) return is(sum <= csrfTokenLength)
  if (kind === 'jwt') return is(!plainWord.test(next) || next.length >= shortestPiece)
  if (kind === 'session-cookie' || isOryCookie(name.slice(0, -1)))
    return is(!next.includes('.') && (next.length >= shortestPiece || sum % 4 === 0 || !plainWord.test(next)))
  return is(name !== '' && value.length >= shortestPiece && !plainWord.test(next) && /[\d=]/.test(next))
}
