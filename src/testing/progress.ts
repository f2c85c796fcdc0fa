/** Takes the lines that say what goes on. */
export type Say = (line: string) => void

const live = process.stderr.isTTY && process.env['TERM'] !== 'dumb'

/** toStandardError writes a line of progress where results don't go. */
export function toStandardError(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * during waits for `task` and says how long `what` goes on: on a terminal in one line that is written over each second,
 * elsewhere in a line every ten seconds; and at the end how long it took. What is done within two seconds is not
 * mentioned.
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
