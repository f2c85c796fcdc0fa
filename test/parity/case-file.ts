import type { RawRequest } from '../support/exchange.ts'
import { answerBytes, type StubAnswer } from '../support/stub-ory.ts'

/** What is to be recorded: a vector without what the Go example makes of it. */
export interface RecordedCase {
  name: string
  request: RawRequest
  upstream: StubAnswer
}

/** Why a case file can't be read: one line, which begins with the number of the file's line where it is about one. */
export class CaseFileError extends Error {}

interface Line {
  number: number
  text: string
}

interface Message {
  /** The request line or the status line. */
  first: Line
  headers: Line[]
  /** Undefined where no empty line stands behind the headers. */
  body: string | undefined
}

/**
 * readCaseFile reads a case in the form that `curl -v` prints: `name: …`, the request behind `>`, Ory's answer behind
 * `<`, as they go on the wire. The lines of a body are joined by a line feed. A request over HTTP/1.1 without `Host`
 * and `Connection` gets both and, for a body, its length; any other is sent as it stands. The length of Ory's answer is
 * counted, whatever the file says. `< reset` in place of an answer resets the connection.
 *
 * @throws CaseFileError when the file is malformed.
 */
export function readCaseFile(file: Buffer): RecordedCase {
  const names: string[] = []
  const request: Line[] = []
  const answer: Line[] = []
  // Latin-1 stands for the bytes.
  for (const [index, line] of file.toString('latin1').split(/\r?\n/).entries()) {
    const number = index + 1
    const [, name] = /^name: *(.*\S)/.exec(line) ?? []
    const text = line.slice(2)
    if (name !== undefined) names.push(utf8(name, 'the name'))
    else if (/^>(?: |$)/.test(line)) request.push({ number, text })
    else if (/^<(?: |$)/.test(line)) answer.push({ number, text })
    else if (line.trim() !== '') throw malformed(number, 'name: …", "> …" or "< …')
  }
  const [name] = names
  if (name === undefined || names.length > 1) throw new CaseFileError('expected one line "name: …"')
  return { name, request: requestOf(messageOf(request, '> GET / HTTP/1.1')), upstream: answerOf(answer) }
}

function requestOf({ first, headers, body }: Message): RawRequest {
  const [, method, path, version] = /^(\S+) (\S+) (HTTP\/\S+)$/i.exec(first.text) ?? []
  if (method === undefined || path === undefined) throw malformed(first.number, '> GET / HTTP/1.1')
  const pairs = headers.map(headerOf)
  const isWhole = version !== 'HTTP/1.1' || pairs.some(([name]) => /^(?:host|connection)$/i.test(name))
  if (!isWhole) return { method, path, headers: pairs, ...(body !== undefined && { body }) }
  const head = [first, ...headers].map(({ text }) => `${text}\r\n`).join('')
  return { method, path, headers: [], bytes: `${head}\r\n${body ?? ''}` }
}

function answerOf(lines: readonly Line[]): StubAnswer {
  const { first, headers, body = '' } = messageOf(lines, '< HTTP/1.1 200 OK')
  if (first.text === 'reset') return { reset: true }
  const [, code, reason = ''] = /^HTTP\/1\.1 (\d{3})(?: (.*))?$/.exec(first.text) ?? []
  if (code === undefined) throw malformed(first.number, '< HTTP/1.1 200 OK" or "< reset')
  const status = Number(code)
  const all = headers.map(headerOf).filter(([name]) => !/^(?:content-length|transfer-encoding)$/i.test(name))
  const names = [...new Set(all.map(([name]) => name))]
  const valuesOf = (name: string): string | string[] => {
    const [value = '', ...more] = all.filter(([other]) => other === name).map(([, text]) => text)
    return more.length === 0 ? value : [value, ...more]
  }
  const isUsual = answerBytes({ status }).toString().startsWith(`HTTP/1.1 ${code} ${reason}\r\n`)
  return {
    status,
    ...(!isUsual && { reason }),
    headers: Object.fromEntries(names.map((name) => [name, valuesOf(name)])),
    body: utf8(body, "the body of Ory's answer"),
  }
}

function messageOf([first, ...rest]: readonly Line[], example: string): Message {
  if (first === undefined) throw new CaseFileError(`expected lines as "${example}"`)
  const end = rest.findIndex(({ text }) => text === '')
  if (end < 0) return { first, headers: rest, body: undefined }
  const body = rest.slice(end + 1)
  return {
    first,
    headers: rest.slice(0, end),
    body: body.length === 0 ? undefined : body.map(({ text }) => text).join('\n'),
  }
}

function headerOf({ number, text }: Line): readonly [name: string, value: string] {
  const [, name, value = ''] = /^([^\s:]+):(?: (.*))?$/.exec(text) ?? []
  if (name === undefined) throw malformed(number, 'Name: value')
  return [name, value]
}

function utf8(bytes: string, what: string): string {
  const text = Buffer.from(bytes, 'latin1').toString()
  if (Buffer.from(text).toString('latin1') !== bytes) throw new CaseFileError(`expected ${what} in UTF-8`)
  return text
}

function malformed(line: number, expected: string): CaseFileError {
  return new CaseFileError(`line ${line}: expected "${expected}"`)
}
