import type { EventEmitter } from 'node:events'
import { isatty } from 'node:tty'
import type { Context } from 'koa'
import { pino, type DestinationStream, type Logger } from 'pino'
import type { Observer } from './exchange.ts'
import { createSink } from './log-sink.ts'
import { pathOf } from './path.ts'

/** Log levels, from everything to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A log. */
export interface Log {
  logger: Logger
  /** The number of lost lines: there was no room for them, or they could not be written. */
  dropped: () => number
  /** Writes waiting lines, and resolves when that is done or after a second. */
  close: () => Promise<void>
}

/** createLogger logs one JSON object per line. */
export function createLogger(level: LogLevel, destination: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
}

/**
 * openLog logs to standard output: JSON, or readable lines on a terminal, in colour unless `NO_COLOR` is set. It never
 * holds up a request or the end of the process, see {@link createSink}.
 */
export async function openLog(level: LogLevel): Promise<Log> {
  const stdout = 1
  const sink = createSink(stdout, (lines) => {
    logger.warn({ lines }, 'lines of the log were dropped: it could not be written')
  })
  const { write, dropped, close } = sink
  const logger = createLogger(level, isatty(stdout) ? await readable(write) : sink)
  return { logger, dropped, close }
}

/** silentLog logs nothing. */
export function silentLog(): Log {
  return {
    logger: createLogger('silent', { write: () => undefined }),
    dropped: () => 0,
    close: () => Promise.resolve(),
  }
}

async function readable(write: (text: string) => void): Promise<DestinationStream> {
  const { prettyFactory } = await import('pino-pretty')
  const pretty = prettyFactory({ colorize: (process.env['NO_COLOR'] ?? '') === '', translateTime: 'SYS:HH:MM:ss.l' })
  return {
    write: (line) => {
      write(pretty(line))
    },
  }
}

/**
 * logging returns an observer that logs a line per request: method, path without query, those that a gateway asks
 * about, style, outcome, status, Ory's status or failure, milliseconds and request id.
 * Never anything from cookies, tokens and sessions.
 */
export function logging(logger: Logger, style: string): Observer {
  return (ctx, { outcome, status, asked, ms }) => {
    const { forwarded, requestId } = ctx.state
    const level = outcome === 'failed' ? 'error' : outcome === 'upstream_error' ? 'warn' : 'info'
    if (!logger.isLevelEnabled(level)) return
    logger[level]({
      method: ctx.method,
      path: pathOf(ctx.req.url),
      ...(forwarded === undefined ? {} : { forwarded_method: forwarded.method, forwarded_path: pathOf(forwarded.uri) }),
      style,
      outcome,
      status,
      ...(asked === undefined
        ? {}
        : 'status' in asked
          ? { upstream_status: asked.status }
          : { upstream_failure: asked.failure }),
      ms: Math.round(ms * 1000) / 1000,
      request_id: requestId,
    })
  }
}

/**
 * logErrors logs unexpected errors of an app with their stack. A client that leaves while it is answered is no error.
 */
export function logErrors(app: EventEmitter, logger: Logger): void {
  app.on('error', (error: Error, ctx?: Context) => {
    if (ctx?.req.socket.destroyed === true) return
    logger.error({ type: error.name, stack: error.stack }, 'answering a request failed')
  })
}

/** acceptFailed logs errors of accepting connections. */
export function acceptFailed(logger: Logger): (error: Error) => void {
  return ({ name, message }) => {
    logger.error({ type: name, code: message }, 'accepting a connection failed')
  }
}
