import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { CacheFigures } from '../ory/cache.ts'
import type { Ask, Ory } from '../ory/client.ts'
import { UpstreamError } from '../ory/transport/failure.ts'
import type { Connections } from './connections/connections.ts'
import { methodOf, methods, targetAt } from './conventions.ts'
import type { Observer } from './exchange.ts'
import { createHistogram } from './histogram.ts'
import { metrics as table, type Metric } from './metric-table.ts'

/** The service's metrics, and what feeds them. */
export interface Metrics {
  registry: Registry
  /** Counts and times requests. */
  observe: Observer
  /** Counts and times the calls to Ory that `ask` makes. */
  measured: (ask: Ask) => Ask
}

/** Sources of figures that are read on demand. */
export interface Sources {
  ory: Pick<Ory, 'connections'>
  oryUrl: URL
  /** The public port's connections. */
  connections: Connections['figures']
  cache: (() => CacheFigures) | undefined
  /** The number of lost log lines. */
  droppedLines: () => number
  build: Record<(typeof table.build.labelNames)[number], string>
}

// What the conventions advise from 0.005 on; answers from the cache take less.
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] // seconds
const scheme = 'http' // TLS ends at a gateway

/** createMetrics keeps the metrics of the table beside those of Node's process. */
export function createMetrics({ ory, oryUrl, connections, cache, droppedLines, build }: Sources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = createHistogram(table.requests, buckets, registry)
  const calls = createHistogram(table.calls, buckets, registry)
  const target = targetAt(oryUrl)
  const address = target.address
  const port = String(target.port)
  const server = { server_address: address, server_port: port }
  const call = { http_request_method: 'GET', ...server }

  const read = (metric: Metric, samples: () => Sample[]): void => {
    readOnDemand(metric, registers, samples)
  }
  read(table.active, () => {
    const active = Map.groupBy(connections().methods(), methodOf)
    return methods.map((method) => [
      active.get(method)?.length ?? 0,
      { http_request_method: method, url_scheme: scheme },
    ])
  })
  read(table.activeCalls, () => [[ory.connections().calls, call]])
  read(table.openConnections, () => {
    const { active, idle } = ory.connections()
    return [
      [active, { http_connection_state: 'active', ...server }],
      [idle, { http_connection_state: 'idle', ...server }],
    ]
  })
  read(table.waiting, () => [[ory.connections().waiting]])
  read(table.connections, () => [[connections().open]])
  read(table.evicted, () => [[connections().evicted]])
  read(table.droppedLines, () => [[droppedLines()]])
  if (cache !== undefined) {
    read(table.cacheEntries, () => [[cache().entries]])
    read(table.cacheBytes, () => [[cache().bytes]])
    read(table.cacheLookups, () => [
      [cache().hits, { result: 'hit' }],
      [cache().misses, { result: 'miss' }],
    ])
  }
  new Gauge({ ...table.build, registers, aggregator: 'first' }).set(build, 1)

  return {
    registry,
    observe: ({ req, state: { route } }, { outcome, status, errorType, ms }) => {
      const answered = outcome === 'client_left' ? undefined : String(status)
      requests.observe(ms / 1000, methodOf(req.method), scheme, route, answered, errorType, outcome)
    },
    measured: (ask) => async (question, signal) => {
      const started = performance.now()
      const ended = (status: string | undefined, errorType: string | undefined): void => {
        calls.observe((performance.now() - started) / 1000, 'GET', address, port, status, errorType)
      }
      try {
        const answer = await ask(question, signal)
        const status = String(answer.status)
        ended(status, answer.status < 400 ? undefined : status)
        return answer
      } catch (error) {
        // A call for which there was no room was not made.
        if (error instanceof UpstreamError && error.kind !== 'busy') ended(undefined, error.kind)
        throw error
      }
    },
  }
}

type Sample = readonly [value: number, labels?: Record<string, string>]

/** Adds a counter or a gauge whose figures are read when Prometheus asks. */
function readOnDemand(metric: Metric, registers: Registry[], samples: () => Sample[]): void {
  if (metric.type === 'counter') {
    new Counter({
      ...metric,
      registers,
      collect() {
        this.reset()
        for (const [value, labels = {}] of samples()) this.inc(labels, value)
      },
    })
    return
  }
  new Gauge({
    ...metric,
    registers,
    collect() {
      for (const [value, labels = {}] of samples()) this.set(labels, value)
    },
  })
}
