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
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'

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

type Sending = (secret: string) => { headers?: readonly Line[]; paste?: string; echoed?: boolean }

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
  "Ory's answer": (value) => ({ headers: [['Cookie', `a=${value}`]], echoed: true }),
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
}

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
      async (value, accept, acceptsSessionToken) => {
        const { headers = [], paste, echoed = false } = sending(value)
        const text = echoed ? value : 'x'
        stub.answer = echoed
          ? {
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({
                id: text,
                authentication_methods: [{ method: text }],
                identity: { id: text, state: text, traits: { [text]: `<${text}>` } },
              }),
            }
          : {
              status: 401,
              reason: 'Unauthorized',
              headers: { 'content-type': `application/json; ${text}` },
              body: JSON.stringify({ error: { id: text, reason: `no session for ${text}`, message: text } }),
            }
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
    const token = 'ory_st_0123456789abcdefghijABCDEFGHIJ01'
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
