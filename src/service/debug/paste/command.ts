import type { Header } from '../observation/evidence.ts'
import { optionsOf } from './curl-options.ts'
import { headerOf } from './header-line.ts'
import type { Reader, Reading } from './reading.ts'
import { wordsOf } from './shell-words.ts'
import { targetOf } from './target.ts'

/** readCommand reads the command line of a program that sends a request: curl. */
export const readCommand: Reader = (text) =>
  /^(?:\$\s+)?curl(?:\.exe)?\s/i.test(text) ? { readAs: 'curl', flaws: [], ...readCurl(text) } : undefined

function readCurl(command: string): Omit<Reading, 'readAs' | 'flaws'> {
  const words = wordsOf(plain(command).replace(/^.*?curl(?:\.exe)?(?=\s)/i, 'curl'))
  if (words === undefined)
    return {
      subject: 'unreadable',
      headers: [],
      https: null,
      asksOry: false,
      remarks: ['The curl command ends inside quotes; its end is missing.'],
    }
  const end = words.findIndex((word) => /^(?:\||\|\||&&?|;|\d?>>?)$/.test(word))
  const { values, others } = optionsOf(words.slice(words.indexOf('curl') + 1, end < 0 ? undefined : end))
  const cookies = values('cookie')
  const target = [...values('url'), ...others].map(targetOf).find((found) => found !== undefined)
  const given = values('header').flatMap(headerOf)
  const host: Header[] = target === undefined || given.some(([name]) => name === 'host') ? [] : [target.host]
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
  return { subject: 'curl', headers, https: target?.https ?? null, asksOry: target?.asksOry ?? false, remarks }
}

/** A command as bash would read it, also where it was written for Windows' cmd. */
function plain(command: string): string {
  const ofCmd = /\^(?:"|[^\S\n]*$)/m.test(command)
  return ofCmd ? command.replace(/\^[^\S\n]*\n/g, ' ').replace(/\^(.)/g, '$1') : command.replaceAll('\r\n', '\n')
}
