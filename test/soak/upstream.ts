import type { Behaviour } from './behaviour.ts'
import { rowsOf, type Case } from './case.ts'
import { allOf, atMost, list, megabytes, noted, total } from './figures.ts'
import { styles, watchPeak } from './lab.ts'
import { askOften } from './load.ts'

const kept = 32

/** An Ory that closes the connections that it keeps. */
export const closing: Case = {
  row: 7,
  name: 'closing',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const style of styles) {
      const service = await lab.service(ory, { RESPONSES: style })
      for (const [did, behaviour] of [
        ['a reset on the 11th request of each connection', { kind: 'closing', nth: 11, how: 'reset' }],
        ['an end on every 2nd', { kind: 'closing', nth: 2, how: 'end' }],
      ] as [string, Behaviour][]) {
        await ory.behave(behaviour)
        const tally = await askOften(service.url, { requests: 10_000, connections: kept })
        yield* rowsOf(`Ory: ${did}, ${style}`, [allOf('failures', tally, '200', 10_000)])
      }
    }
  },
}

const atOnce = 8
const time = 5000 // ms
const timeout = 5000 // ms that the service gives Ory unless told otherwise

/** An Ory that answers with more than there is memory. */
export const endless: Case = {
  row: 12,
  name: 'endless',
  async *measure(lab) {
    const ory = await lab.ory()
    for (const style of styles) {
      for (const [did, behaviour] of [
        ['an answer without end', { kind: 'endless' }],
        ['1 MB of gzip that is 1 GB', { kind: 'zipped', bytes: 1 << 30 }],
      ] as [string, Behaviour][]) {
        await ory.behave({ kind: 'session' })
        const service = await lab.service(ory, { RESPONSES: style })
        await askOften(service.url, { requests: 500, connections: atOnce }) // for what every load takes
        await ory.behave(behaviour)
        const growth = watchPeak(service.pid)
        let slowest = 0
        const begun = new Map<number, number>()
        const tally = await askOften(service.url, {
          requests: 1_000_000,
          connections: atOnce,
          until: performance.now() + time,
          request: (nth) => {
            begun.set(nth, performance.now())
            return { method: 'GET', headers: { 'x-nth': String(nth) } }
          },
          as: ({ headers }, result) => {
            const nth = Number(headers?.['x-nth'])
            slowest = Math.max(slowest, performance.now() - (begun.get(nth) ?? 0))
            begun.delete(nth)
            return result
          },
        })
        const failure = style === 'go' ? '500' : '502'
        yield* rowsOf(`Ory: ${did}, ${atOnce} at once for ${time / 1000} s, ${style}`, [
          allOf(`answers that are not ${failure}`, tally, failure),
          noted('answers', total(tally), list(tally) === '' ? 'none' : ''),
          atMost('longest time to the answer', slowest, timeout + 1000, 'ms'),
          atMost('growth of memory at most', megabytes(growth()), 150, 'MB'),
        ])
      }
    }
  },
}
