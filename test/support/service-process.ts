import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** The service as users start it: a process of its own. */
export interface ServiceProcess {
  url: string
  adminUrl: string
  pid: number
  /** Everything that it wrote so far, on both outputs. */
  output: () => string
  /** The JSON lines among it. */
  lines: () => Record<string, unknown>[]
  /** The process ids of its workers. */
  workers: () => number[]
  /** Ends it at once, where it still runs. */
  kill: () => void
  /** Resolves to its exit code, or 128 and the signal's number, when it has ended. */
  exited: Promise<number | null>
  /** Ends it with a signal and resolves to its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/**
 * startProcess starts `src/start.js`, or another `command`, on free ports of loopback, in a shell where `shell` is
 * to be run before, and resolves when it listens.
 *
 * @throws Error with what it wrote when it ends instead.
 */
export async function startProcess(
  environment: Record<string, string>,
  shell?: string,
  command: readonly string[] = [process.execPath, 'src/start.js'],
): Promise<ServiceProcess> {
  const env = { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', UPSTREAM_TIMEOUT: '2m', ...environment }
  const [program = '', ...args] = shell === undefined ? command : ['sh', '-c', `${shell}; exec "$@"`, 'sh', ...command]
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  let heard = false
  // Behind the exit there may be output that was not read yet.
  const exited = once(child, 'close').then(() => child.exitCode)
  const lines = (): Record<string, unknown>[] =>
    written
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const listening = new Promise<Record<string, unknown>>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        written += chunk.toString()
        if (heard) return
        const line = lines().find(({ msg }) => String(msg).startsWith('listening on'))
        if (line === undefined) return
        heard = true
        resolve(line)
      })
    }
    void exited.then((code) => {
      reject(new Error(`the service ended with ${code ?? 'a signal'}: ${written}`))
    })
  })
  const { url, admin } = await listening
  return {
    url: String(url),
    adminUrl: String(admin),
    pid: child.pid ?? 0,
    output: () => written,
    lines,
    workers: () =>
      readFileSync(`/proc/${child.pid ?? 0}/task/${child.pid ?? 0}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    kill: () => child.kill('SIGKILL'),
    exited,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}
