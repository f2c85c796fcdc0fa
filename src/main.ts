import cluster from 'node:cluster'
import { ConfigError, readConfig, type Config } from './config.ts'
import { ListenError } from './listen.ts'
import { startServer } from './server.ts'
import { openLog } from './service/log.ts'

/** Ends the process with lines for the person who started it. */
function stop(code: number, lines: readonly string[]): never {
  for (const line of lines) console.error(line)
  process.exit(code)
}

function configuration(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) stop(2, error.problems)
    throw error
  }
}

const config = configuration()
const log = await openLog(config.logLevel)

async function start(): Promise<{ close: () => Promise<void> }> {
  if (cluster.isWorker) return (await import('./cluster.ts')).startWorker(config, log)
  const start = config.workers > 1 ? (await import('./cluster.ts')).startCluster : startServer
  const server = await start(config, log)
  const what = `listening on ${server.url}, asking ${config.oryUrl.href}, answering in style ${config.responses}`
  log.logger.info({ url: server.url, admin: server.adminUrl, ory: config.oryUrl.href, style: config.responses, workers: config.workers }, what)
  return server
}

const running = await start().catch((error: unknown) => {
  if (error instanceof ListenError) stop(1, cluster.isWorker ? [] : [error.message])
  throw error
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void running.close().then(log.close).then(() => process.exit(0))
  })
}
