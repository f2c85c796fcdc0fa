import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A program that was started here, and what it has said on its standard error output. */
export interface Started {
  child: ChildProcess
  pid: number
  complaint: () => string
}

/** What a process and its children have used so far, and hold now. */
export interface Usage {
  /** User and system time in microseconds. */
  cpu: number
  /** Resident memory in bytes. */
  memory: number
}

/** An answer that was read whole. */
export interface Answer {
  status: number
  body: string
}

const running = new Set<ChildProcess>()
let over = false
const tick = 10_000 // microseconds: USER_HZ is 100 on every Linux that Node runs on

/**
 * start runs `command` on `cores` (a list as taskset takes it) with `environment` and PATH only. Its standard output
 * goes nowhere, can be read from its child, or is drained: it is a pipe that is read here and dropped.
 *
 * @throws Error after {@link stopAll}.
 */
export function start(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  cores: string,
  output: 'ignore' | 'pipe' | 'drain' = 'ignore',
): Started {
  if (over) throw new Error(`starting ${command[0] ?? ''}: the benchmark is being stopped`)
  const drain = output === 'drain' ? openDrain() : undefined
  const child = spawn('taskset', ['-c', cores, ...command], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', drain ?? (output === 'pipe' ? 'pipe' : 'ignore'), 'pipe'],
  })
  if (drain !== undefined) closeSync(drain)
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-10_000)
  })
  running.add(child)
  child.once('close', () => running.delete(child))
  return { child, pid: child.pid ?? 0, complaint: () => complaint }
}

/** The end to write to of a pipe such as container runtimes read; what Node gives a child instead is a socket. */
function openDrain(): number {
  const folder = mkdtempSync(join(tmpdir(), 'ory-session-echo-pipe-'))
  const path = join(folder, 'pipe')
  try {
    execFileSync('mkfifo', [path])
    new Socket({ fd: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK), writable: false }).resume().unref()
    return openSync(path, 'w')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * outputOf runs a command as {@link start} does and returns what it wrote to its standard output.
 *
 * @throws Error with the last line of its complaint when it fails or takes longer than `timeout` ms.
 */
export async function outputOf(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  cores: string,
  timeout: number,
): Promise<string> {
  const { child, complaint } = start(command, environment, cores, 'pipe')
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout)
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  await once(child, 'close')
  clearTimeout(timer)
  if (child.exitCode !== 0) throw new Error(`${command[0] ?? ''}: ${complaint().trim().split('\n').at(-1) ?? ''}`)
  return output
}

/** stop ends a program with SIGTERM, and with SIGKILL when it is still there after 5 s. */
export async function stop({ child }: Pick<Started, 'child'>): Promise<void> {
  if (!running.has(child)) return
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
  await closed
  clearTimeout(timer)
}

/** stopAll ends every program that was started here and still runs, and lets none be started any more. */
export async function stopAll(): Promise<void> {
  over = true
  await Promise.all([...running].map((child) => stop({ child })))
}

/**
 * firstAnswer asks until the first 200 and returns how many milliseconds that took.
 *
 * @throws Error with the first line that the program complained in when it ends instead, or when 20 s have passed.
 */
export async function firstAnswer({ child, complaint }: Started, url: string, token: string): Promise<number> {
  const began = performance.now()
  let last = 'no answer'
  while (performance.now() - began < 20_000) {
    if (!running.has(child)) throw new Error(complaint().trim().split('\n')[0] ?? '')
    const answer = await ask(url, token).catch(() => undefined)
    if (answer?.status === 200) return performance.now() - began
    if (answer !== undefined) last = `status ${answer.status}`
    await wait(1)
  }
  throw new Error(`no 200 within 20 s (${last})`)
}

/** ask makes one whoami request on a connection of its own. It rejects when no whole answer comes within 5 s. */
export function ask(url: string, token: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = get(
      `${url}/sessions/whoami`,
      { agent: false, timeout: 5000, headers: { authorization: `Bearer ${token}` } },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => {
          body += text
        })
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body })
        })
        response.on('error', reject)
      },
    )
    asked.on('timeout', () => asked.destroy(new Error('no answer within 5 s')))
    asked.on('error', reject)
  })
}

/** coreTimes reads from /proc how long cores, such as 1,2, have been busy, and been there at all, in microseconds. */
export async function coreTimes(cores: string): Promise<{ busy: number; all: number }> {
  const stat = await readFile('/proc/stat', 'utf8')
  let [busy, all] = [0, 0]
  for (const core of cores.split(',')) {
    const [, line = ''] = new RegExp(`^cpu${core} (.*)$`, 'm').exec(stat) ?? []
    // user, nice, system, idle, iowait, irq, softirq, steal; what follows is part of user and nice
    const times = line
      .split(' ')
      .slice(0, 8)
      .map((ticks) => Number(ticks) * tick)
    const sum = times.reduce((total, time) => total + time, 0)
    all += sum
    busy += sum - (times[3] ?? 0) - (times[4] ?? 0)
  }
  return { busy, all }
}

/** usageOf reads from /proc what the process `pid` and its children use; those that have ended are counted in `cpu`. */
export async function usageOf(pid: number): Promise<Usage> {
  const [stat, status, children] = await Promise.all(
    ['stat', 'status', `task/${pid}/children`].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
  )
  // The name in parentheses may hold anything; fields 14 to 17 are the times of the process and its ended children.
  const times = (stat ?? '')
    .slice((stat ?? '').lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number)
  const own = {
    cpu: times.reduce((sum, time) => sum + time, 0) * tick,
    memory: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1] ?? 0) * 1024,
  }
  const usages = await Promise.all(
    (children ?? '')
      .split(' ')
      .filter((child) => child.trim() !== '')
      .map((child) => usageOf(Number(child))),
  )
  return usages.reduce((sum, usage) => ({ cpu: sum.cpu + usage.cpu, memory: sum.memory + usage.memory }), own)
}
