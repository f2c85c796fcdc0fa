import cluster from 'node:cluster'
import { constants, fstatSync, openSync, write } from 'node:fs'
import { Socket } from 'node:net'
import { isatty } from 'node:tty'

/** A destination for log lines. */
export interface Sink {
  /** Takes a line with its line break. It never waits and never fails. */
  write: (line: string) => void
  /** The number of lost lines: there was no room for them, or they could not be written. */
  dropped: () => number
  /** Writes waiting lines, and resolves when that is done or after a second. */
  close: () => Promise<void>
}

/** Something to write bytes to. */
export interface Output {
  /** Writes all or some bytes, and says how many. */
  put: (bytes: Buffer, done: (error: NodeJS.ErrnoException | null, written: number) => void) => void
  /** How many of the waiting bytes to write at once. */
  most: number
}

const whole = 4096 // bytes that a pipe takes whole (PIPE_BUF), so that workers' lines never mix
const halfPipe = 1 << 15 // bytes, for a process that has the pipe to itself: waking the reader costs most of a write
const together = 1 << 16 // bytes to wait for: a file is written in libuv's threads
const longestWait = 100 // ms until a line is written, and until a write is tried again
const backlog = 1 << 20 // bytes that may wait
const lastCall = 1000 // ms
const lineBreak = 10

/**
 * createSink writes lines to a file descriptor, see {@link sinkOf}. It never waits for the other side: pipes and
 * sockets are written without blocking, anything else in libuv's threads. It never closes the descriptor, which keeps
 * no process alive.
 */
export function createSink(fd: number, resumed?: (dropped: number) => void): Sink {
  return sinkOf(outputOf(fd), resumed)
}

/**
 * sinkOf writes lines to an output, several at a time, since a write per line costs more than everything else. At most
 * 1 MiB waits; beyond, the newest lines are dropped and counted, as are those of failed writes. `resumed` gets their
 * number when lines can be written again.
 */
export function sinkOf({ put, most }: Output, resumed: (dropped: number) => void = () => undefined): Sink {
  const enough = Math.min(most, together)
  const waiting: Buffer[] = []
  let next = '' // lines too few for a write
  let size = 0 // bytes that wait
  let dropped = 0
  let untold = 0
  let busy = false
  let torn = false // whether the last write ended within a line
  let timer: NodeJS.Timeout | undefined
  const idle: (() => void)[] = []

  const lose = (lines: number): void => {
    dropped += lines
    untold += lines
  }

  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (next !== '') waiting.push(Buffer.from(next))
    next = ''
    if (!busy) send()
  }

  const send = (): void => {
    const first = waiting.shift()
    busy = first !== undefined
    if (first === undefined) {
      if (next === '') for (const resolve of idle.splice(0)) resolve()
      return
    }
    const parts = [first]
    let counted = first.length
    while (counted + (waiting[0]?.length ?? Infinity) <= most) {
      const part = waiting.shift()
      if (part === undefined) break
      parts.push(part)
      counted += part.length
    }
    if (torn) parts.unshift(Buffer.of(lineBreak))
    attempt(parts.length > 1 ? Buffer.concat(parts) : first, counted)
  }

  /** Writes the rest of what counts as `counted` bytes, then what waits. */
  const attempt = (rest: Buffer, counted: number): void => {
    put(rest, (error, written) => {
      if (error?.code === 'EAGAIN') {
        setTimeout(attempt, longestWait, rest, counted).unref()
        return
      }
      if (written > 0) torn = rest[written - 1] !== lineBreak
      const left = rest.subarray(written)
      if (error === null && written > 0 && left.length > 0) {
        attempt(left, counted)
        return
      }
      size -= counted
      if (left.length > 0) lose(left.filter((byte) => byte === lineBreak).length)
      else if (untold > 0 && size < backlog / 2) tell()
      send()
    })
  }

  const tell = (): void => {
    const lines = untold
    untold = 0
    resumed(lines)
  }

  return {
    write: (line) => {
      const length = Buffer.byteLength(line)
      if (size + length > backlog) {
        lose(1)
        return
      }
      size += length
      if (next.length + length > enough) flush()
      next += line
      if (next.length >= enough) flush()
      else timer ??= setTimeout(flush, longestWait).unref()
    },
    dropped: () => dropped,
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(resolve, lastCall)
        idle.push(() => {
          clearTimeout(late)
          resolve()
        })
        flush()
      }),
  }
}

function outputOf(fd: number): Output {
  if (isatty(fd)) return toFile(withoutBlocking(fd))
  try {
    const kind = fstatSync(fd)
    if (kind.isFIFO() || kind.isSocket()) return toSocket(new Socket({ fd, readable: false }))
  } catch {
    // Anything else, or what Node does not take for a socket, is tried as a file.
  }
  return toFile(fd)
}

/** Everything goes at once, since each write takes a turn of the event loop. */
function toFile(fd: number): Output {
  return {
    put: (bytes, done) => {
      write(fd, bytes, done)
    },
    most: backlog,
  }
}

function toSocket(socket: Socket): Output {
  socket.unref()
  socket.on('error', () => undefined) // every write gets it
  return {
    put: (bytes, done) => {
      socket.write(bytes, (error) => {
        done(error ?? null, error ? 0 : bytes.length)
      })
    },
    most: cluster.isWorker ? whole : halfPipe,
  }
}

/** A terminal, reopened so that it does not block while stopped (Ctrl-S): a waiting thread would hold up the exit. */
function withoutBlocking(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  } catch {
    return fd
  }
}
