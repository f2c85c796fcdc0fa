import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { afterEach, expect, test } from '@jest/globals'
import { blocksOf } from '../docs/blocks.ts'
import { eventually } from '../support/eventually.ts'
import { listenOnFreePort } from '../support/free-port.ts'

const run = promisify(execFile)

/** A `make run` that goes on, in a process group of its own. */
interface Running {
  /** The process id of make, which is that of the group. */
  pid: number
  /** What it has said so far, on both outputs. */
  said: () => string
  /** Waits until it says something that matches, or fails with all of it when it ends before. */
  until: (pattern: RegExp) => Promise<RegExpExecArray>
  /** The process id of the program that make runs. */
  program: () => Promise<number>
  exit: Promise<number | null>
}

const running = new Set<number>()

// What a test that failed left.
afterEach(() => {
  for (const pid of running) process.kill(-pid, 'SIGTERM')
})

function makeRun(variables: Record<string, string>): Running {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:ORY_|MAKE|PORT$|HOST$)/.test(name)),
  )
  // The packages count as installed: installing them now would take them from the tests beside this one.
  const child = spawn('make', ['--old-file=node_modules/.package-lock.json', 'run'], {
    env: { ...environment, HOST: '127.0.0.1', PORT: '0', ADMIN_PORT: '0', ...variables },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error('starting make: is it installed?')
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (part: string) => (said += part))
  let ended = false
  const exit = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = true
      running.delete(pid)
      resolve(code)
    })
  })
  running.add(pid)
  const until = (pattern: RegExp): Promise<RegExpExecArray> => {
    return eventually(`make run says ${String(pattern)}`, () => {
      const match = pattern.exec(said)
      if (match === null && ended) throw new Error(`make run ended before it said ${String(pattern)}:\n${said}`)
      return match ?? undefined
    })
  }
  const program = async (): Promise<number> => Number((await run('pgrep', ['-P', String(pid)])).stdout)
  return { pid, said: () => said, until, program, exit }
}

/** The processes of a group, and the containers of one of them, that are still there. */
async function left({ pid }: Running, program: number): Promise<string[]> {
  const processes = await run('pgrep', ['-g', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  )
  const { stdout: containers } = await run('docker', [
    'ps',
    '-aq',
    '--filter',
    `label=ory-session-echo=${hostname()}:${program}`,
  ])
  return [processes, containers].filter((lines) => lines !== '')
}

/** What README.md shows of it, with any ports, tokens and cookies. */
async function shownInReadme(): Promise<RegExp> {
  const block = (await blocksOf('README.md')).find(({ code }) => code.startsWith('Whose session'))
  const source = (block?.code ?? 'nothing')
    .replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
    .replace(/http:\/\/[^\s/]+:\d+/g, 'http://\\S+:\\d+')
    .replaceAll('…', '[^\\s;]+')
  return new RegExp(`^${source}$`, 'm')
}

test('make run prints two curl lines that work as pasted; Ctrl-C ends it with 0 and leaves nothing', async () => {
  const demo = makeRun({})
  const [, ...lines] = await demo.until(/ready to paste:\n\n(curl .+)\n(curl .+)\n[^]*Ctrl-C stops/)
  expect(demo.said()).toMatch(await shownInReadme())
  const program = await demo.program()
  expect((await left(demo, program)).length).toBe(2)
  for (const line of lines) {
    const { stdout } = await run('sh', ['-c', line])
    expect(JSON.parse(stdout)).toMatchObject({
      active: true,
      identity: { traits: { email: 'ann@example.com', name: 'Ann' } },
    })
  }
  const [, report = ''] = await demo.until(/or none: (http:.+)\n/)
  expect((await run('curl', ['-s', report])).stdout).toContain('Why does the server see')
  process.kill(program, 'SIGINT')
  expect(await demo.exit).toBe(0)
  expect(await left(demo, program)).toEqual([])
})

test('Ctrl-C while Kratos starts leaves nothing behind', async () => {
  const demo = makeRun({})
  await demo.until(/image .*: present/)
  const program = await demo.program()
  process.kill(-demo.pid, 'SIGINT')
  await demo.exit
  expect(await left(demo, program)).toEqual([])
  expect(demo.said()).not.toContain('ready to paste')
})

test('with ORY_SDK_URL the service runs against that, and no Kratos is started', async () => {
  const demo = makeRun({ ORY_SDK_URL: 'http://127.0.0.1:9' })
  const [, url = ''] = await demo.until(/listening on (http[^\s,]+)/)
  expect((await fetch(url)).status).toBe(500)
  expect(demo.said()).not.toMatch(/Kratos|Docker/)
  process.kill(await demo.program(), 'SIGTERM')
  expect(await demo.exit).toBe(0)
})

test.each([
  [{ PORT: '70000' }, ['PORT is "70000", expected a port number from 0 to 65535'], 2],
  [
    { RESPONSES: 'x', UPSTREAM_TIMEOUT: '5' },
    ['RESPONSES is "x", expected go or http', 'UPSTREAM_TIMEOUT is "5", expected a duration such as 500ms, 5s or 1m'],
    2,
  ],
  [
    { ORY_SDK_URL: 'localhost:4433' },
    ['ORY_SDK_URL is "localhost:4433", expected a URL that starts with http:// or https://'],
    2,
  ],
  [
    { DOCKER_HOST: 'tcp://127.0.0.1:1' },
    ['asking the Docker engine at DOCKER_HOST: it does not answer; start it, or unset DOCKER_HOST'],
    1,
  ],
])('make run with %j says what is wrong, and starts nothing', async (variables, lines, code) => {
  const demo = makeRun({ ...variables })
  await demo.exit
  const [last = '', ...before] = demo.said().trim().split('\n').reverse()
  expect(before.reverse()).toEqual(lines)
  expect(last).toMatch(new RegExp(`^make: \\*\\*\\* .*run\\] Error ${code}$`))
})

test.each(['PORT', 'ADMIN_PORT'])(
  'make run says that another program uses %s, before anything is started',
  async (variable) => {
    const other = createServer()
    const port = await listenOnFreePort(other)
    const demo = makeRun({ [variable]: String(port) })
    await demo.exit
    other.close()
    expect(demo.said().split('\n')[0]).toBe(
      `listening on port ${port}: another program uses it; end that, or take any free one: make run ${variable}=0`,
    )
    expect(demo.said()).not.toContain('Kratos')
  },
)
