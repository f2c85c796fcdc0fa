import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { STATUS_CODES } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readCaseFile } from './case-file.ts'
import { startRecorder, type Recorder } from './recorder.ts'
import { describeWithGo } from '../support/skip.ts'
import { readVectors, sdkVersion, vectorsFile, withSdk, writeVectors, type Vector } from './vector.ts'

const script = fileURLToPath(new URL('record.ts', import.meta.url))
const committed = readVectors(vectorsFile)
const expected = withSdk(committed, sdkVersion)
const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
const file = join(folder, 'case.txt')
const vectors = join(folder, 'vectors.json')
const lines = [
  'name: x',
  '> GET / HTTP/1.1',
  '< HTTP/1.1 200 OK',
  '< content-type: application/json',
  '<',
  '< {"id":"x"}',
]

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function record(text: string | Buffer, env = process.env): { status: number | null; stdout: string; stderr: string } {
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, file, vectors],
    { env, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('a case that can not be recorded is refused with one line', () => {
  beforeAll(() => {
    writeVectors(vectors, committed)
  })

  test.each([
    ['a name that there is', ['name: no credentials', ...lines.slice(1)], 'there is a vector "no credentials" already'],
    ['no name', lines.slice(1), 'expected one line "name: …"'],
    ['two names', ['name: y', ...lines], 'expected one line "name: …"'],
    ['a line of no kind', ['', 'GET / HTTP/1.1', ...lines], 'line 2: expected "name: …", "> …" or "< …"'],
    ['no request', lines.toSpliced(1, 1), 'expected lines as "> GET / HTTP/1.1"'],
    ['no request line', lines.with(1, '> GET /'), 'line 2: expected "> GET / HTTP/1.1"'],
    ['a header without a colon', lines.with(3, '< content-type'), 'line 4: expected "Name: value"'],
    ['no answer of Ory', lines.slice(0, 2), 'expected lines as "< HTTP/1.1 200 OK"'],
    ['no status', lines.with(2, '< HTTP/1.1 OK'), 'line 3: expected "< HTTP/1.1 200 OK" or "< reset"'],
    ['an answer that is not UTF-8', lines.with(5, '< \u00ff'), "expected the body of Ory's answer in UTF-8"],
  ])('%s', (_, text, message) => {
    expect(record(Buffer.from(text.join('\n'), 'latin1'))).toEqual({
      status: 1,
      stdout: '',
      stderr: `recording ${file}: ${message}\n`,
    })
    expect(readFileSync(vectors)).toEqual(readFileSync(vectorsFile))
  })

  test('no Go', () => {
    expect(record(lines.join('\n'), { ...process.env, PATH: folder })).toEqual({
      status: 1,
      stdout: '',
      stderr: `recording ${file}: Go is not installed; install it, package golang-go or go.dev\n`,
    })
  })
})

/** A case file that says what a vector says. */
function caseFileOf({ name, request: { method, path, headers, body }, upstream }: Vector): Buffer {
  const request = [`${method} ${path} HTTP/1.1`, ...headers.map(([header, value]) => `${header}: ${value}`)]
  if (body !== undefined) request.push('', ...body.split('\n'))
  const answer = [`HTTP/1.1 ${upstream.status ?? 0} ${STATUS_CODES[upstream.status ?? 0] ?? ''}`]
  for (const [header, values] of Object.entries(upstream.headers ?? {}))
    answer.push(...[values].flat().map((value) => `${header}: ${value}`))
  answer.push('', ...String(upstream.body).split('\n'))
  const text = [`name: ${name}`, ...request.map((line) => `> ${line}`)]
  return Buffer.from([...text, ...(upstream.reset ? ['< reset'] : answer.map((line) => `< ${line}`))].join('\n'))
}

const subject = 'the Go example, recorded again, does what is committed'

describeWithGo(subject, () => {
  let recorder: Recorder

  beforeAll(async () => {
    recorder = await startRecorder()
  }, 300_000)

  afterAll(async () => {
    await recorder.close()
  })

  test.each(expected)('$name', async (vector) => {
    const recorded = await recorder.record(readCaseFile(caseFileOf(vector)))
    // Go's words for a reset name ports, and the reset in one of two ways.
    if (vector.upstream.reset === true) expect(withoutWording(recorded)).toEqual(withoutWording(vector))
    else expect(recorded).toEqual(vector)
  })

  test('and a request with a Host of its own is sent as it stands', async () => {
    const request = ['> POST /x HTTP/1.1', '> Host:', '> CONNECTION:  close', '> Content-Length: 3', '>', '> a', '> b']
    const given = readCaseFile(Buffer.from([...lines.toSpliced(1, 1), ...request].join('\n')))
    const bytes = 'POST /x HTTP/1.1\r\nHost:\r\nCONNECTION:  close\r\nContent-Length: 3\r\n\r\na\nb'
    expect(given.request).toEqual({ method: 'POST', path: '/x', headers: [], bytes })
    expect((await recorder.record(given)).response).toMatchObject({ status: 200, body: '{"id":"x"}\n' })
  })

  test('by the command, as the last of a file that is the same byte for byte', () => {
    const last = expected.at(-1)
    if (last === undefined) throw new Error('there is no vector')
    writeVectors(vectors, [...committed.slice(0, -1), last])
    const whole = readFileSync(vectors)
    writeVectors(vectors, committed.slice(0, -1))
    expect(record(caseFileOf(last))).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(vectors)).toEqual(whole)
  }, 300_000)
})

test('a vector whose answer changes with the Go SDK has both, and its name says from which version on', () => {
  const named = (version: string): string[] =>
    withSdk(committed, version).flatMap(({ name, response }) =>
      name.includes('Go SDK') ? [`${name}: ${response.status}`] : [],
    )
  expect(named('v1.22.66')).toEqual([])
  expect(named('v1.22.92')).toEqual(['unknown method name, from Go SDK v1.22.78 on: 200'])
})

function withoutWording({ response, ...vector }: Vector): unknown {
  return { ...vector, status: response.status, exactBody: response.exactBody }
}
