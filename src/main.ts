import cluster from 'node:cluster'
import { constants } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import v8 from 'node:v8'
import { configuration } from './configuration.ts'
import type { Config } from './service/config.ts'
import { ListenError } from './service/listen.ts'
import { openLog, type Log } from './service/log.ts'
import { startServer, type Running } from './service/server.ts'

/** serve runs the service until a signal ends it, and its process with it. */
export async function serve(): Promise<void> {
  const config = configuration() ?? process.exit()
  const log = await openLog(config.logLevel)
  endAfterErrors(log)
  const running = await start(config, log).catch((error: unknown) => {
    if (!(error instanceof ListenError)) throw error
    if (cluster.isPrimary) console.error(error.message)
    process.exit(1)
  })
  neverPretenure()
  endOnSignals(running, async () => {
    running.retire() // so that load balancers see that it is not ready
    await setTimeout(config.shutdownDelay)
    await running.close()
    await log.close()
    process.exit(0)
  })
}

/**
 * With hundreds of requests in flight, V8 takes what they need for long-lived and puts it where only a full collection
 * finds it, with all that it points to: a fifth more CPU, and a third more memory. To ask for this any earlier would
 * cost 20 ms of the start, since Node's own code is kept as compiled without it.
 */
function neverPretenure(): void {
  v8.setFlagsFromString('--no-allocation-site-pretenuring')
}

/** An unexpected error is logged and ends the process, since its state is unknown. */
function endAfterErrors({ logger, close }: Log): void {
  let dying = false
  process.on('uncaughtException', (error, origin) => {
    if (dying) process.exit(1)
    dying = true
    logger.fatal({ type: error.name, stack: error.stack, origin }, 'ending after an error that nothing handles')
    void close().finally(() => process.exit(1))
  })
}

async function start(config: Config, log: Log): Promise<Running> {
  if (cluster.isWorker) return (await import('./service/cluster.ts')).startWorker(config, log)
  const start = config.workers > 1 ? (await import('./service/cluster.ts')).startCluster : startServer
  const server = await start(config, log)
  const what = `listening on ${server.url}, asking ${config.oryUrl.href}, answering in style ${config.responses}`
  log.logger.info(
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

const sameSignal = 200 // ms: on Ctrl-C, npm passes on what the terminal sends as well

/** Ends once requests in flight are answered, and at once on a second signal. */
function endOnSignals(running: Running, end: () => Promise<void>): void {
  const byNpm = process.env['npm_lifecycle_event'] !== undefined
  let ending: number | undefined

  const endOnce = (): void => {
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
}
