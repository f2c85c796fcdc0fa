import { availableParallelism } from 'node:os'
import * as v from 'valibot'
import type { CookieAllowList } from '../ory/credentials.ts'
import { allowedOrigin, type AllowedOrigin } from './http/cors.ts'
import { identityHeader, type IdentityHeader } from './http/identity-headers.ts'
import { logLevels, type LogLevel } from './log.ts'
import { styleNames, type StyleName } from './styles.ts'
import { missingForTracing } from './tracing.ts'

/** The configuration of the service; times in ms. */
export interface Config {
  /** The public API of a Kratos or an Ory Network project. */
  oryUrl: URL
  /** The interface to listen on; all of them if undefined. */
  host: string | undefined
  /** 0 for any free port. */
  port: number
  /** The interface and the port of the admin server. */
  adminHost: string
  adminPort: number
  /** Further host names of the admin server; `*.example.com` for all names one level below. */
  adminHosts: readonly string[]
  /** Whether `ADMIN_PORT` is set; otherwise the service starts without an admin server if need be. */
  adminPortGiven: boolean
  logLevel: LogLevel
  responses: StyleName
  upstreamTimeout: number
  /** Concurrent calls to Ory, in all processes together. */
  upstreamConnections: number
  /** The size limit of Ory's answer in bytes, before and after gzip. */
  upstreamMaxBytes: number
  /** Client connections, in all processes together; beyond, the longest idle one is closed. */
  maxConnections: number
  /** How long an idle connection is kept. */
  keepAliveTimeout: number
  /** How long the service says that it is not ready before it stops listening. */
  shutdownDelay: number
  /** How long requests in flight may take after that. */
  shutdownGrace: number
  /** Cache size in bytes for answers that Ory marks cacheable; no cache if undefined. */
  sessionCache: number | undefined
  /** The number of processes. */
  workers: number
  /** The cookies to send to Ory; all of them if undefined. */
  forwardCookies: CookieAllowList | undefined
  /** Allowed CORS origins; only in style `http`. */
  corsOrigins: readonly AllowedOrigin[]
  /** Response headers with fields of the session; only in style `http`. */
  forwardAuthHeaders: readonly IdentityHeader[]
  /** Ory's template for the token that gateways get; only in style `http`. */
  tokenizeAs: string | undefined
  /** Where gateways send browsers without a session; only in style `http`. */
  loginUrl: URL | undefined
}

/** All errors of a configuration, one per line. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'))
    this.mistakes = mistakes
  }
}

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const

/** A schema for texts that `parse` accepts: it returns undefined for others. */
function parsed<T>(parse: (text: string) => T | undefined, expected: string): v.GenericSchema<string, T> {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const value = parse(dataset.value)
      if (value !== undefined) return value
      addIssue({ message: expected })
      return NEVER
    }),
  )
}

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a port number from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a port number from 0 to 65535'),
)

const host = v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'a host name or an IP address to listen on'))

/** A duration from `least` to `most` ms; `0` is none. */
function duration(least: number, most: number, range: string): v.GenericSchema<string, number> {
  return v.pipe(
    parsed((text) => {
      const [, digits = '', unit = ''] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text) ?? []
      if (digits === '') return text === '0' ? 0 : undefined
      return Number.parseFloat(digits) * (Object.entries(units).find(([name]) => name === unit)?.[1] ?? 1)
    }, 'a duration such as 500ms, 5s or 1m'),
    v.check((time) => time >= least && time <= most, `a duration ${range}`),
  )
}

const bytes = { kB: 1e3, MB: 1e6, GB: 1e9, KiB: 1 << 10, MiB: 1 << 20, GiB: 1 << 30 } as const

const size = parsed((text) => {
  const [, digits = '', unit = ''] = /^([1-9]\d{0,5})(kB|MB|GB|KiB|MiB|GiB)$/.exec(text) ?? []
  return digits === '' ? undefined : Number(digits) * (Object.entries(bytes).find(([name]) => name === unit)?.[1] ?? 1)
}, 'a size such as 64MB or 512KiB')

const count = parsed((text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined), 'a number from 1 to 999999')

const workers = parsed(
  (text) => (text === 'auto' ? availableParallelism() : /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined),
  'a number of processes from 1 to 999, or auto',
)

const httpUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:\/\//i.test(text), 'a URL that starts with http:// or https://'),
  v.transform((text) => new URL(text)),
  v.check(({ username, password }) => username === '' && password === '', 'a URL without user and password'),
)
const baseUrl = v.pipe(
  httpUrl,
  v.check(({ search, hash }) => search === '' && hash === '', 'a URL without query and fragment'),
)
const loginUrl = v.pipe(
  httpUrl,
  v.check(({ hash }) => hash === '', 'a URL without a fragment'),
)
const template = v.pipe(
  v.string(),
  v.regex(/^[\w.~-]{1,200}$/, "the name of a template in Ory's session.whoami.tokenizer.templates"),
)

const slug = v.pipe(
  v.string(),
  v.regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
    'the slug of an Ory Network project, such as happy-einstein-1a2b3c',
  ),
  v.transform((text) => new URL(`https://${text}.projects.oryapis.com`)),
)

/** A comma-separated list; errors name the item. */
function listOf<T>(item: v.GenericSchema<string, T>): v.GenericSchema<string, T[]> {
  return v.pipe(
    v.string(),
    v.transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
    v.array(item),
  )
}

const cookieName = v.pipe(
  v.string(),
  v.regex(/^(?:[!#$%&'+.^_`|~0-9A-Za-z-]+\*?|\*)$/, 'the name of a cookie, or a prefix that ends in *, such as ory_*'),
)
const hostName = v.pipe(
  v.string(),
  v.regex(
    /^(?:\*\.)?[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}$/,
    'a host without its port, such as admin.example.com, or *.example.com for all names one level below',
  ),
)
const origin = parsed(
  allowedOrigin,
  'an origin such as https://app.example.com, or https://*.example.com for all names one level below',
)
const header = parsed(
  identityHeader,
  'a header of your own and a JSON pointer into the session, such as X-User-Email=/identity/traits/email',
)
const eachOnce = v.check(
  (headers: IdentityHeader[]) => new Set(headers.map(({ name }) => name.toLowerCase())).size === headers.length,
  'each header once',
)

const variables = v.object({
  ORY_SDK_URL: v.optional(baseUrl),
  ORY_PROJECT_SLUG: v.optional(slug),
  HOST: v.optional(host),
  ADMIN_HOST: v.optional(host, '127.0.0.1'),
  ADMIN_HOSTS: v.optional(listOf(hostName), ''),
  ADMIN_PORT: v.optional(port, '3001'),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `one of ${logLevels.join(', ')}`), 'info'),
  PORT: v.optional(port, '3000'),
  RESPONSES: v.optional(v.picklist(styleNames, styleNames.join(' or ')), 'go'),
  UPSTREAM_TIMEOUT: v.optional(duration(1, 10 * units.m, 'from 1ms to 10m'), '5s'),
  UPSTREAM_CONNECTIONS: v.optional(count, '256'),
  UPSTREAM_MAX_BYTES: v.optional(size, '2MB'),
  MAX_CONNECTIONS: v.optional(count, '10000'),
  KEEP_ALIVE_TIMEOUT: v.optional(duration(units.s, 24 * units.h, 'from 1s to 24h'), '65m'),
  SHUTDOWN_DELAY: v.optional(duration(0, 10 * units.m, 'from 0 to 10m'), '0'),
  SHUTDOWN_GRACE: v.optional(duration(0, 10 * units.m, 'from 0 to 10m'), '10s'),
  SESSION_CACHE: v.optional(size),
  WORKERS: v.optional(workers, '1'),
  FORWARD_COOKIES: v.optional(listOf(cookieName)),
  CORS_ORIGINS: v.optional(listOf(origin), ''),
  FORWARD_AUTH_HEADERS: v.optional(v.pipe(listOf(header), eachOnce), ''),
  TOKENIZE_AS: v.optional(template),
  LOGIN_URL: v.optional(loginUrl),
})

const onlyInHttp = ['CORS_ORIGINS', 'FORWARD_AUTH_HEADERS', 'TOKENIZE_AS', 'LOGIN_URL']

/**
 * readConfig reads the environment. An empty variable counts as unset. `ORY_SDK_URL` takes precedence over
 * `ORY_PROJECT_SLUG`, which is short for `https://<slug>.projects.oryapis.com` as in Ory's example.
 *
 * @throws ConfigError with every wrong variable, its value and what is expected.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = v.safeParse(variables, given, { abortPipeEarly: true })
  const mistakes = (read.issues ?? []).map(({ path, message }) => {
    const [variable, item] = path ?? []
    const name = String(variable?.key)
    const value = typeof item?.value === 'string' ? item.value : (given[name] ?? '')
    return `${name} is ${shown(value)}, expected ${message}`
  })
  if (given['ORY_SDK_URL'] === undefined && given['ORY_PROJECT_SLUG'] === undefined) {
    mistakes.unshift(
      'ORY_SDK_URL is not set, expected the URL of a Kratos or an Ory Network project ' +
        '(or its slug in ORY_PROJECT_SLUG)',
    )
  }
  if (read.success && read.output.PORT !== 0 && read.output.PORT === read.output.ADMIN_PORT) {
    mistakes.push(`ADMIN_PORT is ${shown(given['ADMIN_PORT'] ?? '3001')}, expected a port other than PORT`)
  }
  if ((given['RESPONSES'] ?? 'go') === 'go') {
    for (const name of onlyInHttp)
      if (given[name] !== undefined)
        mistakes.push(`${name} is set, expected RESPONSES=http beside it: the Go example knows nothing of it`)
  }
  const missing = missingForTracing(environment)
  if (missing !== undefined) mistakes.push(missing)
  const oryUrl = read.success ? (read.output.ORY_SDK_URL ?? read.output.ORY_PROJECT_SLUG) : undefined
  if (!read.success || oryUrl === undefined || mistakes.length > 0) throw new ConfigError(mistakes)
  const { output } = read
  return {
    oryUrl,
    host: output.HOST,
    port: output.PORT,
    adminHost: output.ADMIN_HOST,
    // With PORT=0, as in tests, the admin server gets a free port too.
    adminPort: given['ADMIN_PORT'] === undefined && output.PORT === 0 ? 0 : output.ADMIN_PORT,
    adminHosts: output.ADMIN_HOSTS,
    adminPortGiven: given['ADMIN_PORT'] !== undefined,
    logLevel: output.LOG_LEVEL,
    responses: output.RESPONSES,
    upstreamTimeout: output.UPSTREAM_TIMEOUT,
    upstreamConnections: output.UPSTREAM_CONNECTIONS,
    upstreamMaxBytes: output.UPSTREAM_MAX_BYTES,
    maxConnections: output.MAX_CONNECTIONS,
    keepAliveTimeout: output.KEEP_ALIVE_TIMEOUT,
    shutdownDelay: output.SHUTDOWN_DELAY,
    shutdownGrace: output.SHUTDOWN_GRACE,
    sessionCache: output.SESSION_CACHE,
    workers: output.WORKERS,
    forwardCookies: output.FORWARD_COOKIES,
    corsOrigins: output.CORS_ORIGINS,
    forwardAuthHeaders: output.FORWARD_AUTH_HEADERS,
    tokenizeAs: output.TOKENIZE_AS,
    loginUrl: output.LOGIN_URL,
  }
}

/** A value for an error message: quoted, cut, and without anything like a password or a token in a URL. */
function shown(value: string): string {
  const safe = value.replace(/^.*@/s, '***@').replace(/[?#].*$/s, (rest) => `${rest.charAt(0)}***`)
  return JSON.stringify(safe.length > 100 ? `${safe.slice(0, 100)}…` : safe)
}
