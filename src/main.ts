import { ConfigError, readConfig, type Config } from './config.ts'
import { createLogger } from './log.ts'
import { ListenError, startServer } from './server.ts'

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
const logger = createLogger(config.logLevel)
const server = await startServer(config, logger).catch((error: unknown) => {
  if (error instanceof ListenError) stop(1, [error.message])
  throw error
})
logger.info({ url: server.url, admin: server.adminUrl, ory: config.oryUrl.href, style: config.responses }, `listening on ${server.url}, asking ${config.oryUrl.href}, answering in style ${config.responses}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0))
  })
}
