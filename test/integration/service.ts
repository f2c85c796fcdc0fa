import { createHash } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync, mkdirSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { readConfig } from '../../src/service/config.ts'
import { createLogger, silentLog } from '../../src/service/log.ts'
import { startServer, type RunningServer } from '../../src/service/server.ts'

/** Where the integration tests leave the logs of their services, and the secrets that these must not hold. */
export const recordings = fileURLToPath(new URL('../../.cache/integration/', import.meta.url))

let count = 0
let secrets: Set<string> | undefined

/**
 * startRecorded starts the service on free ports of loopback, in this process. It logs all there is to log into a file
 * of its own, and every credential that any server of this process is sent is noted beside it.
 */
export async function startRecorded(environment: Record<string, string>): Promise<RunningServer> {
  mkdirSync(recordings, { recursive: true })
  secrets ??= noteSecrets()
  const name = createHash('sha256').update(`${process.pid} ${count++} ${Date.now()}`).digest('hex').slice(0, 12)
  const file = pino.destination({ dest: `${recordings}${name}.log`, sync: true })
  return startServer(readConfig({ PORT: '0', HOST: '127.0.0.1', UPSTREAM_TIMEOUT: '2m', ...environment }), {
    ...silentLog(),
    logger: createLogger('trace', file),
    write: (line) => file.write(line),
  })
}

function noteSecrets(): Set<string> {
  const noted = new Set<string>()
  subscribe('http.server.request.start', (message) => {
    const { headers } = (message as { request: IncomingMessage }).request
    const token = headers['x-session-token']
    const offered = [
      headers.authorization?.replace(/^bearer /i, ''),
      typeof token === 'string' ? token : undefined,
      ...(headers.cookie ?? '').split(';').map((pair) => pair.slice(pair.indexOf('=') + 1)),
    ]
    for (const secret of offered.map((text) => text?.trim() ?? '')) {
      if (secret.length < 8 || noted.has(secret)) continue
      noted.add(secret)
      appendFileSync(`${recordings}secrets`, `${secret}\n`)
    }
  })
  return noted
}
