import type { Ory } from '../ory/client.ts'
import type { Config } from './config.ts'
import type { DebugOptions } from './debug/setup.ts'
import { styleOf } from './styles.ts'

/** explainedBy is what debug reports are made with: requests are read as the service reads them, and `ory` is asked. */
export function explainedBy(config: Config, ory: Ory): DebugOptions {
  const { acceptsSessionToken, credentials } = styleOf(config)
  return { ory, oryUrl: config.oryUrl, acceptsSessionToken, credentialsOf: credentials }
}
