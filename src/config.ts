import * as v from 'valibot'

/** What the service is told at its start; times in milliseconds. */
export interface Config {
  /** Ory's public API: of a Kratos, or of an Ory Network project. */
  oryUrl: URL
  /** The interface to listen on; all of them when absent. */
  host: string | undefined
  /** 0 stands for any free port. */
  port: number
  responses: 'go'
  upstreamTimeout: number
}

/** Everything that is wrong with a configuration, a line each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

const units = { ms: 1, s: 1000, m: 60_000 } as const

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'a port number from 0 to 65535'),
  v.transform(Number),
  v.maxValue(65_535, 'a port number from 0 to 65535'),
)

const duration = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(?:\.\d{1,3})?(?:ms|s|m)$/, 'a duration such as 500ms, 5s or 1m'),
  v.transform((text) => {
    const unit = /ms$|s$|m$/.exec(text)?.[0]
    return Number.parseFloat(text) * (unit === 'ms' || unit === 's' || unit === 'm' ? units[unit] : 1)
  }),
  v.minValue(1, 'a duration of at least 1ms'),
  v.maxValue(600_000, 'a duration of at most 10m'),
)

const baseUrl = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && /^https?:\/\//i.test(text), 'a URL that starts with http:// or https://'),
  v.transform((text) => new URL(text)),
  v.check(({ username, password }) => username === '' && password === '', 'a URL without user and password'),
  v.check(({ search, hash }) => search === '' && hash === '', 'a URL without query and fragment'),
)

const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i, 'the slug of an Ory Network project, such as happy-einstein-1a2b3c'),
  v.transform((text) => new URL(`https://${text}.projects.oryapis.com`)),
)

const variables = v.object({
  ORY_SDK_URL: v.optional(baseUrl),
  ORY_PROJECT_SLUG: v.optional(slug),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'a host name or an IP address to listen on'))),
  PORT: v.optional(port, '3000'),
  RESPONSES: v.optional(v.picklist(['go'], 'go'), 'go'),
  UPSTREAM_TIMEOUT: v.optional(duration, '5s'),
})

/**
 * readConfig reads the environment; an empty variable counts as absent. `ORY_SDK_URL` comes before
 * `ORY_PROJECT_SLUG`, which stands for `https://<slug>.projects.oryapis.com` as in Ory's example.
 *
 * @throws ConfigError that names every variable that is wrong, its value and what is expected.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const read = v.safeParse(variables, given, { abortPipeEarly: true })
  const problems = (read.issues ?? []).map((issue) => {
    const name = v.getDotPath(issue) ?? ''
    return `${name} is ${shown(given[name] ?? '')}, expected ${issue.message}`
  })
  if (given['ORY_SDK_URL'] === undefined && given['ORY_PROJECT_SLUG'] === undefined) {
    problems.unshift('ORY_SDK_URL is not set, expected the URL of a Kratos or an Ory Network project (or its slug in ORY_PROJECT_SLUG)')
  }
  const oryUrl = read.success ? (read.output.ORY_SDK_URL ?? read.output.ORY_PROJECT_SLUG) : undefined
  if (!read.success || oryUrl === undefined) throw new ConfigError(problems)
  const { HOST: host, PORT, RESPONSES: responses, UPSTREAM_TIMEOUT: upstreamTimeout } = read.output
  return { oryUrl, host, port: PORT, responses, upstreamTimeout }
}

/** A value as it may be printed: quoted, cut, and without what looks like a password or a token in a URL. */
function shown(value: string): string {
  const safe = value.replace(/^.*@/s, '***@').replace(/[?#].*$/s, (rest) => `${rest.charAt(0)}***`)
  return JSON.stringify(safe.length > 100 ? `${safe.slice(0, 100)}…` : safe)
}
