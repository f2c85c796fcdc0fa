import { execFile, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import * as v from 'valibot'
import { parse } from 'yaml'
import { eventually } from '../support/eventually.ts'
import { startProcess, type ServiceProcess } from '../support/service-process.ts'
import { describeWith } from '../support/skip.ts'
import { startStubUpstream, type StubUpstream } from '../support/stub-ory.ts'
import { alertCases, healthy } from './alert-cases.ts'

const run = promisify(execFile)
const page = readFileSync('docs/operations.md', 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text)

const dashboard = v.parse(
  v.object({
    schemaVersion: v.number(),
    templating: v.object({ list: v.array(v.object({ name: v.string(), type: v.string() })) }),
    panels: v.array(
      v.object({
        type: v.string(),
        title: v.string(),
        description: v.optional(v.string(), ''),
        datasource: v.optional(v.object({ uid: v.string() })),
        fieldConfig: v.optional(v.object({ defaults: v.object({ unit: v.optional(v.string()) }) })),
        targets: v.optional(
          v.array(v.object({ expr: v.string(), legendFormat: v.string(), datasource: v.object({ uid: v.string() }) })),
          [],
        ),
      }),
    ),
  }),
  JSON.parse(readFileSync('deploy/grafana.json', 'utf8')),
)
const panels = dashboard.panels.filter(({ type }) => type !== 'row')

const rule = v.object({
  alert: v.string(),
  expr: v.string(),
  for: v.string(),
  labels: v.object({ severity: v.picklist(['critical', 'warning']) }),
  annotations: v.object({ summary: v.string(), description: v.string(), runbook: v.string() }),
})
const { spec } = v.parse(
  v.object({ spec: v.object({ groups: v.array(v.object({ name: v.string(), rules: v.array(rule) })) }) }),
  parse(readFileSync('deploy/kubernetes/monitoring/alerts.yaml', 'utf8')),
)
const rules = spec.groups.flatMap((group) => group.rules)

const folder = mkdtempSync(join(tmpdir(), 'ory-session-echo-monitoring-'))
const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content)) // which is YAML, too
  return path
}
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const withPrometheus = (name: string, suite: () => void): void => {
  describeWith('promtool', '--version', 'install Prometheus, package prometheus', name, suite)
}

test('every panel has a unit, says what to do, and asks the data source that was chosen', () => {
  expect(panels.length).toBeGreaterThan(15)
  for (const { title, description, datasource, fieldConfig, targets } of panels) {
    expect([title, fieldConfig?.defaults.unit, description]).toEqual([
      title,
      expect.stringMatching(/./),
      expect.stringMatching(/^.{20,}\.$/),
    ])
    for (const { uid } of [datasource ?? { uid: '' }, ...targets.map((target) => target.datasource)])
      expect(uid).toBe('${datasource}')
    for (const { expr } of targets)
      expect(expr).toContain('{job=~"$job", namespace=~"$namespace", instance=~"$instance"')
  }
  expect(dashboard.templating.list.map(({ name }) => name)).toEqual(['datasource', 'job', 'namespace', 'instance'])
})

test('every alert leads to its heading on the page of operations, and every heading is of an alert', () => {
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading)
  expect(headings).toEqual(rules.map(({ alert }) => alert))
  for (const { alert, annotations } of rules)
    expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`)
})

withPrometheus('alerts, evaluated by promtool,', () => {
  const rulesFile = file('rules.yml', spec)
  const evaluate = (series: Readonly<Record<string, string>>, checks: object): string => {
    const tests = file('tests.yml', {
      rule_files: [rulesFile],
      tests: [
        {
          interval: '1m',
          input_series: Object.entries({ ...healthy, ...series }).map(([name, values]) => ({ series: name, values })),
          ...checks,
        },
      ],
    })
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', tests], { encoding: 'utf8' })
    return status === 0 ? '' : stdout + stderr
  }
  const firing = (at: string, alerts: readonly string[]): object => ({
    promql_expr_test: [
      {
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: at,
        exp_samples: alerts.map((name) => ({ labels: `{alertname="${name}"}`, value: 1 })),
      },
    ],
  })

  test('are silent about a healthy service, with people who have no session or leave', () => {
    expect(evaluate({}, firing('7h', []))).toBe('')
  })

  test('have a case each', () => {
    expect(alertCases.map(({ alert }) => alert)).toEqual(rules.map(({ alert }) => alert))
  })

  test.each(alertCases)('$alert fires alone when $when, and says so', ({ alert, series, at, labels, says }) => {
    const { severity } = rules.find((one) => one.alert === alert)?.labels ?? {}
    const { description, runbook } = rules.find((one) => one.alert === alert)?.annotations ?? {}
    expect(
      evaluate(series, {
        ...firing(at, [alert]),
        alert_rule_test: [
          {
            alertname: alert,
            eval_time: at,
            exp_alerts: [
              { exp_labels: { ...labels, severity }, exp_annotations: { summary: says, description, runbook } },
            ],
          },
        ],
      }),
    ).toBe('')
  })
})

withPrometheus('a Prometheus that scrapes the service as the page says', () => {
  let stub: StubUpstream
  let services: ServiceProcess[] = []
  let ended: Promise<unknown>
  let prometheus: ReturnType<typeof spawn> | undefined
  let url = ''
  let leaves = new AbortController()
  let asked = 0

  beforeAll(async () => {
    stub = await startStubUpstream()
    const json = { 'content-type': 'application/json', 'ory-session-cache-for': '60' }
    stub.answer = ({ path, headers: { cookie = [] } }) => {
      if (path.endsWith('/ready')) return { headers: json, body: '{}' }
      if (cookie[0]?.startsWith('leaves=') === true) {
        leaves.abort()
        return { hang: true }
      }
      const answers: Record<string, object> = {
        'a=session': { status: 200 },
        'a=forbidden': { status: 403 },
        'a=reset': { reset: true },
      }
      return { status: 401, headers: json, body: '{"id":"x"}', ...answers[cookie[0] ?? ''] }
    }
    services = await Promise.all(
      ['go', 'http'].map((RESPONSES) => startProcess({ ORY_SDK_URL: stub.url, RESPONSES, SESSION_CACHE: '1MB' })),
    )
    const { scrape_configs } = v.parse(
      v.object({ scrape_configs: v.tuple([v.looseObject({})]) }),
      parse(blocks('yaml').join('\n')),
    )
    const targets = services.map(({ adminUrl }) => new URL(adminUrl).host)
    const config = file('prometheus.yml', {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [file('rules.yml', spec)],
      scrape_configs: [{ ...scrape_configs[0], static_configs: [{ targets, labels: { namespace: 'default' } }] }],
    })
    const child = spawn(
      'prometheus',
      [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, '--web.listen-address=127.0.0.1:0'],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    prometheus = child
    ended = once(child, 'exit')
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    const port = await eventually('Prometheus listens', () => {
      if (child.exitCode !== null) throw new Error(`Prometheus ended: ${said}`)
      return /Listening on".*? address=127\.0\.0\.1:(\d+)/.exec(said)?.[1]
    })
    url = `http://127.0.0.1:${port}`
    await eventually('it is ready', async () => (await fetch(`${url}/-/ready`)).ok)
  })
  afterAll(async () => {
    prometheus?.kill()
    await ended
    for (const service of services) await service.stop()
    await stub.close()
  })

  /** Has a request of each outcome answered by each service. */
  const askEverything = async (): Promise<void> => {
    for (const service of services) {
      const path = `${service.url}/sessions/whoami`
      for (const cookie of ['', 'a=session', 'a=session', 'a=forbidden', 'a=reset'])
        await fetch(path, { headers: { cookie } })
      await fetch(`${service.url}/nothing`)
      leaves = new AbortController()
      // A cookie of its own, for it not to wait for the answer that the one before it left behind.
      const cookie = `leaves=${asked++}`
      await fetch(path, { headers: { cookie }, signal: leaves.signal }).catch(() => undefined)
    }
  }

  const ask = async <T>(path: string, schema: v.GenericSchema<unknown, T>): Promise<T> => {
    const said: unknown = await (await fetch(`${url}/api/v1/${path}`)).json()
    const { data, error } = v.parse(v.object({ data: v.optional(v.unknown()), error: v.optional(v.string()) }), said)
    if (error !== undefined) throw new Error(`${decodeURIComponent(path)}: ${error}`)
    return v.parse(schema, data)
  }
  const found = v.object({
    result: v.array(v.object({ metric: v.record(v.string(), v.string()), value: v.tuple([v.number(), v.string()]) })),
  })

  test.each(panels)('has a figure with every label for the panel "$title"', async ({ targets }) => {
    for (const { expr, legendFormat } of targets) {
      const labels = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)
      const query = expr
        .replaceAll('$__rate_interval', '1m')
        .replaceAll('$job', '(ory-session-echo)')
        .replace(/\$\w+/g, '.*')
      await eventually(`there is a figure for ${query}`, async () => {
        await askEverything()
        const { result } = await ask(`query?query=${encodeURIComponent(query)}`, found)
        for (const { metric } of result) expect(Object.keys(metric).toSorted()).toEqual(labels.toSorted())
        return result.some(({ value: [, figure] }) => Number.isFinite(Number(figure)))
      })
    }
  })

  test('sees every outcome', async () => {
    const outcomes = ['session', 'no_session', 'forbidden', 'upstream_error', 'client_left', 'not_asked']
    await eventually('all are seen', async () => {
      await askEverything()
      const seen = await ask('label/outcome/values', v.array(v.string()))
      return seen.toSorted().join() === outcomes.toSorted().join()
    })
  })

  test('evaluates the alerts, of which none is about a metric or a label that the service has not', async () => {
    const health = v.object({
      groups: v.array(v.object({ rules: v.array(v.object({ name: v.string(), health: v.string() })) })),
    })
    await eventually('all were evaluated', async () => {
      const { groups } = await ask('rules', health)
      return groups.flatMap(({ rules }) => rules).every((one) => one.health === 'ok')
    })
    // The names and labels that promtool was given, with whatever values but those that alerts look for.
    const used = new Set(
      [healthy, ...alertCases.map(({ series }) => series)]
        .flatMap((series) => Object.keys(series))
        .map((name) => name.replaceAll(/(?<!job|outcome)="[^"]*"/g, '!=""')),
    )
    for (const name of used)
      await eventually(`there is ${name}`, async () => {
        await askEverything()
        return (await ask(`series?match[]=${encodeURIComponent(name)}`, v.array(v.unknown()))).length > 0
      })
  })

  test('and every command of the page works', async () => {
    symlinkSync(resolve('deploy'), join(folder, 'deploy'))
    const [, http] = services
    writeFileSync(join(folder, 'service.log'), http?.output() ?? '')
    expect(blocks('sh').length).toBeGreaterThan(3)
    for (const command of blocks('sh')) {
      const script = command.replaceAll('http://localhost:3001', http?.adminUrl ?? '')
      const { stdout, stderr } = await run('sh', ['-euc', script], { cwd: folder })
      expect([command, stderr, stdout !== '']).toEqual([command, '', true])
    }
  })
})
