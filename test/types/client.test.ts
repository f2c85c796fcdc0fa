import { expect, test } from '@jest/globals'
import ts from 'typescript'

const file = 'test/types/snippet.ts'
const prelude = `
import Koa from 'koa'
import createClient from 'openapi-fetch'
import { createOry } from '../../src/index.ts'
import { optionalSession, requireSession } from '../../src/koa/index.ts'
import type { paths } from '../../generated/ory.ts'
import type { Session } from '../../src/ory/answer.ts'
export const client = createClient<paths>({ baseUrl: 'http://localhost' })
export const show = (session: Session): unknown => session
export { optionalSession, requireSession }
export const ory = createOry('http://localhost')
export const app = new Koa()
`

let last: ts.Program | undefined

/** The compiler's complaints about a snippet under the project's own settings, a line each. */
function complaints(snippet: string): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (name, version) =>
      name === file
        ? ts.createSourceFile(name, prelude + snippet, version)
        : (last?.getSourceFile(name) ?? disk.getSourceFile(name, version)),
    fileExists: (name) => name === file || disk.fileExists(name),
    readFile: (name) => (name === file ? prelude + snippet : disk.readFile(name)),
  }
  const program = ts.createProgram([file], options, host, last)
  last = program
  const source = program.getSourceFile(file)
  const said = [
    ...program.getGlobalDiagnostics(),
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ]
  return said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

test('a whoami call in the words of the spec compiles', () => {
  const call = `const params = { header: { 'X-Session-Token': 't', Cookie: 'c' }, query: { tokenize_as: 't' } }
    export const { data } = await client.GET('/sessions/whoami', { params })
    export const email = data?.identity?.traits`
  expect(complaints(call)).toEqual([])
})

test('an error is typed as Kratos writes it, and its id as a known one or any other', () => {
  const call = `import type { components } from '../../generated/ory.ts'
    const { error } = await client.GET('/sessions/whoami')
    export const { code, status, reason, request, message, details } = error?.error ?? { message: '' }
    export const texts: (string | undefined)[] = [status, reason, request, message, details?.redirect_browser_to]
    export const next: string | undefined = error?.redirect_browser_to
    type Id = Required<components['schemas']['genericError']>['id']
    export const ids: Id[] = ['session_inactive', 'an_id_of_next_year']
    type Known<Text> = Text extends string ? (string extends Text ? never : Text) : never
    export const known: 'session_aal2_required' extends Known<Id> ? true : false = true`
  expect(complaints(call)).toEqual([])
})

test('an app that requires a session finds it typed on its state, and may find one where it is optional', () => {
  const required =
    `app.use(requireSession({ ory, aal: 'aal2', forwardCookies: ['ory_*'] })).use((ctx) => { ctx.body = ` +
    `{ id: ctx.state.session.id, traits: ctx.state.session.identity?.traits } })`
  const optional =
    `new Koa().use(optionalSession({ ory })).use((ctx) => { ctx.body = ctx.state.session?.id ?? 'nobody' ` + `})`
  expect(complaints(`${required}\n${optional}`)).toEqual([])
})

test.each([
  ['a path that Ory has not', `await client.GET('/sessions/who-am-i', {})`, /who-am-i/],
  ['a method that the path has not', `await client.POST('/sessions/whoami', {})`, /whoami/],
  ['a header of another type', `await client.GET('/sessions/whoami', { params: { header: { Cookie: 1 } } })`, /number/],
  [
    'a header that the spec has not',
    `await client.GET('/sessions/whoami', { params: { header: { Cookies: 'c' } } })`,
    /Cookies/,
  ],
  [
    'a session field that the spec has not',
    `export const until = (await client.GET('/sessions/whoami')).data?.expires`,
    /expires/,
  ],
  [
    'a property of an error that Kratos never sends',
    `export const told = (await client.GET('/sessions/whoami')).error?.error.error_description`,
    /error_description/,
  ],
  ['a session without its id', `show({ active: true })`, /id/],
  ['an assurance level that Ory has not', `show({ id: 'x', authenticator_assurance_level: 'aal9' })`, /aal9/],
  [
    'a field that a required session has not',
    `app.use(requireSession({ ory })).use((ctx) => { ctx.body = ctx.state.session.expires })`,
    /expires/,
  ],
  [
    'an optional session taken for granted',
    `app.use(optionalSession({ ory })).use((ctx) => { ctx.body = ctx.state.session.id })`,
    /undefined/,
  ],
  ['a required assurance level that Ory has not', `app.use(requireSession({ ory, aal: 'aal9' }))`, /aal9/],
  ['a session middleware that knows nobody to ask', `app.use(requireSession({ aal: 'aal1' }))`, /ory/],
])('%s does not compile', (_, snippet, complaint) => {
  const said = complaints(snippet)
  expect(said).not.toHaveLength(0)
  expect(said[0]).toMatch(complaint)
})
