import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { bearer, cookie, credentialsIn, csrf, id, session, sessionOnly, token, value } from '../../support/pasted.ts'

const pairs = `${csrf}; ${session}`
const harRequest = (headers: Record<string, string>, over: Record<string, unknown> = {}): Record<string, unknown> => ({
  method: 'GET',
  url: 'https://app.example/api/me?secret=1',
  headers: Object.entries(headers).map(([name, text]) => ({ name, value: text })),
  cookies: [],
  ...over,
})
const har = (...requests: Record<string, unknown>[]): string =>
  JSON.stringify({ log: { version: '1.2', entries: requests.map((request) => ({ request, response: {} })) } }, null, 2)

describe('a request in a program', () => {
  test.each<[string, string, string, Header[]]>([
    [
      'Copy as fetch (Node.js)',
      'fetch (Node.js)',
      `fetch("http://localhost:3000/", {\n  "headers": {\n    "accept": "*/*",\n    "cookie": "${pairs}"\n  },\n` +
        '  "body": null,\n  "method": "GET"\n});',
      [cookie],
    ],
    ['fetch in one line', 'fetch (Node.js)', `await fetch('http://a/', { headers: { cookie: '${pairs}' } })`, [cookie]],
    [
      'fetch with a template',
      'fetch (Node.js)',
      `const answer = await fetch(url, {\n  headers: { Cookie: \`${pairs}\`, },\n})`,
      [cookie],
    ],
    [
      'fetch that was cut off',
      'fetch (Node.js)',
      `fetch("http://a/", {\n "headers": {\n "cookie": "${pairs}",\n "acc`,
      [cookie],
    ],
    [
      'fetch with comments',
      'fetch (Node.js)',
      `// it's mine\nfetch('http://a/', { /* don't "touch" */ headers: { cookie: '${pairs}' } }) // it's`,
      [cookie],
    ],
    [
      'fetch with headers of its own kind',
      'fetch (Node.js)',
      `fetch('http://a/', { headers: new Headers({ 'Cookie': '${pairs}' }) })`,
      [cookie],
    ],
    ['a list of pairs', 'JSON of headers', `[["cookie", "${pairs}"]]`, [cookie]],
    ['a list of pairs in single quotes', 'JSON of headers', `[['cookie', '${pairs}']]`, [cookie]],
    ['new Headers', 'JavaScript headers', `new Headers([['Authorization', 'Bearer ${token}']])`, [bearer]],
    ['headers.set', 'code', `headers.set('Authorization', 'Bearer ${token}')`, [bearer]],
    [
      'request.setRequestHeader',
      'code',
      `xhr.setRequestHeader("X-Session-Token", "${token}");`,
      [['x-session-token', token]],
    ],
    ['axios', 'axios', `axios.get('http://a/', { headers: { Cookie: '${pairs}' } })`, [cookie]],
    [
      'axios with a config',
      'axios',
      `axios({ method: 'get', url: 'http://a/', headers: { Authorization: 'Bearer ${token}' } })`,
      [bearer],
    ],
    [
      'a string with a plus',
      'axios',
      `axios.get(url, { headers: { Authorization: 'Bearer ' + '${token}' } })`,
      [bearer],
    ],
    ["Ory's SDK with a cookie", "Ory's SDK", `await ory.toSession({ cookie: '${pairs}' })`, [cookie]],
    ["Ory's SDK with a token", "Ory's SDK", `await ory.toSession({ xSessionToken: "${token}" })`, [bearer]],
    [
      'requests with headers',
      'Python requests',
      `requests.get('http://localhost:3000/', headers={'Cookie': '${pairs}'})  # it's me`,
      [cookie],
    ],
    [
      'requests with cookies',
      'Python requests',
      `import requests\n\nr = requests.get("http://a/", cookies={"ory_kratos_session": "${value}"})`,
      [sessionOnly],
    ],
    ['a dict of Python', 'JSON of headers', `headers = {\n    'Authorization': 'Bearer ${token}',\n}`, [bearer]],
    ['a dict with an f-string', 'JSON of headers', `headers = {'Authorization': f'Bearer ${token}'}`, [bearer]],
    ['a dict with strings side by side', 'JSON of headers', `headers = {'Cookie': '${csrf}; ' '${session}'}`, [cookie]],
    [
      'Go',
      'Go code',
      `req, _ := http.NewRequest("GET", "http://a/", nil)\nreq.Header.Set("Cookie", "${pairs}")`,
      [cookie],
    ],
    [
      'a cookie in Go',
      'Go code',
      `req.AddCookie(&http.Cookie{Name: "ory_kratos_session", Value: "${value}"})`,
      [sessionOnly],
    ],
    ['PHP', 'PHP code', `curl_setopt($ch, CURLOPT_HTTPHEADER, ['Accept: */*', 'Cookie: ${pairs}']);`, [cookie]],
    ['Ruby', 'code', `request['Cookie'] = '${pairs}'\nresponse = http.request(request)`, [cookie]],
    ['Java', 'Java or Kotlin code', `HttpRequest.newBuilder().header("Cookie", "${pairs}").build()`, [cookie]],
    ['C#', 'C# code', `client.DefaultRequestHeaders.Add("Authorization", "Bearer ${token}");`, [bearer]],
    ['document.cookie', 'code', `document.cookie = "${session}"`, [sessionOnly]],
    ['a cookie of a test', 'code', `cy.setCookie('ory_kratos_session', '${value}')`, [sessionOnly]],
    ['a line of JSON', 'JSON of headers', `"cookie": "${pairs}",`, [cookie]],
    ['a line of JavaScript', 'JSON of headers', `cookie: '${pairs}',`, [cookie]],
    ['a line of JavaScript without a comma', 'JSON of headers', `Authorization: 'Bearer ${token}'`, [bearer]],
    ['lines of JSON', 'JSON of headers', `"accept": "*/*",\n"authorization": "Bearer ${token}",`, [bearer]],
    ['an object of JSON', 'JSON of headers', JSON.stringify({ cookie: pairs }), [cookie]],
    ['an object over lines', 'JSON of headers', JSON.stringify({ headers: { Cookie: pairs } }, null, 2), [cookie]],
    ['an object of JavaScript', 'JSON of headers', `{\n  cookie: '${pairs}',\n  accept: '*/*'\n}`, [cookie]],
    ['JSON with a semicolon', 'JSON of headers', `${JSON.stringify({ cookie: pairs })};`, [cookie]],
    ['names and values', 'JSON of headers', JSON.stringify([{ name: 'Cookie', value: pairs }]), [cookie]],
    [
      "Postman's headers",
      'JSON of headers',
      JSON.stringify({ request: { header: [{ key: 'Authorization', value: `Bearer ${token}`, type: 'text' }] } }),
      [bearer],
    ],
    [
      "Firefox's headers",
      'JSON of headers',
      JSON.stringify({ 'Request Headers (1 kB)': { headers: [{ name: 'Cookie', value: pairs }] } }),
      [cookie],
    ],
    ['JSON in a string', 'JSON of headers', JSON.stringify(JSON.stringify({ cookie: pairs })), [cookie]],
    ['JSON with escapes', 'JSON of headers', JSON.stringify({ cookie: pairs }).replaceAll('"', '\\"'), [cookie]],
    [
      'a line of a log',
      'JSON of headers',
      JSON.stringify({ level: 30, msg: 'in', req: { id: 1, headers: { host: 'a', cookie: pairs } } }),
      [cookie],
    ],
    ['headers as Node.js has them', 'JSON of headers', JSON.stringify(['Host', 'a', 'Cookie', pairs]), [cookie]],
  ])('%s', (_, readAs, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text)).toMatchObject({ readAs, flaws: [] })
  })

  test('escapes in a string are read', () => {
    expect(
      credentialsIn(`fetch("http://a/", { "headers": { "cookie": "a=\\"b\\u003d\\x41\\"; ${session}" } })`),
    ).toEqual([['cookie', `a="b=A"; ${session}`]])
  })

  test('where the request goes is read from its URL', () => {
    const { headers, https, asksOry } = readPaste(
      `fetch("https://ory.example/sessions/whoami", { "headers": { "cookie": "${session}" } })`,
    )
    expect(headers).toContainEqual(['host', 'ory.example'])
    expect({ https, asksOry }).toEqual({ https: true, asksOry: true })
  })

  test.each([
    [
      "a browser's Copy as fetch",
      'fetch("http://a/", {\n  "headers": { "accept": "*/*" },\n  "mode": "cors",\n  "credentials": "include"\n});',
      [],
    ],
    [
      "a browser's Copy as fetch with a token",
      `fetch("http://a/", { "headers": { "authorization": "Bearer ${token}" }, "credentials": "include" });`,
      [bearer],
    ],
  ])('%s has no cookies, and what else it has is read', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text)).toMatchObject({
      ...{ subject: 'headers', readAs: 'fetch (browser)', flaws: ['cookies-left-out'] },
      remarks: [expect.stringContaining('Copy as cURL')],
    })
  })

  test.each([
    ['a template', 'fetch(url, { headers: { Authorization: `Bearer ${token}` } })'],
    ['a plus', "axios.get(url, { headers: { Authorization: 'Bearer ' + token } })"],
    ['an f-string', "requests.get(url, headers={'Authorization': f'Bearer {token}'})"],
  ])('a credential from a variable is said to be one: %s', (_, text) => {
    expect(readPaste(text).flaws).toContain('variable')
  })

  test('typographic quotes are said to be no quotes', () => {
    const text = `fetch(“http://a/”, { headers: { “cookie”: “${session}” } })`
    expect(credentialsIn(text)).toEqual([sessionOnly])
    expect(readPaste(text).flaws).toEqual(['typographic-quotes'])
  })
})

describe('a HAR', () => {
  test('of one request with its headers', () => {
    const text = har(harRequest({ ':authority': 'app.example', cookie: pairs, 'sec-fetch-site': 'cross-site' }))
    const { headers, https, readAs, remarks } = readPaste(text)
    expect(headers).toEqual([['host', 'app.example'], cookie, ['sec-fetch-site', 'cross-site']])
    expect({ https, readAs, remarks }).toEqual({ https: true, readAs: 'HAR', remarks: [] })
  })

  test('of several: the last one with credentials', () => {
    const text = har(harRequest({ cookie: 'a=b' }), harRequest({ authorization: `Bearer ${token}` }), harRequest({}))
    expect(credentialsIn(text)).toEqual([bearer])
    expect(readPaste(text).remarks).toEqual([expect.stringContaining('Entry 2 of 3')])
  })

  test.each([
    ['one entry', JSON.stringify({ request: harRequest({ cookie: pairs }) })],
    ['one request', JSON.stringify(harRequest({ cookie: pairs }))],
    [
      'cookies alone',
      har(
        harRequest(
          {},
          {
            cookies: pairs.split('; ').map((one) => ({
              name: one.slice(0, one.indexOf('=')),
              value: one.slice(one.indexOf('=') + 1),
            })),
          },
        ),
      ),
    ],
  ])('of %s', (_, text) => {
    expect(credentialsIn(text)).toEqual([cookie])
    expect(readPaste(text).readAs).toBe('HAR')
  })

  test('from which the browser left the cookies out', () => {
    const read = readPaste(har(harRequest({ accept: '*/*' }), harRequest({ accept: '*/*' })))
    expect(read).toMatchObject({ subject: 'headers', readAs: 'HAR', flaws: ['cookies-left-out'] })
    expect(read.remarks.at(-1)).toContain('with sensitive data')
    expect(JSON.stringify(read.remarks)).not.toContain('secret')
  })

  test('that is cut off is named', () => {
    expect(readPaste(har(harRequest({ cookie: pairs })).slice(0, -20))).toMatchObject({
      ...{ subject: 'unreadable', readAs: 'a HAR that is cut off' },
    })
  })
})

describe("Ory's own JSON", () => {
  test.each<[string, unknown]>([
    ['the answer to a login', { session_token: token, session: { id } }],
    ['JSON with a session token', { session_token: token }],
  ])('%s holds a token', (readAs, json) => {
    for (const text of [JSON.stringify(json), JSON.stringify(json, null, 2)]) {
      expect(readPaste(text)).toMatchObject({ subject: 'token', readAs, headers: [bearer] })
    }
  })

  test.each<[string, unknown]>([
    ['a session in JSON', { id, active: true, identity: { id, traits: {} } }],
    ['a session in JSON', { id, active: false, expires_at: '2026-11-29T12:00:00Z' }],
    [
      'a list of sessions in JSON',
      [
        { id, active: true },
        { id, active: true },
      ],
    ],
    ["Ory's error in JSON", { error: { code: 401, status: 'Unauthorized', reason: 'No valid session', message: 'x' } }],
    ["Ory's error in JSON", { error: { id: 'session_inactive', message: 'x' } }],
    ['an error in JSON', { error: 'unauthorized' }],
    ['a flow of Ory in JSON', { id, type: 'api', ui: { action: 'http://a', nodes: [] } }],
    ['the start of a logout, in JSON', { logout_url: 'http://a', logout_token: 'ory_lo_0123456789abcdef' }],
    ['a code to exchange for a session token', { id, session_token_exchange_code: 'x', ui: {} }],
    ['an identity in JSON', { id, schema_id: 'default', traits: {} }],
    ['JSON', { a: 1 }],
    ['JSON', []],
    ['JSON', { cookie: null, name: 'a=b; c=d' }],
  ])('%s is named, and no credential is made of it', (readAs, json) => {
    expect(readPaste(JSON.stringify(json))).toMatchObject({
      ...{ subject: 'unreadable', readAs, headers: [], remarks: [expect.stringMatching(/paste/i)] },
    })
  })
})
