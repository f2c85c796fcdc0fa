import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { KratosContainer, somebody } from '../../src/testing/index.ts'
import { eventually } from '../support/eventually.ts'
import { startGuestApp } from '../support/guest-app.ts'
import { startRecorded } from './service.ts'

// One connection that is renewed all the time, so that Kratos notices at once when the file is gone.
const DSN =
  'sqlite:///data/live/db.sqlite?_fk=true&max_conns=1&max_idle_conns=1&max_conn_lifetime=20ms&max_conn_idle_time=20ms'

test('while Kratos has lost its database, no good session is refused or shown the page of a guest', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kratos-database-'))
  // All of its folder goes: in the place of a file alone, SQLite makes a new one.
  const [live, away] = [join(folder, 'live'), join(folder, 'away')]
  await mkdir(live)
  const kratos = await new KratosContainer()
    .withBindMounts([{ source: folder, target: '/data' }])
    .withDatabase(DSN)
    .start()
  const service = await startRecorded({
    ORY_SDK_URL: kratos.getPublicUrl(),
    RESPONSES: 'http',
    FORWARD_AUTH_HEADERS: 'X-User-Email=/identity/traits/email',
  })
  const app = await startGuestApp(kratos.getPublicUrl())
  const stop = new AbortController()
  try {
    const person = somebody()
    const { token } = await kratos.flows.register(person)
    const { cookie } = await kratos.flows.logInAsBrowser(person)

    /** What was answered to each, in order, without repetitions. */
    const told = new Map<string, string[]>()
    const keepAsking = async (url: string, headers: Record<string, string>): Promise<void> => {
      const answers: string[] = []
      told.set(`${url} ${Object.keys(headers).join()}`, answers)
      while (!stop.signal.aborted) {
        const response = await fetch(url, { headers })
        const text = await response.text()
        const isGuest = text === 'guest' || response.headers.get('x-user-email') === ''
        const said = response.status === 200 && isGuest ? 'guest' : String(response.status)
        if (answers.at(-1) !== said) answers.push(said)
      }
    }
    const urls = [
      `${service.url}/sessions/whoami`,
      `${service.url}/auth/required`,
      `${service.url}/auth/optional`,
      `${app.url}/required`,
      `${app.url}/optional`,
    ]
    const credentials: Record<string, string>[] = [{ authorization: `Bearer ${token}` }, { cookie }]
    const asking = urls.flatMap((url) => credentials.map((headers) => keepAsking(url, headers)))
    // Others' garbage has Ory asked about its readiness all the while.
    const garbage = (async () => {
      while (!stop.signal.aborted)
        await fetch(`${service.url}/auth/required`, { headers: { authorization: 'Bearer garbage' } })
    })()
    const all = (status: string): boolean =>
      told.size === 10 && [...told.values()].every((said) => said.at(-1) === status)

    await eventually('all are let in', () => all('200'))
    await rename(live, away)
    await eventually('all are told 503', () => all('503'))
    const report = await fetch(`${service.adminUrl ?? ''}/debug`, {
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    })
    expect(await report.json()).toMatchObject({ diagnosis: [{ rule: 'ory-not-ready' }] })
    await rename(away, live)
    await eventually('all are let in again', () => all('200'))
    stop.abort()
    await Promise.all([...asking, garbage])
    for (const [who, said] of told)
      expect([who, said.filter((one) => one !== '200' && one !== '503')]).toEqual([who, []])
  } finally {
    stop.abort()
    app.close()
    await service.close()
    await kratos.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
