import type { Config } from './config.ts'
import { goResponses } from './go/style.ts'
import { httpResponses } from './http/style.ts'
import type { ResponseStyle } from './style/style.ts'

/** responsesOf is the response style that `RESPONSES` asks for: the one place that knows there are two. */
export function responsesOf(config: Config): ResponseStyle {
  return config.responses === 'go' ? goResponses(config) : httpResponses(config)
}
