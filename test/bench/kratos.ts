import { getContainerRuntimeClient } from 'testcontainers'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { contestants } from './contestants.ts'
import type { Cores } from './cores.ts'
import { enterAll } from './entries.ts'
import { measureGrid, type Grid } from './grid.ts'
import type { Row } from './results.ts'

let kratos: Promise<StartedKratosContainer> | undefined

/** removeKratos removes the container of {@link measureKratos}, also one that is still starting. */
export async function removeKratos(): Promise<void> {
  await kratos?.then(
    (started) => started.stop(),
    () => undefined,
  )
}

/**
 * measureKratos measures everyone who asks Ory in front of the Kratos container, and Kratos itself, which has one core
 * as well.
 */
export async function measureKratos(
  cores: Cores,
  plan: Pick<Grid, 'rounds' | 'seconds' | 'warmUp' | 'say'>,
): Promise<Row[]> {
  const { contestant, load } = cores
  plan.say('starting Kratos with an in-memory database …')
  kratos = new KratosContainer()
    .withCacheableSessions('60s')
    .withEnvironment({ GOMAXPROCS: '1' })
    .withProgress(plan.say)
    .start()
  const started = await kratos
  const container = (await getContainerRuntimeClient()).container.getById(started.getId())
  const moveTo = (where: string): Promise<unknown> => container.update({ CpusetCpus: where })
  await moveTo(load)
  const { token } = await started.flows.register({ email: 'ann@example.com', name: 'Ann' })
  const asking = contestants.filter(({ name }) => name !== 'node:http constant')
  const { entries, stop } = await enterAll(asking, started.getPublicUrl(), token, contestant, 1, plan.say)
  const { State: state } = await container.inspect()
  const rows = await measureGrid({
    ...plan,
    upstream: 'Kratos',
    entries: [...entries, { name: 'Kratos', url: started.getPublicUrl(), pid: state.Pid }],
    loads: [{ size: 1, connections: 32, token }],
    cores,
    around: async (name, turn) => {
      if (name === 'Kratos') await moveTo(contestant)
      return turn().finally(() => (name === 'Kratos' ? moveTo(load) : undefined))
    },
  })
  await stop()
  return rows
}
