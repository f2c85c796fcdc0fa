import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Session } from '../../src/ory/answer.ts'
import type { RunningServer } from '../../src/service/server.ts'
import { somebody } from '../../src/testing/flows.ts'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { startRecorded } from './service.ts'

const allowed = 3000 // ms for which Ory lets a session be kept
const users = 1000
const askers = 64

interface User {
  email: string
  token: string
  sessionId: string
  /** When the revocation was over, on the clock of `performance.now()`. */
  revoked?: number
}

describe('a thousand users and a cache, while sessions are revoked', () => {
  let kratos: StartedKratosContainer
  let service: RunningServer
  const everyone: User[] = []

  beforeAll(async () => {
    kratos = await new KratosContainer().withCacheableSessions(`${allowed}ms`).start()
    // Too small for all of them, so that keeping, dropping and asking again happen side by side.
    service = await startRecorded({
      ORY_SDK_URL: kratos.getPublicUrl(),
      RESPONSES: 'http',
      SESSION_CACHE: '1MB',
    })
    for (let user = 0; user < users; user++) {
      const person = somebody(`User${user}`)
      const { token, session } = await kratos.flows.register(person)
      everyone.push({ email: person.email, token, sessionId: session.id })
    }
  })

  afterAll(async () => {
    await service.close()
    await kratos.stop()
  })

  const ask = async ({ token }: User): Promise<Response> =>
    fetch(`${service.url}/sessions/whoami`, { headers: { authorization: `Bearer ${token}` } })

  test('every answer belongs to its credentials and is no older than Ory allowed', async () => {
    // Few users are asked for often, most of them rarely, in an order that the seed repeats.
    const order = fc.sample(
      fc.oneof({ weight: 3, arbitrary: fc.nat(49) }, { weight: 1, arbitrary: fc.nat(users - 1) }),
      { numRuns: 8000, seed: 20261124 },
    )
    const ended = fc
      .sample(fc.uniqueArray(fc.oneof(fc.nat(49), fc.nat(users - 1)), { minLength: 200, maxLength: 200 }), {
        numRuns: 1,
        seed: 7,
      })
      .flat()
    let refused = 0

    const check = async (user: User): Promise<void> => {
      const asked = performance.now()
      const response = await ask(user)
      if (response.status === 200) {
        const { id, identity } = (await response.json()) as Session
        expect([id, identity?.traits]).toEqual([user.sessionId, expect.objectContaining({ email: user.email })])
        expect(Number(response.headers.get('ory-session-cache-for'))).toBeLessThanOrEqual(allowed / 1000)
        expect(asked - (user.revoked ?? asked)).toBeLessThanOrEqual(allowed)
      } else {
        expect(response.status).toBe(401)
        expect(ended).toContain(everyone.indexOf(user))
        refused++
      }
    }
    const at = (index: number): User => everyone[index] ?? { email: '', token: '', sessionId: '' }
    const asking = Array.from({ length: askers }, async (_, asker) => {
      for (let turn = asker; turn < order.length; turn += askers) await check(at(order[turn] ?? 0))
    })
    const revoking = (async () => {
      for (const index of ended) {
        const user = at(index)
        await kratos.flows.revokeSession(user.sessionId)
        user.revoked = performance.now()
      }
    })()
    await Promise.all([...asking, revoking])
    expect(refused).toBeGreaterThan(0)

    // When all that was kept is over, a revoked session is refused at once, and the others still count.
    const last = Math.max(...ended.map((index) => at(index).revoked ?? 0))
    while (performance.now() - last <= allowed) await check(at(order[0] ?? 0))
    const statuses = await Promise.all(ended.map(async (index) => (await ask(at(index))).status))
    expect(statuses).toEqual(ended.map(() => 401))
    const figures = await (await fetch(`${service.adminUrl ?? ''}/metrics/prometheus`)).text()
    for (const result of ['hit', 'miss'])
      expect(
        Number(new RegExp(`^ory_session_echo_cache_lookups_total{result="${result}"} (\\d+)$`, 'm').exec(figures)?.[1]),
      ).toBeGreaterThan(500)
  })
})
