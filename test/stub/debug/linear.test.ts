import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { longestPaste } from '../../../src/service/debug/setup.ts'
import { formOf, reportRequest, type Line } from '../../support/debug-service.ts'
import { exchange } from '../../support/exchange.ts'
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'
import { startCounted, type Counted } from './counted.ts'
import { answers, heads, pastes, targets, type Hostile } from './hostile.ts'

const aMinute = 60_000
// Blocks of code for a small request, with everything that is done once in it, and for each character more.
const fixed = 40_000
const perCharacter = 20

describe('the admin port does no more work than in proportion to what comes', () => {
  let stub: StubUpstream
  let admin: Counted

  beforeAll(async () => {
    stub = await startStubUpstream()
    admin = await startCounted(stub.url)
    await send({}, 'text/html')
  }, aMinute)

  afterAll(async () => {
    await admin.close()
    await stub.close()
  })

  async function send(
    {
      headers = [],
      target,
      paste,
      answer = { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":{}}' },
    }: Hostile,
    type: string,
  ): Promise<void> {
    stub.answer = answer
    stub.received.length = 0
    const all: Line[] = [
      ...headers,
      ...(headers.some(([name]) => name === 'Accept') ? [] : [['Accept', type] as const]),
    ]
    const asked = exchange(admin.url, reportRequest(all, { paste, path: target }))
    // Of a paste that is too long, the admin port reads no more, and may close before it is all written.
    const { status } = await (formOf(paste ?? '').length > longestPaste ? asked.catch(() => ({ status: 413 })) : asked)
    expect([200, 404, 413, 414, 421]).toContain(status)
  }

  test.each(
    Object.entries({
      ...prefixed('a head with', heads),
      ...prefixed('a target with', targets),
      ...prefixed('a paste of', pastes),
      ...prefixed('an answer with', answers),
    }),
  )(
    'for %s',
    async (_, make) => {
      // A paste of 20 kB is 64 kB at most when a form writes it, and one of letters is 60 kB.
      const asked = [
        ['text/plain', 100_000],
        ['application/json', 100_000],
        ['text/markdown', 100_000],
        ...[1_000, 10_000, 20_000, 60_000, 100_000, 1_000_000].map((size) => ['text/html', size] as const),
      ] as const
      for (const [type, size] of asked) {
        const blocks = await admin.blocksOf(() => send(make(size), type))
        expect(blocks).toBeGreaterThan(0)
        expect(blocks).toBeLessThan(fixed + perCharacter * size)
      }
    },
    aMinute,
  )
})

function prefixed(
  start: string,
  table: Record<string, (size: number) => Hostile>,
): Record<string, (size: number) => Hostile> {
  return Object.fromEntries(Object.entries(table).map(([name, make]) => [`${start} ${name}`, make]))
}
