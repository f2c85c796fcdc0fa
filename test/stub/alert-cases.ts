/** What an alert is about, as series of minutes in promtool's notation. */
export interface AlertCase {
  alert: string
  when: string
  /** Series beside those of {@link healthy}, or instead of them. */
  series: Readonly<Record<string, string>>
  /** When it fires, and no other. */
  at: string
  /** What the alert's labels are, its severity aside. */
  labels: Readonly<Record<string, string>>
  /** Its summary. */
  says: string
}

const target = 'job="ory-session-echo",namespace="n",instance="i"'
const other = target.replace('"i"', '"j"')
const requests = (labels: string): string => `http_server_request_duration_seconds_count{${target},${labels}}`
const failed = requests('outcome="upstream_error",error_type="timeout"')
const calls = (labels: string): string => `http_client_request_duration_seconds_count{${target},${labels}}`
const bucket = (le: string): string => `http_client_request_duration_seconds_bucket{${target},le="${le}"}`
const up = `up{${target}}`
const lag = `nodejs_eventloop_lag_p99_seconds{${target}}`
const evicted = `ory_session_echo_connections_evicted_total{${target}}`
const dropped = `ory_session_echo_log_lines_dropped_total{${target}}`

/** A service with 100 requests a second, in style `go`, where no session is a 500. */
export const healthy: Readonly<Record<string, string>> = {
  [up]: '1x450',
  [requests('outcome="session"')]: '0+6000x450',
  [requests('outcome="no_session",error_type="500"')]: '0+600x450',
  [requests('outcome="client_left",error_type="left"')]: '0+600x450',
  [failed]: '0+3x450',
  [calls('http_response_status_code="200"')]: '0+6000x450',
  [calls('http_response_status_code="401",error_type="401"')]: '0+600x450',
  [calls('error_type="left"')]: '0+600x450',
  [bucket('0.1')]: '0+7200x450',
  [bucket('2.5')]: '0+7200x450',
  [bucket('+Inf')]: '0+7200x450',
  [lag]: '0.02x450',
  [evicted]: '0x450',
  [dropped]: '0x450',
}

const where = { job: 'ory-session-echo', namespace: 'n' }

export const alertCases: readonly AlertCase[] = [
  {
    alert: 'OrySessionEchoDown',
    when: 'no instance can be scraped',
    series: { [up]: '1 1 0x20' },
    at: '5m',
    labels: {},
    says: 'No instance of ory-session-echo can be scraped.',
  },
  {
    alert: 'OrySessionEchoInstanceDown',
    when: 'one of two can not be scraped',
    series: { [`up{${other}}`]: '1 0x20' },
    at: '15m',
    labels: { ...where, instance: 'j' },
    says: 'j has not been scraped for 10 minutes.',
  },
  {
    alert: 'OrySessionEchoErrorsFast',
    when: 'one request in 21 fails',
    series: { [failed]: '0+360x20' },
    at: '10m',
    labels: where,
    says: '4.762% of requests get no answer about a session.',
  },
  {
    alert: 'OrySessionEchoErrorsSlow',
    when: 'one request in 101 fails for long',
    series: { [failed]: '0+72x60' },
    at: '40m',
    labels: where,
    says: '0.9901% of requests have got no answer about a session for hours.',
  },
  {
    alert: 'OrySessionEchoOryFails',
    when: 'one call in eleven times out',
    series: { [calls('error_type="timeout"')]: '0+720x20' },
    at: '10m',
    labels: { ...where, error_type: 'timeout' },
    says: '9.091% of the calls to Ory fail with timeout.',
  },
  {
    alert: 'OrySessionEchoOrySlow',
    when: 'one call in ten takes seconds',
    series: { [bucket('0.1')]: '0+6480x30' },
    at: '20m',
    labels: where,
    says: 'One in 20 calls to Ory takes more than 1.3s.',
  },
  {
    alert: 'OrySessionEchoQueueFull',
    when: 'a request every two seconds is refused',
    series: { [requests('outcome="upstream_error",error_type="busy"')]: '0+30x20' },
    at: '10m',
    labels: where,
    says: '500m requests a second get 503, as too many calls to Ory wait.',
  },
  {
    alert: 'OrySessionEchoEventLoopLag',
    when: 'a process is late by half a second',
    series: { [lag]: '0.5x20' },
    at: '15m',
    labels: { ...where, instance: 'i' },
    says: 'i is late by 500ms.',
  },
  {
    alert: 'OrySessionEchoConnectionsFull',
    when: 'connections were closed to make room',
    series: { [evicted]: '0+10x20' },
    at: '10m',
    labels: { ...where, instance: 'i' },
    says: 'i closes client connections to make room.',
  },
  {
    alert: 'OrySessionEchoLogLinesDropped',
    when: 'log lines were lost',
    series: { [dropped]: '0+100x20' },
    at: '20m',
    labels: { ...where, instance: 'i' },
    says: 'i has lost 1.5k log lines in 15 minutes.',
  },
]
