import { describe, expect, test } from '@jest/globals'
import type { Header } from '../../../src/service/debug/observation/evidence.ts'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { bearer, credentialsIn, session, token } from '../../support/pasted.ts'

const cookie: Header = ['cookie', `${session}; theme=dark`]

describe('what a curl command sends', () => {
  test.each<[string, string, Header[]]>([
    [
      '-H',
      `curl -H 'Authorization: Bearer ${token}' -H "Cookie: ${session}; theme=dark" http://localhost:3000/`,
      [bearer, cookie],
    ],
    [
      '--header and --header=',
      `curl --header 'Authorization: Bearer ${token}' --header='Cookie: ${session}; theme=dark' localhost`,
      [bearer, cookie],
    ],
    ['-b, glued and in a cluster', `curl -sSb'${session}; theme=dark' localhost`, [cookie]],
    ['--cookie', `$ curl localhost --cookie '${session}; theme=dark'`, [cookie]],
    ['--oauth2-bearer', `curl --oauth2-bearer ${token} localhost`, [bearer]],
    [
      'a body that looks like options',
      `curl -d "-H 'Cookie: a=b'" -X POST -b '${session}; theme=dark' localhost`,
      [cookie],
    ],
    ['in a pipe', `curl -b '${session}; theme=dark' localhost | jq -H 'Cookie: a=b'`, [cookie]],
    [
      'over several lines',
      `curl 'https://app.example.com/' \\\n  -H 'accept: */*' \\\r\n  -b '${session}; theme=dark'`,
      [cookie],
    ],
    [
      "a browser's copy with $'…'",
      `curl 'https://app.example.com/' -b $'${session}; name=it\\'s'`,
      [['cookie', `${session}; name=it's`]],
    ],
    [
      "a browser's copy for Windows' cmd",
      `curl ^"https://app.example.com/^" ^\r\n  -H ^"accept: */*^" ^\r\n  -b ^"${session}; theme=dark^"`,
      [cookie],
    ],
    [
      'an older copy for cmd',
      `curl.exe "https://app.example.com/" ^\n  -H "Cookie: ${session}; theme=dark" ^\n  --compressed`,
      [cookie],
    ],
  ])('%s', (_, text, expected) => {
    expect(readPaste(text).subject).toBe('curl')
    expect(credentialsIn(text)).toEqual(expected)
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
