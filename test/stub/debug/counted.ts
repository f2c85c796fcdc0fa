// The admin port in a process of its own, which counts the blocks of code that it enters: the count goes over all code
// that a process has ever loaded, and a process of Jest's has loaded that of many suites.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Session } from 'node:inspector/promises'

/** An admin port that counts its work. */
export interface Counted {
  url: string
  /** How often blocks of the service's and its libraries' code are entered during `work`: the same in each run. */
  blocksOf: (work: () => Promise<void>) => Promise<number>
  close: () => Promise<void>
}

/** startCounted starts the admin port of a service that asks the Ory at `oryUrl`. */
export async function startCounted(oryUrl: string): Promise<Counted> {
  const child = fork(import.meta.filename, [oryUrl])
  const said = async (): Promise<unknown> => {
    const [message] = (await once(child, 'message')) as [unknown]
    return message
  }
  const taken = async (): Promise<number> => {
    const answer = said()
    child.send('take')
    return Number(await answer)
  }
  const url = String(await said())
  return {
    url,
    blocksOf: async (work) => {
      await taken()
      await work()
      return taken()
    },
    close: async () => {
      const exited = once(child, 'exit')
      child.disconnect()
      await exited
    },
  }
}

async function count(oryUrl: string): Promise<void> {
  const inspector = new Session()
  inspector.connect()
  await inspector.post('Profiler.enable')
  await inspector.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  // Only what is loaded from here on counts its blocks.
  const { startAdminPort } = await import('../../support/debug-service.ts')
  const { url } = await startAdminPort(oryUrl)
  process.on('message', () => {
    void inspector.post('Profiler.takePreciseCoverage').then(({ result }) => {
      const ours = result.filter((script) => /\/src\/|\/node_modules\//.test(script.url))
      const ranges = ours.flatMap(({ functions }) => functions).flatMap((entered) => entered.ranges)
      process.send?.(ranges.reduce((sum, range) => sum + range.count, 0))
    })
  })
  process.once('disconnect', () => process.exit())
  process.send?.(url)
}

const [, , oryUrl] = process.argv
if (process.send !== undefined && oryUrl !== undefined && import.meta.main) await count(oryUrl)
