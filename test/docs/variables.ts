import { ConfigError, readConfig, type Config } from '../../src/service/config.ts'
import { variables } from '../../src/service/variables.ts'
import { asCode, list, number, wrapped } from './markdown.ts'

/** What the page says of a variable beside its line in `--help`. */
interface More {
  /** Where its value is in the configuration, and what it counts. */
  field?: keyof Config
  unit?: 'ms' | 'bytes'
  /** Values that are accepted, and values that are not: what becomes of them is asked of the service's own parser. */
  accepted: readonly string[]
  refused: readonly string[]
  text?: string
}

const more: Readonly<Record<string, More>> = {
  ORY_SDK_URL: {
    accepted: ['http://localhost:4433', 'https://auth.example.com/kratos'],
    refused: ['localhost:4433', 'http://ann:secret@localhost:4433', 'http://localhost:4433/?a=b'],
    text:
      'The base URL of the public API, to which `/sessions/whoami` is added; never of the admin ' +
      'API. It takes precedence over `ORY_PROJECT_SLUG`. One of the two must be set.',
  },
  ORY_PROJECT_SLUG: {
    accepted: ['happy-einstein-1a2b3c'],
    refused: ['https://happy-einstein-1a2b3c.projects.oryapis.com'],
  },
  PORT: { field: 'port', accepted: ['8080', '0'], refused: ['70000', '80a'] },
  HOST: { field: 'host', accepted: ['127.0.0.1', '::1', 'localhost'], refused: ['http://localhost'] },
  ADMIN_PORT: {
    field: 'adminPort',
    accepted: ['9000', '0'],
    refused: ['3000'],
    text:
      'Unless it is set, the service also starts without an admin server where the port is taken, ' +
      'and says so in the log. With `PORT=0`, it is a free one too. With `WORKERS`, one admin port ' +
      'covers all processes.',
  },
  ADMIN_HOST: {
    field: 'adminHost',
    accepted: ['0.0.0.0', '::'],
    refused: ['http://0.0.0.0'],
    text:
      'Whoever reaches the admin port may read health, metrics and `/debug`. It accepts requests ' +
      'for its own address, for localhost and for `ADMIN_HOSTS`, and forms only from its own ' +
      'origin. Pages of other sites get 421 or 403, even if their host name resolves to it. ' +
      '`/health/` and `/metrics/` accept any host, as probes require.',
  },
  ADMIN_HOSTS: {
    field: 'adminHosts',
    accepted: ['admin.example.com', 'admin.example.com, *.internal.example.com'],
    refused: ['admin.example.com:3001', '*'],
    text: 'Names without a port. `*` matches one level.',
  },
  RESPONSES: {
    field: 'responses',
    accepted: ['go', 'http'],
    refused: ['json'],
    text: '[Style `go`](../echo.md) answers every path; [style `http`](../http.md) is for SDKs and gateways.',
  },
  UPSTREAM_TIMEOUT: {
    field: 'upstreamTimeout',
    unit: 'ms',
    accepted: ['500ms', '5s', '1.5s', '10m'],
    refused: ['5', '0', '11m'],
    text:
      'It includes the wait for a free connection, redirects and the whole body. Keep it below that ' + 'of a gateway.',
  },
  UPSTREAM_CONNECTIONS: {
    field: 'upstreamConnections',
    accepted: ['64'],
    refused: ['0', '1e3'],
    text:
      'Further calls wait, up to 16 for each connection; then clients get an error at once. It ' +
      'counts all processes together.',
  },
  UPSTREAM_MAX_BYTES: {
    field: 'upstreamMaxBytes',
    unit: 'bytes',
    accepted: ['512KiB', '10MB'],
    refused: ['10', '1 MB'],
  },
  MAX_CONNECTIONS: {
    field: 'maxConnections',
    accepted: ['1000'],
    refused: ['0', 'many'],
    text:
      'Beyond it, the longest idle connection is closed to make room. It counts all processes ' +
      'together. If the limit on open files is too low, a process takes fewer, and the admin port ' +
      'keeps its share.',
  },
  KEEP_ALIVE_TIMEOUT: {
    field: 'keepAliveTimeout',
    unit: 'ms',
    accepted: ['75s', '65m', '24h'],
    refused: ['500ms', '2d'],
    text: 'Longer than gateways keep theirs, so that none sends a request into a connection that closes.',
  },
  SHUTDOWN_DELAY: {
    field: 'shutdownDelay',
    unit: 'ms',
    accepted: ['0', '10s'],
    refused: ['10'],
    text:
      'On SIGTERM, `/health/ready` answers 503 and every response says `Connection: close` for this ' +
      'long. Then the port closes. Make it longer than a load balancer takes to notice. A second ' +
      'signal ends the process at once.',
  },
  SHUTDOWN_GRACE: {
    field: 'shutdownGrace',
    unit: 'ms',
    accepted: ['30s'],
    refused: ['1h'],
    text: 'Any others are cut off then. The exit code is 0. Idle connections do not delay it.',
  },
  SESSION_CACHE: {
    field: 'sessionCache',
    unit: 'bytes',
    accepted: ['64MB', '512KiB', '1GB'],
    refused: ['64', '0MB', 'on'],
    text:
      'Answers are kept for as long as `Ory-Session-Cache-For` allows (Kratos: ' +
      "`feature_flags.cacheable_sessions`), and never beyond the session's expiry. **A revoked " +
      'session may stay valid for that long.** Identical requests at once share one call to Ory. ' +
      'Keys are keyed hashes of the credentials; answers to `tokenize_as` are never kept. It is the ' +
      'size for all processes together, and counts what the cache itself takes, see ' +
      '[limits](limits.md#memory).',
  },
  WORKERS: {
    field: 'workers',
    accepted: ['4', 'auto'],
    refused: ['0', '-1'],
    text:
      'They share the port. Connections, calls to Ory and the cache are divided among them; a ' +
      'worker that dies is replaced.',
  },
  LOG_LEVEL: {
    field: 'logLevel',
    accepted: ['trace', 'warn', 'silent'],
    refused: ['verbose'],
    text: 'Requests are at `info`; those that Ory fails at `warn`, unexpected errors at `error`.',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    accepted: ['http://localhost:4318'],
    refused: [],
    text: 'Traces need `@opentelemetry/sdk-node`, installed beside the package.',
  },
  FORWARD_COOKIES: {
    field: 'forwardCookies',
    accepted: ['ory_*,csrf_token_*', 'my_session'],
    refused: ['ory_*_session', '/ory_.*/'],
    text:
      'With it, only these count as credentials: visitors who have other cookies alone are answered ' +
      'at once. Name your own `session.cookie.name` if you have one. See [the truth about ' +
      'Ory](../http.md#the-truth-about-ory).',
  },
  CORS_ORIGINS: {
    accepted: ['https://app.example.com', 'https://app.example.com, https://*.example.org, http://localhost:5173'],
    refused: ['*', 'app.example.com', 'https://*.com', 'https://app.example.com/shop'],
    text: '`*` matches one level. Pages of these origins may send their cookies, see [apps](../apps.md).',
  },
  FORWARD_AUTH_HEADERS: {
    accepted: ['X-User-Email=/identity/traits/email', 'X-User-Id=/identity/id, X-Session=/id'],
    refused: ['X-User-Email=email', 'Set-Cookie=/id', 'X-A=/id,x-a=/id'],
    text: 'A JSON pointer into the session for each header, see [identity ' + 'headers](../http.md#identity-headers).',
  },
  TOKENIZE_AS: {
    field: 'tokenizeAs',
    accepted: ['jwt_for_apps'],
    refused: ['jwt for apps'],
    text:
      "It stands in Ory's `session.whoami.tokenizer.templates`. " +
      '`FORWARD_AUTH_HEADERS=X-Token=/tokenized` sends it.',
  },
  LOGIN_URL: {
    field: 'loginUrl',
    accepted: ['https://auth.example.com/login', 'https://auth.example.com/login?theme=dark'],
    refused: ['/login', 'https://auth.example.com/login#form'],
    text: 'With `return_to` and, for a missing second factor, `aal=aal2`. See ' + '[gateways](../gateways/README.md).',
  },
}

const others = { ORY_SDK_URL: 'http://localhost:4433', RESPONSES: 'http' }

/** What the service says of a value: undefined when it accepts it. */
function refusalOf(name: string, value: string): string | undefined {
  try {
    readConfig({ ...others, [name]: value })
    return undefined
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.mistakes.map((mistake) => mistake.replace(/^.*?, expected /, '')).join('; ')
  }
}

/** What the service makes of a value, where that has a unit. */
function readAs(name: string, value: string, { field, unit }: More): string {
  const read = field === undefined ? undefined : readConfig({ ...others, [name]: value })[field]
  return unit !== undefined && typeof read === 'number' && read !== 0 ? ` is ${number(read)} ${unit}` : ''
}

/** The values that are accepted. */
function acceptedOf(name: string, said: More): string {
  const values = said.accepted.map((value) => {
    const why = refusalOf(name, value)
    if (why !== undefined) throw new Error(`describing ${name}: ${value} is refused: ${why}`)
    return `\`${value}\`${readAs(name, value, said)}`
  })
  return values.join('; ')
}

/** The values that are refused, with what is expected instead. */
function refusedOf(name: string, { refused }: More): string[] {
  const byReason = Map.groupBy(refused, (value) => {
    const why = refusalOf(name, value)
    if (why === undefined) throw new Error(`describing ${name}: ${value} is accepted`)
    return why
  })
  return [...byReason].map(
    ([why, values]) => `Refused: ${values.map((value) => `\`${value}\``).join('; ')}. Expected ${asCode(why)}.`,
  )
}

/** Whether a meaning begins with a value, which keeps its case. */
function isValue(meaning: string, { accepted }: More): boolean {
  return accepted.includes(/^\w*/.exec(meaning)?.[0] ?? '')
}

function about(name: string): More {
  const said = more[name]
  if (said === undefined)
    throw new Error(`describing ${name}: test/docs/variables.ts has nothing about it; add it there`)
  return said
}

/**
 * variablesPage makes docs/reference/variables.md of the service's own table and parser.
 *
 * @throws Error when a variable has no description, or a value of one is not accepted or refused as it says.
 */
export function variablesPage(): string {
  const rows = variables.map(
    ({ name, byDefault, meaning }) => `| \`${name}\` |${` ${asValue(byDefault)}`.trimEnd()} | ${asCode(meaning)} |`,
  )
  const sections = variables.flatMap(({ name, byDefault, meaning }) => {
    const said = about(name)
    const first = isValue(meaning, said) ? meaning : meaning.charAt(0).toUpperCase() + meaning.slice(1)
    const unset = byDefault === '' ? '' : ` Default: ${asValue(byDefault)}.`
    return [
      `## ${name}`,
      wrapped(`${asCode(first)}.${unset}`),
      ...(said.text === undefined ? [] : [wrapped(said.text)]),
      list([`Accepted: ${acceptedOf(name, said)}.`, ...refusedOf(name, said)]),
    ]
  })
  return [
    '# Variables',
    wrapped(
      'Everything is set by variables of the environment. One that is empty counts as unset. All ' +
        'mistakes are reported together, one per line, with exit code 2, and without what may be a ' +
        'password or a token. `--check` reads the configuration, asks Ory whether it is ready, says ' +
        'both, and exits. `make reference` writes this page from the table of `--help`, and asks the ' +
        "service's own parser what becomes of each value.",
    ),
    ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n'),
    wrapped(
      '`CORS_ORIGINS`, `FORWARD_AUTH_HEADERS`, `TOKENIZE_AS` and `LOGIN_URL` require ' +
        '`RESPONSES=http`. Durations have a unit: `ms`, `s`, `m` or `h`; `0` needs none. Sizes: `kB`, ' +
        '`MB`, `GB` by thousands, `KiB`, `MiB`, `GiB` by 1,024.',
    ),
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

/** A default: words as they are, values as code. */
function asValue(byDefault: string): string {
  return /^(?:|all.*|none|off)$/.test(byDefault) ? byDefault : `\`${byDefault}\``
}
