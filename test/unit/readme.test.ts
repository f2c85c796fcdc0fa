import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test.each([['ts', 'test/integration/clients/koa-app.ts']])(
  'the README shows the very %s that is tested: %s',
  (language, path) => {
    expect(read('README.md')).toContain(`\`\`\`${language}\n${read(path)}\`\`\`\n`)
  },
)

test('the README names every variable that the service reads', () => {
  const variables = read('src/service/config.ts').match(/^ {2}[A-Z_]+(?=: v\.)/gm) ?? []
  expect(variables.length).toBeGreaterThan(5)
  for (const variable of variables) expect(read('README.md')).toContain(`| \`${variable.trim()}\` |`)
})
