import { createOry } from '../ory/client.ts'
import { isUpstreamError } from '../ory/transport/failure.ts'
import type { Config } from './config.ts'

/** What `--check` found. */
export interface Check {
  /** A line each. */
  lines: readonly string[]
  ok: boolean
}

/**
 * check asks Ory whether it is ready, and whoami without credentials, to learn whether its public API is there. It
 * takes twice `UPSTREAM_TIMEOUT` at most, and starts no server.
 */
export async function check({ oryUrl, port, responses, upstreamTimeout, upstreamMaxBytes }: Config): Promise<Check> {
  const configuration = `configuration: fine; port ${port}, style ${responses}, asking ${oryUrl.href}`
  const ory = createOry(oryUrl, { timeout: upstreamTimeout, maxBytes: upstreamMaxBytes })
  try {
    const reason = await ory.whyNotReady()
    if (reason !== undefined) return { lines: [configuration, `Ory: not ready; ${reason}`], ok: false }
    const answer = await ory.whoami({ cookie: '', token: '' })
    const isOry = answer.status === 401 && answer.error() !== undefined
    const said = isOry
      ? 'Ory: ready'
      : `Ory: not found; GET /sessions/whoami answered ${answer.status}, expected 401 with JSON; ` +
        "check that ORY_SDK_URL is the URL of Ory's public API"
    return { lines: [configuration, said], ok: isOry }
  } catch (error) {
    if (!isUpstreamError(error)) throw error
    return { lines: [configuration, `Ory: not ready; ${error.message}`], ok: false }
  } finally {
    ory.close()
  }
}
