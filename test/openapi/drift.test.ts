import { execFile } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { goExample } from '../../openapi/go-example.ts'
import { pinnedVersion } from '../../openapi/spec.ts'
import { describedSchemas, undescribed } from './described.ts'

let copy = ''

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'ory-session-echo-drift-'))
  for (const name of ['Makefile', 'package.json', 'package-lock.json', 'openapi', 'generated', 'src', goExample])
    await cp(name, join(copy, name), { recursive: true })
  await symlink(resolve('node_modules'), join(copy, 'node_modules'))
})

afterEach(async () => {
  await rm(copy, { recursive: true, force: true })
})

/** Runs make in the copy, with the packages as they are. */
function make(...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const env = { ...process.env, MAKEFLAGS: '', ORY_SPEC_VERSION: '' }
    const child = execFile(
      'make',
      ['-C', copy, '-o', 'node_modules/.package-lock.json', ...args],
      { env },
      (_, stdout, stderr) => {
        done({ code: child.exitCode ?? 1, said: stdout + stderr })
      },
    )
  })
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(join(copy, file), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  await writeFile(join(copy, file), changed)
}

test.each([
  [
    'generated/ory.ts',
    (text: string) => `${text}// edited\n`,
    'generated/ory.ts differs from a fresh generation; run: make generate',
  ],
  [
    'generated/go-model.ts',
    (text: string) => text.replace('"active"', '"Active"'),
    'generated/go-model.ts differs from a fresh generation; run: make generate',
  ],
  [
    'openapi/ory.json',
    (text: string) => text.replace('"active"', '"is_active"'),
    'openapi/ory.json differs from its source and overlay; run: make openapi',
  ],
  ['openapi/ory.json', () => 'no JSON', 'openapi/ory.json differs from its source and overlay; run: make openapi'],
  [
    'openapi/source.json',
    (text: string) => text.replace(/"sha256": "./, '"sha256": "x'),
    'openapi/source.json differs from its source; run: make openapi',
  ],
  [
    'openapi/source.json',
    () => '{',
    'reading openapi/source.json: it names no version; run: make openapi ORY_SPEC_VERSION=latest',
  ],
  [
    'openapi/overlay.yaml',
    (text: string) => text.replace('Why Ory said no.', 'Why not.'),
    'openapi/ory.json differs from its source and overlay; run: make openapi',
  ],
  [
    'openapi/overlay.yaml',
    (text: string) => text.replace('$.components.schemas.identity\n', '$.components.schemas.person\n'),
    'applying openapi/overlay.yaml: nothing in the spec is at $.components.schemas.person',
  ],
  [
    'openapi/overlay.yaml',
    (text: string) => text.replace('        expires_at:\n', '        expires:\n'),
    'applying openapi/overlay.yaml: nothing in the spec is at $.components.schemas.session.properties.expires',
  ],
  ['openapi/overlay.yaml', (text: string) => `${text}\t- [`, 'reading openapi/overlay.yaml: '],
  [
    'openapi/corrections.yaml',
    (text: string) => text.replace('Nanoseconds since then.', 'How long ago.'),
    'generated/ory.ts differs from a fresh generation; run: make generate',
  ],
  [
    'openapi/corrections.yaml',
    (text: string) => text.replace('$.components.schemas.errorGeneric.', '$.components.schemas.errorSpecial.'),
    'applying openapi/corrections.yaml: nothing in the spec is at $.components.schemas.errorSpecial.properties',
  ],
  ['openapi/corrections.yaml', (text: string) => `${text}\t- [`, 'reading openapi/corrections.yaml: '],
  [
    `${goExample}/go.mod`,
    (text: string) => text.replace(/client-go v.*/, 'client-go v1.22.65'),
    'test/parity/go-example is built with another version of the Go SDK; run: make openapi',
  ],
])('make check finds a change in %s', async (file, change, line) => {
  await edit(file, change)
  const { code, said } = await make('check')
  expect(code).not.toBe(0)
  expect(said).toContain(line)
  expect(said).not.toMatch(/^ +at /m)
})

test('make check passes, finds a stray file, and passes again after the commands that it names', async () => {
  expect((await make('check')).code).toBe(0)
  await writeFile(join(copy, 'generated/stray.ts'), '')
  await appendFile(join(copy, 'generated/ory.ts'), '// edited\n')
  await edit('openapi/ory.json', (text) => text.replace('"active"', '"is_active"'))
  const { code, said } = await make('check')
  expect(code).not.toBe(0)
  const commands = [...said.matchAll(/; run: (make|rm) (\S+)$/gm)].map(([, program, argument]) => [program, argument])
  expect(commands).toEqual([
    ['make', 'openapi'],
    ['make', 'generate'],
    ['rm', 'generated/stray.ts'],
  ])
  for (const [program, argument = ''] of commands) {
    if (program === 'rm') await rm(join(copy, argument))
    else expect((await make(argument)).code).toBe(0)
  }
  expect((await make('check')).code).toBe(0)
})

test('a correction is for the types alone: Go reads sessions and errors as the spec has them', async () => {
  const correction =
    '  - target: $.components.schemas.session.properties.active\n    update:\n      type: string\n' +
    '  - target: $.components.schemas.genericErrorContent.properties.debug\n    update:\n      type: boolean\n'
  await edit('openapi/corrections.yaml', (text) => text + correction)
  expect((await make('openapi', 'generate')).code).toBe(0)
  const before = (file: string): Promise<string> => readFile(file, 'utf8')
  const after = (file: string): Promise<string> => readFile(join(copy, file), 'utf8')
  expect(await after('generated/go-model.ts')).toBe(await before('generated/go-model.ts'))
  expect(await after('openapi/ory.json')).toBe(await before('openapi/ory.json'))
  const types = await after('generated/ory.ts')
  expect(types).toContain('active?: string;')
  expect(types).toContain('debug?: boolean;')
})

test('a newer spec is a command away, described and with its Go example, and so is the way back', async () => {
  const read = (folder: string, file: string): Promise<string> => readFile(join(folder, file), 'utf8')
  const pinned = pinnedVersion(await read('.', 'openapi/source.json'))
  const bring = (version: string): ReturnType<typeof make> => make('openapi', 'generate', `ORY_SPEC_VERSION=${version}`)
  expect(await bring('v1.22.92')).toMatchObject({ code: 0 })
  expect(await make('check')).toMatchObject({ code: 0 })
  const types = await read(copy, 'generated/ory.ts')
  expect(describedSchemas.flatMap((schema) => undescribed(types, schema))).toEqual([])
  expect(await read(copy, 'generated/go-model.ts')).toContain('"open":true')
  expect(await read(copy, `${goExample}/go.mod`)).toContain('client-go v1.22.92')

  expect(await bring(pinned)).toMatchObject({ code: 0 })
  const all = [
    'openapi/ory.json',
    'openapi/source.json',
    'generated/ory.ts',
    'generated/go-model.ts',
    'generated/paths.ts',
  ]
  for (const file of [...all, `${goExample}/go.mod`, `${goExample}/go.sum`])
    expect({ file, text: await read(copy, file) }).toEqual({ file, text: await read('.', file) })
})
