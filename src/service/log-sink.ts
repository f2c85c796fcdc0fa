import { constants, fstatSync, openSync, write } from 'node:fs'
import { Socket } from 'node:net'
import { isatty } from 'node:tty'

/** Where lines of a log go. */
export interface Sink {
  /** Takes a line that ends in a line break; never waits, never fails. */
  write: (line: string) => void
  /** How many lines are lost: there was no room to wait, or they could not be written. */
  dropped: () => number
  /** Writes what waits, and resolves when that is done or a second is over. */
  close: () => Promise<void>
}

/** Something that bytes are written to. */
export interface Output {
  /** Writes bytes, all of them or some, and says how many. */
  put: (bytes: Buffer, done: (error: NodeJS.ErrnoException | null, written: number) => void) => void
  /** How many bytes are best written at once, where so many wait. */
  most: number
}

const together = 4096 // bytes enough for a write: a pipe takes them whole (PIPE_BUF), so workers' lines never mix
const longestWait = 100 // ms until a line is written, and until a write is tried again
const backlog = 1 << 20 // bytes that wait at most
const lastCall = 1000 // ms
const lineBreak = 10

/**
 * createSink writes lines to a file descriptor as {@link sinkOf} does. Nothing waits for the other side: pipes and
 * sockets are written to without blocking, everything else in libuv's threads. The descriptor is never closed, and
 * keeps no process alive.
 */
export function createSink(fd: number, resumed?: (dropped: number) => void): Sink {
  return sinkOf(outputOf(fd), resumed)
}

/**
 * sinkOf writes lines to an output, some at a time, since a write for each costs more than all the rest. At most 1 MiB
 * of them wait; beyond, the newest are dropped and counted, as are those that a write failed for. `resumed` is told how
 * many were when lines are written again.
 */
export function sinkOf({ put, most }: Output, resumed: (dropped: number) => void = () => undefined): Sink {
  const waiting: Buffer[] = []
  let next = '' // lines that are not yet enough for a write
  let size = 0 // bytes in all that waits
  let dropped = 0
  let untold = 0
  let busy = false
  let torn = false // whether what was written last is half a line
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

  /** Writes the rest of what counts for `counted` bytes, then goes on with what waits. */
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
      if (next.length + length > together) flush()
      next += line
      if (next.length >= together) flush()
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
    // What can be asked of no descriptor, or is no socket to Node, is tried as a file.
  }
  return toFile(fd)
}

/** All that waits goes at once, as each write takes a turn of the event loop. */
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
  socket.on('error', () => undefined) // each write is told of it
  return {
    put: (bytes, done) => {
      socket.write(bytes, (error) => {
        done(error ?? null, error ? 0 : bytes.length)
      })
    },
    most: together,
  }
}

/** A terminal opened anew, to refuse while it is stopped (Ctrl-S): a thread that waits would hold up the exit. */
function withoutBlocking(fd: number): number {
  try {
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
  } catch {
    return fd
  }
}
