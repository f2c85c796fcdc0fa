import { refuse } from './refuse.ts'
import { ConfigError, readConfig, type Config } from './service/config.ts'

/** configuration reads the environment; undefined when it is wrong, which was said then. */
export function configuration(): Config | undefined {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    refuse(error.mistakes)
    return undefined
  }
}
