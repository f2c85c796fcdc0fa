import type { EventEmitter } from 'node:events'
import { isatty } from 'node:tty'
import type { Context } from 'koa'
import { pino, type DestinationStream, type Logger } from 'pino'
import { createSink } from './log-sink.ts'

/** Log levels, from everything to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A log. */
export interface Log {
  logger: Logger
  /** Takes a line of JSON with its line break as it is, past the logger and its level. */
  write: (line: string) => void
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
  const { dropped, close } = sink
  const write = isatty(stdout) ? await readable(sink.write) : sink.write
  const logger = createLogger(level, { write })
  return { logger, write, dropped, close }
}

/** silentLog logs nothing. */
export function silentLog(): Log {
  return {
    logger: createLogger('silent', { write: () => undefined }),
    write: () => undefined,
    dropped: () => 0,
    close: () => Promise.resolve(),
  }
}

async function readable(write: Log['write']): Promise<Log['write']> {
  const { prettyFactory } = await import('pino-pretty')
  const pretty = prettyFactory({ colorize: (process.env['NO_COLOR'] ?? '') === '', translateTime: 'SYS:HH:MM:ss.l' })
  return (line) => {
    write(pretty(line))
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
