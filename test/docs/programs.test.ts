import { expect, test } from '@jest/globals'
import { pages, programsOf } from './blocks.ts'
import { complaintsAbout } from './programs.ts'

test('the programs of the README and of docs/ compile under the settings of the project', async () => {
  // Those of docs/frameworks compile where their frameworks are: test/package/frameworks.ts
  const own = pages.filter((page) => /^(README\.md|docs\/)/.test(page) && !page.startsWith('docs/frameworks/'))
  const programs = await Promise.all(own.map(programsOf))
  expect(programs.flatMap((those) => [...those.keys()].filter((name) => name.endsWith('.ts'))).length).toBeGreaterThan(
    0,
  )
  expect(await complaintsAbout(own)).toEqual([])
})
