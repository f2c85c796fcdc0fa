import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from '../support/eventually.ts'
import type { Person } from './people.ts'
import type { Services } from './services.ts'
import type { Watch } from './watch.ts'
import { end, poolSize, type World } from './world.ts'

/** What a fault acts on. */
export interface Scene {
  world: World
  services: Services
  watch: Watch
  /** Somebody whose session is good. */
  person: Person
  /** How many answers come while something is broken. */
  some: number
}

/** Something that breaks, and is mended. */
export interface Fault {
  name: string
  /** Whether Kratos loses its database, and answers 401 to good sessions, as style go then does in its 500. */
  ofDatabase: boolean
  /** Whether it is part of the quick run. */
  quick: boolean
  happen: (scene: Scene) => Promise<void>
}

const away = 5000 // ms

/** All faults, in their order. */
export const faults: readonly Fault[] = [
  {
    name: 'an instance killed, and started again',
    ofDatabase: false,
    quick: true,
    happen: async ({ services, watch, some }: Scene): Promise<void> => {
      await services.kill(0)
      await watch.answers(some)
      await services.start(0)
    },
  },
  {
    name: 'each instance in turn told to end, and started again',
    ofDatabase: false,
    quick: false,
    happen: async ({ services, watch, some }: Scene): Promise<void> => {
      for (const nth of [0, 1, 2]) {
        await services.end(nth)
        await services.start(nth)
        await watch.answers(some / 2)
      }
    },
  },
  {
    name: 'a Kratos killed, and started again',
    ofDatabase: false,
    quick: true,
    happen: async ({ world: { kratos }, watch, some }: Scene): Promise<void> => {
      const [first] = kratos
      await end(first, 'KILL')
      await watch.answers(some)
      await first.comeBack()
    },
  },
  {
    name: 'a Kratos cut off from the database, the other well',
    ofDatabase: true,
    quick: true,
    happen: async ({ world: { kratos, postgres }, watch, person, some }: Scene): Promise<void> => {
      await postgres.leaveFirst()
      const url = `${kratos[0].getPublicUrl()}/sessions/whoami`
      const statuses = async (): Promise<number[]> =>
        Promise.all(
          Array.from({ length: poolSize }, async () => {
            const signal = AbortSignal.timeout(2000) // what is on a connection that was cut hangs
            return (await fetch(url, { headers: person.headers, signal }).catch(() => undefined))?.status ?? 0
          }),
        )
      await eventually('that Kratos answers 401 to a good session, and at once', async () =>
        (await statuses()).every((status) => status === 401),
      )
      await watch.answers(2 * some)
      await postgres.joinFirst()
    },
  },
  {
    name: 'PostgreSQL restarted',
    ofDatabase: true,
    quick: false,
    happen: async ({ world: { postgres } }: Scene): Promise<void> => {
      await postgres.end('INT')
      await postgres.start()
    },
  },
  {
    name: `PostgreSQL killed, and away for ${away / 1000} s`,
    ofDatabase: true,
    quick: false,
    happen: async ({ world: { postgres } }: Scene): Promise<void> => {
      await postgres.end('KILL')
      await wait(away)
      await postgres.start()
    },
  },
]
