import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Ory } from '../../ory/client.ts'
import { credentialsOf, sdkCredentialsOf, type Credentials } from '../../ory/credentials.ts'
import { redactor } from './observation/secrets.ts'
import type { ReportSetup } from './report.ts'

/** What debug reports are made with. */
export interface DebugOptions {
  ory: Ory
  /** The configured Ory's URL, as the report shows it. */
  oryUrl: URL
  /** Whether the service takes a token from `X-Session-Token`: in `RESPONSES=http` only. False unless given. */
  acceptsSessionToken?: boolean
  /** How the service reads credentials from headers, so that the report sends what the service would send. */
  credentialsOf?: (headers: IncomingHttpHeaders) => Credentials
  /** The key of the fingerprints, 32 bytes: workers that share it show the same ones. Random unless given. */
  fingerprintKey?: Buffer
  /** The time in ms since 1970. */
  now?: () => number
}

/** The longest paste that is explained, in bytes as it comes. */
export const longestPaste = 64 * 1024

/** setupOf completes the options of a report. */
export function setupOf(options: DebugOptions): ReportSetup {
  const { ory, oryUrl, acceptsSessionToken = false, fingerprintKey = randomBytes(32), now = Date.now } = options
  return {
    ory,
    oryUrl,
    acceptsSessionToken,
    credentialsOf:
      options.credentialsOf ??
      (acceptsSessionToken ? (headers) => sdkCredentialsOf(headers) : (headers) => credentialsOf(headers)),
    redact: redactor(fingerprintKey),
    now,
  }
}
