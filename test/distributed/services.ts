import type { Lab } from '../soak/lab.ts'
import { freePort } from '../support/free-port.ts'
import { startBalancer } from '../support/nginx.ts'
import type { ServiceProcess } from '../support/service-process.ts'

/** Instances of the service behind one URL. */
export interface Services {
  url: string
  kill: (nth: number) => Promise<void>
  /** Has one end as at a deployment. */
  end: (nth: number) => Promise<void>
  start: (nth: number) => Promise<void>
}

const instances = 3

/** startServices starts three instances behind nginx, in front of the Kratos at `url`. */
export async function startServices(lab: Lab, url: string, environment: Record<string, string>): Promise<Services> {
  const ory = { url, behave: () => Promise.resolve(), figures: () => Promise.reject(new Error('a real Kratos')) }
  const ports = await Promise.all(Array.from({ length: instances }, () => freePort()))
  const running: (ServiceProcess | undefined)[] = []
  const start = async (nth: number): Promise<void> => {
    running[nth] = await lab.service(ory, { UPSTREAM_TIMEOUT: '5s', PORT: String(ports[nth]), ...environment })
  }
  await Promise.all(ports.map((_, nth) => start(nth)))
  const own = await startBalancer(
    {
      servers: ports.map((port) => `127.0.0.1:${port}`),
      // Else an instance that has just come back counts as gone, and with quick restarts all of them do.
      each: 'max_fails=0',
      keepalive: 64,
      directives: 'proxy_next_upstream error timeout non_idempotent;',
    },
    lab.atEnd,
  )
  return {
    url: own,
    kill: async (nth) => {
      running[nth]?.kill()
      await running[nth]?.exited
    },
    end: async (nth) => {
      await running[nth]?.stop()
    },
    start,
  }
}
