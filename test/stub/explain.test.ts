import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { eventually } from '../support/eventually.ts'
import { explained, onTerminal, startExplain, type Explaining } from '../support/explain-process.ts'
import { startStubUpstream, type StubAnswer, type StubUpstream } from '../support/stub-ory.ts'

const json = { 'content-type': 'application/json' }
const found: StubAnswer = { headers: json, body: '{"id":"s1","active":true,"authenticator_assurance_level":"aal1"}' }
const nobody: StubAnswer = { status: 401, headers: json, body: '{"error":{"code":401,"reason":"none"}}' }
const token = `ory_st_${'Zq7xK2mW'.repeat(4)}`
const command = `curl https://app.example.com/ -H 'Authorization: Bearer ${token}'`
const [controlC, controlD] = ['\x03', '\x04']

let stub: StubUpstream
let env: Record<string, string>
let running: Explaining | undefined

beforeEach(async () => {
  stub = await startStubUpstream()
  stub.answer = found
  env = { ORY_SDK_URL: stub.url, UPSTREAM_TIMEOUT: '2m' }
})

afterEach(async () => {
  running?.child.kill('SIGKILL')
  running = undefined
  await stub.close()
})

const asked = (): Promise<unknown> => eventually('Ory is asked', () => stub.received.length > 0)

/** Where a link leads; empty where it is gone by now. */
function linkAt(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** The addresses on which a process listens, as the kernel writes them. */
function listening(pid = 0): string[] {
  const own = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => linkAt(`/proc/${pid}/fd/${fd}`)))
  return ['tcp', 'tcp6']
    .flatMap((name) => readFileSync(`/proc/${pid}/net/${name}`, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode = '']) => state === '0A' && own.has(`socket:[${inode}]`))
    .map(([, local = '']) => local)
}

test('explain tells that there is a session, by its exit code too, and how to read the fingerprints', async () => {
  const { code, stdout, stderr } = await explained(command, env)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Why does the server see.*\nThis explains the pasted curl command\.\nRead as: curl\n/)
  expect(stdout).toContain('\nok The server sees the session\n')
  expect(stdout).toMatch(/key each time[^]*\n$/)
  expect(stdout).not.toContain('--data-urlencode')
  expect(stub.received.at(-1)?.headers['x-session-token']).toEqual([token])
})

test.each<[string, string, StubAnswer]>([
  ['Ory knows no session', command, nobody],
  ['the session is not active', command, { ...found, body: '{"id":"s1","active":false}' }],
  ['Ory hangs up', command, { reset: true }],
  ['the paste cannot be read', 'what is this?', found],
])('explain ends with 1 where %s, beside a report', async (_, paste, answer) => {
  stub.answer = ({ path }) => (path === '/health/ready' ? {} : answer)
  const { code, stdout, stderr } = await explained(paste, env)
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^!! /m)
})

test('explain --json writes the report as /debug does, for programs', async () => {
  const { code, stdout } = await explained(token, env, ['--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ subject: 'token', session: { id: 's1' }, ory: { url: `${stub.url}/` } })
})

test('explain --markdown writes the report for a ticket, as /debug does', async () => {
  const { code, stdout } = await explained(token, env, ['--markdown'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/^#+ .*The server sees the session[^]*<details>/)
  expect(stdout).not.toContain(token)
})

test('explain --json gives a terminal nothing to obey, and programs what Ory sent', async () => {
  const name = '\u009b31m\u202e\u{e0041}'
  stub.answer = {
    headers: json,
    body: JSON.stringify({ id: 's1', active: true, identity: { id: 'i1', traits: { name } } }),
  }
  const { stdout } = await explained(token, env, ['--json'])
  expect(stdout).not.toMatch(/[^\P{C}\n]/u)
  expect(JSON.parse(stdout)).toMatchObject({ session: { identity: { traits: { name } } } })
})

test('explain sends what the service would send, as it is configured', async () => {
  const paste = `Cookie: ory_kratos_session=x; theme=dark\nX-Session-Token: ${token}`
  await explained(paste, { ...env, FORWARD_COOKIES: 'ory_*' })
  const { stdout } = await explained(paste, { ...env, RESPONSES: 'http' })
  // In between, the cookie is asked about alone.
  expect(stub.received.map(({ headers }) => [headers['cookie']?.[0], headers['x-session-token']?.[0]])).toEqual([
    ['ory_kratos_session=x', ''],
    ['ory_kratos_session=x; theme=dark', token],
    ['ory_kratos_session=x; theme=dark', ''],
  ])
  expect(stdout).toContain('counts (RESPONSES=http)')
})

test("explain reads what Windows PowerShell's > writes", async () => {
  await explained(Buffer.from(`\ufeff${token}\r\n`, 'utf16le'), env)
  expect(stub.received.at(-1)?.headers['x-session-token']).toEqual([token])
})

test('explain opens no port', async () => {
  const release = stub.hold()
  running = startExplain({ ...env, PORT: '0', ADMIN_PORT: '0' })
  running.child.stdin.end(token)
  await asked()
  expect(listening(running.child.pid)).toEqual([])
  expect(listening(process.pid)).not.toEqual([])
  release()
  expect((await running.ended).code).toBe(0)
})

test('explain takes 64 kB, and refuses more without waiting for its end', async () => {
  const most = 64 * 1024
  expect((await explained(token.padEnd(most), env)).code).toBe(0)
  running = startExplain(env)
  running.child.stdin.write(token.padEnd(most + 1))
  const { code, stdout, stderr } = await running.ended
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^reading the paste: it exceeds 64 kB; paste only .*\n$/)
})

test.each([
  ['nothing', ''],
  ['blanks', ' \r\n\ufeff'],
])('explain says what it expects where it gets %s', async (_, paste) => {
  const { code, stdout, stderr } = await explained(paste, env)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^reading the paste: standard input is empty; expected a command, .*\n$/)
})

test.each<[string, string[]]>([
  ['a paste', [token]],
  ['a command', ['curl', '-H', `Cookie: ory_kratos_session=${token}`]],
  ['an unknown option', [`--${token}`]],
  ['an option with a value', [`--json=${token}`]],
])('explain refuses %s as arguments, does not repeat it, and says where a paste belongs', async (_, args) => {
  const { code, stdout, stderr } = await explained(command, env, args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^reading the arguments: expected --json, .* the paste on standard input; try .*--help\n$/)
  expect(stderr).not.toContain(token)
  expect(stub.received).toEqual([])
})

test('explain --help names its exit codes and what it reads', async () => {
  const { code, stdout } = await explained('', {}, ['--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/explain \[--json[^]*64 kB[^]*Exit code: 0[^]*ORY_SDK_URL/)
})

test('explain says what is wrong with the configuration as --check does', async () => {
  const wrong = { RESPONSES: 'soap', UPSTREAM_TIMEOUT: 'soon' }
  const check = startExplain(wrong, ['--check'], [process.execPath, 'src/start.js'])
  const { code, stdout, stderr } = await explained(command, wrong)
  expect({ code, stdout, stderr }).toEqual(await check.ended)
  expect([code, stderr.split('\n')]).toEqual([
    2,
    expect.arrayContaining([expect.stringMatching(/^RESPONSES is "soap"/)]),
  ])
})

test.each([
  ['a command', command, []],
  ['a command, as JSON', command, ['--json']],
  ['a cookie', `Cookie: ory_kratos_session=${token}; ${token}=1`, []],
  ['a damaged command', `curl -H 'Authorization: Bearer ${token}`, []],
  ['something unreadable', `my token is ${token} please`, []],
])('explain shows no secret of %s', async (_, paste, args) => {
  stub.answer = { status: 401, headers: json, body: JSON.stringify({ error: { reason: `no ${token}` } }) }
  const { stdout, stderr } = await explained(paste, env, args)
  expect(stdout).not.toBe('')
  for (let at = 7; at + 8 <= token.length; at++) expect(stdout + stderr).not.toContain(token.slice(at, at + 8))
})

test('explain ends quietly where nobody reads the report', async () => {
  const release = stub.hold()
  running = startExplain(env)
  running.child.stdin.end(token)
  await asked()
  running.child.stdout.destroy()
  release()
  expect(await running.ended).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('SIGINT ends explain at once and quietly while Ory hangs', async () => {
  stub.answer = { hang: true }
  running = startExplain(env)
  running.child.stdin.end(token)
  await asked()
  running.child.kill('SIGINT')
  expect(await running.ended).toEqual({ code: 130, stdout: '', stderr: '' })
})

test.each<[string, Record<string, string>]>([
  ['a pipe', { TERM: 'xterm-256color' }],
  ['a pipe, with NO_COLOR', { NO_COLOR: '1' }],
])('explain writes no colour into %s', async (_, more) => {
  expect((await explained(command, { ...env, ...more })).stdout).not.toContain('\u001b')
})

describe('on a terminal', () => {
  test('explain colours marks and headlines, and wraps at its width, up to 100 columns', async () => {
    stub.answer = nobody
    running = await onTerminal(env, 140)
    running.child.stdin.write(`Authorization: Token ${token}\r${controlD}`)
    const { code, stdout } = await running.ended
    expect(code).toBe(1)
    expect(stdout).toContain('\u001b[31m!! Authorization has the scheme Token instead of Bearer\u001b[39m\r\n')
    expect(stdout).toContain('\u001b[31m2. !!\u001b[39m Authorization received')
    const report = stdout.slice(stdout.indexOf('Why does'))
    const widths = report
      .replace(/\u001b\[\d+m/g, '')
      .split('\r\n')
      .map(({ length }) => length)
    expect(Math.max(...widths)).toBeGreaterThan(80)
    expect(Math.max(...widths)).toBeLessThanOrEqual(100)
  })

  test('explain writes no colour with NO_COLOR', async () => {
    running = await onTerminal({ ...env, NO_COLOR: '1' })
    running.child.stdin.write(`Host: app.example.com\rAuthorization: Bearer ${token}\r${controlD}`)
    const { code, stdout } = await running.ended
    expect(code).toBe(0)
    expect(stdout).toContain('\r\nok The server sees the session\r\n')
    expect(stdout).not.toContain('\u001b')
    expect(stub.received.at(-1)?.headers['x-session-token']).toEqual([token])
  })

  test('explain takes lines that are longer than a terminal takes by itself, and shows nothing of them', async () => {
    const cookie = `ory_kratos_session=${'Zq7xK2mW'.repeat(2500)}`
    running = await onTerminal(env)
    running.child.stdin.write(`curl https://app.example.com \\\r  -H 'Cookie: ${cookie}'\r${controlD}`)
    const { code, stdout } = await running.ended
    expect(code).toBe(0)
    expect(stub.received.at(-1)?.headers['cookie']).toEqual([cookie])
    expect(stdout).not.toContain('Zq7xK2mW')
  })

  test('explain says that it is asking Ory where that takes long, and takes it back', async () => {
    const release = stub.hold()
    running = await onTerminal(env)
    running.child.stdin.write(`${token}${controlD}`)
    const { stdout, ended } = running
    await eventually('it says so', () => stdout().includes(`asking ${stub.url}/ …`))
    release()
    expect((await ended).stdout).toContain(`asking ${stub.url}/ …\r\u001b[KWhy does the server`)
  })

  test('Ctrl-C ends explain while it waits for the paste, and while it waits for Ory', async () => {
    running = await onTerminal(env)
    running.child.stdin.write(`${token}${controlC}`)
    expect((await running.ended).code).toBe(130)
    expect(stub.received).toEqual([])

    stub.answer = { hang: true }
    running = await onTerminal(env)
    running.child.stdin.write(`${token}${controlD}`)
    await asked()
    running.child.stdin.write(controlC)
    const { code, stdout } = await running.ended
    expect(code).toBe(130)
    expect(stdout).not.toMatch(/Why does|Error|\n\s+at /)
  })
})
