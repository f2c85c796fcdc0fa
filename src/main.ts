import { ConfigError, readConfig, type Config } from './config.ts'
import { startServer } from './server.ts'

/** Ends the process with a line for the person who started it. */
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
const server = await startServer(config).catch((error: unknown) => {
  const code = Error.isError(error) && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') stop(1, [`listening on port ${config.port}: another program uses it; end that, or set PORT to another port`])
  if (code === 'EACCES') stop(1, [`listening on port ${config.port}: not permitted; set PORT to a port above 1023`])
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') stop(1, [`listening on HOST ${config.host ?? ''}: this machine has no such address; set HOST to one of its own`])
  throw error
})
console.log(`listening on ${server.url}, asking ${config.oryUrl.href}, answering in style ${config.responses}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0))
  })
}
