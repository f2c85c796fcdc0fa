import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as goModel from '../../generated/go-model.ts'
import { GoDecodeError, GoEncodeError } from '../../src/service/go/json/errors.ts'
import { structOf, type Struct } from '../../src/service/go/json/model.ts'
import { recode } from '../../src/service/go/json/recode.ts'
import { describeWithGo } from '../support/skip.ts'
import { oddSessions } from './odd-sessions.ts'

interface Made {
  written?: string
  unreadable?: string
  unwritable?: string
}

const cases = Number(process.env['CASES'] ?? 4000)
const seed = Number(process.env['SEED'] ?? 20261125)
const models = { s: structOf(goModel.session), e: structOf(goModel.errorGeneric) }
const sdkText = /^(?:no value given for required property \w+|.* is not a valid \w+)$/s
const folder = fileURLToPath(new URL('go-example/', import.meta.url))
const binary = fileURLToPath(new URL('../../.cache/session-json', import.meta.url))

const member = (text: string): string => `{"id":"x",${text}}`
const identity = (text: string): string =>
  member(`"identity":{"id":"i","schema_id":"s","schema_url":"u","traits":{},${text}}`)
const method = (text: string): string => member(`"authentication_methods":[{${text}}]`)
const unwritable = '"2026-11-24T10:35:13+24:00"'
const kinds = [
  member('"active":1,"devices":[{}]'),
  member('"devices":[{}],"active":1'),
  member('"active":1,"authenticator_assurance_level":"aal4"'),
  member('"authenticator_assurance_level":"aal4","devices":[{}]'),
  member('"devices":[{"location":1},{}]'),
  member('"devices":[{"location":1,"ID":"y"}]'),
  member('"n":1e400,"devices":[{}]'),
  member('"active":1e400,"devices":[{}]'),
  member('"devices":[{}]} x'),
  member('"devices":[{}],"authenticated_at":1'),
  '{"active":1}',
  '{"active":1,"ID":"x"}',
  method('"upstream_amr":["a"],"upstream_amr":[null]'),
  method('"upstream_amr":["a","b","c"],"upstream_amr":["d"],"upstream_amr":[null,null,null,null]'),
  method('"upstream_amr":["a","b"],"upstream_amr":[],"upstream_amr":[null,null]'),
  method('"upstream_amr":["a","b"],"upstream_amr":null,"upstream_amr":[null,null]'),
  method('"upstream_amr":["a"],"UPSTREAM_AMR":[null,"b"]'),
  method('"upstream_amr":["a",1,"b"],"aal":"aal4"'),
  member('"authentication_methods":[{"method":"a"},{}],"authentication_methods":[null]'),
  identity('"metadata_public":{"a":1,"b":[]},"metadata_public":{"b":null}'),
  identity('"metadata_public":{"a":1},"metadata_public":null,"metadata_public":{"b":2}'),
  identity('"credentials":{"a":{"version":1}},"credentials":{"b":null,"a":{}}'),
  identity('"credentials":{"a":{"version":9223372036854775807}}'),
  identity('"credentials":{"a":{"version":9223372036854775808}}'),
  identity('"credentials":{"a":{"version":-0,"identifiers":[null]}}'),
  identity('"organization_id":"o","organization_id":null'),
  identity('"organization_id":null,"Organization_ID":"o"'),
  identity('"verifiable_addresses":[{"value":null,"via":null,"verified":true,"VERIFIED":null,"status":null}]'),
  identity('"schema_id":null,"traits":1,"traits":null'),
  member(`"expires_at":${unwritable},"expires_at":null`),
  member(`"expires_at":${unwritable},"EXPIRES_AT":"2026-11-24T10:35:13Z"`),
  member(`"authentication_methods":[{"completed_at":${unwritable}}],"authentication_methods":[{}]`),
  member(`"authentication_methods":[{"completed_at":${unwritable}}]`),
  member(`"x":${unwritable},"expires_at":${unwritable},"expires_at":1`),
  member('"AdditionalProperties":{"a":1},"additionalproperties":null'),
  member('"AdditionalProperties":[],"devices":[{}]'),
  member('"i\\u0064":"y","\\u0049d":"z","\\ud800":1,"\ufffd":2'),
]
const brokenRunes = ['80', 'c1bf', 'e09fbf', 'e180', 'eda080', 'f08fbfbf', 'f18080', 'f4908080', 'f5', 'ff41']
const subject = 'makes of JSON what Go makes of it'

describeWithGo(subject, () => {
  let original: ChildProcess
  let answers: AsyncIterator<string>

  beforeAll(async () => {
    await mkdir(fileURLToPath(new URL('../../.cache/', import.meta.url)), { recursive: true })
    await promisify(execFile)('go', ['build', '-o', binary, './session-json'], { cwd: folder })
    original = spawn(binary, { stdio: ['pipe', 'pipe', 'inherit'] })
    if (original.stdout === null) throw new Error('starting session-json: it has no output')
    answers = createInterface({ input: original.stdout })[Symbol.asyncIterator]()
  })

  afterAll(() => {
    original.stdin?.end()
  })

  const theirs = async (kind: keyof typeof models, body: Buffer): Promise<Made> => {
    original.stdin?.write(`${kind}${body.toString('base64')}\n`)
    const made = JSON.parse(String((await answers.next()).value)) as Made
    if (made.unreadable !== undefined && !sdkText.test(made.unreadable)) return { unreadable: 'in words of our own' }
    return made.unwritable === undefined ? made : { unwritable: 'in words of our own' }
  }

  test.each(kinds)('for %s', async (body) => {
    expect(ours(models.s, Buffer.from(body), true)).toEqual(await theirs('s', Buffer.from(body)))
  })

  test.each(brokenRunes)('for the bytes %s', async (bytes) => {
    const body = Buffer.concat([Buffer.from('{"id":"'), Buffer.from(bytes, 'hex'), Buffer.from('"}')])
    expect(ours(models.s, body, true)).toEqual(await theirs('s', body))
  })

  test.each([
    ['sessions', 's'],
    ['errors', 'e'],
  ] as const)(
    'for odd %s',
    async (_, kind) => {
      await fc.assert(
        fc.asyncProperty(oddSessions(models[kind]), async (body) => {
          expect({ body: body.toString(), made: ours(models[kind], body, kind === 's') }).toEqual({
            body: body.toString(),
            made: await theirs(kind, body),
          })
        }),
        { numRuns: kind === 's' ? cases : Math.ceil(cases / 10), seed },
      )
    },
    60_000 + cases * 20,
  )
})

function ours(model: Struct, body: Buffer, pointer: boolean): Made {
  try {
    return { written: recode(body, model, pointer).toString() }
  } catch (error) {
    if (error instanceof GoEncodeError) return { unwritable: 'in words of our own' }
    if (!(error instanceof GoDecodeError)) throw error
    return { unreadable: sdkText.test(error.message) ? error.message : 'in words of our own' }
  }
}
