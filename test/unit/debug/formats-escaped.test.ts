import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { bearer, cookie, credentialsIn, csrf, session, sessionOnly, token } from '../../support/pasted.ts'

const pairs = `${csrf}; ${session}`
const curl = `curl -H "Authorization: Bearer ${token}" "http://a/?b=1&c=2"`
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const inMail = (text: string): string => text.replaceAll('=', '=3D').replace(/.{70}/g, '$&=\n')

describe('what was copied from a source that escapes it is read as it was meant', () => {
  test.each<[string, string, Header[]]>([
    ["curl from a page's source", escaped(curl), [bearer]],
    ["curl from a page's source, with its tags", `<pre><code>${escaped(curl)}</code></pre>`, [bearer]],
    ["a Cookie line from a page's source", `<pre>Cookie: ${pairs}</pre>`, [cookie]],
    ["JSON from a page's source", escaped(JSON.stringify({ session_token: token })), [bearer]],
    ["a Cookie line from a mail's source", inMail(`Cookie: ${pairs}`), [cookie]],
    ["curl from a mail's source", inMail(`curl -H "Cookie: ${session}" http://a/`), [sessionOnly]],
    ['typographic quotes in it', `curl -H =E2=80=9CCookie: ${session}=E2=80=9D http://a/?b=3Dc =\n-v`, [sessionOnly]],
    [
      "a variable of an editor's request file",
      `@host = http://a\n@token = ${token}\n\n###\nGET {{host}}/ HTTP/1.1\nAuthorization: Bearer {{token}}`,
      [bearer],
    ],
  ])('%s', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
  })

  test('a variable that nothing sets stays a placeholder', () => {
    const text = '@host = http://a\nGET {{host}}/ HTTP/1.1\nAuthorization: Bearer {{token}}'
    expect(credentialsIn(text)).toEqual([['authorization', 'Bearer {{token}}']])
  })

  test('variables do not make a long text of a short one', () => {
    const text = `@a = ${'x'.repeat(4000)}\n${'{{a}}'.repeat(10_000)}`
    expect(credentialsIn(text)).toEqual([])
  })
})
