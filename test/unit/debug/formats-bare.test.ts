import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { bearer, cookie, credentialsIn, csrf, id, session, sessionOnly, token, value } from '../../support/pasted.ts'

const jwt = `eyJhbGciOiJub25lIn0.${Buffer.from('{"sub":"a"}').toString('base64url')}.c2lnbmF0dXJl`
const as = (text: string): Header => ['authorization', `Bearer ${text}`]

describe('what stands alone', () => {
  test.each<[string, string, Header]>([
    ['a token', token, bearer],
    ['a token in quotes', `"${token}"`, bearer],
    ['a token in single quotes with a comma', `'${token}',`, bearer],
    ['a token with a comma', `${token},`, bearer],
    ['a token with a semicolon', `${token};`, bearer],
    ['a token with a full stop', `${token}.`, bearer],
    ['a token with blanks and lines around it', `\n\n  ${token} \n`, bearer],
    ['a token in code of Markdown', `\`${token}\``, bearer],
    ['a bold token', `**${token}**`, bearer],
    ['a token in a list', `- ${token}`, bearer],
    ['a token in a numbered list', `1. \`${token}\``, bearer],
    ['a token in a fence', `\`\`\`\n${token}\n\`\`\``, bearer],
    ['a token in a fence of one line', `\`\`\`${token}\`\`\``, bearer],
    ['a token in a fence with prose', `My token:\n\n\`\`\`text\n${token}\n\`\`\`\nIt worked yesterday.`, bearer],
    ['a token in a mail', `> ${token}`, bearer],
    ['a token in a mail in a mail', `> > ${token}`, bearer],
    ['a name and a token', `token=${token}`, bearer],
    ['a name, a colon and a token', `Token: ${token}`, bearer],
    ["Ory's name and a token", `session_token=${token}`, bearer],
    ["Ory's name of JSON and a token", `"session_token": "${token}"`, bearer],
    ["Ory's name of JSON with a comma", `"session_token": "${token}",`, bearer],
    ["Ory's name with a colon", `session_token: ${token}`, bearer],
    ['a variable', `SESSION_TOKEN=${token}`, bearer],
    ['a variable in quotes', `export ORY_SESSION="${token}"`, bearer],
    ['a name of JavaScript and a token', `const token = '${token}'`, bearer],
    ['a name with a colon and a token in quotes', `session_token: "${token}"`, bearer],
    ['a variable of PowerShell', `$env:SESSION_TOKEN = "${token}"`, bearer],
    ["a variable of Windows' cmd", `set TOKEN=${token}`, bearer],
    ['any name and a token', `auth: ${token}`, bearer],
    ['a JSON Web Token', jwt, as(jwt)],
    ['a token that a chat cut short', 'ory_st_abc…xyz', as('ory_st_abc…xyz')],
    ['a UUID', id, as(id)],
    ['a placeholder', '<token>', as('<token>')],
    ['a placeholder with braces', '{{session_token}}', as('{{session_token}}')],
    ['an object that was printed', '[object Object]', as('[object Object]')],
    ['a word', 'abcdef0123456789', as('abcdef0123456789')],
  ])('%s is sent as a token', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual([expected])
    expect(readPaste(text)).toMatchObject({ subject: 'token', flaws: [] })
  })

  test.each<[string, string, Header]>([
    ['Bearer and a token', `Bearer ${token}`, bearer],
    ['Bearer in lower case', `bearer ${token}`, ['authorization', `bearer ${token}`]],
    ['another scheme', `Token ${token}`, ['authorization', `Token ${token}`]],
    ['Bearer in quotes', `"Bearer ${token}"`, bearer],
    ['Bearer with a colon, which is explained', `Bearer: ${token}`, ['authorization', `Bearer: ${token}`]],
    ['a line in code of Markdown', `\`Authorization: Bearer ${token}\``, bearer],
    ['a line in a list', `* Authorization: Bearer ${token}`, bearer],
    ['a line in a fence', `\`\`\`http\nAuthorization: Bearer ${token}\n\`\`\``, bearer],
    ['a line in a mail', `> Cookie: ${session}\n> Host: a`, sessionOnly],
    ['a line in quotes', `"Cookie: ${csrf}; ${session}"`, cookie],
  ])('%s is sent as it is', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual([expected])
    expect(readPaste(text).subject).toBe('headers')
  })

  test.each<[string, string, Header]>([
    ['the value of a session cookie', value, sessionOnly],
    ['the value in quotes', `"${value}"`, sessionOnly],
    ['the value in code of Markdown', `\`${value}\``, sessionOnly],
    ['the value with a semicolon', `${value};`, sessionOnly],
    ['a pair in code of Markdown', `\`${session}\``, sessionOnly],
    ['a pair in a list', `- ${session}`, sessionOnly],
    ['a pair whose value is a token', `ory_kratos_session=${token}`, ['cookie', `ory_kratos_session=${token}`]],
  ])('%s is sent as a cookie', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual([expected])
    expect(readPaste(text).subject).toBe('cookies')
  })

  test.each([
    ['a mark at the start', `\ufeff${token}`],
    ['blanks of no width', `${token.slice(0, 10)}\u200b${token.slice(10)}\u200d`],
  ])('what nobody sees is removed, with a remark: %s', (_, text) => {
    expect(credentialsIn(text)).toEqual([bearer])
    expect(readPaste(text).remarks).toContainEqual(expect.stringContaining('Invisible characters'))
  })

  test.each([
    ['a token', `“${token}”`, [bearer]],
    ['a token in single quotes', `‘${token}’`, [bearer]],
    ['a line', `“Authorization: Bearer ${token}”`, [bearer]],
    ['a pair', `“${session}”`, [sessionOnly]],
  ])('typographic quotes are removed from %s, and said to be none', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text).flaws).toEqual(['typographic-quotes'])
  })

  test.each([
    ['a token', `I sent ${token} to the API, and it says 401. Why?`, [bearer]],
    ['a token in brackets', `It worked yesterday (${token}).`, [bearer]],
    ['a pair', `The browser has ${session} but nothing is seen`, [sessionOnly]],
    ['a value', `The cookie's value is ${value} and the name is right, I think.`, [sessionOnly]],
    ['a token twice', `First ${token}, then ${token} again: both are refused`, [bearer]],
    ['a token in JSON of another kind', JSON.stringify({ data: { accessToken: token, type: 'x' } }), [bearer]],
  ])('the only credential is found in a sentence: %s', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text).remarks).toContainEqual(expect.stringContaining('found in the text'))
  })

  test('of two credentials in a sentence none is taken', () => {
    const other = token.replace('0123', '3210')
    expect(readPaste(`Is it ${token} or ${other} that I should send?`)).toMatchObject({
      ...{ subject: 'unreadable', headers: [] },
    })
  })

  test.each<[string | null, string]>([
    [null, 'why does it not see my session'],
    [null, ''],
    [null, 'if (session == null) return'],
    [null, 'x = foo(bar)'],
    [null, 'console.log(session)'],
    [null, 'a cookie named ory_kratos_session is missing'],
    [null, 'ory_kratos_session is missing'],
    [null, 'Note: this is a question.\nHint: I have no idea.'],
    ['a query or a form', 'flow=01234567&csrf_token=abc'],
    ['a query or a form', 'key=value&other=thing&third='],
    ['a long text', 'Cookie: a=b\n'.repeat(2001)],
    ['a URL', 'http://localhost:3000/api/me?flow=01234567'],
    ["an image's file name", 'Screenshot 2026-11-29 at 12.00.00.png'],
    [
      'a key or certificate',
      `-----BEGIN PUBLIC KEY-----\n${'MIIBIjANBgkqhkiG9w0BAQEFAAOC'.repeat(4)}\n-----END PUBLIC KEY-----`,
    ],
    ['HTML', '<!doctype html><html><body>a=b; c=d</body></html>'],
    ['HTML', '<html><head></head></html>'],
    ['XML', '<?xml version="1.0"?><a b="c"/>'],
    ['a JavaScript error', "TypeError: Cannot read properties of undefined (reading 'session')\n    at a (b.js:1:2)"],
    ['a Python error', 'Traceback (most recent call last):\n  File "a.py", line 1'],
    ['SQL', 'SELECT * FROM sessions WHERE token = 1'],
    ['GraphQL', 'query Me {\n  me { id }\n}'],
    ['axios', "axios.get('http://localhost:3000/', { withCredentials: true })"],
    ['Python requests', "requests.get('http://localhost:3000/')"],
    ['JSON that is cut off', '{"id": "01234567", "active": tr'],
  ])('%s: nothing is read from what holds no credential, number %#', (readAs, text) => {
    expect(readPaste(text)).toMatchObject({ subject: 'unreadable', readAs, headers: [] })
  })
})
