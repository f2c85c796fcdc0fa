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

const half = Math.floor(value.length / 2)

describe('headers, however they were copied', () => {
  test.each<[string, string, string, Header[]]>([
    ['a Cookie line', 'a Cookie line', `Cookie: ${csrf}; ${session}`, [cookie]],
    ['a Cookie line without a blank', 'a Cookie line', `cookie:${session}`, [sessionOnly]],
    ['a Cookie line with a blank before the colon', 'a Cookie line', `Cookie : ${session}`, [sessionOnly]],
    ['a name in capitals', 'an Authorization line', `AUTHORIZATION: Bearer ${token}`, [bearer]],
    ['an X-Session-Token line', 'an X-Session-Token line', `X-Session-Token: ${token}`, [['x-session-token', token]]],
    ['a header named Cookies', 'a header line', `Cookies: ${session}`, [['cookies', session]]],
    ['a header named X-Session-Cookie', 'a header line', `X-Session-Cookie: ${value}`, [['x-session-cookie', value]]],
    [
      'a request with its first line',
      'a block of headers',
      `GET /api/me HTTP/1.1\nHost: localhost:3000\nCookie: ${csrf}; ${session}\nAccept: */*`,
      [cookie],
    ],
    ['headers without a request line', 'a block of headers', `host: a.example\ncookie: ${session}`, [sessionOnly]],
    [
      'headers with blank lines between',
      'a block of headers',
      `Host: a.example\n\nCookie: ${csrf}; ${session}\n\n\nAccept: */*`,
      [cookie],
    ],
    [
      'headers that are indented',
      'a block of headers',
      `    Host: a.example\n    Cookie: ${csrf}; ${session}\n    Authorization: Bearer ${token}`,
      [cookie, bearer],
    ],
    [
      'all that curl -v says',
      'a block of headers',
      [
        '*   Trying 127.0.0.1:3000...',
        '* Connected to localhost (127.0.0.1) port 3000',
        '> GET /api/me HTTP/1.1',
        '> Host: localhost:3000',
        '> User-Agent: curl/8.5.0',
        `> Cookie: ${csrf}; ${session}`,
        '>',
        '< HTTP/1.1 401 Unauthorized',
        '< Content-Type: application/json',
        '<',
        '* Connection #0 to host localhost left intact',
      ].join('\n'),
      [cookie],
    ],
    [
      'a block with quotes and brackets in other headers',
      'a block of headers',
      'sec-ch-ua: "Not(A:Brand";v="8", "Chromium";v="144"\nsec-ch-ua-platform: "Linux"\n' +
        `cookie: ${csrf}; ${session}\nuser-agent: Mozilla/5.0 (X11; Linux x86_64) "x"\nauthorization: Bearer ${token}`,
      [cookie, bearer],
    ],
    [
      'the answer in curl -v, of which the request sent nothing',
      'a block of headers',
      `< HTTP/1.1 200 OK\n< Set-Cookie: ${csrf}; Path=/; HttpOnly\n< Set-Cookie: ${session}; Path=/; HttpOnly\n<`,
      [cookie],
    ],
    [
      "Chrome's panel, with colons",
      'a block of headers',
      `:authority:\nlocalhost:3000\n:method:\nGET\naccept:\n*/*\ncookie:\n${csrf}; ${session}\nvary:\nOrigin`,
      [cookie],
    ],
    [
      "Chrome's panel, without colons",
      'a block of headers',
      `:authority\nlocalhost:3000\n:method\nGET\naccept\n*/*\ncookie\n${csrf}; ${session}\nuser-agent\nMozilla/5.0`,
      [cookie],
    ],
    ['a name and a value of Chrome alone', 'a Cookie line', `cookie\n${csrf}; ${session}`, [cookie]],
    ['a name with a colon, and its value below', 'an Authorization line', `authorization:\nBearer ${token}`, [bearer]],
    [
      'a table with tabs',
      'a block of headers',
      `Host\tlocalhost:3000\nCookie\t${csrf}; ${session}\nAccept\t*/*`,
      [cookie],
    ],
    ['a row with a tab', 'a Cookie line', `Cookie\t${csrf}; ${session}`, [cookie]],
    ['a row with a colon and a tab', 'a Cookie line', `cookie:\t${csrf}; ${session}`, [cookie]],
    [
      "Firefox's raw panel",
      'a block of headers',
      `GET /api/me HTTP/1.1\nHost: localhost:3000\nUser-Agent: Mozilla/5.0\nCookie: ${csrf}; ${session}\n` +
        'Sec-Fetch-Site: same-origin',
      [cookie],
    ],
    [
      "Firefox's panel",
      'a block of headers',
      `Accept\n\t*/*\nCookie\n\t${csrf}; ${session}\nHost\n\tlocalhost:3000`,
      [cookie],
    ],
    ['a folded line', 'a Cookie line', `Cookie: ${csrf};\n  ${session}`, [cookie]],
    [
      'a folded line with a tab',
      'a block of headers',
      `Host: a\nCookie: ${csrf};\n\t${session}\nAccept: */*`,
      [cookie],
    ],
    ['two Cookie lines', 'a block of headers', `Cookie: ${csrf}\nCookie: ${session}`, [['cookie', csrf], sessionOnly]],
    ['an empty Cookie line', 'a block of headers', 'Cookie:\nHost: a.example', [['cookie', '']]],
  ])('%s', (_, readAs, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text)).toMatchObject({ subject: 'headers', readAs })
    expect(readPaste(text.replaceAll('\n', '\r\n')).headers).toEqual(readPaste(text).headers)
  })

  test.each([
    ['after 60 characters of the value', `Cookie: ${session.slice(0, 79)}\n${session.slice(79)}`, sessionOnly],
    ['at every 80 characters', wrapped(`Cookie: ${csrf}; ${session}`, 80), cookie],
    ['at every 79 characters', wrapped(`Cookie: ${csrf}; ${session}`, 79), cookie],
    ['at every 120 characters', wrapped(`Cookie: ${csrf}; ${session}`, 120), cookie],
    ['at every 40 characters, inside a name', wrapped(`Cookie: ${csrf}; ${session}`, 40), cookie],
    ['between two pairs', `Cookie: ${csrf};\n${session}`, cookie],
    ['inside the token', `Authorization: Bearer ${token.slice(0, 20)}\n${token.slice(20)}`, bearer],
    ['before the token', `Authorization: Bearer\n${token}`, bearer],
    ['and indented', `Cookie: ${session.slice(0, 99)}\n    ${session.slice(99)}`, sessionOnly],
    ['among other headers', `Host: a\nCookie: ${session.slice(0, 99)}\n${session.slice(99)}\nAccept: */*`, sessionOnly],
  ])('a value that a terminal wrapped %s goes on in the next line', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual([expected])
    expect(readPaste(text).remarks).toEqual([expect.stringContaining('lines were joined')])
  })

  test.each(
    [33, 40, 64, 72, 80, 100, 132, 200].flatMap((width) => [
      [width, wrapped(value, width), sessionOnly] as const,
      [width, wrapped(`${csrf}; ${session}`, width), cookie] as const,
    ]),
  )('a bare value that was wrapped at %d characters is whole again', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual([expected])
  })

  test.each([
    ['prose behind a cookie', `Cookie: ${session}\nthanks`],
    ['prose of several words behind a cookie', `Cookie: ${session}\nWhy does it not see my session?`],
    ['a word behind a cookie that is whole', `Cookie: ${session}==\nhope`],
    ['a request line behind a cookie', `Cookie: ${session}\nGET / HTTP/1.1`],
  ])('%s is not joined', (_, text) => {
    expect(credentialsIn(text)[0]?.[1].replace(/=+$/, '')).toBe(session)
    expect(readPaste(text).remarks).toEqual([])
  })

  test('a word behind a token that is whole is not joined', () => {
    expect(credentialsIn(`Authorization: Bearer ${token}\nabc123`)).toEqual([bearer])
  })

  test('a cookie that goes on over many lines is as long as it was', () => {
    expect(credentialsIn(`Cookie: ${session.slice(0, half)}\n${session.slice(half)}`)).toEqual([sessionOnly])
  })
})

describe('what headers say about the request', () => {
  test('the host and the path tell whether Ory itself is asked', () => {
    const { headers, asksOry, https } = readPaste(
      `GET /sessions/whoami HTTP/1.1\nHost: localhost:4433\nX-Session-Token: ${token}`,
    )
    expect(headers).toContainEqual(['host', 'localhost:4433'])
    expect({ asksOry, https }).toEqual({ asksOry: true, https: null })
  })

  test("HTTP/2's own headers tell the host and https", () => {
    const { headers, https } = readPaste(`:authority: a.example\n:path: /\n:scheme: https\ncookie: ${session}`)
    expect(headers).toContainEqual(['host', 'a.example'])
    expect(https).toBe(true)
  })

  test('a folded line belongs to the header above, with a blank between', () => {
    expect(readPaste(`User-Agent: Mozilla/5.0\n  (X11; Linux)\nCookie: ${session}`).headers).toEqual([
      ['user-agent', 'Mozilla/5.0 (X11; Linux)'],
      sessionOnly,
    ])
  })

  test('only what a report explains is kept', () => {
    const names = readPaste(
      `Host: a\nCookie: ${session}\nAccept: */*\nX-Custom: secret\nSec-Fetch-Site: cross-site\nOrigin: http://b`,
    ).headers.map(([name]) => name)
    expect(names.sort()).toEqual(['cookie', 'host', 'origin', 'sec-fetch-site'])
  })

  test('what an answer sets is left aside where the request sent a cookie', () => {
    const { headers, remarks } = readPaste(`Cookie: ${csrf}\nSet-Cookie: ${session}; Path=/`)
    expect(headers).toEqual([['cookie', csrf]])
    expect(remarks).toEqual([expect.stringContaining('Set-Cookie')])
  })

  test('a request without credentials is still one', () => {
    expect(readPaste('GET / HTTP/1.1\nHost: localhost:3000\nUser-Agent: curl/8')).toMatchObject({
      subject: 'headers',
      readAs: 'a block of headers',
    })
  })
})
