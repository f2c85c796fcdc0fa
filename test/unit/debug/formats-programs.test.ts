import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { bearer, cookie, credentialsIn, csrf, session, sessionOnly, token, value } from '../../support/pasted.ts'

const pairs = `${csrf}; ${session}`

describe('requests of programs that have names and calls of their own', () => {
  test.each<[string, string, Header[]]>([
    [
      'PHP with a variable named curl',
      `<?php\n\n$curl = curl_init();\n\ncurl_setopt_array($curl, array(\n  CURLOPT_URL => 'http://a/',\n` +
        `  CURLOPT_HTTPHEADER => array(\n    'Authorization: Bearer ${token}'\n  ),\n));`,
      [bearer],
    ],
    ['an option of PHP', `curl_setopt($ch, CURLOPT_COOKIE, "${pairs}");`, [cookie]],
    ["Python's environment of a request", `{'HTTP_HOST': 'a', 'HTTP_AUTHORIZATION': 'Bearer ${token}'}`, [bearer]],
    ['a constant of Dart', `http.get(url, headers: { HttpHeaders.authorizationHeader: 'Bearer ${token}' });`, [bearer]],
    ['cookies as a list', `request(app).get('/').set('Cookie', ['${csrf}', '${session}'])`, [cookie]],
    [
      'a class of C# for the header',
      `client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "${token}");`,
      [bearer],
    ],
    ["Ory's SDK in Java", `Session session = api.toSession("${token}", null, null);`, [bearer]],
    [
      'a variable that is set above',
      `const t = '${token}'\nfetch('http://a/', { headers: { Authorization: 'Bearer ' + t } })`,
      [bearer],
    ],
    ['a map that Go prints', `map[Accept:[*/*] Authorization:[Bearer ${token}]]`, [bearer]],
    [
      'a collection of another program than a browser',
      JSON.stringify({ method: 'GET', url: 'http://a/', headers: [], auth: { type: 'bearer', bearer: token } }),
      [bearer],
    ],
    ['YAML', `headers:\n  authorization: "Bearer ${token}"\n  accept: "*/*"`, [bearer]],
    ['YAML with a URL', `- get:\n    url: "/api"\n    headers:\n      Cookie: "${session}"`, [sessionOnly]],
    [
      'YAML of names and values',
      `resources:\n  - url: http://a/\n    headers:\n      - name: Authorization\n        value: "Bearer ${token}"`,
      [bearer],
    ],
    ['a command and the token that it printed', `$ curl -s http://a/ | jq -r .session_token\n${token}`, [bearer]],
    [
      "a packet analyser's tree",
      `    GET / HTTP/1.1\\r\\n\n    Authorization: Bearer ${token}\\r\\n\n` +
        `    \\r\\n\n    [Full request URI: http://a/]`,
      [bearer],
    ],
    [
      "a packet analyser's tree with the pairs of a cookie",
      `    Host: a\\r\\n\n    Cookie: ${pairs}\\r\\n\n        Cookie pair: ${csrf}\n        Cookie pair: ${session}`,
      [cookie],
    ],
    ['a request with the ends of its lines shown', `GET / HTTP/1.1^M$\nCookie: ${session}^M$`, [sessionOnly]],
    ["a proxy's view of a request", `GET http://a/\n    accept: */*\n    cookie: ${pairs}\n << HTTP/2.0 401`, [cookie]],
  ])('%s', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
  })

  test('a scheme before a variable is not taken for Bearer', () => {
    const text = `const t = '${token}'\naxios.get(url, { headers: { Authorization: \`Token \${t}\` } })`
    expect(readPaste(text).flaws).toEqual(['variable'])
  })

  test.each([
    ['a string of Kotlin', '.addHeader("Authorization", "Bearer $token")'],
    ['a string of PHP', '$ch = curl_init();\ncurl_setopt($ch, CURLOPT_HTTPHEADER, ["Authorization: Bearer $token"]);'],
    ['strings that PHP joins', "'Authorization: Bearer ' . $token"],
    ['a string of C#', 'new HttpClient().DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");'],
    ['a format of Go', 'req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", token))'],
    ['an argument', 'req.Header.Set("Cookie", cookie)'],
  ])('a variable in %s is told', (_, text) => {
    expect(readPaste(text).flaws).toEqual(['variable'])
  })

  test('a list of names of headers is no request', () => {
    const text = "app.use(cors({ allowedHeaders: ['Authorization', 'Cookie', 'X-Session-Token'] }))"
    expect(readPaste(text).subject).toBe('unreadable')
  })

  test('a default where a server reads a header is no variable of a request', () => {
    expect(readPaste('import requests\nrequest.headers.get("Authorization", fallback)').flaws).toEqual([])
  })

  test("the variable of a session in Ory's SDK is told", () => {
    expect(readPaste('await ory.toSession({ xSessionToken: token })').flaws).toEqual(['variable'])
  })
})

test.each([
  [
    'the name of the cookie',
    'session:\n  cookie:\n    name: ory_kratos_session\n    domain: a.example\n  lifespan: 24h',
  ],
  ['its secrets', 'secrets:\n  cookie:\n    - PLEASE-CHANGE-ME\ncookies:\n  domain: a.example\n  same_site: Lax'],
])("%s in Kratos' configuration is no header", (_, text) => {
  expect(readPaste(text)).toMatchObject({ subject: 'unreadable', headers: [] })
})

describe('a log that leaves credentials out is told, and nothing is made of what stands for them', () => {
  const kratos = 'Value is sensitive and has been redacted. To see the value set config key "log.leak" = true.'
  test.each([
    ["Kratos'", { http_request: { headers: { accept: '*/*', cookie: kratos } }, msg: 'No valid session found.' }],
    ["a gateway's", { request: { headers: { Cookie: ['REDACTED'], Authorization: ['REDACTED'] } } }],
  ])('%s', (_, json) => {
    expect(readPaste(JSON.stringify(json))).toMatchObject({
      ...{ subject: 'unreadable', headers: [], remarks: [expect.stringContaining('left the credentials out')] },
    })
  })

  test('what was not left out counts', () => {
    const text = JSON.stringify({ headers: { cookie: '[FILTERED]', 'x-session-token': value } })
    expect(readPaste(text).subject).toBe('headers')
  })
})
