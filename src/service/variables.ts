/** A variable of the environment that the service reads. */
export interface Variable {
  name: string
  /** In words where there is none; empty where something must be set. */
  byDefault: string
  meaning: string
}

const rows: readonly (readonly [name: string, byDefault: string, meaning: string])[] = [
  ['ORY_SDK_URL', '', 'public URL of a Kratos or an Ory Network project'],
  ['ORY_PROJECT_SLUG', '', 'short for https://<slug>.projects.oryapis.com, if ORY_SDK_URL is not set'],
  ['PORT', '3000', 'port to listen on; 0 for any free port'],
  ['HOST', 'all interfaces', 'interface to listen on'],
  ['ADMIN_PORT', '3001', 'port of the admin server'],
  ['ADMIN_HOST', '127.0.0.1', 'interface of the admin server'],
  ['ADMIN_HOSTS', 'none', 'more host names for the admin server: admin.example.com,*.internal.example.com'],
  ['RESPONSES', 'go', 'go: like the Go example; http: like Kratos'],
  ['UPSTREAM_TIMEOUT', '5s', "time limit for Ory's whole answer: 500ms, 5s, 1m"],
  ['UPSTREAM_CONNECTIONS', '256', 'maximum concurrent calls to Ory'],
  ['UPSTREAM_MAX_BYTES', '2MB', "size limit for Ory's answer, before and after gzip"],
  ['MAX_CONNECTIONS', '10000', 'maximum client connections'],
  ['KEEP_ALIVE_TIMEOUT', '65m', 'idle timeout for client connections, longer than gateways use'],
  ['SHUTDOWN_DELAY', '0', 'after SIGTERM, how long to report "not ready" before the port closes'],
  ['SHUTDOWN_GRACE', '10s', 'after that, how long requests in flight have to finish'],
  ['SESSION_CACHE', 'off', 'cache size for answers that Ory marks cacheable: 64MB, 512KiB'],
  ['WORKERS', '1', 'number of processes; auto for one per core'],
  ['LOG_LEVEL', 'info', 'trace, debug, info, warn, error, fatal or silent'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'off', 'where to send traces; all standard OTEL_* variables apply'],
  ['FORWARD_COOKIES', 'all', 'cookies to send to Ory, by name or prefix: ory_*,csrf_token_*'],
  ['CORS_ORIGINS', 'none', 'allowed CORS origins for whoami: https://app.example.com,https://*.example.org'],
  ['FORWARD_AUTH_HEADERS', 'none', 'identity headers for gateways: X-User-Email=/identity/traits/email'],
  ['TOKENIZE_AS', 'none', "Ory's template for the token that gateways get, at /tokenized"],
  ['LOGIN_URL', 'off', 'where gateways send browsers without a session'],
]

/** The variables, in the order of their page. */
export const variables: readonly Variable[] = rows.map(([name, byDefault, meaning]) => ({ name, byDefault, meaning }))

/** usage is what `--help` prints. */
export function usage(): string {
  const width = (column: 'name' | 'byDefault'): number => Math.max(...variables.map((row) => row[column].length))
  const [names, defaults] = [width('name'), width('byDefault')]
  const table = variables.map(
    ({ name, byDefault, meaning }) => `  ${name.padEnd(names)}  ${byDefault.padEnd(defaults)}  ${meaning}`,
  )
  return `Usage: ory-session-echo [--check | --health | --help | --version]
       ory-session-echo explain < paste

Answers whose Ory session a request carries, on PORT; explains why at /debug, on ADMIN_PORT.

  explain    say why Ory sees a session in a pasted request, or none, and exit; try explain --help
  --check    read the configuration, ask Ory whether it is ready, say both, and exit
  --health   ask the running service on ADMIN_PORT whether its process is alive, say so, and exit with 0 or 1
  --help     show this
  --version  show the version

Configured by variables of the environment; ORY_SDK_URL or ORY_PROJECT_SLUG must be set:

${table.join('\n')}

CORS_ORIGINS, FORWARD_AUTH_HEADERS, TOKENIZE_AS and LOGIN_URL require RESPONSES=http.

  ORY_SDK_URL=http://localhost:4433 ory-session-echo
`
}

/** explainUsage is what `explain --help` prints. */
export function explainUsage(): string {
  return `Usage: ory-session-echo explain [--json | --markdown | --help] < paste

Says why the configured Ory sees a session in a pasted request, or none, as /debug does, without a server.

The paste is what you have: a browser's "Copy as cURL" or another command, headers, cookies, a session token, code, JSON
or a HAR. It is read from standard input, up to 64 kB, never from an argument: the shell would keep that in its history.
On a terminal, paste it, then press Enter and Ctrl-D. It is not stored or shown, and no URL in it is fetched.

  --json      the report for programs
  --markdown  the report for a ticket, without traits
  --help      show this

Exit code: 0 if what was pasted has a session as it stands, 1 if it has not, 2 if the arguments, the configuration or
the paste are wrong.

ORY_SDK_URL or ORY_PROJECT_SLUG must be set. RESPONSES, FORWARD_COOKIES, UPSTREAM_TIMEOUT and UPSTREAM_MAX_BYTES mean
what they mean for the service: set them as they are there, for the same credentials to count.

  ORY_SDK_URL=http://localhost:4433 ory-session-echo explain < request.txt
`
}
