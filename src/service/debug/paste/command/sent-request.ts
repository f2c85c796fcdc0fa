import type { Header } from '../../observation/evidence.ts'
import type { PasteFlaw } from '../../observation/observation.ts'
import { publicName } from '../../observation/secrets.ts'
import { headerOf, holdsCredentials, isHeaderName, lineOf } from '../reading/header-line.ts'
import { linesJoined } from '../reading/joined-lines.ts'
import { sentTo, targetOf, type Target } from '../reading/target.ts'
import type { Word } from './words.ts'

/** A request as a command sends it. */
export interface SentRequest {
  headers: readonly Header[]
  https: boolean | null
  asksOry: boolean
  remarks: readonly string[]
  flaws: readonly PasteFlaw[]
}

/** Reads the words that follow a program as the request that it sends. */
export type RequestReader = (words: readonly Word[], program: string) => SentRequest

/** A header, and the word of the command that it is in. */
export interface Given {
  header: Header
  word: Word
}

/** isCredential says whether a header can hold what Ory knows a session by, also one of a wrong name. */
export function isCredential([name, value]: Header): boolean {
  return holdsCredentials(name) && value !== ''
}

/** carriesCredentials says whether one of the headers is a credential. */
export function carriesCredentials(headers: readonly Header[]): boolean {
  return headers.some(isCredential)
}

/** headersIn reads the header that a word holds, and those that follow it on lines of their own. */
export function headersIn(word: Word): Given[] {
  return unbrokenLines(word.text)
    .flatMap(headerOf)
    .map((header) => ({ header, word }))
}

/** The headers in a word: no header holds a line break, so a line goes on in the next one unless one starts there. */
function unbrokenLines(text: string): string[] {
  const all: string[][] = []
  let end = ''
  for (const line of text.split(/\r?\n/)) {
    const own = line.trimStart()
    const current = all.at(-1)
    if (current === undefined || isHeaderName(lineOf(own)?.[0] ?? '')) all.push([line])
    else current.push(/(?:;|\bbearer)$/i.test(end) ? ` ${own}` : own)
    end = line.slice(-longestEnd)
  }
  return all.map((parts) => parts.join(''))
}

const longestEnd = 10
const isBroken = ({ word: { text } }: Given): boolean =>
  text.includes('\n') && unbrokenLines(text).length < text.split('\n').length

/** What is said of a URL. */
export const notFetched = "The command's URL was not fetched; only the configured Ory is asked."

/** What a command says of its request. */
interface Said {
  urls: readonly string[]
  /** What the program calls itself, where no header does; empty for nothing. */
  agent: string
  given: readonly Given[]
  /** What it takes from files, each with what to do. */
  files?: readonly string[]
  remarks?: readonly string[]
}

/** requestOf puts a request together from what a command says of it. */
export function requestOf({ urls, agent, given, files = [], remarks = [] }: Said): SentRequest {
  const target = targetIn(urls)
  const headers = given.map(({ header: [name, value] }): Header => [name, unbrokenLines(value).join('')])
  const hasAgent = agent === '' || headers.some(([name]) => name === 'user-agent')
  const credentials = given.filter(({ header }) => isCredential(header))
  const unknown = credentials.some(({ word }) => word.unknown.length > 0)
  return {
    ...sentTo(target, hasAgent ? headers : [['user-agent', agent], ...headers]),
    remarks: [
      ...(target === undefined ? [] : [notFetched]),
      ...files,
      ...(credentials.some(isBroken) ? [linesJoined] : []),
      ...(unknown ? [unknownVariable] : []),
      ...(credentials.some(({ word }) => word.inert) ? [inertVariable] : []),
      ...remarks,
    ],
    flaws: [...(files.length > 0 ? (['file'] as const) : []), ...(unknown ? (['variable'] as const) : [])],
  }
}

/** What is said of a variable whose value is not in the paste. */
const unknownVariable =
  'A variable or the output of another command stands for a credential, and its value is not in the paste: ' +
  'paste the command with the value in its place.'
const inertVariable =
  'What looks like a variable is in single quotes, where shells expand nothing: it is sent as it is.'

/** Whether what would be shown as a host looks like no secret: a value stands there whose quotes are missing. */
function isPublic(url: string): boolean {
  const [host = ''] = /^[^:/?#]{0,300}/.exec(url) ?? []
  return /^https?:/i.test(url) || publicName(host) !== null
}

/** Of several, one with a scheme goes first, then one that looks like a host with a port or a path. */
function targetIn(urls: readonly string[]): Target | undefined {
  const candidates = [
    urls.find((url) => /^https?:\/\//i.test(url)),
    urls.find(
      (url) =>
        /^(?:localhost|[\w-]{1,63}(?:\.[\w-]{1,63})*(?::\d|\/|$))/i.test(url) &&
        /[.:/]|^local/.test(url) &&
        isPublic(url),
    ),
    urls.length === 1 ? urls.find(isPublic) : undefined,
  ]
  return candidates.map((url) => (url === undefined ? undefined : targetOf(url))).find((target) => target !== undefined)
}
