import { describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { session, startService, styles, type StubbedService } from '../support/service.ts'
import type { Received } from '../support/stub-ory.ts'

/** A sequence of numbers from 0 to 1 that is the same in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state / 2 ** 31
  }
}

const credentialOf = ({ headers }: Received): string =>
  (headers['x-session-token']?.[0] ?? '') + (headers['cookie']?.[0] ?? '')

/** Lets the stub answer every question with the credential that came, after up to `slowest` ms. */
function echoCredentials(service: StubbedService, random: () => number, slowest: number): void {
  service.stub.answer = async (received) => {
    await new Promise((resolve) => setTimeout(resolve, random() * slowest))
    return session({ id: credentialOf(received) }, { 'ory-session-cache-for': '60' })
  }
}

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'PURGE',
  'QUERY',
  'M-SEARCH',
  'TRACE',
  'PROPFIND',
]
const bodies = [
  () => '\r\n',
  (n: number) => `Content-Length: ${n}\r\n\r\n${'x'.repeat(n)}`,
  () => 'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
  (n: number) =>
    `Transfer-Encoding: chunked\r\n\r\n${n.toString(16)};ext=1\r\n${'G'.repeat(n)}\r\n` +
    '0\r\nTrailer: FOO / HTTP/1.1\r\n\r\n',
  () => 'Content-Length: 0\r\n\r\n',
]

const cases = styles.flatMap((style) => ['', '10MB'].map((cache) => [style, cache] as const))

describe.each(cases)('in style %s, with SESSION_CACHE=%s', (style, cache) => {
  test('any mixture of methods, bodies and speeds on a connection is answered in order, a refusal last', async () => {
    const mapping: Record<string, string> = style === 'http' ? { FORWARD_AUTH_HEADERS: 'X-Id=/id' } : {}
    const service = await startService({ RESPONSES: style, SESSION_CACHE: cache, ...mapping })
    for (let seed = 1; seed <= 12; seed++) {
      const random = numbers(seed)
      const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
      echoCredentials(service, random, 4)
      const asked = Array.from({ length: 40 }, (_, k) => {
        const method = pick(methods)
        const credential = `c=${seed}-${k}`
        const carried = random() < 0.5 ? `Cookie: ${credential}` : `Authorization: bEaReR ${credential}`
        const target = pick(
          ['', '/', '/a?b', '/%20'].flatMap((appended) => [
            `/auth/required${appended}`,
            `http://x/auth/required${appended}`,
          ]),
        )
        const body = pick(bodies)(1 + Math.floor(random() * 1000))
        return {
          method,
          credential,
          bytes: `${method} ${target} HTTP/1.1\r\nHost: a\r\n${carried}\r\n${body}`,
        }
      })
      const client = service.connect()
      const refused = pick(['FOO / HTTP/1.1', 'CONNECT a:1 HTTP/1.1', 'GET /\xff HTTP/1.1', 'BREW /x HTTP/1.1'])
      const last = `${refused}\r\nHost: a\r\nCookie: c=refused\r\n\r\n`
      const bytes = asked.map((request) => request.bytes).join('') + last
      // All at once, or in packets that end anywhere.
      for (let at = 0; at < bytes.length;) {
        const length = seed % 3 === 0 ? bytes.length : 1 + Math.floor(random() * 4000)
        client.send(bytes.slice(at, at + length))
        at += length
        if (seed % 2 === 0) await new Promise(setImmediate)
      }
      const answers = await client.responses(asked.length + 1, (k) => asked[k]?.method ?? '')
      expect(answers.slice(0, -1).map(({ status }) => status)).toEqual(asked.map(() => 200))
      expect(answers.at(-1)?.status).toBeGreaterThanOrEqual(400)
      expect(service.stub.received.filter((received) => credentialOf(received) === 'c=refused')).toEqual([])
      for (const [k, { method, credential }] of asked.entries()) {
        const { headers, body = '' } = answers[k] ?? {}
        if (style === 'http') expect(headers?.['x-id']).toBe(credential)
        else if (method !== 'HEAD') expect((JSON.parse(body) as { id: string }).id).toBe(credential)
      }
      client.socket.destroy()
    }
  })

  test("under 1,000 identities and random aborts nobody gets another one's session", async () => {
    const service = await startService({ RESPONSES: style, SESSION_CACHE: cache, UPSTREAM_CONNECTIONS: '32' })
    const random = numbers(7)
    echoCredentials(service, random, 20)
    let wrong = 0
    let right = 0
    const visit = async (): Promise<void> => {
      const client = service.connect()
      const asked = Array.from({ length: 1 + Math.floor(random() * 4) }, () => `id=${Math.floor(random() * 1000)}`)
      client.send(
        asked.map((credential) => `GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: ${credential}\r\n\r\n`).join(''),
      )
      if (random() < 0.3) {
        await new Promise((resolve) => setTimeout(resolve, random() * 20))
        client.socket.destroy()
        return
      }
      const answers = await client.responses(asked.length)
      for (const [k, { status, body }] of answers.entries()) {
        if (status === 200 && (JSON.parse(body) as { id: string }).id === asked[k]) right++
        else wrong++
      }
      client.socket.destroy()
    }
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let visits = 0; visits < 40; visits++) await visit()
      }),
    )
    expect({ wrong, some: right > 1000 }).toEqual({ wrong: 0, some: true })
    await eventually('every call to Ory is over', () => service.stub.open().unanswered === 0)
  })
})

test('many requests in one packet do not take the service away from others, and all are answered', async () => {
  const service = await startService({ UPSTREAM_CONNECTIONS: '4' })
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  service.stub.answer = async (received) => {
    if (credentialOf(received) === 'greedy') await released
    return session()
  }
  const greedy = service.connect()
  greedy.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: greedy\r\n\r\n'.repeat(1000))
  await eventually('the first is asked for', () => service.stub.received.length > 0)
  const other = service.connect()
  other.send('GET /sessions/whoami HTTP/1.1\r\nHost: a\r\n\r\n')
  expect((await other.responses(1))[0]?.status).toBe(200)
  release()
  expect((await greedy.responses(1000)).filter(({ status }) => status === 200)).toHaveLength(1000)
})
