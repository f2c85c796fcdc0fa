import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { request } from 'undici'
import { KratosContainer, somebody, type StartedKratosContainer } from '../../../src/testing/index.ts'
import { writePrograms, type Programs } from '../../docs/programs.ts'
import { freePort } from '../../support/free-port.ts'
import { untilListening } from '../../support/listening.ts'
import { describeWithGo } from '../../support/skip.ts'
import { startRecorded } from '../service.ts'

/** What a client got. */
interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** What a client sends. */
interface Asking {
  path?: string
  method?: string
  headers?: Record<string, string>
}

let kratos: StartedKratosContainer
/** The requests that the pages' tables name. */
let askings: ReadonlyMap<string, Asking>

const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  kratos = await new KratosContainer()
    .withRequiredAal('highest_available')
    .withConfig({ session: { earliest_possible_extend: '24h' } })
    .start()
  closing.push(() => kratos.stop())
  const { flows } = kratos
  const [ann, bob, cem, dan] = [somebody('Ann'), somebody('Bob'), somebody('Cem'), somebody('Dan')]
  const { token } = await flows.register(ann)
  const { cookie } = await flows.logInAsBrowser(ann)
  const { cookie: revoked, session: ended } = await flows.registerAsBrowser(cem)
  await flows.revokeSession(ended?.id ?? '')
  const { cookie: extended, session: longer } = await flows.registerAsBrowser(dan)
  await flows.extendSession(longer?.id ?? '')
  const factor = await flows.register(bob)
  const { cookie: aal1 } = await flows.logInAsBrowser(bob)
  await flows.addTotp(factor)
  const bearer = { Authorization: `Bearer ${token}` }
  askings = new Map<string, Asking>([
    ['a session cookie', { headers: { Cookie: cookie } }],
    ['a session cookie while Ory is down', { headers: { Cookie: cookie } }],
    ['no cookie', {}],
    ['nothing', {}],
    ['a cookie that is no session', { headers: { Cookie: 'ory_kratos_session=garbage' } }],
    ['a token that is no session', { headers: { Authorization: 'Bearer ory_st_garbage' } }],
    ['the cookie of a session that was revoked', { headers: { Cookie: revoked } }],
    ['a session token in `X-Session-Token`', { headers: { 'X-Session-Token': token } }],
    ['a session token in `Authorization: Bearer`', { headers: bearer }],
    ['a cookie whose second factor is missing', { headers: { Cookie: aal1 } }],
    ['the cookie of a session that an administrator extended', { headers: { Cookie: extended } }],
    ['any method and path, such as `PUT /a/b?c=d`', { method: 'PUT', path: '/a/b?c=d', headers: bearer }],
    ['another path', { path: '/account', headers: bearer }],
  ])
}, 600_000)

afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
})

async function ask(url: string, { path = '/', method = 'GET', headers = {} }: Asking): Promise<Answer> {
  const answer = await request(url + path, { method, headers })
  return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() }
}

/** Starts a program that listens on PORT and asks ORY_SDK_URL, and resolves to its URL when it listens. */
async function start(command: string, args: readonly string[], oryUrl: string): Promise<string> {
  const port = await freePort()
  const child = spawn(command, args, { env: { ORY_SDK_URL: oryUrl, PORT: String(port) }, stdio: 'ignore' })
  closing.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill()
    await exited
  })
  await untilListening(child, port)
  return `http://127.0.0.1:${port}`
}

type Row = readonly [request: string, before: string, after: string]

/** The rows of a page's table, by its first line. */
function rowsOf(page: string, head: string): Row[] {
  const [, table = ''] = page.split(`\n${head}\n`)
  const lines = table.split('\n\n', 1)[0]?.split('\n').slice(1) ?? []
  return lines.map((line): Row => {
    const [what = '', before = '', after = ''] = line.slice(2, -2).split(' | ')
    return [what, before, after]
  })
}

/** Fails unless an answer is what a cell says: a status, and a text, an error's id or a header in code. */
function expectAnswer(answer: Answer, cell: string, other: Answer): void {
  expect({ cell, status: answer.status }).toEqual({ cell, status: Number(cell.slice(0, 3)) })
  for (const [, code = ''] of cell.matchAll(/`([^`]+)`/g))
    if (code === 'Set-Cookie') expect(answer.headers['set-cookie']).toBeDefined()
    else expect(answer.body).toContain(code)
  if (cell.includes('the same body')) expect(answer.body).toBe(other.body)
  if (cell.includes('JSON error')) expect(JSON.parse(answer.body)).toHaveProperty('error.code', answer.status)
  if (!cell.includes('Set-Cookie') && answer.status === 200) expect(answer.headers['set-cookie']).toBeUndefined()
}

/** Asks both for everything that rows name, and holds them to it. */
async function expectRows(rows: readonly Row[], before: string, after: string, path = '/'): Promise<void> {
  for (const [what, saidBefore, saidAfter] of rows) {
    const asking = askings.get(what)
    if (asking === undefined) throw new Error(`asking for "${what}": no such request is in migrating.test.ts`)
    const [first, second] = [await ask(before, { path, ...asking }), await ask(after, { path, ...asking })]
    expectAnswer(first, saidBefore, second)
    expectAnswer(second, saidAfter, first)
  }
}

describe('docs/migrating/express.md', () => {
  let programs: Programs

  beforeAll(async () => {
    programs = await writePrograms('docs/migrating/express.md')
    closing.push(async () => programs[Symbol.asyncDispose]())
  })

  const head = '| request | before | after |'
  const startBoth = (oryUrl: string): Promise<[string, string]> =>
    Promise.all([
      start(process.execPath, [programs.file('before.ts')], oryUrl),
      start(process.execPath, [programs.file('after.ts')], oryUrl),
    ])
  const isDown = (what: string): boolean => what.endsWith('while Ory is down')

  test('both programs answer what the table says', async () => {
    const [before, after] = await startBoth(kratos.getPublicUrl())
    const rows = rowsOf(programs.page, head).filter(([what]) => !isDown(what))
    expect(rows.length).toBeGreaterThan(3)
    await expectRows(rows, before, after, '/account')
  })

  test('both programs answer what the table says while Ory is down', async () => {
    const [before, after] = await startBoth('http://127.0.0.1:9')
    const rows = rowsOf(programs.page, head).filter(([what]) => isDown(what))
    expect(rows.length).toBe(1)
    await expectRows(rows, before, after, '/account')
  })
})

describeWithGo('docs/migrating/go.md', () => {
  let programs: Programs
  let program: string

  beforeAll(async () => {
    programs = await writePrograms('docs/migrating/go.md')
    closing.push(async () => programs[Symbol.asyncDispose]())
    for (const file of ['go.mod', 'go.sum'])
      await copyFile(join('test/parity/go-example', file), join(programs.folder, file))
    program = resolve(programs.folder, 'program')
    await promisify(execFile)('go', ['build', '-o', program, '.'], { cwd: programs.folder })
  }, 600_000)

  const tableOf = (head: string): Row[] => {
    const rows = rowsOf(programs.page, head)
    expect(rows.length).toBeGreaterThan(3)
    return rows
  }

  const serviceUrl = async (environment: Record<string, string>): Promise<string> => {
    const service = await startRecorded({ ORY_SDK_URL: kratos.getPublicUrl(), ...environment })
    closing.push(() => service.close())
    return service.url
  }

  test('the service in its place answers what the table says', async () => {
    const [before, after] = [await start(program, [], kratos.getPublicUrl()), await serviceUrl({})]
    await expectRows(tableOf('| request | the Go program | the service |'), before, after)
  })

  test('both styles of the service answer what the table says', async () => {
    const [go, http] = [await serviceUrl({}), await serviceUrl({ RESPONSES: 'http' })]
    const head = '| request to `/sessions/whoami` | `RESPONSES=go` | `RESPONSES=http` |'
    await expectRows(tableOf(head), go, http, '/sessions/whoami')
  })

  test('the program that asks the service answers what the table says', async () => {
    const direct = await start(program, [], kratos.getPublicUrl())
    const through = await start(program, [], await serviceUrl({ RESPONSES: 'http' }))
    await expectRows(tableOf('| request | asking Kratos | asking the service |'), direct, through)
  })
})
