import { parseArgs } from 'node:util'
import { split } from 'shlex'
import { kindOf, unquoted } from './secrets.ts'

/** A header as it came. */
export type Header = readonly [name: string, value: string]

/** What a report is about: the request itself, or what was read from a paste. */
export type Subject = 'request' | 'token' | 'cookies' | 'headers' | 'curl' | 'unreadable'

/** The headers that a report explains, and where they are from. */
export interface Evidence {
  subject: Subject
  headers: readonly Header[]
  /** Whether the request came, or would come, over https; null where nothing says so. */
  https: boolean | null
  /** What was left aside or changed while reading. Never holds pasted text. */
  remarks: readonly string[]
}

/**
 * readPaste reads a raw token, a `Cookie` or `Authorization` line, cookie pairs, a block of headers, or a curl command
 * as bash, Windows' cmd and browsers' "Copy as cURL" write it. Nothing is fetched and no file is read.
 */
export function readPaste(text: string): Evidence {
  const pasted = text.trim()
  if (/^(?:\$\s+)?curl(?:\.exe)?\s/i.test(pasted)) return readCurl(pasted)
  const bare = unquoted(pasted)
  const remarks = bare === pasted ? [] : ['The quotes around it were taken off.']
  if (headerLine.test(bare)) return { ...readHeaders(bare), remarks }
  if (/^(?:bearer|token|basic|jwt)[\s:=]/i.test(bare)) return { subject: 'headers', headers: [['authorization', bare]], https: null, remarks }
  if (/^[^\s=;]+=(?!=*\s*$)/.test(bare) && kindOf(bare) === 'unknown') return { subject: 'cookies', headers: [['cookie', bare]], https: null, remarks }
  if (/\s/.test(bare) || bare === '') return { subject: 'unreadable', headers: [], https: null, remarks: [] }
  if (kindOf(bare) === 'session-cookie') {
    return { subject: 'cookies', headers: [['cookie', `ory_kratos_session=${bare}`]], https: null, remarks: [...remarks, 'It looks like the value of a session cookie, and was sent as the cookie ory_kratos_session.'] }
  }
  return { subject: 'token', headers: [['authorization', `Bearer ${bare}`]], https: null, remarks: [...remarks, 'It was sent as if it had come behind Authorization: Bearer.'] }
}

const headerLine = /^(?:> ?)?(?:cookie|set-cookie|authorization|x-session-token)\s*:/im

function readHeaders(text: string): Evidence {
  const headers = text.split(/\r?\n/).flatMap((line) => headerOf(line.replace(/^> ?/, '')))
  return { subject: 'headers', headers, https: null, remarks: [] }
}

/** A header line as a header; of a `Set-Cookie` line the cookie that a browser would send back. */
function headerOf(line: string): Header[] {
  const [, name, value = ''] = /^([\w-]+)[^\S\r\n]*:(.*)$/s.exec(line) ?? []
  if (name === undefined) return []
  return [name.toLowerCase() === 'set-cookie' ? ['cookie', value.replace(/;.*/s, '').trim()] : [name.toLowerCase(), value.trim()]]
}

const several = { type: 'string', multiple: true } as const
// Options of curl that take a value: those that matter here, and those whose value must not be taken for something else.
const curlOptions = {
  header: { ...several, short: 'H' },
  cookie: { ...several, short: 'b' },
  'oauth2-bearer': several,
  user: { ...several, short: 'u' },
  url: several,
  'user-agent': { ...several, short: 'A' },
  data: { ...several, short: 'd' },
  'data-raw': several,
  'data-binary': several,
  'data-urlencode': several,
  json: several,
  form: { ...several, short: 'F' },
  request: { ...several, short: 'X' },
  output: { ...several, short: 'o' },
  'write-out': { ...several, short: 'w' },
  referer: { ...several, short: 'e' },
  'cookie-jar': { ...several, short: 'c' },
  'dump-header': { ...several, short: 'D' },
  proxy: { ...several, short: 'x' },
  cert: { ...several, short: 'E' },
  config: { ...several, short: 'K' },
  range: { ...several, short: 'r' },
  'upload-file': { ...several, short: 'T' },
  'max-time': { ...several, short: 'm' },
  resolve: several,
  'connect-to': several,
  cacert: several,
  key: several,
  retry: several,
  'connect-timeout': several,
} as const

function readCurl(command: string): Evidence {
  const words = wordsOf(command)
  if (words === undefined) return { subject: 'unreadable', headers: [], https: null, remarks: ['The curl command ends inside quotes: its end is missing.'] }
  const end = words.findIndex((word) => /^(?:\||\|\||&&?|;|\d?>>?)$/.test(word))
  const { values, positionals } = parseArgs({ args: words.slice(words.indexOf('curl') + 1, end < 0 ? undefined : end), options: curlOptions, strict: false, allowPositionals: true })
  const texts = (name: keyof typeof curlOptions): string[] => [values[name] ?? []].flat().filter((value) => typeof value === 'string')
  const cookies = texts('cookie')
  const bearers = texts('oauth2-bearer')
  const url = [...texts('url'), ...positionals].find((word) => URL.canParse(word) && /^https?:/i.test(word))
  const given = texts('header').flatMap(headerOf)
  const host: Header[] = url === undefined || given.some(([name]) => name === 'host') ? [] : [['host', new URL(url).host]]
  const agent: Header[] = given.some(([name]) => name === 'user-agent') ? [] : [['user-agent', texts('user-agent').at(-1) ?? 'curl']]
  const headers: Header[] = [
    ...host,
    ...agent,
    ...given,
    ...bearers.map((token): Header => ['authorization', `Bearer ${token}`]),
    ...cookies.filter((cookie) => cookie.includes('=')).map((cookie): Header => ['cookie', cookie]),
  ]
  const remarks = [
    ...(url === undefined ? [] : ["The command's URL was not fetched: only the configured Ory is asked."]),
    ...(cookies.some((cookie) => !cookie.includes('=')) ? ["A -b without '=' names a file of cookies, which is not read here: paste the cookies themselves."] : []),
    ...(texts('header').some((header) => header.startsWith('@')) ? ['A -H with @ names a file of headers, which is not read here.'] : []),
    ...(values.user === undefined ? [] : ['-u sends Authorization: Basic, which is no Ory session; it was left aside.']),
    ...(values.config === undefined ? [] : ['-K names a file of options, which is not read here.']),
  ]
  return { subject: 'curl', headers, https: url === undefined ? null : url.toLowerCase().startsWith('https:'), remarks }
}

/** The words of a command, or undefined where a quote is not closed. */
function wordsOf(command: string): string[] | undefined {
  const ofCmd = /\^(?:"|\s*$)/m.test(command)
  try {
    return split((ofCmd ? command.replace(/\^[^\S\n]*\r?\n/g, ' ').replace(/\^(.)/g, '$1') : command.replaceAll('\r\n', '\n')).replace(/^.*?curl(?:\.exe)?(?=\s)/i, 'curl'))
  } catch {
    return undefined
  }
}
