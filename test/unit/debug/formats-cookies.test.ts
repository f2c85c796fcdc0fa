import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { cookie, credentialsIn, csrf, session, sessionOnly, value } from '../../support/pasted.ts'

const csrfAt = csrf.indexOf('=')
const csrfName = csrf.slice(0, csrfAt)
const csrfValue = csrf.slice(csrfAt + 1)
const jarRow = `#HttpOnly_localhost\tFALSE\t/\tFALSE\t1995642626\tory_kratos_session\t${value}`
const exported = (name: string, text: string): Record<string, unknown> => ({
  ...{ domain: 'localhost', hostOnly: true, httpOnly: true, path: '/', sameSite: 'lax', secure: false },
  ...{ name, value: text, expirationDate: 1995642626.5 },
})
const both = [exported(csrfName, csrfValue), exported('ory_kratos_session', value)]

describe('cookies, however they were copied', () => {
  test.each<[string, string, string, Header[]]>([
    ['pairs', 'cookie pairs', `${csrf}; ${session}`, [cookie]],
    ['pairs with a semicolon at the end', 'cookie pairs', `${csrf}; ${session};`, [cookie]],
    ['pairs on lines of their own', 'cookie pairs', `${csrf}\n${session}`, [cookie]],
    ['pairs on lines with semicolons', 'cookie pairs', `${csrf};\n${session};`, [cookie]],
    ['what document.cookie is, in quotes', 'cookie pairs', `'${csrf}; ${session}'`, [cookie]],
    ['what document.cookie is, in double quotes', 'cookie pairs', `"${csrf}; ${session}"`, [cookie]],
    [
      'a value as a server sets it',
      'a cookie as a server sets it',
      `${session}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax`,
      [sessionOnly],
    ],
    ['a jar of curl', 'a Netscape cookie jar', `# Netscape HTTP Cookie File\n\n${jarRow}\n`, [sessionOnly]],
    ['a row of a jar', 'a Netscape cookie jar', jarRow, [sessionOnly]],
    ['a row of a jar whose tabs are blanks', 'a Netscape cookie jar', jarRow.replaceAll('\t', '    '), [sessionOnly]],
    [
      'a jar of two cookies',
      'a Netscape cookie jar',
      `localhost\tFALSE\t/\tFALSE\t0\t${csrfName}\t${csrfValue}\n${jarRow}`,
      [cookie],
    ],
    [
      "a row of Chrome's table",
      "a row of a browser's cookie table",
      `ory_kratos_session\t${value}\tlocalhost\t/\t2036-11-29T12:00:00.000Z\t400\t✓\t\tLax\t\t\tMedium`,
      [sessionOnly],
    ],
    [
      "two rows of Chrome's table",
      "a row of a browser's cookie table",
      `${csrfName}\t${csrfValue}\tlocalhost\t/\tSession\nory_kratos_session\t${value}\tlocalhost\t/\tSession`,
      [cookie],
    ],
    [
      'a row whose tabs are blanks',
      "a row of a browser's cookie table",
      `ory_kratos_session ${value} localhost /`,
      [sessionOnly],
    ],
    [
      'the name and the value of a row',
      "a row of a browser's cookie table",
      `ory_kratos_session\t${value}`,
      [sessionOnly],
    ],
    ['cells on lines of their own', "cells of a browser's cookie table", `ory_kratos_session\n${value}`, [sessionOnly]],
    ["a row of Firefox's panel", "a row of Firefox's cookie table", `ory_kratos_session:"${value}"`, [sessionOnly]],
    [
      "a row of Firefox's panel with details",
      "a row of Firefox's cookie table",
      `ory_kratos_session:"${value}"\nCreated:"Sun, 29 Nov 2026 12:00:00 GMT"\nDomain:"localhost"\n` +
        'Expires / Max-Age:"Session"\nHostOnly:true\nHttpOnly:true\nPath:"/"\nSameSite:"Lax"\nSecure:false\nSize:400',
      [sessionOnly],
    ],
    ['an export of an extension', 'cookies in JSON', JSON.stringify(both), [cookie]],
    ['an export over lines', 'cookies in JSON', JSON.stringify(both, null, 4), [cookie]],
    ['one cookie of an export', 'cookies in JSON', JSON.stringify(both[1]), [sessionOnly]],
    ["Playwright's storage state", 'cookies in JSON', JSON.stringify({ cookies: both, origins: [] }), [cookie]],
    ["a WebDriver's cookies", 'cookies in JSON', JSON.stringify({ value: both }), [cookie]],
    ['cookies by name', 'cookies in JSON', JSON.stringify({ ory_kratos_session: value }), [sessionOnly]],
    [
      "Firefox's cookies of a request",
      'cookies in JSON',
      JSON.stringify({ 'Request Cookies': { [csrfName]: csrfValue, ory_kratos_session: value } }),
      [cookie],
    ],
    [
      "Firefox's cookies of an answer",
      'cookies in JSON',
      JSON.stringify({ 'Response Cookies': { ory_kratos_session: { path: '/', value, httpOnly: true } } }),
      [sessionOnly],
    ],
  ])('%s', (_, readAs, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text)).toMatchObject({ subject: 'cookies', readAs })
  })

  test.each<[string, string, Header[]]>([
    ['a Set-Cookie line', `Set-Cookie: ${session}; Path=/; HttpOnly`, [sessionOnly]],
    ['lines', `Set-Cookie: ${csrf}; Path=/\nset-cookie: ${session}; Path=/`, [cookie]],
    ['two joined by a comma', `Set-Cookie: ${csrf}; Path=/; HttpOnly, ${session}; Path=/; HttpOnly`, [cookie]],
    [
      'two joined by a comma, with dates',
      `set-cookie: ${csrf}; Expires=Thu, 29 Nov 2096 12:00:00 GMT, ${session}; Expires=Thu, 29 Nov 2096 12:00:00 GMT`,
      [cookie],
    ],
    ['names and values on lines', `set-cookie:\n${csrf}; Path=/\nset-cookie:\n${session}; Path=/`, [cookie]],
    ['a list in JSON', JSON.stringify([`${csrf}; Path=/`, `${session}; Path=/; HttpOnly`]), [cookie]],
    ['a member of JSON', JSON.stringify({ 'set-cookie': [`${csrf}; Path=/`, `${session}; Path=/`] }), [cookie]],
    [
      'what curl -i prints',
      `HTTP/1.1 200 OK\nContent-Type: application/json\nSet-Cookie: ${session}; Path=/; HttpOnly\n\n{"active":true}`,
      [sessionOnly],
    ],
    [
      'a cookie that is set again: the last one counts',
      `Set-Cookie: ory_kratos_session=old; Path=/\nSet-Cookie: ${session}; Path=/`,
      [sessionOnly],
    ],
  ])('what a server sets comes back as a browser sends it: %s', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text).subject).toBe('headers')
  })

  test.each([
    ['an empty value', 'Set-Cookie: ory_kratos_session=; Path=/'],
    ['Max-Age=0', `Set-Cookie: ${session}; Path=/; Max-Age=0`],
    ['an expiry in 1970', `Set-Cookie: ${session}; Path=/; Expires=Thu, 01 Jan 1970 00:00:01 GMT`],
    ['an expiry in 1970 in a jar', jarRow.replace('1995642626', '1')],
    ['an empty value in a jar', jarRow.slice(0, -value.length)],
  ])('a cookie that is deleted is not sent: %s', (_, text) => {
    expect(credentialsIn(text)).toEqual([])
    expect(readPaste(text).remarks).toEqual([expect.stringContaining('deletes a cookie')])
  })

  test('a cookie that expired of late is sent, and said to have expired', () => {
    const text = jarRow.replace('1995642626', '1695642626')
    expect(credentialsIn(text)).toEqual([sessionOnly])
    expect(readPaste(text).remarks).toEqual([expect.stringContaining('has expired')])
  })
})
