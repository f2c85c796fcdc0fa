import { get, type IncomingMessage } from 'node:http'

/** What `--health` found. */
export interface Health {
  /** One line. */
  line: string
  ok: boolean
}

/** An address to ask. */
interface Address {
  host: string
  port: number
}

const limit = 2000 // ms
const loopback: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/**
 * health asks the admin port of the service that runs with this `environment`, on the same machine or in the same
 * container, whether its process is alive: `GET /health/alive`, within two seconds. It does not ask whether Ory is
 * ready: what calls this restarts the service, which would not help. Never rejects.
 */
export async function health(environment: Readonly<Record<string, string | undefined>>): Promise<Health> {
  const address = adminAddress(environment)
  if (typeof address === 'string') return { line: `health: not known; ${address}`, ok: false }
  const { host, port } = address
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/health/alive`
  const wrong = await whyNotAlive(address)
  return wrong === undefined
    ? { line: `health: alive; ${url} answered`, ok: true }
    : { line: `health: not alive; GET ${url}: ${wrong}`, ok: false }
}

/** Where the service's admin port is, as `readConfig` reads it; in words where that can't be known. */
function adminAddress(environment: Readonly<Record<string, string | undefined>>): Address | string {
  const given = (name: string, byDefault: string): string => {
    const value = environment[name] ?? ''
    return value === '' ? byDefault : value
  }
  const port = given('ADMIN_PORT', given('PORT', '') === '0' ? '0' : '3001')
  const host = given('ADMIN_HOST', '127.0.0.1')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return 'ADMIN_PORT is no port number from 0 to 65535'
  if (Number(port) === 0) return 'ADMIN_PORT is 0, so any port may be it; set ADMIN_PORT to a number'
  return { host: loopback[host] ?? host, port: Number(port) }
}

/** Why the admin port does not say that the process is alive; undefined if it does. */
async function whyNotAlive({ host, port }: Address): Promise<string | undefined> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(limit)
    const answered = ({ statusCode, socket }: IncomingMessage): void => {
      socket.destroy()
      resolve(statusCode === 200 ? undefined : `answered ${statusCode}, expected 200; does another program listen?`)
    }
    // Without a Host, which may be a name that the admin port does not answer to.
    get({ host, port, path: '/health/alive', agent: false, setHost: false, signal }, answered)
      .on('upgrade', answered)
      .on('error', (error: NodeJS.ErrnoException) => {
        const { code = error.message } = error
        const reason = code === 'ECONNREFUSED' ? 'nothing listens; is the service running?' : code
        resolve(signal.aborted ? `no answer within ${limit / 1000} seconds` : reason)
      })
  })
}
