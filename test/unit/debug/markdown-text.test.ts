import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { code, prose } from '../../../src/service/debug/markdown-text.ts'
import { nodesOf, valuesOf } from '../../support/markdown.ts'

const pieces = [
  ...['`', '``', '```', '\\', '*', '**', '_', '~~', '|', '#', '# ', '#1', '!1', '$', '$$', '%', '^', '&amp;', '&#35;'],
  ...['<img src=x>', '<b>', '</details>', '<!--', '-->', '<https://a.example>', '](', '[a](b)', '![x](y)', '[[', '{{'],
  ...['@team', 'ann@example.com', 'team/service#7', 'GH-12', 'ABC-1', '0123abcd', 'www.example.com', 'http://a.b/c'],
  ...[' ', '\n', '\n\n', '    ', '\t', '- ', '+ ', '1. ', '1) ', '> ', '---', '===', '/close', ':tada:', "'", '"'],
  ...['word', 'Two words.', "Ory's", '4', '0.7', '…', '–', '\u202e', '\u001b[31m', 'é', '漢字'],
]
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(''))
const line = (text: string): string =>
  text
    .replace(/[^\P{C}\n]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ')

describe('what comes from elsewhere, in Markdown', () => {
  test('is text of letters and digits, or code, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const nodes = await nodesOf(`${prose(text)}\n`)
        const shown = nodes.filter(({ type }) => type === 'text' || type === 'inlineCode')
        expect(
          nodes.map(({ type }) => type).filter((type) => !/^(?:root|paragraph|text|inlineCode)$/.test(type)),
        ).toEqual([])
        expect(shown.map(({ value }) => value).join('')).toBe(line(text))
        for (const plain of valuesOf(nodes, 'text')) {
          expect(plain).not.toMatch(/[@#<>[\]`*_~|\\/$%^&{}=+]|\p{C}|[!:][^\s"”)]|\w\.[a-z]|-\d/iu)
          expect(plain).not.toMatch(/(?:^|\W)[\da-f]{7,}(?:\W|$)/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('is one piece of code where it is a value', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const nodes = await nodesOf(`- a: ${code(text)}\n`)
        const others = nodes.filter(({ type }) => !/^(?:root|list|listItem|paragraph|text)$/.test(type))
        expect(others.map(({ type, value }) => ({ type, value }))).toEqual(
          line(text) === '' ? [] : [{ type: 'inlineCode', value: line(text) }],
        )
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['The server sees the session', 'The server sees the session'],
    [
      'open http://a.example/sessions/whoami in this browser.',
      'open `http://a.example/sessions/whoami` in this browser.',
    ],
    [
      "Send curl -H 'Authorization: Bearer <session token>' …",
      "Send `curl -H 'Authorization: Bearer <session token>'` …",
    ],
    ["Ory's is named ory_kratos_session, unless", "Ory's is named `ory_kratos_session`, unless"],
    ['401 Unauthorized after 0.7 ms', '401 Unauthorized after 0.7 ms'],
    ['ask @team about #1', 'ask `@team` about `#1`'],
    ['a``b', '``` a``b ```'],
    ['', ''],
  ])('%s is written as %s', (text, markdown) => {
    expect(prose(text)).toBe(markdown)
  })
})
