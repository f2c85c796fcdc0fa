import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** hashOf is the same for the same plain data, in every process. */
export function hashOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)
}

/**
 * takeTurn waits until no other process of this user on this machine has the turn for a key, and resolves to what ends
 * this one. The turn is a local socket, which the system closes however a process ends.
 *
 * @throws the reason of `signal` once that aborts.
 */
export async function takeTurn(key: string, signal?: AbortSignal): Promise<() => void> {
  const path = lockPath(`kratos-${process.getuid?.() ?? ''}-${key}`)
  for (;;) {
    signal?.throwIfAborted()
    const unlock = await lock(path)
    if (unlock !== undefined) return unlock
    await untilFree(path, signal)
  }
}

/** oneAtATime runs `task` in a turn for a key, see {@link takeTurn}. */
export async function oneAtATime<T>(key: string, task: () => Promise<T>): Promise<T> {
  const end = await takeTurn(key)
  try {
    return await task()
  } finally {
    end()
  }
}

/** Linux has sockets without a file, and Windows named pipes; elsewhere a file may be left behind. */
function lockPath(name: string): string {
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

/** Takes the lock at a path and resolves to what gives it back; to undefined if another has it. */
function lock(path: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>()
    const server = createServer((socket) => {
      waiting.add(socket.on('error', () => undefined).on('close', () => waiting.delete(socket)))
    })
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(path, () => {
      resolve(() => {
        server.close()
        for (const socket of waiting) socket.destroy()
      })
    })
  })
}

/** Waits until whoever has the lock at a path gives it back, or has ended. */
async function untilFree(path: string, signal?: AbortSignal): Promise<void> {
  const socket = connect(path)
  const leave = (): void => void socket.destroy()
  signal?.addEventListener('abort', leave)
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    socket
      .once('error', resolve)
      .once('close', () => {
        resolve(undefined)
      })
      .resume()
  })
  signal?.removeEventListener('abort', leave)
  // The file of a process that was killed.
  if (error?.code === 'ECONNREFUSED' && !path.startsWith('\0')) await rm(path, { force: true })
}
