import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import {
  bearer,
  cookie,
  credentialsIn,
  csrf,
  id,
  session,
  sessionOnly,
  token,
  value,
  wrapped,
} from '../../support/pasted.ts'

const pairs = `${csrf}; ${session}`
const fence = '```'
const jarLine = `#HttpOnly_localhost\tFALSE\t/\tFALSE\t0\tory_kratos_session\t${value}`
const login = JSON.stringify({ session_token: token, session: { id, active: true } })

describe('pastes as people have them', () => {
  test.each<[string, string, Header[]]>([
    [
      'curl with the header that documentation names',
      `curl -H "Cookies: ${session}" http://a/`,
      [['cookies', session]],
    ],
    ['curl with a cookie file, and the file', `$ curl -b jar http://a/\n$ cat jar\n${jarLine}`, [sessionOnly]],
    ['the list of cookies of a gateway', JSON.stringify({ cookies: [csrf, session] }), [cookie]],
    [
      'the token in what a login goes on with',
      JSON.stringify({ session: { id, identity: { id } }, continue_with: [{ ory_session_token: token }] }),
      [bearer],
    ],
    [
      'a client of .NET in PowerShell',
      `$wc = New-Object System.Net.WebClient\n$wc.Headers.Add("Cookie", "${session}")\n$wc.DownloadString("http://a/")`,
      [sessionOnly],
    ],
    ["PowerShell's curl, its URL first", `curl http://a/ -Headers @{Authorization="Bearer ${token}"}`, [bearer]],
    [
      'a command and its answer, each in a fence',
      `${fence}\ncurl -b '${session}' http://a/\n${fence}\n${fence}\n{}\n${fence}`,
      [sessionOnly],
    ],
    ['a request in a packet analyser', `GET / HTTP/1.1\\r\\n\nHost: a\\r\\n\nCookie: ${session}\\r\\n`, [sessionOnly]],
    ['a file of settings', `ORY_SDK_URL=http://localhost:4433\n\nORY_SESSION_TOKEN=${token}`, [bearer]],
    ['a row with commas', `ory_kratos_session,${value},localhost,/`, [sessionOnly]],
    ["Node.js' headers in a console", `{\n  host: 'a',\n  'user-agent': 'x',\n  cookie: '${pairs}'\n}`, [cookie]],
    ['Headers in a console', `Headers { host: 'a', cookie: '${pairs}' }`, [cookie]],
    ['an object with a name in a console', `headers: {\n  Cookie: "${pairs}"\n}`, [cookie]],
    ['a Map in a console', `Map(2) { 'host' => 'a', 'cookie' => '${pairs}' }`, [cookie]],
    ['a long string in a console', `{\n  cookie: '${csrf}; ' +\n    '${session}'\n}`, [cookie]],
    [
      'cookies of an answer in a console',
      `[\n  '${csrf}; Path=/; HttpOnly',\n  '${session}; Path=/; HttpOnly'\n]`,
      [cookie],
    ],
    ['headers of an answer in a console', `{ 'set-cookie': [ '${csrf}; Path=/', '${session}; Path=/' ] }`, [cookie]],
    ['a cookie in a console', `{name: "ory_kratos_session", value: "${value}", path: "/"}`, [sessionOnly]],
    ['JSON that a terminal wrapped', wrapped(JSON.stringify({ cookie: pairs }), 80), [cookie]],
    ['a line of JSON that a terminal wrapped', wrapped(`"cookie": "${pairs}",`, 100), [cookie]],
    ['the answer to a login that a terminal wrapped', wrapped(login, 40), [bearer]],
    ['fetch that a terminal wrapped', wrapped(`fetch("http://a/", { headers: { cookie: "${pairs}" } })`, 80), [cookie]],
    ['a row of Firefox that was wrapped', wrapped(`ory_kratos_session:"${value}"`, 80), [sessionOnly]],
    ['what curl -i prints of a login', `HTTP/1.1 200 OK\nContent-Type: application/json\n\n${login}`, [bearer]],
    ['the answer to a login in a fence', `\`\`\`json\n${login}\n\`\`\``, [bearer]],
    ['the answer to a login that is cut off', login.slice(0, -20), [bearer]],
    [
      'an environment of Postman',
      JSON.stringify({ values: [{ key: 'token', value: token, enabled: true }] }),
      [bearer],
    ],
    ['a string of JSON in JSON', JSON.stringify({ text: JSON.stringify({ cookie: session }) }), [sessionOnly]],
    ['Authorization with a sign of equality', `Authorization=Bearer ${token}`, [bearer]],
    ['a log of nginx', `cookie="${pairs}"`, [cookie]],
    ['a cookie with a sign of equality', `cookie=${session}`, [sessionOnly]],
    ['options of curl', `-H 'Authorization: Bearer ${token}' -H 'Accept: */*'`, [bearer]],
    ['an option of curl for cookies', `-b '${pairs}'`, [cookie]],
    ['a token in a query', `http://localhost:3000/?session_token=${token}&a=b`, [bearer]],
    [
      "Python's cookies in a console",
      `<RequestsCookieJar[<Cookie ory_kratos_session=${value} for a.local/>]>`,
      [sessionOnly],
    ],
    ["Go's headers in a log", `map[Accept:[*/*] Cookie:[${session}] Host:[a]]`, [sessionOnly]],
    ['document.cookie in a console', `> document.cookie\n< '${session}'`, [sessionOnly]],
    ['a file of requests', `### me\nGET http://localhost:3000/api/me\nCookie: ${pairs}\n\n###`, [cookie]],
    ['YAML', `cookie: "${pairs}"`, [cookie]],
    ['lines that end with carriage returns alone', `Host: a\rCookie: ${pairs}\rAccept: */*`, [cookie]],
    ['a Cookie line without its colon', `Cookie ${pairs}`, [cookie]],
    ['an Authorization line without its colon', `Authorization Bearer ${token}`, [bearer]],
    ['an X-Session-Token line without its colon', `X-Session-Token ${token}`, [['x-session-token', token]]],
    [
      'a cookie with a colon',
      `ory_session_happyeinstein1a2b: ${value}`,
      [['cookie', `ory_session_happyeinstein1a2b=${value}`]],
    ],
    ['a cookie with blanks around', `ory_kratos_session = ${value};`, [sessionOnly]],
    ['a cookie with its value below', `ory_kratos_session:\n${value}`, [sessionOnly]],
    [
      'curl -v in a terminal that wrapped it',
      `> GET / HTTP/1.1\n> Host: a\n> Cookie: ${session.slice(0, 70)}\n${session.slice(70)}\n>\n< HTTP/1.1 200`,
      [sessionOnly],
    ],
    [
      'fetch with a token and nothing of a browser',
      `fetch('http://a/', { headers: { Authorization: 'Bearer ${token}' } })`,
      [bearer],
    ],
    ['a header in bold', `**Cookie:** ${pairs}`, [cookie]],
    ['a header whose name is code', `\`Cookie\`: \`${pairs}\``, [cookie]],
    [
      "all of Chrome's panel",
      `Request URL:\nhttp://localhost:3000/\nRequest Method:\nGET\nStatus Code:\n401 Unauthorized\ncontent-type:\n` +
        `application/json\nset-cookie:\na=b; Path=/\nRequest Headers\naccept:\n*/*\ncookie:\n${pairs}`,
      [cookie],
    ],
    [
      'a redirect in curl -v',
      `> GET /a HTTP/1.1\n> Host: a\n> Cookie: a=b\n>\n< HTTP/1.1 302\n<\n> GET /b HTTP/1.1\n> Cookie: ${pairs}`,
      [cookie],
    ],
    [
      'several fetches',
      `fetch("http://a/", { headers: { cookie: "a=b" } });\nfetch("http://b/", { headers: { cookie: "${pairs}" } });`,
      [cookie],
    ],
    [
      'headers before the call',
      `const headers = { Authorization: 'Bearer ${token}' }\nconst answer = await fetch('http://a/', { headers })`,
      [bearer],
    ],
  ])('%s', (_, text, expected) => {
    expect(credentialsIn(text)).toEqual(expected)
    expect(readPaste(text).readAs).not.toBeNull()
  })

  test.each([
    'fetch(url, { headers: { Authorization: authorization } })',
    'fetch(url, { headers: { cookie: request.headers.cookie } })',
    "axios.get(url, { headers: { 'X-Session-Token': token } })",
    'requests.get(url, headers={"Authorization": token})',
  ])('a variable in place of a credential is said to be one: %s', (text) => {
    expect(credentialsIn(text)).toEqual([])
    expect(readPaste(text).flaws).toEqual(['variable'])
  })

  test('quotes that are removed from a line are said to be', () => {
    expect(readPaste(`Authorization: "Bearer ${token}"`).remarks).toEqual([expect.stringContaining('quotes')])
  })

  test('fetch with a token and nothing of a browser leaves nothing out', () => {
    expect(readPaste(`fetch('http://a/', { headers: { Authorization: 'Bearer ${token}' } })`)).toMatchObject({
      ...{ readAs: 'fetch', flaws: [] },
    })
  })

  test.each([
    ['a session in JSON', JSON.stringify({ session: { id, identity: { id } } })],
    ['an identity in JSON', JSON.stringify({ identity: { id } })],
    ['an error in JSON', JSON.stringify({ code: 401, message: 'no' })],
    ['the headers of an answer', 'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\nDate: now'],
  ])('%s holds no credential', (readAs, text) => {
    expect(readPaste(text)).toMatchObject({ subject: 'unreadable', readAs, headers: [] })
  })

  test.each([
    ['a token in the body of a request', `curl http://a/ -X DELETE -d '{"session_token":"${token}"}'`],
    ['a sentence about a cookie', 'Cookie: is not sent by Chrome'],
    ['a sentence about cookies', 'Cookies: I have deleted them all.'],
    ['the settings of Kratos', 'serve:\n  public:\n    base_url: http://a/\ncookies:\n  domain: localhost\n  path: /'],
  ])('%s is no credential that a request sends', (_, text) => {
    expect(credentialsIn(text)).toEqual([])
  })
})
