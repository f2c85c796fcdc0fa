import type { Lab } from '../soak/lab.ts'
import { eventually } from '../support/eventually.ts'
import { freePort } from '../support/free-port.ts'
import { startNginx } from '../support/nginx.ts'
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

function beforeServices(port: number, ports: readonly number[]): string {
  return `
  upstream sessions {
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=1s;`).join(' ')}
    keepalive 64;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://sessions;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream error timeout non_idempotent;
    }
  }`
}

/** startServices starts three instances behind nginx, in front of the Kratos at `url`. */
export async function startServices(lab: Lab, url: string, environment: Record<string, string>): Promise<Services> {
  const ory = { url, behave: () => Promise.resolve(), figures: () => Promise.reject(new Error('a real Kratos')) }
  const ports = await Promise.all(Array.from({ length: instances }, () => freePort()))
  const running: (ServiceProcess | undefined)[] = []
  const start = async (nth: number): Promise<void> => {
    running[nth] = await lab.service(ory, { UPSTREAM_TIMEOUT: '5s', PORT: String(ports[nth]), ...environment })
  }
  await Promise.all(ports.map((_, nth) => start(nth)))
  const port = await freePort()
  startNginx(beforeServices(port, ports), lab.atEnd)
  const own = `http://127.0.0.1:${port}`
  await eventually('nginx answers', async () => (await fetch(own).catch(() => undefined)) !== undefined)
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
