import { expect, test } from '@jest/globals'
import ts from 'typescript'

const file = 'test/types/snippet.ts'
const prelude = `
import createClient from 'openapi-fetch'
import type { paths } from '../../generated/ory.ts'
import type { Session } from '../../src/ory/whoami.ts'
export const client = createClient<paths>({ baseUrl: 'http://localhost' })
export const show = (session: Session): unknown => session
`

/** The compiler's complaints about a snippet under the project's own settings, a line each. */
function complaints(snippet: string): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (name, version) => (name === file ? ts.createSourceFile(name, prelude + snippet, version) : disk.getSourceFile(name, version)),
    fileExists: (name) => name === file || disk.fileExists(name),
    readFile: (name) => (name === file ? prelude + snippet : disk.readFile(name)),
  }
  const program = ts.createProgram([file], options, host)
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('a whoami call in the words of the spec compiles', () => {
  const call = `export const { data } = await client.GET('/sessions/whoami', { params: { header: { 'X-Session-Token': 't', Cookie: 'c' }, query: { tokenize_as: 't' } } })
    export const email = data?.identity?.traits`
  expect(complaints(call)).toEqual([])
}, 30_000)

test.each([
  ['a path that Ory has not', `await client.GET('/sessions/who-am-i', {})`, /who-am-i/],
  ['a method that the path has not', `await client.POST('/sessions/whoami', {})`, /whoami/],
  ['a header of another type', `await client.GET('/sessions/whoami', { params: { header: { Cookie: 1 } } })`, /number/],
  ['a header that the spec has not', `await client.GET('/sessions/whoami', { params: { header: { Cookies: 'c' } } })`, /Cookies/],
  ['a session field that the spec has not', `export const until = (await client.GET('/sessions/whoami')).data?.expires`, /expires/],
  ['a session without its id', `show({ active: true })`, /id/],
  ['an assurance level that Ory has not', `show({ id: 'x', authenticator_assurance_level: 'aal9' })`, /aal9/],
])('%s does not compile', (_, snippet, complaint) => {
  const said = complaints(snippet)
  expect(said).not.toHaveLength(0)
  expect(said[0]).toMatch(complaint)
}, 30_000)
