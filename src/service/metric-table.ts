/** A metric of the service, as Prometheus and its page describe it. */
export interface Metric {
  name: string
  type: 'counter' | 'gauge' | 'histogram'
  /** What it says, in one sentence. */
  help: string
  labelNames: readonly string[]
}

const ory = ['server_address', 'server_port']

/**
 * Every metric of the service itself; Node's and the process' own come with prom-client. Where OpenTelemetry's semantic
 * conventions for HTTP have a name, it is that one in Prometheus' form. No label grows with users, or with what they
 * send.
 */
export const metrics = {
  requests: {
    name: 'http_server_request_duration_seconds',
    type: 'histogram',
    help: 'Time from the head of a request to its answer. Without a status, the client left before.',
    labelNames: [
      ...['http_request_method', 'url_scheme', 'http_route', 'http_response_status_code', 'error_type'],
      'outcome',
    ],
  },
  active: {
    name: 'http_server_active_requests',
    type: 'gauge',
    help: 'Requests in flight, until the client has read the answer.',
    labelNames: ['http_request_method', 'url_scheme'],
  },
  calls: {
    name: 'http_client_request_duration_seconds',
    type: 'histogram',
    help: 'Time of calls to whoami, waiting and redirects included. Without a status, Ory gave no whole answer.',
    labelNames: ['http_request_method', ...ory, 'http_response_status_code', 'error_type'],
  },
  activeCalls: {
    name: 'http_client_active_requests',
    type: 'gauge',
    help: 'Calls to Ory in flight, at most UPSTREAM_CONNECTIONS.',
    labelNames: ['http_request_method', ...ory],
  },
  openConnections: {
    name: 'http_client_open_connections',
    type: 'gauge',
    help: 'Connections to Ory, active or idle.',
    labelNames: ['http_connection_state', ...ory],
  },
  waiting: {
    name: 'ory_session_echo_waiting_calls',
    type: 'gauge',
    help: 'Calls that wait for one of UPSTREAM_CONNECTIONS.',
    labelNames: [],
  },
  connections: {
    name: 'ory_session_echo_connections',
    type: 'gauge',
    help: 'Client connections on the public port, at most MAX_CONNECTIONS.',
    labelNames: [],
  },
  evicted: {
    name: 'ory_session_echo_connections_evicted_total',
    type: 'counter',
    help: 'Client connections closed because of MAX_CONNECTIONS, the longest idle first.',
    labelNames: [],
  },
  droppedLines: {
    name: 'ory_session_echo_log_lines_dropped_total',
    type: 'counter',
    help: 'Log lines lost because they could not be written.',
    labelNames: [],
  },
  cacheEntries: {
    name: 'ory_session_echo_cache_entries',
    type: 'gauge',
    help: 'Cached answers; only with SESSION_CACHE.',
    labelNames: [],
  },
  cacheBytes: {
    name: 'ory_session_echo_cache_bytes',
    type: 'gauge',
    help: 'Memory of the cached answers; only with SESSION_CACHE.',
    labelNames: [],
  },
  cacheLookups: {
    name: 'ory_session_echo_cache_lookups_total',
    type: 'counter',
    help: 'Cache lookups, by result: hit or miss; only with SESSION_CACHE.',
    labelNames: ['result'],
  },
  build: {
    name: 'ory_session_echo_build_info',
    type: 'gauge',
    help: 'Versions and style; always 1.',
    labelNames: ['version', 'node', 'responses'],
  },
} as const satisfies Record<string, Metric>
