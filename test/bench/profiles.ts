import { RandomPortGenerator } from 'testcontainers'
import { contestants, isService, sources } from './contestants.ts'
import type { Cores } from './cores.ts'
import { profile, type Profile } from './profile.ts'
import type { Goal } from './results.ts'
import { sizes, tokenOf } from './session.ts'

/** What to profile: a contestant by name, or `start`, which is style go until its first answer. */
export interface Wanted {
  name: string
  size: number
  connections: number
}

/**
 * profileOf profiles a contestant that asks `oryUrl`, for 3 s under load. The service runs from its sources, but
 * starts as its bundle, since stripping types would be most of it.
 *
 * @throws Error that names those who can be profiled, and with what they refused to start.
 */
export async function profileOf({ name, size, connections }: Wanted, oryUrl: string, cores: Cores): Promise<Profile> {
  const onNode = contestants.filter((one) => one.name !== 'Go example')
  const contestant = onNode.find((one) => one.name === (name === 'start' ? 'style go' : name))
  if (contestant === undefined || !sizes.some((one) => one === size) || !(connections > 0))
    throw new Error(
      `profiling ${name} at ${size} kB: PROFILE is 1 for style go, start, or one of: ` +
        `${onNode.map((one) => one.name).join('; ')}; SIZE is one of ${sizes.join(', ')}`,
    )
  const port = await new RandomPortGenerator().generatePort()
  return profile({
    contestant: isService(contestant.name) && name !== 'start' ? { ...contestant, ...sources } : contestant,
    environment: { PORT: String(port), ORY_SDK_URL: oryUrl },
    url: `http://127.0.0.1:${port}`,
    token: tokenOf(size),
    cores,
    ...(name === 'start' ? {} : { load: { size, connections, seconds: 3 } }),
  })
}

/** toProfile lists what the missed goals are about, each once; memory shows in no profile of time. */
export function toProfile(goals: readonly Goal[]): Wanted[] {
  const wanted = goals
    .filter(({ verdict }) => verdict.startsWith('missed'))
    .flatMap(({ about }): Wanted[] => {
      if (about === 'memory') return []
      if (about === 'start') return [{ name: 'start', size: 1, connections: 1 }]
      return [{ name: about.contestant, size: about.size, connections: about.connections }]
    })
  return [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()]
}
