import type { EventEmitter } from 'node:events'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Observer } from './exchange.ts'
import { requestIdOf } from './request-id.ts'

/** How much is logged, from all to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const longestPath = 200

/**
 * createLogger logs a JSON object a line, to the standard output unless told otherwise. Lines are written together, a
 * tenth of a second later at most, since a write for each costs more than all the rest; what waits is written when the
 * process ends.
 */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 100 })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, destination)
}

/** terminal is where logs are readable for people, in colour unless `NO_COLOR` is set; undefined where no terminal is. */
export async function terminal(): Promise<DestinationStream | undefined> {
  if (!process.stdout.isTTY) return undefined
  const { default: pretty } = await import('pino-pretty')
  return pretty({ colorize: (process.env['NO_COLOR'] ?? '') === '', translateTime: 'SYS:HH:MM:ss.l', sync: true })
}

/**
 * logging makes an observer that logs a line for every request: method, path without query, style, outcome, status,
 * Ory's status or failure, milliseconds, request id. Nothing of cookies, tokens and sessions.
 */
export function logging(logger: Logger, style: string): Observer {
  return (ctx, { outcome, status, asked, ms }) => {
    const level = outcome === 'failed' ? 'error' : outcome === 'upstream_error' ? 'warn' : 'info'
    if (!logger.isLevelEnabled(level)) return
    logger[level]({
      method: ctx.method,
      path: pathOf(ctx.req.url),
      style,
      outcome,
      status,
      ...(asked === undefined ? {} : 'status' in asked ? { upstream_status: asked.status } : { upstream_failure: asked.failure }),
      ms: Math.round(ms * 1000) / 1000,
      request_id: requestIdOf(ctx.req),
    })
  }
}

/** logErrors logs what an app failed to answer, with where it happened. */
export function logErrors(app: EventEmitter, logger: Logger): void {
  app.on('error', (error: Error) => {
    logger.error({ type: error.name, stack: error.stack }, 'answering a request failed')
  })
}

/** The path of a target, without what may hold a secret: the query, and a user in an absolute URL. */
function pathOf(url = ''): string {
  const path = url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '')
  const end = path.search(/[?#]/)
  return path.slice(0, Math.min(end < 0 ? longestPath : end, longestPath))
}
