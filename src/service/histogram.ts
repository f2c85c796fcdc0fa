import type { Histogram as PromHistogram, Registry } from 'prom-client'
import type { Metric } from './metric-table.ts'

/** How long things took, by labels. */
export interface Histogram {
  /** Counts one that took `seconds`; `labels` are in the order of the metric's names, undefined for one without. */
  observe: (seconds: number, ...labels: readonly (string | undefined)[]) => void
}

/** What is counted of the things with the same labels. */
interface Series {
  labels: Record<string, string>
  /** How many are within each bucket, and not in the one before it; the last are beyond all buckets. */
  counts: number[]
  sum: number
}

/** A figure as prom-client writes it. */
interface Value {
  metricName: string
  labels: Record<string, string | number>
  value: number
}

/**
 * createHistogram keeps a histogram that `registry` shows. `buckets` are upper bounds in seconds, in ascending order.
 *
 * Every request is observed once or twice, and prom-client's own histogram makes and checks an object for that.
 */
export function createHistogram(metric: Metric, buckets: readonly number[], registry: Registry): Histogram {
  const { name, help, type, labelNames } = metric
  const all = new Map<string, Series>()

  const begin = (key: string, given: readonly (string | undefined)[]): Series => {
    const labels: Series['labels'] = {}
    for (const [at, label] of labelNames.entries()) {
      const value = given[at]
      if (value !== undefined) labels[label] = value
    }
    const series = { labels, counts: Array.from({ length: buckets.length + 1 }, () => 0), sum: 0 }
    all.set(key, series)
    return series
  }

  const valuesOf = ({ labels, counts, sum }: Series): Value[] => {
    let count = 0
    const within = counts.map((each, at): Value => {
      count += each
      return { metricName: `${name}_bucket`, labels: { le: buckets[at] ?? '+Inf', ...labels }, value: count }
    })
    within.push(
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: count },
    )
    return within
  }

  const described = { name, help, type, labelNames, upperBounds: buckets, aggregator: 'sum' }
  const get = (): Promise<object> => Promise.resolve({ ...described, values: [...all.values()].flatMap(valuesOf) })
  registry.registerMetric(asProms({ ...described, get }))

  return {
    observe: (seconds, ...labels) => {
      let key = ''
      for (const label of labels) key += `${label ?? ''}\n`
      const series = all.get(key) ?? begin(key, labels)
      let at = 0
      while (seconds > (buckets[at] ?? Infinity)) at++
      series.counts[at] = (series.counts[at] ?? 0) + 1
      series.sum += seconds
    },
  }
}

/** The one boundary where our histogram stands in for prom-client's, of which a registry reads this much. */
function asProms(histogram: { name: string; help: string; get: () => Promise<object> }): PromHistogram {
  return histogram as unknown as PromHistogram
}
