import type { Readable } from 'node:stream'

/** The log of a container. */
export interface Log {
  /** The last line so far, up to 500 characters; empty if there is none. */
  last: () => string
  /** Resolves when the log ends, as it does with the container's process. */
  ended: Promise<void>
}

/** follow reads a container's log and gives each line to `onLine`. */
export function follow(stream: Readable, onLine: (line: string) => void = () => undefined): Log {
  let rest = ''
  let last = ''
  const take = (lines: string[]): void => {
    for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
      last = line
      onLine(line)
    }
  }
  stream.on('data', (part) => {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    take(lines)
  })
  const ended = new Promise<void>((resolve) => {
    for (const event of ['end', 'error', 'close'])
      stream.once(event, () => {
        take([rest])
        rest = ''
        resolve()
      })
  })
  return { last: () => (rest.trim() || last).slice(0, 500), ended }
}
