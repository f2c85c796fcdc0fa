import { credentialKindOf, unquoted } from '../observation/secrets.ts'
import { readCommand } from './command.ts'
import { headerOf } from './header-line.ts'
import type { Reading } from './reading.ts'

/**
 * readPaste reads a raw token, a `Cookie` or `Authorization` line, cookie pairs, a block of headers, or a curl command
 * as bash, Windows' cmd and browsers' "Copy as cURL" write it. Nothing is fetched and no file is read.
 */
export function readPaste(text: string): Reading {
  const pasted = text.trim()
  return readCommand(pasted) ?? { readAs: null, flaws: [], asksOry: false, ...read(pasted) }
}

type Evidence = Omit<Reading, 'readAs' | 'flaws' | 'asksOry'>

function read(pasted: string): Evidence {
  const bare = unquoted(pasted)
  const remarks = bare === pasted ? [] : ['The quotes around it were removed.']
  if (headerLine.test(bare)) return { ...readHeaders(bare), remarks }
  if (/^(?:bearer|token|basic|jwt)[\s:=]/i.test(bare))
    return { subject: 'headers', headers: [['authorization', bare]], https: null, remarks }
  if (/^[^\s=;]+=(?!=*\s*$)/.test(bare) && /^(?:unknown|session-pair|csrf-pair)$/.test(credentialKindOf(bare)))
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
