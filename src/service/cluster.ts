import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { AggregatorRegistry } from 'prom-client'
import { startAdmin } from './admin.ts'
import type { Config } from './config.ts'
import { ListenError } from './listen.ts'
import type { Log } from './log.ts'
import { startPublic, withAdmin, type Running, type RunningServer } from './server.ts'

/** A worker's message to the primary process: where it listens, or why it cannot. */
type Message = { listening: string } | { failed: string }

const pause = 1000 // ms before a worker that died at once is replaced
const shortLife = 1000 // ms, at once
const lateBy = 5000 // ms for a worker to end, in addition to the time for its requests

/**
 * startCluster starts `config.workers` processes on the same port, and one admin server for all of them. A worker that
 * dies loses its requests in flight, and is replaced.
 *
 * @throws ListenError when the workers can't listen.
 */
export async function startCluster(config: Config, { logger }: Log): Promise<RunningServer> {
  let closing = false
  const fork = async (): Promise<string> => {
    const worker = cluster.fork()
    const born = performance.now()
    worker.once('exit', (code, signal) => {
      if (closing) return
      logger.warn({ pid: worker.process.pid, code, signal }, 'a worker died; starting another')
      void setTimeout(performance.now() - born < shortLife ? pause : 0).then(() =>
        closing ? undefined : fork().catch(() => undefined),
      )
    })
    return listeningUrl(worker)
  }
  const workers = (): Worker[] => Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined)
  const signal = (name: NodeJS.Signals): void => {
    for (const worker of workers()) worker.process.kill(name)
  }
  // Each worker drains by itself, see main.ts; one that takes too long is killed.
  const retire = (): void => {
    if (!closing) signal('SIGTERM')
    closing = true
  }
  const close = async (): Promise<void> => {
    retire()
    const late = global.setTimeout(signal, config.shutdownDelay + config.shutdownGrace + lateBy, 'SIGKILL')
    await Promise.all(
      workers()
        .filter((worker) => !worker.isDead())
        .map((worker) => once(worker, 'exit')),
    )
    clearTimeout(late)
  }

  const registry = new AggregatorRegistry()
  try {
    const urls = await Promise.all(Array.from({ length: config.workers }, fork))
    const admin = await startAdmin(config, logger, {
      contentType: registry.contentType,
      metrics: () => registry.clusterMetrics(),
    })
    return withAdmin(
      {
        url: urls[0] ?? '',
        retire,
        close,
        kill: () => {
          signal('SIGKILL')
        },
      },
      admin,
    )
  } catch (error) {
    closing = true
    signal('SIGKILL')
    throw error
  }
}

/** startWorker listens and tells the primary process, as each process of the cluster does. */
export async function startWorker(config: Config, log: Log): Promise<Running> {
  try {
    const { url, registry, ...running } = await startPublic(config, log)
    new AggregatorRegistry() // its constructor makes this process answer the primary's questions
    AggregatorRegistry.setRegistries([registry])
    tell({ listening: url })
    return running
  } catch (error) {
    if (error instanceof ListenError) tell({ failed: error.message })
    throw error
  }
}

function tell(message: Message): void {
  process.send?.(message)
}

async function listeningUrl(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('listening' in message) resolve(message.listening)
      else if ('failed' in message) reject(new ListenError(message.failed))
    })
    worker.once('exit', () => {
      reject(new ListenError('starting a worker: it ended before it listened'))
    })
  })
}
