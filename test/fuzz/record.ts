import { readFile, writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import { parse } from 'yaml'
import { buildOriginal, hasGo } from '../parity/original.ts'
import { startBoth } from './both.ts'
import type { Case } from './case.ts'
import { compare } from './compare.ts'
import { vectorOf, type Vector } from './vector.ts'

/** A mistake of the person at the keyboard or a missing tool: its message is all there is to say. */
export class RecordError extends Error {
  override name = 'RecordError'
}

const text = v.pipe(v.string(), v.nonEmpty('text'))
const answer = v.strictObject(
  {
    status: v.optional(v.pipe(v.number(), v.integer())),
    reason: v.optional(v.string()),
    headers: v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())], 'text, or a list of texts'))),
    body: v.optional(v.string()),
    raw: v.optional(v.string()),
    reset: v.optional(v.boolean()),
  },
  'status, reason, headers, body, raw or reset',
)
const file = v.strictObject({
  name: text,
  request: text,
  answer: v.optional(answer, { headers: { 'content-type': 'application/json' }, body: '{"id":"x"}' }),
  elsewhere: v.optional(answer),
  closesItsSide: v.optional(v.boolean(), false),
})

/**
 * readCase reads a case to record, in YAML: its name, the request as it goes over the wire (line ends become CRLF, text
 * is Latin-1), and Ory's answer, a session by default:
 *
 *     name: a token of two words
 *     request: |
 *       GET / HTTP/1.1
 *       Host: echo.test
 *       Authorization: Bearer a b
 *       Connection: close
 *
 *     answer:
 *       status: 401
 *       headers: { content-type: application/json }
 *       body: '{"error":{}}'
 *
 * `elsewhere` is what Ory answers to other paths; `closesItsSide: true` has the client do so behind the request.
 *
 * @throws RecordError when it is no such file.
 */
export function readCase(yaml: string): { name: string; given: Case } {
  let parsed: unknown
  try {
    parsed = parse(yaml)
  } catch (error) {
    throw new RecordError(Error.isError(error) ? (error.message.split('\n', 1)[0] ?? '') : String(error))
  }
  const read = v.safeParse(file, parsed)
  if (!read.success) {
    const [issue] = read.issues
    throw new RecordError(`${v.getDotPath(issue) ?? 'it'} is ${issue.received}, expected ${issue.expected ?? 'less'}`)
  }
  const { name, request, answer: whoami, elsewhere, closesItsSide } = read.output
  // Cut to one byte it would go over the wire as another character.
  const beyond = /[^\0-\u00ff]/u.exec(request)?.[0]
  if (beyond !== undefined) throw new RecordError(`request has ${beyond}, expected Latin-1; write each byte as "\\xNN"`)
  const bytes = request.replace(/\r?\n/g, '\r\n')
  const whole = bytes.includes('\r\n\r\n') ? bytes : `${bytes.trimEnd()}\r\n\r\n`
  return {
    name,
    given: {
      requests: [{ method: whole.split(' ', 1)[0] ?? '', text: whole }],
      cuts: [],
      closesItsSide,
      ory: { whoami: stubAnswer(whoami), ...(elsewhere && { elsewhere: stubAnswer(elsewhere) }) },
    },
  }
}

/** The same answer without what was not given. */
function stubAnswer(given: v.InferOutput<typeof answer>): Case['ory']['whoami'] {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

const patience = 60_000 // ms

/**
 * record asks the Go example, and adds what it did to the vectors in `into`. It resolves to what the service does
 * otherwise, a line each.
 *
 * @throws RecordError when Go is missing, there is a vector of that name, or the Go example gives no answer.
 */
export async function record(yaml: string, into: string): Promise<string[]> {
  const { name, given } = readCase(yaml)
  const vectors = JSON.parse(await readFile(into, 'utf8')) as Vector[]
  if (vectors.some((vector) => vector.name === name)) throw new RecordError(`there is a vector named ${name} already`)
  if (!hasGo) throw new RecordError('Go is not installed; install it, package golang-go or go.dev')
  await buildOriginal()
  const both = await startBoth()
  try {
    const seen = await both.try(given, patience)
    if (seen.theirs.conversation.answers.length === 0) throw new RecordError('the Go example gave no answer')
    await writeFile(into, `${JSON.stringify([...vectors, vectorOf(name, seen)], null, 1)}\n`)
    return compare(seen).map(({ detail }) => detail)
  } finally {
    await both.close()
  }
}

if (import.meta.main) {
  const path = process.argv[2] ?? ''
  const into = 'test/parity/vectors.json'
  try {
    if (path === '') throw new RecordError('no file is named; run: make vector FILE=case.yaml')
    const yaml = await readFile(path, 'utf8').catch(() => {
      throw new RecordError('it cannot be read')
    })
    const differences = await record(yaml, into)
    console.error(
      `added to ${into}; ${differences.length === 0 ? 'the service does the same' : 'the service differs:'}`,
    )
    for (const line of differences) console.error(`  ${line}`)
  } catch (error) {
    if (!(error instanceof RecordError)) throw error
    console.error(`recording ${path || 'a vector'}: ${error.message}`)
    process.exitCode = 1
  }
}
