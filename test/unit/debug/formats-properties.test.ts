import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { credentialsIn, csrf, id, session, token, value } from '../../support/pasted.ts'

const url = 'https://secret.example/path?secret=1'
const secrets = [value, session, csrf, token, id]
const words = [
  ...['cookie', 'Cookie: ', 'Set-Cookie: ', 'authorization', 'Authorization: Bearer ', 'Bearer ', 'X-Session-Token:'],
  ...[
    'host: a.example',
    'GET / HTTP/1.1',
    ':authority:',
    'token=',
    'session_token',
    'ory_kratos_session',
    'name',
    'value',
  ],
  ...['; Path=/; HttpOnly', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'Max-Age=0', '#HttpOnly_', 'TRUE\t/\tFALSE\t0\t'],
  ...[
    'fetch(',
    'headers',
    'axios.get(',
    'requests.get(',
    'new Headers(',
    'cookies',
    'url',
    'log',
    'entries',
    'request',
  ],
  ...['ory_st_', 'eyJ', 'a', 'secret', 'thanks', 'is', '0123456789abcdef'],
]
const signs = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    "'",
    '`',
    ':',
    ': ',
    ',',
    ';',
    '; ',
    '=',
    '=>',
    '+',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
  ],
  ...['> ', '< ', '- ', '* ', '**', '```', '\u201c', '\u201d', '\u2019', '\ufeff', '\u200b', '.', '\n\n', '","', '":"'],
]
const whole = [
  `Cookie: ${csrf}; ${session}\n`,
  `"cookie": "${session}",`,
  JSON.stringify({ session_token: token, session: { id } }),
  JSON.stringify([{ name: 'ory_kratos_session', value, path: '/' }]),
  JSON.stringify({ request: { method: 'GET', url, headers: [{ name: 'cookie', value: session }] } }),
  `fetch("${url}", { "headers": { "cookie": "${session}" } });`,
  `localhost\tFALSE\t/\tFALSE\t0\tory_kratos_session\t${value}\n`,
]
const escapes = [
  '\\',
  '\\"',
  '\\n',
  '\\u0041',
  '\\x41',
  '/*',
  '*/',
  '//',
  '#',
  'curl ',
  "$'",
  '-H ',
  '${',
  '^',
  '%',
  '\0',
]

const piecesOf = (...pieces: string[][]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces.flat()), { maxLength: 60 }).map((parts) => parts.join(''))
const pastes = piecesOf(words, signs, secrets, whole)
const anything = fc.oneof(
  piecesOf(words, signs, secrets, whole, escapes, [url]),
  fc.string({ unit: 'binary', maxLength: 2000 }),
  fc
    .tuple(piecesOf(words, signs, secrets, escapes), fc.nat(64 * 1024))
    .map(([text, size]) => text.repeat(Math.ceil(size / Math.max(1, text.length))).slice(0, size)),
)

/** A text without what may stand between the parts of a value: quotes, lines, and marks of a mail or a list. */
const flat = (text: string): string => text.replace(/[\s"'`+>*.\-\u200b\ufeff\u201c-\u201d\u2019]/g, '')

test('any text is read, or said to be unreadable', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { subject, headers, readAs } = readPaste(text)
      if (subject === 'unreadable') expect(headers).toEqual([])
      else expect(readAs).toEqual(expect.any(String))
    }),
    { numRuns: 2000 },
  )
})

test('every credential is in the paste, and no other is made up', () => {
  fc.assert(
    fc.property(pastes, (text) => {
      const pasted = flat(text)
      const parts = credentialsIn(text)
        .flatMap(([, credential]) => credential.replace(/^bearer\s+/i, '').split(';'))
        .flatMap((part) => [part.slice(0, Math.max(0, part.indexOf('='))), part.slice(part.indexOf('=') + 1)])
        .filter((part) => part.trim() !== 'ory_kratos_session')
      for (const part of parts) expect(pasted).toContain(flat(part))
    }),
    { numRuns: 5000 },
  )
})

test('nothing of a paste is in what is said about it', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { remarks, readAs, flaws } = readPaste(text)
      const said = JSON.stringify([remarks, readAs, flaws])
      for (const secret of [...secrets, 'secret', '0123456789abcdef']) expect(said).not.toContain(secret)
    }),
    { numRuns: 2000 },
  )
})
