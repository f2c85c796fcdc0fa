import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { KratosContainer, type StartedKratosContainer } from '../../../src/testing/index.ts'
import { blocksOf } from '../../docs/blocks.ts'
import { isOwnCommand } from '../../docs/commands.ts'
import { writePrograms } from '../../docs/programs.ts'
import { startProcess, type ServiceProcess } from '../../support/service-process.ts'
import { describeWith } from '../../support/skip.ts'

/** The pages, and the style of the service that their commands ask. */
const pages = {
  'README.md': 'go',
  'docs/echo.md': 'go',
  'docs/http.md': 'http',
  'docs/debug.md': 'go',
  'docs/apps.md': 'http',
  'docs/migrating/go.md': 'go',
} as const
const blocks = (await Promise.all(Object.keys(pages).map(blocksOf))).flat().filter(({ fence }) => fence === '')

let kratos: StartedKratosContainer
let services: Record<'go' | 'http', ServiceProcess>
/** What the commands find: the checkout as the package of `npx`, the files and the variables that they name. */
let folder: string
let environment: Record<string, string>
let login: { token: string; cookie: string }

beforeAll(async () => {
  kratos = await new KratosContainer().start()
  const ann = { email: 'ann@example.com', name: 'Ann' }
  login = { token: (await kratos.flows.register(ann)).token, cookie: (await kratos.flows.logInAsBrowser(ann)).cookie }
  const ory = { ORY_SDK_URL: kratos.getPublicUrl() }
  services = { go: await startProcess(ory), http: await startProcess({ ...ory, RESPONSES: 'http' }) }
  folder = await mkdtemp(join(tmpdir(), 'docs-'))
  const old = `curl https://app.example.com/ -H 'Authorization: Bearer ory_st_${'x'.repeat(32)}' -b '${login.cookie}'`
  await writeFile(join(folder, 'request.txt'), old)
  await writeFile(join(folder, 'npx'), `#!/bin/sh\nshift\nexec ${process.execPath} ${resolve('src/start.js')} "$@"\n`, {
    mode: 0o755,
  })
  environment = {
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    TOKEN: login.token,
    COOKIE: login.cookie,
  }
}, 600_000)

afterAll(async () => {
  await Promise.all(Object.values(services).map((service) => service.stop()))
  await kratos.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A text of a page with the addresses that its parts have here. */
function here(text: string, page: string): string {
  const { url, adminUrl } = services[pages[page as keyof typeof pages]]
  return text
    .replaceAll('http://localhost:4433', kratos.getPublicUrl())
    .replaceAll('http://localhost:3000', url)
    .replaceAll('http://localhost:3001', adminUrl)
}

/** What a page says that a command prints: `…` is anything, and so is a time. */
function printed(lines: readonly string[]): RegExp {
  const source = lines
    .join('\n')
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('…', '[^]*?')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '\\S+ \\S+ UTC')
  return new RegExp(`^${source}\\s*$`)
}

/** The commands of a transcript, with the lines that each prints. */
function transcript(code: string): { command: string; output: string[] }[] {
  const said: { command: string; output: string[] }[] = []
  for (const line of code.split('\n')) {
    const last = said.at(-1)
    if (line.startsWith('$ ')) said.push({ command: line.slice(2), output: [] })
    else if (line.startsWith('> ') && last?.output.length === 0) last.command += `\n${line.slice(2)}`
    else last?.output.push(line)
  }
  return said
}

const name = 'the commands of the documentation'
describeWith('curl', '--version', 'install it, package curl', name, () => {
  describeWith('jq', '--version', 'install it, package jq', 'as they are on their pages', () => {
    const transcripts = blocks.filter(({ page, code }) => code.startsWith('$ ') && page !== 'docs/apps.md')

    test('are on every page that promises them', () => {
      expect(new Set(transcripts.map(({ page }) => page))).toEqual(
        new Set(['docs/echo.md', 'docs/http.md', 'docs/debug.md']),
      )
    })

    test.each(transcripts.map((block) => [`${block.page}:${block.line}`, block] as const))(
      '%s: print what it shows',
      async (_, { page, code }) => {
        const exported: string[] = []
        for (const { command, output } of transcript(code)) {
          if (command.startsWith('export ')) {
            exported.push(here(command, page))
            continue
          }
          const script = [...exported, here(command, page)].join('\n')
          const said = await promisify(execFile)('bash', ['-c', script], { cwd: folder, env: environment }).catch(
            (error: unknown) => error as { stdout: string; stderr: string }, // explain exits with 1 without a session
          )
          expect(said.stdout.replaceAll('\r', '')).toMatch(printed(output))
        }
      },
    )
  })
})

describe(`${name} that start the service`, () => {
  const starts = blocks.flatMap(({ page, line, code }) =>
    code
      .split('\n')
      .filter((command) => !isOwnCommand(command) && /npx ory-session-echo(?: +#.*)?$/.test(command))
      .map((command) => [`${page}:${line}`, command, page] as const),
  )

  test.each(starts)('%s: %s', async (_, command, page) => {
    const [, set = '', program = ''] = /^((?:[A-Z_]+=\S+ )*)(.*)$/.exec(here(command, page)) ?? []
    const started = await startProcess({ ...environment, ADMIN_PORT: '0' }, undefined, [
      'bash',
      '-c',
      `${set === '' ? '' : `export ${set};`} exec ${program}`,
    ])
    try {
      const path = command.includes('RESPONSES=http') ? '/sessions/whoami' : '/'
      const answer = await fetch(started.url + path, { headers: { Authorization: `Bearer ${login.token}` } })
      expect(await answer.json()).toMatchObject({ identity: { traits: { email: 'ann@example.com' } } })
      expect(await started.stop()).toBe(0)
    } finally {
      started.kill()
    }
  })

  test('are five or more', () => {
    expect(starts.length).toBeGreaterThanOrEqual(5)
  })
})

test("the README's route says whose session it is, or refuses", async () => {
  await using programs = await writePrograms('README.md')
  process.env['ORY_SDK_URL'] = kratos.getPublicUrl()
  const { GET } = (await import(resolve(programs.file('route.ts')))) as { GET: (request: Request) => Promise<Response> }
  const ask = (headers: Record<string, string>): Promise<Response> => GET(new Request('http://localhost/', { headers }))
  expect(await (await ask({ 'X-Session-Token': login.token })).text()).toBe('Welcome, ann@example.com')
  expect((await ask({})).status).toBe(401)
})
