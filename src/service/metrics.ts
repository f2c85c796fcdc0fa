import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CacheFigures } from '../ory/cache.ts'
import type { Ask, Ory } from '../ory/client.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import type { Connections } from './connections/connections.ts'
import type { Observer } from './exchange.ts'

/** The service's metrics, and what feeds them. */
export interface Metrics {
  registry: Registry
  /** Counts and times requests by their outcome. */
  observe: Observer
  /** Counts and times the calls to Ory that `ask` makes. */
  measured: (ask: Ask) => Ask
}

/** Sources of figures that are read on demand. */
export interface Sources {
  ory: Pick<Ory, 'connections'>
  /** The public port's connections. */
  connections: Connections['figures']
  cache: (() => CacheFigures) | undefined
  /** The number of lost log lines. */
  droppedLines: () => number
  /** Labels of the build. */
  build: Record<string, string>
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** createMetrics keeps metrics named `ory_session_echo_…` beside those of Node's process. No label grows with users. */
export function createMetrics({ ory, connections, cache, droppedLines, build }: Sources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'ory_session_echo_requests_total',
    help: 'Requests answered, by outcome and status.',
    labelNames: ['outcome', 'status'],
    registers,
  })
  const duration = new Histogram({
    name: 'ory_session_echo_request_duration_seconds',
    help: 'Time from request to answer, by outcome.',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  })
  const upstream = new Histogram({
    name: 'ory_session_echo_upstream_duration_seconds',
    help: 'Time of calls to whoami, by status.',
    labelNames: ['status'],
    buckets: seconds,
    registers,
  })
  const failures = new Counter({
    name: 'ory_session_echo_upstream_failures_total',
    help: 'Calls to Ory without an answer, by kind.',
    labelNames: ['kind'],
    registers,
  })
  new Gauge({
    name: 'ory_session_echo_upstream_connections',
    help: 'Connections to Ory and the calls on them, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(ory.connections())) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'ory_session_echo_connections',
    help: 'Client connections on the public port, all and busy ones.',
    labelNames: ['state'],
    registers,
    collect() {
      const { open, busy } = connections()
      this.set({ state: 'open' }, open)
      this.set({ state: 'busy' }, busy)
    },
  })
  new Counter({
    name: 'ory_session_echo_connections_evicted_total',
    help: 'Connections closed because of MAX_CONNECTIONS, the longest idle first.',
    registers,
    collect() {
      this.reset()
      this.inc(connections().evicted)
    },
  })
  new Counter({
    name: 'ory_session_echo_log_lines_dropped_total',
    help: 'Log lines lost because they could not be written.',
    registers,
    collect() {
      this.reset()
      this.inc(droppedLines())
    },
  })
  if (cache !== undefined) countCache(cache, registers)
  new Gauge({
    name: 'ory_session_echo_build_info',
    help: 'Version and settings; always 1.',
    labelNames: Object.keys(build),
    registers,
    aggregator: 'first',
  }).set(build, 1)

  return {
    registry,
    observe: (_, { outcome, status, ms }) => {
      requests.inc({ outcome, status })
      duration.observe({ outcome }, ms / 1000)
    },
    measured: (ask) => async (question, signal) => {
      const started = performance.now()
      try {
        const answer = await ask(question, signal)
        upstream.observe({ status: answer.status }, (performance.now() - started) / 1000)
        return answer
      } catch (error) {
        if (error instanceof UpstreamError) failures.inc({ kind: error.kind })
        throw error
      }
    },
  }
}

function countCache(figures: () => CacheFigures, registers: Registry[]): void {
  new Gauge({
    name: 'ory_session_echo_cache_entries',
    help: 'Cached answers.',
    registers,
    collect() {
      this.set(figures().entries)
    },
  })
  new Gauge({
    name: 'ory_session_echo_cache_bytes',
    help: 'Memory of the cached answers.',
    registers,
    collect() {
      this.set(figures().bytes)
    },
  })
  new Counter({
    name: 'ory_session_echo_cache_lookups_total',
    help: 'Cache lookups, by result.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = figures()
      this.reset()
      this.inc({ result: 'hit' }, hits)
      this.inc({ result: 'miss' }, misses)
    },
  })
}
