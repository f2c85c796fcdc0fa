import type { Evidence as Whole, Header } from '../observation/evidence.ts'
import { credentialKindOf, unquoted } from '../observation/secrets.ts'
import { optionsOf } from './curl-options.ts'
import { wordsOf } from './shell-words.ts'

type Evidence = Omit<Whole, 'readAs' | 'flaws'>

export function readPaste(text: string): Whole {
  return { readAs: null, flaws: [], ...read(text) }
}

/**
 * readPaste reads a raw token, a `Cookie` or `Authorization` line, cookie pairs, a block of headers, or a curl command
 * as bash, Windows' cmd and browsers' "Copy as cURL" write it. Nothing is fetched and no file is read.
 */
function read(text: string): Evidence {
  const pasted = text.trim()
  if (/^(?:\$\s+)?curl(?:\.exe)?\s/i.test(pasted)) return readCurl(pasted)
  const bare = unquoted(pasted)
  const remarks = bare === pasted ? [] : ['The quotes around it were removed.']
  if (headerLine.test(bare)) return { ...readHeaders(bare), remarks }
  if (/^(?:bearer|token|basic|jwt)[\s:=]/i.test(bare))
    return { subject: 'headers', headers: [['authorization', bare]], https: null, remarks }
  if (/^[^\s=;]+=(?!=*\s*$)/.test(bare) && credentialKindOf(bare) === 'unknown')
    return { subject: 'cookies', headers: [['cookie', bare]], https: null, remarks }
  if (/\s/.test(bare) || bare === '') return { subject: 'unreadable', headers: [], https: null, remarks: [] }
  if (credentialKindOf(bare) === 'session-cookie') {
    return {
      subject: 'cookies',
      headers: [['cookie', `ory_kratos_session=${bare}`]],
      https: null,
      remarks: [
        ...remarks,
        'It looks like the value of a session cookie, so it was sent as the cookie ory_kratos_session.',
      ],
    }
  }
  return {
    subject: 'token',
    headers: [['authorization', `Bearer ${bare}`]],
    https: null,
    remarks: [...remarks, 'It was sent as if it had come after Authorization: Bearer.'],
  }
}

const headerLine = /^(?:> ?)?(?:cookie|set-cookie|authorization|x-session-token)[^\S\r\n]*:/im

function readHeaders(text: string): Evidence {
  const headers = text.split(/\r?\n/).flatMap((line) => headerOf(line.replace(/^> ?/, '')))
  return { subject: 'headers', headers, https: null, remarks: [] }
}

/** A header line as a header; a `Set-Cookie` line as the cookie that a browser would send back. */
function headerOf(line: string): Header[] {
  const [, name, value = ''] = /^([\w-]+)[^\S\r\n]*:(.*)$/s.exec(line) ?? []
  if (name === undefined) return []
  return [
    name.toLowerCase() === 'set-cookie'
      ? ['cookie', value.replace(/;.*/s, '').trim()]
      : [name.toLowerCase(), value.trim()],
  ]
}

function readCurl(command: string): Evidence {
  const words = wordsOf(plain(command).replace(/^.*?curl(?:\.exe)?(?=\s)/i, 'curl'))
  if (words === undefined)
    return {
      subject: 'unreadable',
      headers: [],
      https: null,
      remarks: ['The curl command ends inside quotes; its end is missing.'],
    }
  const end = words.findIndex((word) => /^(?:\||\|\||&&?|;|\d?>>?)$/.test(word))
  const { values, others } = optionsOf(words.slice(words.indexOf('curl') + 1, end < 0 ? undefined : end))
  const cookies = values('cookie')
  const target = originOf([...values('url'), ...others])
  const given = values('header').flatMap(headerOf)
  const host: Header[] = target === undefined || given.some(([name]) => name === 'host') ? [] : [['host', target.host]]
  const agent: Header[] = given.some(([name]) => name === 'user-agent')
    ? []
    : [['user-agent', values('user-agent').at(-1) ?? 'curl']]
  const headers: Header[] = [
    ...host,
    ...agent,
    ...given,
    ...values('oauth2-bearer').map((token): Header => ['authorization', `Bearer ${token}`]),
    ...cookies.filter((cookie) => cookie.includes('=')).map((cookie): Header => ['cookie', cookie]),
  ]
  const remarks = [
    ...(target === undefined ? [] : ["The command's URL was not fetched; only the configured Ory is asked."]),
    ...(cookies.some((cookie) => !cookie.includes('='))
      ? ["A -b without '=' names a cookie file, which is not read here; paste the cookies themselves."]
      : []),
    ...(values('header').some((header) => header.startsWith('@'))
      ? ['A -H with @ names a header file, which is not read here.']
      : []),
    ...(values('user').length === 0
      ? []
      : ['-u sends Authorization: Basic, which is not an Ory session; it was ignored.']),
    ...(values('config').length === 0 ? [] : ['-K names an option file, which is not read here.']),
  ]
  return { subject: 'curl', headers, https: target === undefined ? null : target.protocol === 'https:', remarks }
}

const longestOrigin = 300 // characters: host names have at most 253, and longer ones take quadratic time to read

/** The origin of the first HTTP URL among words. */
function originOf(words: readonly string[]): URL | undefined {
  for (const word of words) {
    const [origin] = /^https?:\/\/[^/?#\\]*/i.exec(word) ?? []
    const url = origin === undefined || origin.length > longestOrigin ? null : URL.parse(origin)
    if (url !== null) return url
  }
  return undefined
}

/** A command as bash would read it, also where it was written for Windows' cmd. */
function plain(command: string): string {
  const ofCmd = /\^(?:"|[^\S\n]*$)/m.test(command)
  return ofCmd ? command.replace(/\^[^\S\n]*\n/g, ' ').replace(/\^(.)/g, '$1') : command.replaceAll('\r\n', '\n')
}
