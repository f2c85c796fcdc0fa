import type { Registry } from 'prom-client'
import packageJson from '../../package.json' with { type: 'json' }
import { createSessionCache, type AskPrepared } from '../ory/cache.ts'
import { createOry } from '../ory/client.ts'
import { onlyOnceCertain } from '../ory/readiness.ts'
import { startAdmin, type Admin } from './admin.ts'
import { answering, createApp } from './app.ts'
import type { Config } from './config.ts'
import { adminConnections, roomFor } from './connections/descriptors.ts'
import { listen, type Listening } from './listen.ts'
import { acceptFailed, logErrors, silentLog, type Log } from './log.ts'
import { createMetrics } from './metrics.ts'
import { logging } from './request-log.ts'
import type { Ready } from './style/style.ts'
import { styleOf } from './styles.ts'
import { startTracing } from './tracing.ts'

/** A service that runs. */
export interface Running {
  /** Goes on answering, with `Connection: close`, and says that it is not ready. */
  retire: () => void
  /** Stops listening, finishes requests within `SHUTDOWN_GRACE`, and cuts off the rest. */
  close: () => Promise<void>
  /** Ends its processes at once, if it has any. */
  kill?: () => void
}

/** A service that is listening. */
export interface RunningServer extends Running {
  url: string
  /** The URL of its admin server; undefined without one. */
  adminUrl: string | undefined
}

/** withAdmin joins a service and its admin server, which says that it is not ready until the service has ended. */
export function withAdmin(
  { url, retire, close, ...others }: Omit<RunningServer, 'adminUrl'>,
  admin: Admin | undefined,
): RunningServer {
  return {
    ...others,
    url,
    adminUrl: admin?.url,
    retire: () => {
      admin?.retire()
      retire()
    },
    close: async () => {
      admin?.retire()
      await close()
      await admin?.close()
    },
  }
}

/** A public server and the metrics that the admin server shows. */
export interface PublicServer extends Running {
  url: string
  registry: Registry
}

const slowReading = 30_000 // ms for a client to read an answer, in addition to Ory's time

/**
 * startPublic listens on the public port only, as each worker does.
 *
 * @throws ListenError when it can't listen.
 */
export async function startPublic(config: Config, log: Log): Promise<PublicServer> {
  const { oryUrl, upstreamTimeout, workers } = config
  const { logger, dropped } = log
  const tracing = await startTracing(process.env, oryUrl)
  const room = roomIn(config)
  const ory = createOry(oryUrl, {
    timeout: upstreamTimeout,
    connections: room.upstream,
    maxBytes: config.upstreamMaxBytes,
  })
  const style = styleOf(config)
  const cache =
    config.sessionCache === undefined ? undefined : createSessionCache(config.sessionCache / workers, style.prepare)
  const metrics = createMetrics({
    ory,
    oryUrl,
    connections: () => listening.connections(),
    cache: cache?.figures,
    droppedLines: dropped,
    build: { version: packageJson.version, node: process.version, responses: config.responses },
  })
  const measured = metrics.measured(tracing === undefined ? ory.whoami : tracing.traced(ory.whoami))
  const ask = style.doubts401 ? onlyOnceCertain(measured, ory) : measured
  const prepared: AskPrepared<Ready> = async (question, signal) => ({
    value: style.prepare(await ask(question, signal), false),
    freshUntil: undefined,
  })
  const app = createApp(
    cache?.cached(ask) ?? prepared,
    style,
    [metrics.observe, logging(log, config.responses), ...(tracing === undefined ? [] : [tracing.observe])],
    tracing === undefined ? [] : [tracing.request],
  )
  logErrors(app, logger)
  const answer = answering(app)
  const listening: Listening = await listen(
    (incoming) => void answer(incoming),
    { port: config.port, host: config.host, variables: { port: 'PORT', host: 'HOST' } },
    {
      connections: room.connections,
      answerTime: upstreamTimeout + slowReading,
      keepAliveTimeout: config.keepAliveTimeout,
      readsBodies: false,
      refuses: style.refuses,
      rejectionHeaders: style.rejectionHeaders,
      failed: acceptFailed(logger),
    },
  )
  return {
    url: listening.url,
    registry: metrics.registry,
    retire: listening.retire,
    close: async () => {
      await listening.close(config.shutdownGrace)
      ory.close()
      await tracing?.close()
    },
  }
}

function roomIn({ maxConnections, upstreamConnections, workers }: Config): ReturnType<typeof roomFor> {
  const each = (count: number): number => Math.max(Math.floor(count / workers), 1)
  return roomFor({ connections: each(maxConnections), admin: adminConnections, upstream: each(upstreamConnections) })
}

/**
 * startServer listens on the public and the admin port and resolves when connections are accepted. It logs to `log`,
 * nothing by default.
 *
 * @throws ListenError when it can't listen.
 */
export async function startServer(config: Config, log: Log = silentLog()): Promise<RunningServer> {
  const { registry, ...running } = await startPublic(config, log)
  const admin = await startAdmin(config, log.logger, registry).catch(async (error: unknown) => {
    await running.close()
    throw error
  })
  return withAdmin(running, admin)
}
