import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { usage, variables } from '../../src/service/variables.ts'
import { readConfig } from '../../src/service/config.ts'
import { blocksOf } from './blocks.ts'
import { referencePages } from './reference.ts'

const names = variables.map(({ name }) => name)

test('--help names every variable that the service reads, and those alone', () => {
  const those = readFileSync('src/service/config.ts', 'utf8').match(/(?<=^ {2})[A-Z_]+(?=: v\.)/gm) ?? []
  expect(those.length).toBeGreaterThan(5)
  expect(names.filter((name) => name !== 'OTEL_EXPORTER_OTLP_ENDPOINT').toSorted()).toEqual(those.toSorted())
  for (const name of names) expect(usage()).toContain(`\n  ${name} `)
})

test('the pages of variables and metrics say what the code has (to write them: make reference)', async () => {
  for (const [file, text] of await referencePages()) expect(readFileSync(file, 'utf8')).toBe(text)
})

test('the README says of each variable what --help says', () => {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \| (.*?) ?\| (.*) \|$/gm)]
  const plain = (text = ''): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')
  expect(
    rows.map(([, name = '', byDefault, meaning]) => ({ name, byDefault: plain(byDefault), meaning: plain(meaning) })),
  ).toEqual(variables)
})

test('the service accepts the variables of docs/gateways/README.md', async () => {
  const [block] = await blocksOf('docs/gateways/README.md')
  const lines = block?.code.split('\n').map((line) => line.replace(/,…|\s+# .*/g, '')) ?? []
  const environment = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  expect(lines.length).toBeGreaterThan(3)
  expect(readConfig({ ORY_SDK_URL: 'http://localhost:4433', ...environment }).forwardAuthHeaders.length).toBe(2)
})
