import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ts from 'typescript'

const page = await readFile('docs/types.md', 'utf8')
const examples = page.split(/^## /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf('\n'))
  return [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(({ 1: code = '' }, index) => ({
    name: index === 0 ? heading : `${heading}, example ${index + 1}`,
    code,
    /** What it says that it prints: the comments behind its console.log lines. */
    prints: [...code.matchAll(/^.*console\.log\(.*\/\/ (.+)$/gm)].map((match) => match[1] ?? ''),
  }))
})

/** What users import, and where it comes from here. */
const paths = { 'ory-session-echo': ['./src/index.ts'], 'ory-session-echo/openapi': ['./generated/ory.ts'] }

describe('the examples of the page about types', () => {
  let folder = ''
  const written: string[] = []

  beforeAll(async () => {
    await mkdir('.cache', { recursive: true })
    folder = await mkdtemp('.cache/types-page-')
    for (const { code } of examples) {
      const file = `${folder}/${written.length}.ts`
      await writeFile(file, code)
      written.push(file)
    }
  })

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('show dates, traits, unions of nodes, what is optional, what is newer, and errors', () => {
    expect(new Set(examples.map(({ name }) => name.split(',', 1)[0])).size).toBe(7)
  })

  test('compile under the strictest settings', () => {
    const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
    const program = ts.createProgram(written, { ...options, paths })
    const said = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
    expect(said).toEqual([])
  })

  test.each(examples.map((example, index) => ({ ...example, index })).filter(({ prints }) => prints.length > 0))(
    '$name: runs, and prints what it says',
    async ({ prints, index }) => {
      const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/${index}.ts`])
      expect(stdout.split('\n').filter(Boolean)).toEqual(prints)
    },
  )
})
