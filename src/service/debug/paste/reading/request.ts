import { explainedHeaders, misnamedHeaders, type Header } from '../../observation/evidence.ts'
import { holdsCredentials } from './header-line.ts'
import { reading, unreadable, type Reading } from './reading.ts'
import { cookiesSet } from './set-cookie.ts'
import { sentTo, targetOf } from './target.ts'

/** A request as a format holds it. */
export interface PastedRequest {
  readAs: string
  /** `Set-Cookie` ones count where no `Cookie` came. */
  headers: readonly Header[]
  url?: string | undefined
}

const kept = new Set(explainedHeaders)
const longestRedacted = 200
// What a log has in place of a whole value; the sentence is Kratos'.
const redacted = /^(?:value is sensitive and has been redacted\b.*|[[(<*]*(?:redacted|filtered|masked)[\])>*]*)$/is

/** readRequest keeps what a report explains of a request, and reads from its URL where it goes. */
export function readRequest(
  { readAs, headers, url }: PastedRequest,
  over: Partial<Pick<Reading, 'remarks' | 'flaws'>> = {},
): Reading {
  const named = headers.map(([name, value]): Header => [name.toLowerCase(), value])
  const target = url === undefined ? undefined : targetOf(url)
  const set = named.filter(([name]) => name === 'set-cookie').map(([, value]) => value)
  const others = named.filter(([name]) => kept.has(name))
  const offered = others.filter(([name]) => holdsCredentials(name))
  const isRequest = offered.length > 0
  const answer = isRequest || set.length === 0 ? { headers: [], remarks: [] } : cookiesSet(set)
  if (isRequest && offered.every(([, value]) => redacted.test(value.slice(0, longestRedacted))))
    return unreadable(
      readAs,
      'Whoever wrote it left the credentials out, as logs do. Paste the request as it was sent.',
    )
  return reading({
    subject: 'headers',
    readAs,
    ...sentTo(target, [...others, ...answer.headers]),
    ...over,
    remarks: [
      ...(over.remarks ?? []),
      ...answer.remarks,
      ...(isRequest && set.length > 0
        ? ['The Set-Cookie lines in it are of an answer; only what the request sent was read.']
        : []),
    ],
  })
}

/** hasCredentials tells whether there is anything to explain among headers. */
export function hasCredentials(headers: readonly Header[]): boolean {
  return headers.some(([name, value]) => holdsCredentials(name) && (value !== '' || !isMisnamed(name)))
}

// A name such as `cookies` alone is a word of many other texts.
const isMisnamed = (name: string): boolean => Object.hasOwn(misnamedHeaders, name.toLowerCase())
