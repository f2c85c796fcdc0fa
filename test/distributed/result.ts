import { list } from '../soak/figures.ts'
import type { Cost } from './cost.ts'
import type { Fault } from './faults.ts'
import type { Seen } from './watch.ts'

/** How the instances are configured. */
export interface Setup {
  style: 'go' | 'http'
  cached: boolean
}

/** What was seen around a fault. */
export interface Result {
  fault: Pick<Fault, 'name' | 'ofDatabase'>
  setup: Setup
  seen: Seen
  /** What may not be, in words. */
  wrong: string[]
}

const numbers = new Intl.NumberFormat('en')

/**
 * wrongIn names what may not be seen. Style go passes the 401 of a Kratos without its database on, as the Go example
 * does; style http does not.
 */
export function wrongIn(seen: Seen, { ofDatabase }: Result['fault'], { style }: Setup): string[] {
  return [
    ...(seen.another > 0 ? [`${seen.another} × somebody else's session`] : []),
    ...(seen.letIn > 0 ? [`${seen.letIn} × a revoked session let in`] : []),
    ...(seen.nobody > 0 && (style === 'http' || !ofDatabase) ? [`${seen.nobody} × a good session taken for none`] : []),
    ...(seen.refused === 0 ? ['no revoked session was tried'] : []),
  ]
}

/** Why requests got no answer; empty where all got one. */
function lossOf({ seen: { lost, nobody }, setup: { style } }: Result): string {
  const taken = nobody === 0 ? '' : `${style === 'go' ? '500 with 401' : '401'}: ${numbers.format(nobody)}`
  return [list(lost), taken].filter(Boolean).join(', ')
}

/** tableOf shows in Markdown what a fault did to each kind of instances, in one line where it did nothing. */
export function tableOf(results: readonly Result[]): string {
  const names = [...new Set(results.map(({ fault }) => fault.name))]
  const rows = names.flatMap((name) => {
    const own = results.filter(({ fault }) => fault.name === name)
    const rowOf = (of: readonly Result[], instances: string, loss: string, seconds: string): (string | number)[] => {
      const answers = of.reduce((sum, { seen }) => sum + seen.answers, 0)
      const wrong = of.reduce((sum, { wrong: all }) => sum + all.length, 0)
      return [name, instances, numbers.format(answers), wrong, loss, seconds]
    }
    if (own.every((one) => lossOf(one) === '')) return [rowOf(own, 'all', '0', '')]
    return own.map((one) => {
      const loss = lossOf(one)
      return rowOf([one], nameOf(one.setup), loss || '0', loss && `${(one.seen.lostFor / 1000).toFixed(1)} s`)
    })
  })
  const head = ['fault', 'instances', 'answers', 'wrong', 'lost', 'for']
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** nameOf is how a configuration is called. */
export function nameOf({ style, cached }: Setup): string {
  return `${style}${cached ? ', cache' : ''}`
}

/** sentenceOf says what whoami costs. */
export function sentenceOf({ queries, queriesRefused, kratos, postgres }: Cost): string {
  const counted = (count: number): string => `${count} ${count === 1 ? 'query' : 'queries'}`
  const time = (microseconds: number): string => `${numbers.format(Math.round(microseconds))} µs`
  return (
    `A whoami that finds a session: ${counted(queries)}, ${time(kratos)} of CPU in Kratos and ${time(postgres)} in ` +
    `PostgreSQL; one that finds none: ${counted(queriesRefused)}.`
  )
}
