import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/free-port.ts'
import { missingNginx, startBalancer } from '../support/nginx.ts'
import type { ServiceProcess } from '../support/service-process.ts'
import { rowsOf, type Case } from './case.ts'
import { allOf, count, exactly, list, total, type Tally } from './figures.ts'
import { styles, type Lab } from './lab.ts'
import { askOn, poolFor } from './load.ts'

const connections = 32
const restarts = 10

/** Two instances are all that there are, so one that was gone for a moment counts as there again at once. */
const before = {
  each: 'max_fails=0',
  keepalive: connections,
  // The service changes nothing, so a POST may be asked again.
  directives: 'proxy_next_upstream error timeout non_idempotent;',
}

/** Starts nginx in front of instances; resolves to its URL and to what it complained of. */
async function startBefore(instances: readonly number[], lab: Lab): Promise<{ url: string; complaints: Tally }> {
  const complaints: Tally = new Map()
  const servers = instances.map((instance) => `127.0.0.1:${instance}`)
  const url = await startBalancer({ servers, ...before }, lab.atEnd, (text) => {
    for (const [, why = '', method = ''] of text.matchAll(/\*\d+ (.*?)(?: \(\d+: .*?\))? while .*? request: "(\w+)/g))
      count(complaints, `${method} ${why}`)
  })
  return { url, complaints }
}

/** Two instances in turn, one in each style, under load behind nginx. */
function rolling(delay: string, name: string): Case {
  return {
    row: 6,
    name,
    missing: missingNginx,
    async *measure(lab) {
      const ory = await lab.ory({ kind: 'session', slowest: 5 })
      const instances = await Promise.all(styles.map(async (style) => ({ style, port: await freePort() })))
      const start = ({ style, port }: (typeof instances)[number]): Promise<ServiceProcess> =>
        lab.service(ory, { RESPONSES: style, PORT: String(port), SHUTDOWN_DELAY: delay })
      const running = await Promise.all(instances.map(start))
      const { url, complaints } = await startBefore(
        instances.map(({ port }) => port),
        lab,
      )
      const pool = poolFor(url, connections)
      lab.atEnd(() => pool.destroy())
      const over = new AbortController()
      lab.atEnd(() => {
        over.abort()
      })
      const tally: Tally = new Map()
      const load = (async () => {
        while (!over.signal.aborted) {
          const seen = await askOn(pool, {
            requests: 20 * connections,
            connections,
            // Two of each: nginx takes the instances in turn, and in turn with them, each would get one method only.
            request: (nth) => (nth % 4 < 2 ? { method: 'GET' } : { method: 'POST', body: 'a=b' }),
            as: ({ method }, result) => `${method} ${result}`,
          })
          for (const [what, times] of seen) tally.set(what, (tally.get(what) ?? 0) + times)
        }
      })()
      const codes: Tally = new Map()
      for (let n = 0; n < restarts; n++) {
        await wait(300)
        const which = n % running.length
        const instance = instances[which]
        if (instance === undefined) continue
        count(codes, String(await running[which]?.stop()))
        running[which] = await start(instance)
      }
      await wait(300)
      over.abort()
      await load
      yield* rowsOf(
        `two instances behind nginx, ${connections} connections, SIGTERM to each in turn, ${restarts} times, ` +
          `SHUTDOWN_DELAY=${delay}`,
        [
          ...['GET', 'POST'].map((method) => {
            const own: Tally = new Map([...tally].filter(([what]) => what.startsWith(`${method} `)))
            const lost = allOf(`${method}s lost`, own, `${method} 200`)
            const why = list(complaints, (what) => what.startsWith(`${method} `))
            return lost.ok ? lost : { ...lost, value: `${lost.value}; nginx: ${why}` }
          }),
          exactly('exit codes 0', codes.get('0') ?? 0, total(codes)),
        ],
      )
    },
  }
}

/** Two instances that stop listening as soon as they are told to end. */
export const rollingAtOnce = rolling('0', 'rolling')
/** The same, where they are seen to end for two seconds before. */
export const rollingDelayed = rolling('2s', 'rolling-delayed')
