import { getContainerRuntimeClient } from 'testcontainers'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { askOften } from '../soak/load.ts'
import { eventually } from '../support/eventually.ts'
import type { Person } from './people.ts'
import { output, type World } from './world.ts'

/** What whoami costs: queries, and µs of CPU for a session that is found. */
export interface Cost {
  queries: number
  queriesRefused: number
  kratos: number
  postgres: number
}

const requests = 3000
const connections = 16
const counted = 10 // requests whose queries are counted

/** costOf measures what whoami costs a Kratos and its PostgreSQL. */
export async function costOf({ kratos, postgres, logging }: World, { headers }: Person): Promise<Cost> {
  const { container } = await getContainerRuntimeClient()
  const cpuOf = async (id: string): Promise<number> => {
    const stats = await container.getById(id).stats({ stream: false })
    return stats.cpu_stats.cpu_usage.total_usage / 1000
  }
  const load = (one: StartedKratosContainer): Promise<unknown> =>
    askOften(one.getPublicUrl(), { requests, connections, request: () => ({ method: 'GET', headers }) })
  const [, one] = kratos
  const ids = [one.getId(), postgres.id]
  await load(one)
  const before = await Promise.all(ids.map(cpuOf))
  await load(one)
  const after = await Promise.all(ids.map(cpuOf))
  const [ofKratos = 0, ofPostgres = 0] = after.map((time, nth) => (time - (before[nth] ?? 0)) / requests)

  const logged = await logging(new KratosContainer())
  const lines = async (): Promise<number> => (await output('logs', postgres.id)).split(' LOG:  execute ').length - 1
  const queriesOf = async (sent: Record<string, string>): Promise<number> => {
    const ask = async (): Promise<unknown> =>
      (await fetch(`${logged.getPublicUrl()}/sessions/whoami`, { headers: sent })).arrayBuffer()
    const from = await lines()
    for (let nth = 0; nth < counted; nth++) await ask()
    return eventually('PostgreSQL has logged its queries', async () => {
      const [first, then] = [await lines(), await lines()]
      return first === then && first > from && (first - from) / counted
    })
  }
  return {
    queries: await queriesOf(headers),
    queriesRefused: await queriesOf({ authorization: 'Bearer ory_st_of_nobody' }),
    kratos: ofKratos,
    postgres: ofPostgres,
  }
}
