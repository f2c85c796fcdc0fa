import { credentialKindOf } from '../observation/secrets.ts'

const shortestLine = 20 // characters: no terminal is narrower, and fewer joins are possible
const sessionTokenLength = 39
const longestStart = 150 // characters: a long name, and enough of its value

/** The pair or value at the end of a line, which may go on in the next one. */
interface Tail {
  /** Its start: enough to tell what it is. */
  start: string
  /** How long its value is. */
  length: number
}

/**
 * joinedLines puts together the lines of one value that a terminal or an editor wrapped. `isOwn` says which lines start
 * something of their own. A line goes on in the next one where its value is open: a name without a value, a token or
 * a session cookie with too few characters. What follows must be one word of the value's alphabet, never prose.
 */
export function joinedLines(
  lines: readonly string[],
  isOwn: (line: string) => boolean,
): { lines: string[]; joined: boolean } {
  const all: string[][] = []
  let tail: Tail | undefined
  let joined = false
  for (const line of lines) {
    const next = line.trim()
    const glue = tail === undefined || isOwn(next) ? undefined : glueOf(tail, next)
    const current = all.at(-1)
    if (glue === undefined || current === undefined || tail === undefined) {
      all.push([line])
      tail = line.length < shortestLine ? undefined : tailOf(line)
    } else {
      current.push(glue, next)
      joined = true
      const isNew = glue === ' ' || next.includes(';')
      tail = next.length < shortestLine ? undefined : isNew ? tailOf(next) : longer(tail, next)
    }
  }
  return { lines: all.map((parts) => parts.join('')), joined }
}

function tailOf(line: string): Tail | undefined {
  const end = line.trimEnd()
  if (end.endsWith(';')) return { start: '', length: 0 }
  if (end.endsWith('=')) return undefined // base64 ends so
  const rest = end.slice(end.lastIndexOf(';') + 1)
  const last = rest.slice(Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\t')) + 1)
  const name = /^[^=]{1,100}=(?=[^=])/.exec(last)?.[0] ?? ''
  return { start: last.slice(0, longestStart), length: last.length - name.length }
}

const longer = ({ start, length }: Tail, next: string): Tail | undefined =>
  next.endsWith('=') ? undefined : { start: (start + next).slice(0, longestStart), length: length + next.length }

const word = /^[\w+/.%~-]+={0,2}(?:;|$)/
const pair = /^[^\s=;"'<>{}()]+=[^\s"'<>{}()]*(?:;|$)/
const cutName = /^(?:__host-|__secure-)?(?:csrf_token_|ory_)\w*$/i
const plainWord = /^[a-z]+[.!?]?$/i
const shortestPiece = 12

/** What belongs between a value and the next line; undefined if that is something else. */
function glueOf({ start, length }: Tail, next: string): string | undefined {
  if (start === '') return pair.test(next) ? ' ' : undefined
  if (/^bearer$/i.test(start)) return credentialKindOf(next) === 'unknown' ? undefined : ' '
  if (cutName.test(start) && /^\w+=/.test(next) && pair.test(next)) return ''
  return word.test(next) && goesOn(start, length, /^[^;]*/.exec(next)?.[0] ?? '') ? '' : undefined
}

/** Whether a value, which starts with `start` and has `length` so far, goes on with a word. */
function goesOn(start: string, length: number, next: string): boolean {
  const name = /^[^=]{1,100}=/.exec(start)?.[0] ?? ''
  const value = start.slice(name.length)
  const kind = credentialKindOf(value)
  const isPlain = plainWord.test(next)
  if (kind === 'session-token') return length + next.length <= sessionTokenLength
  if (kind === 'jwt') return next.length >= shortestPiece || !isPlain
  if (kind === 'session-cookie')
    return next.length >= shortestPiece || (length % 4 !== 0 && (!isPlain || (length + next.length) % 4 === 0))
  return name !== '' && value.length >= shortestPiece && !isPlain && /[\d=]/.test(next)
}
