import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formOf,
  startDebug,
  withDebug,
  type DebugService,
  type Line,
  type ServiceOptions,
} from '../../support/debug-service.ts'
import { token } from '../../support/pasted.ts'
import { startStubUpstream, type Received, type StubAnswer, type StubUpstream } from '../../support/stub-ory.ts'

const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.nat({ max: alphabet.length - 1 }).map((index) => alphabet.charAt(index)), minLength, maxLength })
const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const base64url = `${alphanumeric}-_`

/** Secrets as Ory and others make them. */
const secret = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('ory_st_', 'ory_pat_', 'ory_at_', 'ory_wak_', 'ory_lo_', 'ory_rt_', 'ory_ac_', 'ory_apikey_'),
      letters(alphanumeric, 24, 40),
    )
    .map(([prefix, rest]) => prefix + rest),
  letters(alphanumeric, 24, 80),
  fc.uuid(),
  fc
    .tuple(fc.nat({ max: 4e8 }), letters(base64url, 40, 300))
    .map(([seconds, data]) => Buffer.from(`${1_500_000_000 + seconds}|${data}`).toString('base64url')),
  fc
    .tuple(letters(base64url, 20, 60), letters(base64url, 20, 40))
    .map(([payload, signature]) => `eyJhbGciOiJIUzI1NiJ9.eyJ${payload}.${signature}`),
)

// RUNS=1500 looks longer.
const numRuns = Number(process.env['RUNS'] ?? 25)

type Sending = (secret: string) => { headers?: readonly Line[]; paste?: string }

/** Pastes of all formats with a secret in them, where it belongs and where it does not. */
const pastes: Record<string, (secret: string) => string> = {
  'several places of a curl command': (value) =>
    `curl --${value} -o ${value} -c ${value} -K ${value} -b a=b h ${value}`,
  'the place of a host': (value) => `curl ${value} -H 'Cookie: a=b'`,
  'the host of a URL': (value) => `curl https://${value}/ -b 'a=${value}'`,
  'a Host line': (value) => `Host: ${value}\nCookie: a=b`,
  'an Origin line': (value) => `Origin: https://${value}\nCookie: a=b`,
  'a variable': (value) => `A=${value}\ncurl -b ory_kratos_session=$A h`,
  "a variable's name": (value) => `curl -b a=\${${value}} h`,
  'a comment': (value) => `# ${value}\ncurl -b a=b h # ${value}`,
  'the output of a command': (value) => `curl -b a=$(echo ${value}) h`,
  'an inner shell': (value) => `sh -c "curl -b a=${value} h"`,
  "bash's own quotes": (value) => `curl -H $'Cookie: a=\\x41${value}' h`,
  'a command of cmd': (value) => `C:\\>set X=${value}\nC:\\>curl -H "Cookie: a=%X%" h`,
  'a wget command': (value) => `wget --password ${value} --header "Cookie: a=${value}" --load-cookies ${value} h`,
  'an HTTPie command': (value) => `http --session=${value} h Cookie:a=${value} ${value}:a b==${value}`,
  "a load tester's command": (value) => `ab -C ${value} -H 'X-Session-Token: ${value}' http://h/${value}`,
  'a table of PowerShell': (value) => `irm h -Headers @{Cookie="a=${value}"; "${value}"="a"} -UserAgent ${value}`,
  'a session of PowerShell': (value) =>
    `$s=New-Object X\n$s.Cookies.Add((New-Object System.Net.Cookie("${value}","a","/","${value}")))\n` +
    `iwr "https://ann:${value}@h" -WebSession $s`,
  fetch: (value) => `fetch("https://ann:${value}@h/${value}", {headers: {cookie: "a=${value}", "${value}": "a"}})`,
  "Python's requests": (value) => `requests.get("https://h", cookies={"ory_kratos_session": "${value}"})`,
  'a HAR': (value) =>
    JSON.stringify({
      request: {
        method: value,
        url: `https://${value}/${value}`,
        headers: [
          { name: 'Cookie', value: `a=${value}` },
          { name: value, value },
        ],
        cookies: [{ name: value, value: 'abcdefgh' }],
        postData: { text: value },
      },
    }),
  'cookies of a HAR': (value) =>
    JSON.stringify({
      request: { method: 'GET', url: value, headers: [], cookies: [{ name: value, value: 'abcdefgh' }] },
    }),
  'the answer to a login': (value) => JSON.stringify({ session_token: value, session: { id: value } }),
  'keys of JSON': (value) => JSON.stringify({ Cookie: `a=${value}`, [value]: value }),
  "a browser's cookies in JSON": (value) => JSON.stringify([{ name: value, value: 'a', domain: value, path: '/' }]),
  'columns of a cookie jar': (value) => `${value}\tFALSE\t/${value}\tFALSE\t0\t${value}\ta`,
  'a cookie table': (value) => `${value}\ta\th\t/`,
  "Firefox's cookie table": (value) => `${value}:"a"`,
  'a Set-Cookie line': (value) => `Set-Cookie: ${value}=abcdefgh; Path=/${value}; Domain=${value}`,
  'what curl -v shows': (value) => `> GET /${value} HTTP/1.1\n> Cookie: a=${value}\n< HTTP/1.1 401 ${value}`,
  'misnamed headers': (value) => `X-Session-Cookie: ${value}\nX-Auth-Token: x=${value}\nCookies: a=${value}`,
  'JSON behind Bearer': (value) => `Authorization: Bearer {"session_token":"${value}"}`,
  'a list behind Bearer': (value) => `Authorization: Bearer x,${value};`,
  'a percent-encoded cookie': (value) => `Cookie: other=%22${value}%22`,
  'an assignment': (value) => `TOKEN=${value}`,
  "an image's file name": (value) => `${value}.png`,
  'a header without a value': (value) => `curl -H '${value}' -H '${value};' h`,
}

/** Requests and pastes with a secret in them. */
const sendings: Record<string, Sending> = {
  'a session cookie': (value) => ({ headers: [['Cookie', `ory_kratos_session=${value}; theme=dark`]] }),
  'another cookie': (value) => ({ headers: [['Cookie', `theme=dark; other=${value}`]] }),
  'a quoted cookie': (value) => ({ headers: [['Cookie', `ory_kratos_session="${value}"`]] }),
  'a cookie without a name': (value) => ({ headers: [['Cookie', value]] }),
  'a cookie without a name, padded': (value) => ({ headers: [['Cookie', `${value}==`]] }),
  'the name of a cookie': (value) => ({ headers: [['Cookie', `${value}=1`]] }),
  'the name of a cookie, behind a prefix': (value) => ({ headers: [['Cookie', `__Host-${value}=1`]] }),
  'a second Cookie header': (value) => ({
    headers: [
      ['Cookie', 'theme=dark'],
      ['Cookie', `a=b; c=${value}`],
    ],
  }),
  'a cookie and the name of another': (value) => ({ headers: [['Cookie', `a=${value}; x-${value}=b`]] }),
  'behind Bearer': (value) => ({ headers: [['Authorization', `Bearer ${value}`]] }),
  'behind Bearer, in quotes': (value) => ({ headers: [['Authorization', `Bearer "${value}"`]] }),
  'behind Bearer and a tab': (value) => ({ headers: [['Authorization', `Bearer\t${value}`]] }),
  'glued to Bearer': (value) => ({ headers: [['Authorization', `Bearer${value}`]] }),
  'behind Bearer:': (value) => ({ headers: [['Authorization', `Bearer:${value}`]] }),
  'in the place of a scheme': (value) => ({ headers: [['Authorization', value]] }),
  'in the place of a scheme, with more behind it': (value) => ({ headers: [['Authorization', `${value} x`]] }),
  'behind another scheme': (value) => ({ headers: [['Authorization', `Token ${value}`]] }),
  'behind Basic': (value) => ({
    headers: [['Authorization', `Basic ${Buffer.from(`ann:${value}`).toString('base64')}`]],
  }),
  'twice behind Bearer': (value) => ({ headers: [['Authorization', `Bearer ${value}, Bearer ${value}`]] }),
  'a second Authorization header': (value) => ({
    headers: [
      ['Authorization', 'Bearer x'],
      ['Authorization', `Bearer ${value}`],
    ],
  }),
  'X-Session-Token': (value) => ({ headers: [['X-Session-Token', value]] }),
  'a pasted token': (value) => ({ paste: value }),
  'a pasted token in quotes': (value) => ({ paste: `'${value}'` }),
  'a pasted scheme and token': (value) => ({ paste: `Token ${value}` }),
  'a pasted line': (value) => ({ paste: `Cookie: a=${value}` }),
  'pasted prose': (value) => ({ paste: `my token is ${value} and it fails` }),
  'a pasted curl -H': (value) => ({ paste: `curl -H 'Authorization: Bearer ${value}' localhost` }),
  'a pasted curl -b': (value) => ({ paste: `curl -b 'a=b; ory_kratos_session=${value}' localhost` }),
  'a pasted curl -b that seems to be a file': (value) => ({ paste: `curl -b ${value} localhost` }),
  'a pasted curl -u': (value) => ({ paste: `curl -u ann:${value} localhost` }),
  'a pasted curl --oauth2-bearer': (value) => ({ paste: `curl --oauth2-bearer ${value} localhost` }),
  "a pasted curl's URL": (value) => ({
    paste: `curl 'https://ann:${value}@localhost/${value}?token=${value}#${value}'`,
  }),
  "a pasted curl's body": (value) => ({ paste: `curl -d 'token=${value}' localhost` }),
  "a pasted curl's other header": (value) => ({
    paste:
      `curl -H 'X-Api-Key: ${value}' -H '${value}: x' -H 'Origin: ${value}' -H 'Sec-Fetch-Site: ${value}' ` +
      `-A 'Mozilla/5.0 ${value}' localhost`,
  }),
  'a pasted curl that is cut off': (value) => ({ paste: `curl -H 'Authorization: Bearer ${value}` }),
  ...Object.fromEntries(
    Object.entries(pastes).map(([name, text]) => [`in ${name}`, (value: string) => ({ paste: text(value) })]),
  ),
}

/** What was sent to Ory, its parts, the inside of these, and parts cut off. */
function sentIn({ headers }: Received): string[] {
  const values = ['cookie', 'authorization', 'x-session-token'].flatMap((name) => headers[name] ?? [])
  const words = values.flatMap((value) => value.split(/; ?|[\s=",:]/))
  const cut = words.map((word) => word.slice(3, 15))
  const all = [...values, ...words, ...cut].flatMap((text) => [text, text.toUpperCase(), encodeURIComponent(text)])
  return all.filter((text) => text !== '')
}

const asJson = { 'content-type': 'application/json' }

/** Answers that repeat what was sent, also to the second question. */
const echoes: Record<string, (sent: readonly string[]) => StubAnswer> = {
  refusal: (sent) => ({
    status: 401,
    headers: { 'content-type': `application/json; ${sent.at(-1) ?? ''}` },
    body: JSON.stringify({ error: { id: sent[1], reason: `no session for ${sent.join(' ')}`, message: sent[0] } }),
  }),
  session: (sent) => ({
    headers: asJson,
    body: JSON.stringify({
      id: sent.join(' '),
      authentication_methods: sent.map((method) => ({ method })),
      identity: {
        id: sent.join(','),
        state: sent[0],
        traits: Object.fromEntries(sent.map((text) => [text, `<${text}>`])),
      },
    }),
  }),
  redirect: (sent) => ({
    status: 302,
    headers: { location: `/elsewhere/${encodeURIComponent(sent.join(' '))}` },
  }),
  undecodable: (sent) => ({
    status: 500,
    headers: asJson,
    body: JSON.stringify({ error: { message: `securecookie: ${sent.join(' ')}` } }),
  }),
}

const answers =
  (kind: string) =>
  (received: Received): StubAnswer =>
    received.path === '/sessions/whoami' ? (echoes[kind]?.(sentIn(received)) ?? {}) : { body: '<html>' }

describe('no form of the report has a secret in it', () => {
  let stub: StubUpstream
  let services: DebugService[]

  beforeAll(async () => {
    stub = await startStubUpstream()
    services = [await startDebug(stub.url), await startDebug(stub.url, { acceptsSessionToken: true })]
  })

  afterAll(async () => {
    for (const service of services) await service.close()
    await stub.close()
  })

  test.each(Object.entries(sendings))('where the secret is %s', async (_, sending) => {
    const property = fc.asyncProperty(
      secret,
      fc.constantFrom('application/json', 'text/html', 'text/plain', 'text/markdown'),
      fc.boolean(),
      fc.constantFrom(...Object.keys(echoes)),
      async (value, accept, acceptsSessionToken, kind) => {
        const { headers = [], paste } = sending(value)
        stub.answer = answers(kind)
        const [first, second] = services
        const service = acceptsSessionToken ? second : first
        const form: readonly Line[] = paste === undefined ? [] : [['Content-Type', 'application/x-www-form-urlencoded']]
        const answer = await service?.send(
          paste === undefined ? 'GET' : 'POST',
          [...headers, ['Accept', accept], ...form],
          paste === undefined ? undefined : formOf(paste),
        )
        const shown = (answer?.body.toString() ?? '') + JSON.stringify(answer?.headers)
        expect(answer?.status).toBe(200)
        for (const part of [value, ...(value.startsWith('eyJ') ? value.split('.').slice(1) : [])])
          expect(shown.toLowerCase()).not.toContain(part.toLowerCase())
      },
    )
    await fc.assert(property, { numRuns })
  })

  test('an error of Ory that repeats the credentials is shown without them', async () => {
    stub.answer = {
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: { message: `token ${token} is unknown` } }),
    }
    expect((await services[0]?.report([['Authorization', `Bearer ${token}`]]))?.answer).toMatchObject({
      error: { message: 'token [redacted] is unknown' },
    })
  })
})

describe('fingerprints', () => {
  let stub: StubUpstream

  beforeAll(async () => {
    stub = await startStubUpstream()
    stub.answer = { status: 401 }
  })

  afterAll(async () => {
    await stub.close()
  })

  const fingerprintOf = (options: ServiceOptions, header: Line, paste?: string): Promise<string | null | undefined> =>
    withDebug(stub.url, options, async (service) => {
      const { sent, cookies } = await service.report([header], paste)
      return sent.token?.fingerprint ?? cookies[0]?.[0]?.fingerprint
    })

  test('are equal for the same secret in two requests, two workers and a paste, and differ for another', async () => {
    const options = { fingerprintKey: Buffer.alloc(32, 1) }
    const one = await fingerprintOf(options, ['Authorization', 'Bearer ory_st_one'])
    expect(one).toMatch(/^[\da-f]{8}$/)
    expect(await fingerprintOf(options, ['Cookie', 'a=ory_st_one'])).toBe(one)
    expect(await fingerprintOf(options, ['X-Nothing', ''], 'ory_st_one')).toBe(one)
    expect(await fingerprintOf(options, ['Authorization', 'Bearer ory_st_two'])).not.toBe(one)
  })

  test('cannot be recomputed from one process to the next, unless they share the key', async () => {
    const header: Line = ['Authorization', 'Bearer ory_st_one']
    expect(await fingerprintOf({}, header)).not.toBe(await fingerprintOf({}, header))
  })
})
