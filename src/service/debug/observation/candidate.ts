import type { Credentials } from '../../../ory/credentials.ts'
import { isSessionName, type CookiePair } from './cookies.ts'
import { misnamedHeaders, type Values } from './evidence.ts'
import type { Trial } from './observation.ts'
import { unquoted, writtenAt } from './secrets.ts'

/** A credential that the first question leaves open, and the question that decides about it alone. */
export type Candidate = Pick<Trial, 'as' | 'from' | 'why'> & { secret: string; credentials: Credentials }

/** What came, and what of it went to Ory. */
export interface Came {
  values: Values
  /** The cookies that are described. */
  cookies: readonly CookiePair[]
  sent: Credentials
  /** Whether a cookie was sent, by its name. */
  isSent: (name: string) => boolean
  /** What Ory's session cookie is called, as far as is known. */
  cookieName: string
}

/** How Ory decided about what was sent: a session, none, or a cookie that it could not decode. */
export type Decision = 'session' | 'refused' | 'undecodable'

/**
 * candidateIn finds the credential that one more question should be about. Where there is a session, that is one beside
 * it; otherwise one that another hid, or that was left out or came in the wrong place, tokens before cookies. Of those
 * only what looks like Ory's is tried: nobody else's secret is sent anywhere.
 */
export function candidateIn(came: Came, decision: Decision): Candidate | undefined {
  const beside = besideIn(came, decision)
  if (decision === 'session' || beside !== undefined) return beside
  return secondCookieIn(came) ?? leftBehindIn(came) ?? misplacedTokenIn(came) ?? misplacedCookieIn(came)
}

/** Whether its name or its value is that of a session cookie of Ory's. */
function isSessionCookie({ name, value }: CookiePair): boolean {
  return isSessionName(name) || writtenAt(unquoted(value)) !== undefined
}

/** Of a token and a session cookie that were both sent, the one that Ory did not decide about. */
function besideIn({ cookies, sent, isSent }: Came, decision: Decision): Candidate | undefined {
  const { cookie, token, bearer = '' } = sent
  if (!cookies.some((pair) => isSent(pair.name) && isSessionCookie(pair))) return undefined
  if (token !== '' && decision !== 'undecodable') return asCookie(cookie, 'Cookie', 'hidden')
  if (token !== '') return asToken(token, 'X-Session-Token', 'hidden')
  return bearer === '' ? undefined : asToken(bearer, 'Authorization', 'hidden')
}

/** Of session cookies with one name, Ory takes the first that it can decode. */
function secondCookieIn({ cookies, isSent }: Came): Candidate | undefined {
  const first = cookies.find((pair) => isSent(pair.name) && isSessionCookie(pair))
  const second = cookies.find(
    (pair) => pair !== first && pair.name === first?.name && pair.value !== first.value && isSessionCookie(pair),
  )
  return second === undefined ? undefined : asCookie(textOf(second), 'Cookie', 'hidden')
}

function leftBehindIn({ cookies, isSent }: Came): Candidate | undefined {
  const pair = cookies.find((one) => !isSent(one.name) && one.name !== '' && isSessionCookie(one))
  return pair === undefined ? undefined : asCookie(textOf(pair), 'Cookie', 'left-behind')
}

function misplacedTokenIn(came: Came): Candidate | undefined {
  const { token, bearer } = came.sent
  for (const [from, text] of textsOf(came)) {
    const [found] = /ory_st_\w{1,100}/.exec(text) ?? []
    if (found !== undefined && found !== token && found !== bearer) return asToken(found, from, 'misplaced')
  }
  return undefined
}

function misplacedCookieIn(came: Came): Candidate | undefined {
  const { cookies, isSent, cookieName } = came
  for (const [from, text] of textsOf(came)) {
    const value = cookieValueIn(text)
    if (value === undefined) continue
    const isDecided = cookies.some((pair) => pair.name === cookieName && pair.value === value && isSent(cookieName))
    if (!isDecided) return asCookie(`${cookieName}=${value}`, from, 'misplaced')
  }
  return undefined
}

const mostWords = 20

/** The first word that is the value of a session cookie, with its padding decoded. */
function cookieValueIn(text: string): string | undefined {
  let words = 0
  for (const [word] of text.matchAll(/[\w-]{20,8192}(?:(?:=|%3d){0,2})/gi)) {
    if (writtenAt(word) !== undefined) return word.replace(/%3d/gi, '=')
    if (++words === mostWords) return undefined
  }
  return undefined
}

/** Everything that may hold a credential, with the header that it came in. */
function* textsOf({ values, cookies }: Came): Generator<[from: string, text: string]> {
  for (const value of values('authorization').slice(0, mostWords)) yield ['Authorization', value]
  for (const value of values('x-session-token').slice(0, mostWords)) yield ['X-Session-Token', value]
  for (const [header, { name }] of Object.entries(misnamedHeaders))
    for (const value of values(header).slice(0, mostWords)) yield [name, value]
  for (const { name, value } of cookies) yield ['Cookie', name === '' ? value : textOf({ name, value })]
}

function textOf({ name, value }: CookiePair): string {
  return `${name}=${value}`
}

function asCookie(cookie: string, from: string, why: Candidate['why']): Candidate {
  return { as: 'cookie', from, why, secret: cookie, credentials: { cookie, token: '' } }
}

function asToken(token: string, from: string, why: Candidate['why']): Candidate {
  return { as: 'token', from, why, secret: token, credentials: { cookie: '', token } }
}
