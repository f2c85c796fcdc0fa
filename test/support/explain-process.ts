import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { eventually } from './eventually.ts'

/** What a command that has ended wrote, and its exit code; 128 and more where a signal ended it. */
export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** `explain` as it runs. */
export interface Explaining {
  child: ChildProcessWithoutNullStreams
  /** Everything that it wrote on standard output so far. */
  stdout: () => string
  ended: Promise<Ended>
}

const start = [process.execPath, 'src/start.js', 'explain']

/** startExplain starts `explain`, or another command, with standard input open, and an environment of these alone. */
export function startExplain(
  env: Record<string, string>,
  args: readonly string[] = [],
  [program = '', ...before]: readonly string[] = start,
): Explaining {
  const child = spawn(program, [...before, ...args], { env: { PATH: process.env['PATH'], ...env } })
  const written = { stdout: '', stderr: '' }
  child.stdin.on('error', () => undefined) // it may end before it has read all
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (written[name] += text))
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...written }))
  return { child, stdout: () => written.stdout, ended }
}

/** explained has a paste explained, and resolves when the command has ended. */
export async function explained(
  paste: string | Buffer,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<Ended> {
  const { child, ended } = startExplain(env, args)
  child.stdin.end(paste)
  return ended
}

/** onTerminal starts `explain` on a terminal of its own, and resolves when that asks for the paste. */
export async function onTerminal(env: Record<string, string>, columns = 80): Promise<Explaining> {
  const command = `stty cols ${columns}; exec ${start.join(' ')}`
  const script = ['script', '-qec', command, '/dev/null']
  const explaining = startExplain({ TERM: 'xterm-256color', ...env }, [], script)
  await eventually('it asks for the paste', () => explaining.stdout().includes('Ctrl-D: '))
  return explaining
}
