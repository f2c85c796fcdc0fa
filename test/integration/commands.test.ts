import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readCommand } from '../../src/service/debug/paste/command/command.ts'
import { listenOnFreePort } from '../support/free-port.ts'
import { describeWith } from '../support/skip.ts'

type Header = readonly [name: string, value: string]

const session = 'ory_kratos_session=MTc5NTU1MzMzNnxkYXRhfG1hYw=='
const token = 'ory_st_0123456789abcdefghijABCDEFGHIJ01'
const names = ['cookie', 'authorization', 'x-session-token']

const characters = Array.from('ab=; "\'\\$`{}()#&|<>*?~!')

const commands: readonly string[] = [
  `curl URL -b '${session}' -H 'Authorization: Bearer ${token}'`,
  `curl -sSb'${session}' -H"X-Session-Token: ${token}" URL`,
  `curl URL -b a=b -b '${session}' -b ' c=d; '`,
  `curl URL -b a=b -H 'Cookie: ${session}' -H 'Cookie: c=d'`,
  `curl URL -b a=b -H 'Cookie:'`,
  `curl URL -b a=b -H 'Cookie;'`,
  `curl URL -b '' -b nofile -b '=x'`,
  `curl URL -b=a=b`,
  `curl URL -H 'Authorization;' --oauth2-bearer ${token}`,
  `curl URL -H 'Authorization:' --oauth2-bearer ${token}`,
  `curl URL -H 'Authorization: Bearer x' --oauth2-bearer ${token}`,
  `curl URL --oauth2-bearer x --oauth2-bearer ${token}`,
  `curl URL -u a:b --oauth2-bearer ${token}`,
  `curl URL -H 'Authorization Bearer x' -H 'X-Session-Token' -H Authorization: Bearer`,
  `curl URL -H 'Authorization: Bearer x' -H 'Authorization:'`,
  `curl URL -H 'X-Session-Token:   ${token}  '`,
  `curl URL -H 'Cookie: a=b' --next URL -b '${session}'`,
  `curl URL -d "-H 'Cookie: a=b'" -X POST -b '${session}'`,
  `curl --max-time 5 --connect-timeout 5 -A "x -b c=d" -e http://a -o /dev/null -w '%{http_code}' -b a=b URL`,
  `curl --retry 1 --proto =http --noproxy '*' --tls-max 1.2 --limit-rate 1M --max-redirs 3 -b a=b URL`,
  `curl -fsSLk --compressed --http1.1 --no-keepalive -b a=b URL`,
  `curl URL \\\n  -H 'Accept: */*' \\\n  -b $'a=it\\'s\\x41; b=\\u0041' # -b c=d`,
  `T=${token}; curl -H "Authorization: Bearer $T" -H 'X-Session-Token: $T' URL`,
  `export T='${token}' U=x\ncurl -H "X-Session-Token: \${T}" -b "u=$U; v=\${V:-w}" URL`,
  `T=${token} U=$T; curl --oauth2-bearer "$U" URL`,
  `O="-b a=b -H X-Session-Token:x"\ncurl $O URL`,
  `a=(-b 'a=b c' -H "Authorization: Bearer x")\ncurl "\${a[@]}" URL`,
  `H='Cookie: a=b'; curl -H "$H; c=d" URL`,
  `if ! curl -sf -b a=b URL >/dev/null 2>&1; then echo "it's gone"; fi`,
  `time curl -b a=b URL | cat -A`,
  `env A=b curl -b a=b URL && true || echo x`,
  `echo "$(curl -s -b 'a=b' URL)"`,
  `M=$(curl -s -b "a=b" URL | tr -d x)\necho $M`,
  `bash -c "curl -H 'X-Session-Token: ${token}' URL"`,
  `sh -c 'curl -b "a=b" URL'`,
  `for i in 1; do curl -b a=i URL; done`,
  `curl -b a=b URL > /dev/null 2>&1 < /dev/null`,
  `curl -b "a=\\"b\\$c\\\\d\\e" URL`,
  `curl -b a\\=b\\ c URL`,
  `curl -b 'a=“b' -d 'it’s –x' URL`,
  `curl -s "URL?a=1&b=[2]" -g -b 'a=b'`,
  `curl -s -- URL`,
  `{ curl -s -b a=b URL; }`,
  `(curl -s -b a=b URL)`,
  `curl -s -b a=b --json '{"a": "-H b"}' URL`,
  `cat <<'EOF' | curl -d @- -b a=b URL\nit's\nEOF`,
]

describeWith(
  'curl',
  '--version',
  'install it, package curl',
  'what is read from a command is what bash and curl send',
  () => {
    let server: Server
    let url: string
    let arrived: (readonly Header[])[]

    beforeAll(async () => {
      server = createServer(({ rawHeaders }, response) => {
        const lines = rawHeaders.flatMap((name, index): Header[] =>
          index % 2 === 0 && names.includes(name.toLowerCase())
            ? [[name.toLowerCase(), Buffer.from(rawHeaders[index + 1] ?? '', 'latin1').toString()]]
            : [],
        )
        arrived.push(lines)
        response.end()
      })
      url = `http://127.0.0.1:${await listenOnFreePort(server)}/`
    })

    afterAll(() => {
      server.close()
    })

    beforeEach(() => {
      arrived = []
    })

    /** What arrives when bash runs a text: the headers of the last request. */
    async function sent(text: string): Promise<readonly Header[] | undefined> {
      arrived = []
      await new Promise((resolve) => {
        execFile('bash', ['--norc', '-c', text], { env: { PATH: process.env['PATH'], HOME: '/nowhere' } }, resolve)
      })
      return arrived.at(-1)
    }

    function read(text: string): readonly Header[] {
      return (readCommand(text)?.headers ?? []).filter(([name]) => names.includes(name))
    }

    const sorted = (headers: readonly Header[] | undefined): readonly (readonly [string, string])[] | undefined =>
      headers?.map(([name, value]) => [name, value.trim()] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))

    test.each(commands)('%s', async (command) => {
      const text = command.replaceAll('URL', url)
      expect(sorted(read(text))).toEqual(sorted(await sent(text)))
    })

    test('also of commands that nobody thought of', async () => {
      const value = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 8 })
      const inSingle = value.map((text) => `'a=${text.replaceAll("'", "'\\''")}'`)
      const inDouble = value.map((text) => `"a=${text.replace(/["\\$`]/g, '\\$&')}"`)
      const escaped = value.map((text) => `a=${text.replace(/[^\w=]/g, '\\$&')}`)
      const ansi = value.map((text) => `$'a=${text.replace(/['\\]/g, '\\$&')}'`)
      const word = fc.oneof(inSingle, inDouble, escaped, ansi)
      const option = fc.oneof(
        word.map((text) => `-b ${text}`),
        word.map((text) => `-sb${text}`),
        word.map((text) => `-H Cookie:" x; "${text}`),
        word.map((text) => `-H 'X-Session-Token: '${text}`),
        word.map((text) => `-o /dev/null -d ${text}`),
        word.map((text) => `--oauth2-bearer ${text}`),
      )
      const options = fc.array(option, { minLength: 1, maxLength: 4 })
      await fc.assert(
        fc.asyncProperty(options, fc.constantFrom(' ', ' \\\n  ', '\t'), async (all, blank) => {
          const text = ['curl', '-s', ...all, url].join(blank)
          expect(sorted(read(text))).toEqual(sorted(await sent(text)))
        }),
        { numRuns: 300 },
      )
    })
  },
)
