import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { eventually } from './eventually.ts'

/** accepts says whether somebody accepts connections on a port. */
export async function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/**
 * untilListening resolves when a program that was just started accepts connections on a port of loopback.
 *
 * @throws Error when it ends before.
 */
export async function untilListening(program: ChildProcess, port: number): Promise<void> {
  await eventually(`${program.spawnfile} listens`, () => {
    if (program.exitCode !== null)
      throw new Error(`starting ${program.spawnfile}: it ended with exit code ${program.exitCode}`)
    return accepts(port)
  })
}
