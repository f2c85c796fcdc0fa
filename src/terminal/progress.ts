import type { WriteStream } from 'node:tty'

const patience = 1000 // ms

/** withProgress says on a terminal what `work` does if that takes more than a second, and takes it back at its end. */
export async function withProgress<T>(stream: WriteStream, what: string, work: Promise<T>): Promise<T> {
  let said = false
  const clear = (): void => {
    if (said) stream.write('\r\u001b[K')
    said = false
  }
  const timer = setTimeout(() => {
    said = stream.isTTY
    // A line that wraps could not be taken back.
    if (said) stream.write(what.slice(0, Math.max(stream.columns - 1, 20)))
  }, patience)
  process.once('exit', clear)
  try {
    return await work
  } finally {
    clearTimeout(timer)
    process.off('exit', clear)
    clear()
  }
}
