import { credentialKindOf } from '../../observation/secrets.ts'
import { isOryCookie } from './cookie-pairs.ts'
import { reading, tokenReading, type Reader } from './reading.ts'

const shortest = 16 // characters of a credential: shorter ones are examples
const shortestCookie = 60
const kinds = new Set(['session-token', 'jwt', 'session-cookie'])

/** readLoneCredential takes the only credential out of a text that is of no format. */
export const readLoneCredential: Reader = (text) => {
  const words = text.split(/[\s"'`<>(){}[\],;:*&?\\\u2018-\u201f]+/).map((word) => word.replace(/[.!?]$/, ''))
  const found = new Set(words.map(credentialIn).filter((word) => word !== undefined))
  const [only] = found
  if (only === undefined || found.size > 1) return undefined
  const isPair = only.includes('=') && isOryCookie(only.slice(0, only.indexOf('=')))
  if (isPair || credentialKindOf(only) === 'session-cookie')
    return reading({
      subject: 'cookies',
      readAs: 'a cookie in a text',
      headers: [['cookie', isPair ? only : `ory_kratos_session=${only}`]],
      remarks: [foundInText],
    })
  return tokenReading('a token in a text', only, foundInText)
}

const foundInText = 'It was found in the text; everything else in it was left aside.'

/** A session token, a JSON Web Token, the value of a session cookie, or the pair, also behind a name of its own. */
function credentialIn(word: string): string | undefined {
  if (word.length < shortest || !/^[\w.=%~|-]+$/.test(word)) return undefined
  const at = word.indexOf('=')
  const isPair = at > 0 && at < word.length - shortest
  const value = isPair ? word.slice(at + 1) : word
  if (isPair && isOryCookie(word.slice(0, at))) return /^(?:__\w+-)?csrf/i.test(word) ? undefined : word
  const kind = credentialKindOf(value)
  return kinds.has(kind) && (kind !== 'session-cookie' || value.length >= shortestCookie) ? value : undefined
}
