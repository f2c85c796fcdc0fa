import type { IncomingMessage } from 'node:http'
import { isTarget } from './target.ts'

/** Go's refusal of a request: its status and text. */
export interface GoRefusal {
  status: 400 | 417 | 501 | 505
  text: string
}

/** The parts of a request that decide. */
type Checked = Pick<IncomingMessage, 'url' | 'headers' | 'rawHeaders' | 'httpVersionMajor' | 'httpVersionMinor'>

const hostForm = /^[!$%&()*+,\-.0-9:;=A-Z[\]_a-z~']*$/
const longestLength = 2n ** 63n - 1n
const continueToken = tokenForm('100-continue')

/**
 * goRefusalOf returns Go's refusal of what Node's parser accepts and Go's does not (net/http readRequest): a target
 * that is no URL, a length that is no int64, a transfer coding other than chunked, a version other than HTTP/1, a
 * missing, repeated or malformed `Host`, an unknown expectation. It returns undefined for what Go accepts. `target` is
 * checked in place of the request's own.
 */
export function goRefusalOf(request: Checked, target = request.url ?? ''): GoRefusal | undefined {
  const { headers, rawHeaders, httpVersionMajor, httpVersionMinor } = request
  if (target.includes('%') || !target.startsWith('/')) if (!isTarget(target)) return badRequest('')
  // Node's parser accepts lengths below 2^64, so anything before the last 20 digits is zeros.
  const length = headers['content-length']?.slice(-20) ?? ''
  if (length.length > 18 && BigInt(length) > longestLength) return badRequest('')
  const [host, ...others] = valuesOf(rawHeaders, 'host')
  if (others.length > 0) return badRequest('')
  const codings =
    headers['transfer-encoding'] === undefined || httpVersionMajor * 10 + httpVersionMinor < 11
      ? undefined
      : valuesOf(rawHeaders, 'transfer-encoding')
  if (codings !== undefined && (codings.length > 1 || codings[0]?.toLowerCase() !== 'chunked'))
    return { status: 501, text: 'Unsupported transfer encoding' }
  if (httpVersionMajor !== 1)
    return { status: 505, text: '505 HTTP Version Not Supported: unsupported protocol version' }
  if (host === undefined && httpVersionMinor > 0) return badRequest(': missing required Host header')
  if (host !== undefined && !hostForm.test(host)) return badRequest(': malformed Host header')
  if (headers.expect === undefined) return undefined
  const [expected = ''] = valuesOf(rawHeaders, 'expect')
  return expected === '' || continueToken.test(expected) ? undefined : { status: 417, text: '' }
}

/** expectsContinue says whether a client waits for `100 Continue` before it sends a body. */
export function expectsContinue({ headers, rawHeaders, httpVersionMinor }: Checked): boolean {
  return (
    headers.expect !== undefined && httpVersionMinor > 0 && continueToken.test(valuesOf(rawHeaders, 'expect')[0] ?? '')
  )
}

const closeToken = tokenForm('close')
const keepToken = tokenForm('keep-alive')

/**
 * wantsClose says whether Go's server ends the connection after a request. Node's does not for every form of
 * `Connection`.
 */
export function wantsClose({ headers: { connection }, httpVersionMinor }: Checked): boolean {
  if (httpVersionMinor === 0) return connection === undefined || !keepToken.test(connection)
  return connection !== undefined && closeToken.test(connection)
}

/** Matches a token in a header as Go does: between spaces, tabs and commas, in any case. */
function tokenForm(token: string): RegExp {
  return new RegExp(`(?:^|[ \\t,])${token}(?:$|[ \\t,])`, 'i')
}

function badRequest(why: string): GoRefusal {
  return { status: 400, text: `400 Bad Request${why}` }
}

/** The values of a header, whose name is given in lower case, as they came. */
function valuesOf(rawHeaders: readonly string[], name: string): string[] {
  const values: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at]
    if (given?.length === name.length && given.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '')
  }
  return values
}
