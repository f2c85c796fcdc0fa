import type { CredentialKind, PasteFlaw } from '../../observation/observation.ts'
import { credentialKindOf, unquoted } from '../../observation/secrets.ts'
import { isOryCookie } from '../reading/cookie-pairs.ts'
import { readLoneCredential } from '../reading/lone-credential.ts'
import { joinedLines, linesJoined } from '../reading/joined-lines.ts'
import { holdsCredentials } from '../reading/header-line.ts'
import { readRequest } from '../reading/request.ts'
import { fileName } from './known.ts'
import { reading, tokenReading, type Reader, type Reading } from '../reading/reading.ts'
import { cookiesSet, isSetCookie } from '../reading/set-cookie.ts'
import { hasTypographicQuotes, straightened } from '../reading/surroundings.ts'

const tokenName = /^["']?(?:x[_-])?(?:[a-z]+[_-])*token["']?\s*[:=]\s*(?=\S)/i
const scheme = /^(?:bearer|token|basic|jwt)[\s:=]/i
const longestName = 100

/** readBare reads what stands alone: a token, with a scheme or a name before it or not, cookie pairs, or a value. */
export const readBare: Reader = (text) => {
  const { lines, joined } = joinedLines(text.split('\n'))
  const whole = lines.join('\n')
  const straight = hasTypographicQuotes(whole) ? straightened(whole) : whole
  const quoted = withoutPunctuation(straight)
  const inner = unquoted(quoted)
  const bare = unquoted(withoutPunctuation(inner))
  const flaws: PasteFlaw[] = straight !== whole && inner !== quoted ? ['typographic-quotes'] : []
  const remarks = [
    ...(joined ? [linesJoined] : []),
    ...(inner === quoted ? [] : ['The quotes around it were removed.']),
  ]
  const read = headerIn(bare) ?? pairsIn(bare) ?? tokenIn(bare)
  return read && { ...read, flaws, remarks: [...remarks, ...read.remarks] }
}

/** A header with a sign of equality in place of the colon, as logs and files of settings have it. */
function headerIn(text: string): Reading | undefined {
  const [all, name = ''] = /^([\w-]{1,30})[^\S\n]?=[^\S\n]?(?=\S)/.exec(text) ?? []
  if (all === undefined || !holdsCredentials(name)) return undefined
  return readRequest({ readAs: 'a header line', headers: [[name, unquoted(text.slice(all.length))]] })
}

/** A text without a comma, a semicolon or a full stop at its end. */
function withoutPunctuation(text: string): string {
  return /[\w"'=\]}>)][,;.]$/.test(text.slice(-2)) ? text.slice(0, -1) : text
}

const pairKinds: ReadonlySet<CredentialKind> = new Set<CredentialKind>(['unknown', 'session-pair', 'csrf-pair'])
const pairStart = /^[^\s=;:,"'<>{}()[\]]+=(?!=*\s*$)/

// A variable that is set to one of Ory's tokens.
const variable = /^(?:export\s+)?\w+=["'`]?ory_[a-z]+_\w+["'`]?$/

/** Cookie pairs, as they are sent, as a page reads them, or as a server sets them. */
function pairsIn(text: string): Reading | undefined {
  if (tokenName.test(text.slice(0, longestName)) || !pairStart.test(text)) return undefined
  if (!pairKinds.has(credentialKindOf(text))) return undefined
  if (variable.test(text) && !isOryCookie(nameIn(text))) return undefined
  if (isSetCookie(text)) {
    const { headers, remarks } = cookiesSet(text.split('\n'))
    return reading({ subject: 'cookies', readAs: 'a cookie as a server sets it', headers, remarks })
  }
  const lines = text.split('\n')
  if (lines.length > 1 && lines.every((line) => setting.test(line))) return undefined
  if (!lines.every((line) => line.trim() === '' || isPairs(line))) return undefined
  const value = lines
    .map((line) => line.trim().replace(/;$/, ''))
    .filter((line) => line !== '')
    .join('; ')
  return reading({ subject: 'cookies', readAs: 'cookie pairs', headers: [['cookie', value]] })
}

// As a file of settings has it, in which no line is a cookie.
const setting = /^(?:$|#|(?:export )?[A-Z][A-Z\d_]{0,99}=)/

const nameIn = (pair: string): string => pair.slice(0, pair.indexOf('='))

/** Whether a line holds pairs, and not a program, a query, or a sentence with a sign of equality in it. */
function isPairs(line: string): boolean {
  const text = line.trim()
  if (!/[\s;]/.test(text) && /&[\w.%-]+=/.test(text) && !isOryCookie(nameIn(text))) return false
  return pairStart.test(text) && !/^[^=]*=[^;]*[\w)]\s+[\w(]+\s+[\w(]/.test(text.slice(0, 1000))
}

function tokenIn(text: string): Reading | undefined {
  const assigned = tokenName.exec(text.slice(0, longestName))?.[0]
  const token = unquoted(variable.test(text) ? text.slice(text.indexOf('=') + 1) : text.slice(assigned?.length ?? 0))
  if (scheme.test(token))
    return /^\S+\s+\S+\s+\S+\s/.test(token)
      ? undefined
      : reading({ subject: 'headers', readAs: 'a scheme and a token', headers: [['authorization', token]] })
  return isWord(token) ? wordIn(token) : undefined
}

/** Whether it may be a token: one word without what only programs and sentences have, or what stands for one. */
const isWord = (text: string): boolean =>
  (/^[^\s"'`(){}[\]<>;,:?&]+$/.test(text) && !fileName.test(text)) ||
  (credentialKindOf(text) === 'placeholder' && !isMarkup.test(text) && readLoneCredential(text) === undefined)

const isMarkup = /^<(?:[!?/]|[^<>]*>[^]|(?:html|body|head|div|script|p|a)\b)/i

function wordIn(word: string): Reading {
  if (credentialKindOf(word) === 'session-cookie')
    return reading({
      subject: 'cookies',
      readAs: 'the value of a session cookie',
      headers: [['cookie', `ory_kratos_session=${word}`]],
      remarks: ['It looks like the value of a session cookie, so it was sent as the cookie ory_kratos_session.'],
    })
  return tokenReading('a token', word)
}
