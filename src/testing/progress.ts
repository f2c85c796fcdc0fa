/** Takes lines of progress. */
export type Say = (line: string) => void

const live = process.stderr.isTTY && process.env['TERM'] !== 'dumb'

/** toStandardError writes a line of progress. */
export function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * during waits for `task` and shows how long `what` takes: on a terminal in one line, updated every second, otherwise
 * in a line every ten seconds, and at the end the total. Tasks of less than two seconds are not mentioned.
 */
export async function during<T>(what: string, say: Say, task: Promise<T>): Promise<T> {
  const inPlace = live && say === toStandardError
  const erase = (): void => {
    if (inPlace && seconds >= 2) process.stderr.write('\r\u001b[K')
  }
  let seconds = 0
  const clock = setInterval(() => {
    seconds += 1
    if (inPlace && seconds >= 2) process.stderr.write(`\r\u001b[K${what} … ${seconds} s`)
    else if (seconds % 10 === 2) say(`${what} … ${seconds} s`)
  }, 1000)
  try {
    const result = await task
    erase()
    if (seconds >= 2) say(`${what}: done in ${seconds} s`)
    return result
  } catch (error) {
    erase()
    throw error
  } finally {
    clearInterval(clock)
  }
}
