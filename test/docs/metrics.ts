import * as v from 'valibot'
import { readConfig } from '../../src/service/config.ts'
import { silentLog } from '../../src/service/log.ts'
import { startPublic } from '../../src/service/server.ts'
import { wrapped } from './markdown.ts'

const metric = v.object({
  name: v.string(),
  help: v.string(),
  type: v.string(),
  labelNames: v.optional(v.array(v.string()), []),
  upperBounds: v.optional(v.array(v.number())),
})
type Metric = v.InferOutput<typeof metric>

/** metricsPage makes docs/reference/metrics.md of what a service with every metric registers. */
export async function metricsPage(): Promise<string> {
  const config = readConfig({ ORY_SDK_URL: 'http://127.0.0.1:9', HOST: '127.0.0.1', PORT: '0', SESSION_CACHE: '1MB' })
  const service = await startPublic(config, silentLog())
  const json = await service.registry.getMetricsAsJSON()
  const types = new Map(json.map(({ name, type }) => [name, String(type)]))
  const all = service.registry
    .getMetricsAsArray()
    .map((one) => v.parse(metric, { ...one, type: types.get(one.name) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  await service.close()
  const ofNode = ({ name }: Metric): boolean => /^(?:nodejs|process)_/.test(name)
  return [
    '# Metrics',
    wrapped(
      '`/metrics/prometheus` on the admin port has these. No label grows with the number of users, or with ' +
        'what clients send. With `WORKERS`, they are those of all processes together. A histogram `x` is ' +
        '`x_bucket`, `x_sum` and `x_count`, which counts. `make reference` writes this page from what the service ' +
        'registers.',
    ),
    '## Of the service',
    table(all.filter((one) => !ofNode(one))),
    '## Of the process',
    'These are what prom-client says of every Node process, under names that dashboards know.',
    table(all.filter(ofNode)),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

function table(metrics: readonly Metric[]): string {
  const items = metrics.map(({ name, type, labelNames, help, upperBounds }) => {
    const labels = labelNames.map((label) => `\`${label}\``).join(', ')
    const buckets = upperBounds === undefined ? '' : ` Buckets: ${upperBounds.join(', ')}.`
    const meaning = `${help.replace(/\.?$/, '.')}${buckets}`
    return wrapped(`- \`${name}\`, ${type}${labels === '' ? '' : `, by ${labels}`}: ${meaning}`, '  ')
  })
  return items.join('\n')
}
