import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'

const session = `ory_kratos_session=${Buffer.from('1795553336|data|mac').toString('base64url')}`
const token = 'ory_st_0123456789abcdefghijABCDEFGHIJ01'
const bearer: Header = ['authorization', `Bearer ${token}`]
const cookie: Header = ['cookie', `${session}; theme=dark`]

const credentials = (text: string): Header[] =>
  readPaste(text).headers.filter(([name]) => ['cookie', 'authorization', 'x-session-token'].includes(name))

describe('what can be pasted', () => {
  test.each<[string, string, string, Header[]]>([
    ['a raw token', 'token', `  ${token}\n`, [bearer]],
    ['a token in quotes', 'token', `"${token}"`, [bearer]],
    ['a scheme and a token', 'headers', `Bearer ${token}`, [bearer]],
    ['another scheme and a token, as it is', 'headers', `Token ${token}`, [['authorization', `Token ${token}`]]],
    ['an Authorization line', 'headers', `Authorization: Bearer ${token}`, [bearer]],
    ['a Cookie line', 'headers', `cookie: ${session}; theme=dark`, [cookie]],
    ['a line of curl -v', 'headers', `> Cookie: ${session}; theme=dark`, [cookie]],
    [
      'a Set-Cookie line, as the cookie that comes back',
      'headers',
      `Set-Cookie: ${session}; Path=/; HttpOnly`,
      [['cookie', session]],
    ],
    [
      'a block of headers',
      'headers',
      `GET / HTTP/1.1\r\nHost: app.example.com\r\nCookie: ${session}; theme=dark\r\nAuthorization: Bearer ${token}`,
      [cookie, bearer],
    ],
    ['an X-Session-Token line', 'headers', `X-Session-Token: ${token}`, [['x-session-token', token]]],
    ['bare cookie pairs', 'cookies', `${session}; theme=dark`, [cookie]],
    [
      'the bare value of a session cookie',
      'cookies',
      session.slice('ory_kratos_session='.length),
      [['cookie', session]],
    ],
    [
      'a JSON Web Token',
      'token',
      'eyJhbGciOiJub25lIn0.e30.c2ln',
      [['authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.c2ln']],
    ],
    [
      'a curl command with -H',
      'curl',
      `curl -H 'Authorization: Bearer ${token}' -H "Cookie: ${session}; theme=dark" http://localhost:3000/`,
      [bearer, cookie],
    ],
    [
      'a curl command with --header and --header=',
      'curl',
      `curl --header 'Authorization: Bearer ${token}' --header='Cookie: ${session}; theme=dark' localhost`,
      [bearer, cookie],
    ],
    ['a curl command with -b, glued and in a cluster', 'curl', `curl -sSb'${session}; theme=dark' localhost`, [cookie]],
    ['a curl command with --cookie', 'curl', `$ curl localhost --cookie '${session}; theme=dark'`, [cookie]],
    ['a curl command with --oauth2-bearer', 'curl', `curl --oauth2-bearer ${token} localhost`, [bearer]],
    [
      'a curl command with a body that looks like options',
      'curl',
      `curl -d "-H 'Cookie: a=b'" -X POST -b '${session}; theme=dark' localhost`,
      [cookie],
    ],
    ['a curl command in a pipe', 'curl', `curl -b '${session}; theme=dark' localhost | jq -H 'Cookie: a=b'`, [cookie]],
    [
      'a curl command over several lines',
      'curl',
      `curl 'https://app.example.com/' \\\n  -H 'accept: */*' \\\r\n  -b '${session}; theme=dark'`,
      [cookie],
    ],
    [
      "a browser's copy with $'…'",
      'curl',
      `curl 'https://app.example.com/' -b $'${session}; name=it\\'s'`,
      [['cookie', `${session}; name=it's`]],
    ],
    [
      "a browser's copy for Windows' cmd",
      'curl',
      `curl ^"https://app.example.com/^" ^\r\n  -H ^"accept: */*^" ^\r\n  -b ^"${session}; theme=dark^"`,
      [cookie],
    ],
    [
      'an older copy for cmd',
      'curl',
      `curl.exe "https://app.example.com/" ^\n  -H "Cookie: ${session}; theme=dark" ^\n  --compressed`,
      [cookie],
    ],
  ])('%s', (_, subject, text, expected) => {
    expect(readPaste(text).subject).toBe(subject)
    expect(credentials(text)).toEqual(expected)
  })

  test.each([
    ['prose', 'why does it not see my session'],
    ['a curl command without its end', "curl -H 'Cookie: a=b"],
    ['nothing', '  '],
  ])('%s is not readable, and gives no credentials', (_, text) => {
    expect(readPaste(text)).toMatchObject({ subject: 'unreadable', headers: [] })
  })
})

describe('what a curl command says besides its credentials', () => {
  test('its URL is the host of the request, and is said not to be fetched', () => {
    const { headers, https, remarks } = readPaste('curl https://app.example.com:8443/api?secret=1 -b a=b')
    expect(headers).toContainEqual(['host', 'app.example.com:8443'])
    expect(https).toBe(true)
    expect(remarks).toEqual([expect.stringContaining('was not fetched')])
    expect(JSON.stringify(remarks)).not.toContain('secret')
  })

  test("a browser's headers come along, so that its cookies can be explained", () => {
    expect(
      readPaste("curl http://localhost:3000 -H 'Sec-Fetch-Site: cross-site' -H 'User-Agent: Mozilla/5.0'").headers,
    ).toEqual(
      expect.arrayContaining([
        ['sec-fetch-site', 'cross-site'],
        ['user-agent', 'Mozilla/5.0'],
      ]),
    )
  })

  test.each([
    ['-b cookies.txt', /names a cookie file/],
    ['-H @headers.txt', /names a header file/],
    ['-u ann:password', /-u sends Authorization: Basic/],
    ['-K curlrc', /names an option file/],
  ])('%s is ignored with a remark', (option, remark) => {
    const { headers, remarks } = readPaste(`curl ${option} localhost`)
    expect(headers).toEqual([
      ['host', 'localhost'],
      ['user-agent', 'curl'],
    ])
    expect(remarks).toContainEqual(expect.stringMatching(remark))
  })
})
