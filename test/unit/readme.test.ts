import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { usage, variables } from '../../src/service/variables.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const names = variables.map(({ name }) => name)

test('--help names every variable that the service reads, and those alone', () => {
  const those = read('src/service/config.ts').match(/(?<=^ {2})[A-Z_]+(?=: v\.)/gm) ?? []
  expect(those.length).toBeGreaterThan(5)
  expect(names.filter((name) => name !== 'OTEL_EXPORTER_OTLP_ENDPOINT').toSorted()).toEqual(those.toSorted())
  for (const name of names) expect(usage()).toContain(`\n  ${name} `)
})

test('the README says of each variable what --help says', () => {
  const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)` \| (.*?) ?\| (.*) \|$/gm)]
  const plain = (text = ''): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')
  expect(
    rows.map(([, name = '', byDefault, meaning]) => ({ name, byDefault: plain(byDefault), meaning: plain(meaning) })),
  ).toEqual(variables)
})
