import { credentialKindOf } from '../../observation/secrets.ts'
import { curlOptions } from './curl-options.ts'
import {
  carriesCredentials,
  headersIn,
  requestOf,
  type Given,
  type RequestReader,
  type SentRequest,
} from './sent-request.ts'
import { optionsOf, type Options } from './options.ts'
import type { Word } from './words.ts'

/** readCurl reads what follows `curl`: of several requests with `--next`, the last one with credentials. */
export const readCurl: RequestReader = (words) => {
  const requests = parted(words).map(readOne)
  return requests.findLast(({ headers }) => carriesCredentials(headers)) ?? requests.at(-1) ?? readOne([])
}

const mostRequests = 20

function parted(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if ((word.text === '--next' || word.text === '-:') && parts.length < mostRequests) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

function readOne(words: readonly Word[]): SentRequest {
  const options = optionsOf(words.map(withoutExpand), curlOptions)
  const { given, taken } = headersOf(options)
  const agent = taken.has('user-agent') ? '' : (options.values('user-agent').at(-1)?.text ?? 'curl')
  const urls = [...options.values('url'), ...options.others].map(({ text }) => text)
  return requestOf({ urls, agent, given, files: filesOf(options, taken), remarks: remarksOf(options) })
}

/** curl 8 expands its own variables in the value of an option that starts with `--expand-`. */
function withoutExpand(word: Word): Word {
  return word.text.startsWith('--expand-') ? { ...word, text: `--${word.text.slice('--expand-'.length)}` } : word
}

const isFile = ({ text }: Word): boolean => text.startsWith('@')
const isValue = ({ text }: Word): boolean => !/^(?:unknown|placeholder)$/.test(credentialKindOf(text))
const isJar = ({ text }: Word): boolean => text !== '' && (text.startsWith('@') || !text.includes('='))

/** The headers as curl sends them: one of `-H` replaces what other options make, also where it has no value. */
function headersOf(options: Options<Word>): { given: Given[]; taken: ReadonlySet<string> } {
  const own: Given[] = []
  const taken = new Set<string>()
  for (const word of options.values('header')) {
    if (isFile(word)) continue
    const [, empty] = /^([\w-]{1,100});$/.exec(word.text) ?? []
    const found: Given[] = empty === undefined ? headersIn(word) : [{ header: [empty.toLowerCase(), ''], word }]
    for (const { header } of found) taken.add(header[0])
    own.push(...found.filter(({ header }) => header[1] !== '' || empty !== undefined))
  }
  const made: Given[] = []
  const bearer = options.values('oauth2-bearer').at(-1)
  if (bearer !== undefined && !taken.has('authorization'))
    made.push(given('authorization', `Bearer ${bearer.text}`, bearer))
  const cookies = options.values('cookie').filter((word) => word.text !== '' && !isJar(word))
  if (cookies.length > 0 && !taken.has('cookie')) {
    const unknown = cookies.flatMap((word) => word.unknown)
    const text = cookies
      .map((word) => word.text)
      .join(';')
      .trim()
    made.push(given('cookie', text, { text, unknown, inert: cookies.some(({ inert }) => inert) }))
  }
  return { given: [...own, ...made], taken }
}

const given = (name: string, value: string, word: Word): Given => ({ header: [name, value], word })

const jar =
  "A -b without '=' names a cookie file, which is not read here; " +
  'paste the line of that file that holds ory_kratos_session.'
const jarAsInput = '-b - reads cookies from standard input, which is not here; paste the cookies themselves.'

/** What the command takes from files, each with what to do. */
function filesOf(options: Options<Word>, taken: ReadonlySet<string>): string[] {
  const jars = taken.has('cookie') ? [] : options.values('cookie').filter((word) => isJar(word) && !isValue(word))
  return [
    ...(jars.some(({ text }) => text !== '-') ? [jar] : []),
    ...(jars.some(({ text }) => text === '-') ? [jarAsInput] : []),
    ...(options.values('header').some(isFile)
      ? ['A -H with @ names a header file, which is not read here; paste the lines of that file.']
      : []),
    ...(options.has('config') ? ['-K names an option file, which is not read here; paste what it says.'] : []),
    ...(['n', 'netrc', 'netrc-optional', 'netrc-file'].some((name) => options.has(name))
      ? ['--netrc takes a user and a password from a file, which is not read here; Ory knows no session by them.']
      : []),
  ]
}

function remarksOf(options: Options<Word>): string[] {
  const headers = options.values('header').map(({ text }) => text)
  const broken = headers.some((text) => /^[\w-]{1,100}:$/.test(text)) && options.others.length > 1
  return [
    ...(options.has('user') ? ['-u sends Authorization: Basic, which is not an Ory session; it was ignored.'] : []),
    ...(options.values('cookie').some((word) => isJar(word) && isValue(word))
      ? ['A -b holds a value without its name, which curl takes for the name of a file: write name=value.']
      : []),
    ...(headers.some((text) => /^[\w-]{1,100}[^\S\r\n]{1,20}:/.test(text))
      ? ['A header has a space before the colon; servers refuse such a request.']
      : []),
    ...(options.joined ? ['curl takes no = between an option and its value; put a space there.'] : []),
    ...(broken ? ['A -H holds only a name, and the value follows it: put quotes around both.'] : []),
    ...(headers.some((text) => !/[:;@]/.test(text))
      ? ["A -H without a colon is no header, and curl sends none: write 'Name: value'."]
      : []),
    ...(options.has('cookie-jar') && !options.has('cookie')
      ? ['-c only writes the cookies that come back to a file; -b sends those of a file.']
      : []),
  ]
}
