import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { goModelOf } from '../../openapi/go-model.ts'
import { files, SpecError } from '../../openapi/spec.ts'
import { isAtLeast } from '../../openapi/version.ts'
import { structOf } from '../../src/service/go/json/model.ts'
import { recode } from '../../src/service/go/json/recode.ts'

const spec = await readFile(files.spec, 'utf8')
const modelOf = (version: string): string => goModelOf(spec.replace(/"version": "v[\d.]+"/, `"version": "${version}"`))

test.each([
  ['v1.22.66', false],
  ['v1.22.77', false],
  ['v1.22.78', true],
  ['v1.22.92', true],
  ['v1.23.0', true],
  ['v2.0.0', true],
  ['v0.9.99', false],
])('in Go SDK %s, an enum takes values that it does not name: %s', (version, open) => {
  expect(modelOf(version).includes('"open":true')).toBe(open)
})

test('a spec without a version of the Go SDK is refused, and so is a comparison with what is no version', () => {
  expect(() => goModelOf(spec.replace(/"version": "v[\d.]+"/, '"version": "1.2"'))).toThrow(SpecError)
  expect(() => isAtLeast('latest', 'v1.22.78')).toThrow('comparing versions: "latest" is none, such as v1.22.66')
})

test('a value that an open enum does not name is kept, one of another type is refused', () => {
  const aal = { kind: 'enum', name: 'Level', values: ['aal1'], keepsNull: false } as const
  const struct = (open?: true): ReturnType<typeof structOf> =>
    structOf({ kind: 'struct', fields: [{ name: 'aal', type: { ...aal, ...(open && { open }) } }], required: ['aal'] })
  const written = (json: string, open?: true): string => recode(Buffer.from(json), struct(open)).toString().trimEnd()
  expect(written('{"aal":"aal9 \\u003c"}', true)).toBe('{"aal":"aal9 \\u003c"}')
  expect(() => written('{"aal":1}', true)).toThrow()
  expect(() => written('{"aal":null}', true)).toThrow('null is not a valid Level')
  expect(() => written('{"aal":"aal9"}')).toThrow('aal9 is not a valid Level')
  expect(() => written('{"aal":null}')).toThrow(' is not a valid Level')
})
