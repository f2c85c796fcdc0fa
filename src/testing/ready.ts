import { setTimeout as pause } from 'node:timers/promises'
import type { WaitStrategy } from 'testcontainers'
import { whyNoDatabase } from './database.ts'
import { findEngine } from './image.ts'

const between = 50 // ms

/** isReady asks a Kratos whether it is ready: yes, why it never will be, or not yet. */
async function isReady(adminUrl: string): Promise<boolean | string> {
  try {
    const answer = await fetch(`${adminUrl}/admin/health/ready`, { signal: AbortSignal.timeout(1000) })
    const said = await answer.text()
    return answer.ok || (whyNoDatabase(said) ?? false)
  } catch {
    return false // it doesn't listen yet
  }
}

/**
 * untilReady waits until a Kratos answers that it is ready.
 *
 * @param whyNot says why it never will be, once that is known.
 * @param limit in milliseconds.
 * @throws Error when it never will be, or isn't within `limit`.
 */
export async function untilReady(
  adminUrl: string,
  limit: number,
  whyNot: () => string | undefined | Promise<string | undefined>,
): Promise<void> {
  const deadline = performance.now() + limit
  for (;;) {
    const answer = await isReady(adminUrl)
    if (answer === true) return
    const why = typeof answer === 'string' ? answer : await whyNot()
    if (why !== undefined) throw new Error(why)
    if (performance.now() > deadline) throw new Error(`it was not ready within ${limit / 1000} s`)
    await pause(between)
  }
}

/** whenReady waits for a Kratos in a container. `whyNot` knows from its log why it never will be ready. */
export function whenReady(adminPort: number, whyNot: () => string | undefined): WaitStrategy {
  let limit = 60_000
  let given = false
  const strategy: WaitStrategy = {
    waitUntilReady: async (container, ports) => {
      const { info, container: containers } = await findEngine()
      await untilReady(`http://${info.containerRuntime.host}:${ports.getBinding(adminPort)}`, limit, async () => {
        const { State: state } = await containers.inspect(container)
        return whyNot() ?? (state.Running ? undefined : 'it ended')
      })
    },
    withStartupTimeout: (milliseconds) => {
      limit = milliseconds
      given = true
      return strategy
    },
    isStartupTimeoutSet: () => given,
    getStartupTimeout: () => limit,
  }
  return strategy
}
