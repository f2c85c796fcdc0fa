import cluster from 'node:cluster'
import { constants } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { configuration } from './configuration.ts'
import { ListenError } from './service/listen.ts'
import { openLog } from './service/log.ts'
import { startServer, type Running } from './service/server.ts'

const config = configuration() ?? process.exit()
const log = await openLog(config.logLevel)
const { logger } = log

// An unexpected error is logged and ends the process, since its state is unknown.
let dying = false
process.on('uncaughtException', (error, origin) => {
  if (dying) process.exit(1)
  dying = true
  logger.fatal({ type: error.name, stack: error.stack, origin }, 'ending after an error that nothing handles')
  void log.close().finally(() => process.exit(1))
})

async function start(): Promise<Running> {
  if (cluster.isWorker) return (await import('./service/cluster.ts')).startWorker(config, log)
  const start = config.workers > 1 ? (await import('./service/cluster.ts')).startCluster : startServer
  const server = await start(config, log)
  const what = `listening on ${server.url}, asking ${config.oryUrl.href}, answering in style ${config.responses}`
  logger.info(
    {
      url: server.url,
      admin: server.adminUrl,
      ory: config.oryUrl.href,
      style: config.responses,
      workers: config.workers,
    },
    what,
  )
  return server
}

const running = await start().catch((error: unknown) => {
  if (!(error instanceof ListenError)) throw error
  if (cluster.isPrimary) console.error(error.message)
  process.exit(1)
})

/** Ends once requests in flight are answered; first it says that it is not ready, for load balancers to see. */
async function end(): Promise<void> {
  running.retire()
  await setTimeout(config.shutdownDelay)
  await running.close()
  await log.close()
  process.exit(0)
}

const sameSignal = 200 // ms: on Ctrl-C, npm passes on what the terminal sends as well
const byNpm = process.env['npm_lifecycle_event'] !== undefined
let ending: number | undefined

function endOnce(): void {
  if (ending !== undefined) return
  ending = performance.now()
  void end()
}

// npm passes SIGTERM only to its shell, which dies and leaves this process behind.
if (byNpm && cluster.isPrimary) {
  const shell = process.ppid
  const check = setInterval(() => {
    if (process.ppid !== shell) endOnce()
  }, 200)
  check.unref()
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (ending === undefined) {
      endOnce()
      return
    }
    // A worker gets the terminal's signal and the primary's; the primary decides whether to end at once.
    const same = byNpm && signal === 'SIGINT' && performance.now() - ending < sameSignal
    if (cluster.isWorker || same) return
    running.kill?.()
    process.exit(128 + constants.signals[signal])
  })
}
