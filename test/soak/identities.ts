import { setTimeout as wait } from 'node:timers/promises'
import { connectTo } from '../support/raw-client.ts'
import { rowsOf, type Case, type Row } from './case.ts'
import { atMost, count, list, noted, total, type Tally } from './figures.ts'
import { styles, type Lab } from './lab.ts'

const identities = 1000
const visitors = 12
const time = 20_000 // ms
const slowest = 20 // ms that Ory takes
const leaving = 0.3 // of the visits end before they are answered
const pipelined = 4 // requests of a visit at most

/** Asks as several identities at once on one connection, and says whose sessions came. */
async function visit(url: string, tally: Tally): Promise<void> {
  const client = connectTo(url)
  const asked = Array.from(
    { length: 1 + Math.floor(Math.random() * pipelined) },
    () => `id=${Math.floor(Math.random() * identities)}`,
  )
  client.send(asked.map((cookie) => `GET /sessions/whoami HTTP/1.1\r\nHost: a\r\nCookie: ${cookie}\r\n\r\n`).join(''))
  if (Math.random() < leaving) {
    await wait(Math.random() * slowest)
    client.socket.destroy()
    count(tally, 'left')
    return
  }
  const answers = await client.responses(asked.length)
  for (const [k, cookie] of asked.entries()) {
    const answer = answers[k]
    if (answer?.status !== 200) count(tally, String(answer?.status ?? 'none'))
    else count(tally, (JSON.parse(answer.body) as { id: string }).id === cookie ? 'right' : 'wrong')
  }
  client.socket.destroy()
}

async function load(lab: Lab, style: string, cache: string): Promise<Row[]> {
  const ory = await lab.ory({ kind: 'session', slowest, keep: true })
  const service = await lab.service(ory, { RESPONSES: style, SESSION_CACHE: cache, UPSTREAM_CONNECTIONS: '32' })
  const tally: Tally = new Map()
  const until = performance.now() + time
  await Promise.all(
    Array.from({ length: visitors }, async () => {
      while (performance.now() < until) await visit(service.url, tally)
    }),
  )
  const lost = (what: string): boolean => !['right', 'wrong', 'left'].includes(what)
  return rowsOf(
    `1,000 identities, up to ${pipelined} at once on a connection, ${tally.get('left') ?? 0} aborts, ` +
      `${time / 1000} s, ${style}${cache === '' ? '' : `, SESSION_CACHE=${cache}`}`,
    [
      noted(
        'answers',
        total(tally, (what) => what === 'right'),
      ),
      atMost("another one's session", tally.get('wrong') ?? 0, 0),
      {
        ...atMost('no session', total(tally, lost), 0),
        ...(total(tally, lost) === 0 ? {} : { value: list(tally, lost) }),
      },
    ],
  )
}

/** Whether everybody gets the own session; all four at the same time, so that they disturb each other. */
export const ownership: Case = {
  row: 4,
  name: 'ownership',
  async *measure(lab) {
    yield* (await Promise.all(styles.flatMap((style) => ['', '10MB'].map((cache) => load(lab, style, cache))))).flat()
  },
}
