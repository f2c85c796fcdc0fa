import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import {
  bearer,
  cookie,
  credentialsIn,
  csrf,
  session,
  sessionOnly,
  token,
  value,
  wrapped,
} from '../../support/pasted.ts'

const url = 'http://localhost:3000/api/me'
const joined = 'A value in it was broken into lines, as a terminal does; the lines were joined.'
const widths = [57, 64, 72, 80, 96, 100, 120, 132]

describe('a paste that a terminal broke at its last column', () => {
  test.each<[string, string, Header]>([
    ['curl with two cookies', `curl -H 'Cookie: ${csrf}; ${session}' ${url}`, cookie],
    ['curl with -b behind a prompt', `ann@host:~/app$ curl -sS -b "${session}" ${url}`, sessionOnly],
    ['curl with a token', `curl -s ${url} -H 'Accept: */*' -H "Authorization: Bearer ${token}" | jq .`, bearer],
    ['wget', `wget -qO- --header="Authorization: Bearer ${token}" ${url}`, bearer],
    ['HTTPie', `http :3000/api/me Cookie:'${session}'`, sessionOnly],
    ['PowerShell', `irm ${url} -Headers @{ Authorization = "Bearer ${token}" }`, bearer],
    ['a Cookie line', `Cookie: ${csrf}; ${session}`, cookie],
    ["a line of curl's jar", `#HttpOnly_localhost\tFALSE\t/\tFALSE\t0\tory_kratos_session\t${value}`, sessionOnly],
    ["a row of Chrome's table", `ory_kratos_session\t${value}\tlocalhost\t/\tSession\t310\t\t\tLax`, sessionOnly],
  ])('%s', (_, text, expected) => {
    for (const width of widths.filter((one) => one < text.length)) {
      const paste = wrapped(text, width)
      expect([width, credentialsIn(paste)]).toEqual([width, [expected]])
    }
    expect(readPaste(wrapped(text, 64)).remarks).toContain(joined)
  })

  test('a line break in the quotes of a header is said to be one, and its name may be broken too', () => {
    const broken = `curl -H 'Accept: */*' ${url} -H 'Author\nization: Bearer ${token.slice(0, 9)}\n  ${token.slice(9)}'`
    expect(credentialsIn(broken)).toEqual([bearer])
    expect(readPaste(broken).remarks.filter((remark) => remark === joined)).toHaveLength(1)
  })

  test('headers that happen to be equally long stay lines of their own', () => {
    const line = `Authorization: Bearer ${token}`
    const lines = [`Accept: ${'x'.repeat(line.length - 8)}`, line, `Host: a.example`].join('\n')
    expect(credentialsIn(lines)).toEqual([bearer])
    expect(readPaste(lines).remarks).not.toContain(joined)
  })

  test('the cells below a value are not joined to it', () => {
    const whole = Buffer.from(`1795553336|${'x'.repeat(109)}`).toString('base64url')
    expect(credentialsIn(`ory_kratos_session\n${whole}\napp.example.com\n/`)).toEqual([
      ['cookie', `ory_kratos_session=${whole}`],
    ])
  })
})
