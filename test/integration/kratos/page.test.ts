import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { flows } from '../../../src/testing/flows.ts'
import { findKratosImage } from '../../../src/testing/image.ts'
import { KratosContainer, kratosImage, StartedKratosContainer } from '../../../src/testing/index.ts'
import { findPostgres } from '../../support/postgres.ts'

const page = await readFile('src/testing/README.md', 'utf8')
const examples = page.split(/^## /m).flatMap((section) => {
  const heading = section.slice(0, section.indexOf('\n'))
  return [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map((match, index) => ({
    name: index === 0 ? heading : `${heading}, example ${index + 1}`,
    code: match[1] ?? '',
  }))
})

/** Stands in for PostgreSQL where it can't be pulled. */
const { image: postgres } = await findPostgres() // the tests of databases say why there is none
const runnable = (code: string): boolean =>
  postgres !== undefined || process.env['CI'] === 'true' || !code.includes('postgres')

/** An example with this checkout for the package, and containers that no other suite on this machine has. */
function localised(code: string): string {
  return code
    .replaceAll("'ory-session-echo/testing'", "'../../src/testing/index.ts'")
    .replaceAll('postgres:16-alpine', postgres ?? 'postgres:16-alpine')
    .replaceAll("'shop'", `'${randomUUID()}'`)
}

/** What an example says that it prints: the comments behind its console.log lines. */
function promised(code: string): string[] {
  return [...code.matchAll(/^.*console\.log\(.*\/\/ (.+)$/gm)].map((match) => match[1] ?? '')
}

describe("the examples of KratosContainer's page", () => {
  let folder = ''

  beforeAll(async () => {
    await findKratosImage(kratosImage)
    await mkdir('.cache', { recursive: true })
    folder = await mkdtemp('.cache/examples-')
  }, 600_000)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  test('are one or more for each thing', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12)
  })

  test('name the version that can be built', async () => {
    const [, version] = /github\.com\/ory\/kratos (v\S+)/.exec(await readFile('src/testing/image/go.mod', 'utf8')) ?? []
    for (const text of [page, await readFile('src/testing/image.ts', 'utf8')]) {
      const versions = text.match(/\bv\d+\.\d+\.\d+/g) ?? []
      expect(new Set(versions)).toEqual(new Set([version]))
    }
  })

  test('compile under the settings of the project', async () => {
    const files = await Promise.all(
      examples.map(async ({ code }, index) => {
        const file = `${folder}/${index}.ts`
        await writeFile(file, localised(code))
        return file
      }),
    )
    const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
    expect(
      ts
        .getPreEmitDiagnostics(ts.createProgram(files, options))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
    ).toEqual([])
  })

  test.each(examples.map((example, index) => ({ ...example, index })).filter(({ code }) => runnable(code)))(
    '$name: runs, and prints what it says',
    async ({ code, index }) => {
      const { stdout } = await promisify(execFile)(process.execPath, [`${folder}/${index}.ts`])
      expect(stdout.split('\n').filter(Boolean)).toEqual(promised(code))
    },
  )

  for (const { name } of examples.filter(({ code }) => !runnable(code)))
    test.skip(`${name} (skipped: no PostgreSQL; test/scripts/postgres.sh says why)`, () => undefined)

  test('name every method', () => {
    const started = Object.getOwnPropertyNames(StartedKratosContainer.prototype).filter(
      (name) => !['constructor', 'flows', 'ready'].includes(name),
    )
    const methods = [
      ...Object.getOwnPropertyNames(KratosContainer.prototype).slice(1),
      ...started,
      ...Object.keys(flows('http://localhost', 'http://localhost')),
    ]
    expect(methods.filter((method) => !page.includes(`\`${method}(`))).toEqual([])
  })
})
