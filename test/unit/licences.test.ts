import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { licencesOf, partsOf } from '../../release/licences.ts'

describe('licences of what is bundled', () => {
  const root = mkdtempSync(join(tmpdir(), 'ory-session-echo-'))
  afterAll(() => {
    rmSync(root, { recursive: true })
  })

  /** Makes a package in a folder, with some files beside its package.json. */
  function made(name: string, license: string | undefined, files: Record<string, string>): string {
    const folder = join(root, name)
    mkdirSync(folder, { recursive: true })
    const all = { ...files, 'package.json': JSON.stringify({ name, version: '1.0.0', license }) }
    for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
    return folder
  }

  test('are listed by name with their texts, notices included', () => {
    const two = made('two', 'Apache-2.0', {
      'license.txt': 'Text of two.\n',
      NOTICE: 'Notice of two.',
      'licenses.js': '',
    })
    const one = made('one', 'MIT', { 'LICENSE-MIT': 'Text of one.' })
    const other = { name: 'A list', version: 'of two', licence: 'MPL-2.0', text: 'See there.' }
    const text = licencesOf([two, one, two], [other])
    expect(partsOf(text)).toEqual([
      { name: 'A list', version: 'of two', licence: 'MPL-2.0' },
      { name: 'one', version: '1.0.0', licence: 'MIT' },
      { name: 'two', version: '1.0.0', licence: 'Apache-2.0' },
    ])
    for (const part of ['Text of one.', 'Text of two.', 'Notice of two.', 'See there.']) expect(text).toContain(part)
  })

  test.each([
    [
      'a licence that is not allowed',
      'GPL-3.0-only',
      { LICENSE: 'x' },
      'three 1.0.0 in the bundle has the licence GPL',
    ],
    ['no licence', undefined, { LICENSE: 'x' }, 'three 1.0.0 in the bundle has the licence none; use another'],
    ['no text', 'MIT', { NOTICE: 'x' }, 'three 1.0.0 in the bundle has no text of its licence; use another'],
  ])('stop the build for %s', (_, license, files, why) => {
    rmSync(join(root, 'three'), { recursive: true, force: true })
    const folder = made('three', license, files)
    expect(() => licencesOf([folder], [])).toThrow(why)
  })
})
