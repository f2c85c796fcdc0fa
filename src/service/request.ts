import type { IncomingMessage } from 'node:http'

/** Why a request is not handled: the status, and the text that Go's server answers with it. */
export interface Refusal {
  status: 400 | 417 | 505
  text: string
}

/** What of a request is looked at. */
type Checked = Pick<IncomingMessage, 'url' | 'headers' | 'rawHeaders' | 'httpVersionMajor' | 'httpVersionMinor'>

const authority = String.raw`(?:[^/?#@]*@)?(?:\[[^\]/?#]*\]|[^/?#:[\]]*)(?::\d*)?(?=[/?#]|$)`
const target = new RegExp(String.raw`^(?:\*|(?:/|[a-z][a-z0-9+.-]*:(?://${authority}|(?!//)))(?:%[0-9a-f]{2}|[^%?])*(?:\?.*)?)$`, 'is')
const hostForm = /^[!$%&()*+,\-.0-9:;=A-Z[\]_a-z~']*$/
const longestLength = 2n ** 63n - 1n
const continueToken = /(?:^|[ \t,])100-continue(?:$|[ \t,])/i

/**
 * refusalOf is how Go's server answers what Node's parser lets through and Go's does not (net/http readRequest): a
 * target that is no URL, a length that is no int64, another version than HTTP/1, a `Host` that is missing, repeated or
 * malformed, an expectation that nobody can meet. Undefined for what Go accepts, too.
 */
export function refusalOf({ url = '', headers, rawHeaders, httpVersionMajor, httpVersionMinor }: Checked): Refusal | undefined {
  if (url.includes('%') || !url.startsWith('/')) if (!target.test(url)) return badRequest('')
  const length = headers['content-length']?.slice(-20) ?? '' // Node's parser takes what is below 2^64: the rest is zeros
  if (length.length > 18 && BigInt(length) > longestLength) return badRequest('')
  const [host, ...others] = valuesOf(rawHeaders, 'host')
  if (others.length > 0) return badRequest('')
  if (httpVersionMajor !== 1) return { status: 505, text: '505 HTTP Version Not Supported: unsupported protocol version' }
  if (host === undefined && httpVersionMinor > 0) return badRequest(': missing required Host header')
  if (host !== undefined && !hostForm.test(host)) return badRequest(': malformed Host header')
  if (headers.expect === undefined) return undefined
  const [expected = ''] = valuesOf(rawHeaders, 'expect')
  return expected === '' || continueToken.test(expected) ? undefined : { status: 417, text: '' }
}

function badRequest(why: string): Refusal {
  return { status: 400, text: `400 Bad Request${why}` }
}

/** The values of a header, given in lower case, as they came. */
function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at]
    if (given?.length === name.length && given.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '')
  }
  return values
}
