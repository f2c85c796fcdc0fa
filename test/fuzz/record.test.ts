import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { hasGo } from '../parity/original.ts'
import { requestBytes } from '../support/exchange.ts'
import { readCase, record, RecordError } from './record.ts'
import type { Vector } from './vector.ts'

const recorded = JSON.parse(await readFile('test/parity/vectors.json', 'utf8')) as Vector[]
const withGo = hasGo ? test : test.skip
const orSkipped = hasGo ? '' : ' (skipped: Go is not installed; install it, package golang-go or go.dev)'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ory-session-echo-vectors-'))
  file = join(folder, 'vectors.json')
  await writeFile(file, '[]\n')
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

withGo.each(['token with inner spaces', '403 session_aal2_required', 'unknown method name', 'POST with a body'])(
  `a recorded vector is what was recorded before: %s${orSkipped}`,
  async (name) => {
    const known = recorded.find((vector) => vector.name === name)
    expect(known).toBeDefined()
    if (known === undefined) return
    const { request, upstream, response, forwarded } = known
    const yaml = stringify({ name, request: requestBytes(request), answer: upstream })
    expect(await record(yaml, file)).toEqual([])
    const [made] = JSON.parse(await readFile(file, 'utf8')) as Vector[]
    expect(made).toMatchObject({ name, upstream, response })
    expect(made?.forwarded?.headers['x-session-token']).toEqual(forwarded?.headers['x-session-token'])
    await expect(record(yaml, file)).rejects.toThrow(new RecordError(`there is a vector named ${name} already`))
  },
)

test('a request may be written with plain line ends, and Ory answers with a session unless told otherwise', () => {
  const { given } = readCase('name: a\nrequest: |\n  GET / HTTP/1.1\n  Host: a\n')
  expect(given.requests).toEqual([{ method: 'GET', text: 'GET / HTTP/1.1\r\nHost: a\r\n\r\n' }])
  expect(given.ory.whoami).toEqual({ headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' })
})

test.each([
  ['no name', 'request: GET / HTTP/1.1', /^name is undefined, expected/],
  ['no request', 'name: a', /^request is undefined, expected/],
  ['a word that it does not know', 'name: a\nrequest: GET /\nanswers: {}', /answers/],
  ['a character that is no byte', 'name: a\nrequest: GET /ſ HTTP/1.1', /^request has ſ, expected Latin-1/],
  ['no YAML', 'name: [', /at line 1/],
])('a file with %s is refused in one line', (_, yaml, said) => {
  expect(() => readCase(yaml)).toThrow(RecordError)
  expect(() => readCase(yaml)).toThrow(said)
})
