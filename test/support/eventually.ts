const deadline = 60_000 // ms
const pause = 5 // ms

/**
 * eventually resolves to what `look` gives as soon as that is not false or undefined, looked at again and again.
 *
 * @throws Error that says what was waited for, after a minute.
 */
export async function eventually<T>(
  what: string,
  look: () => T | false | undefined | Promise<T | false | undefined>,
): Promise<T> {
  const began = performance.now()
  for (;;) {
    const seen = await look()
    if (seen !== false && seen !== undefined) return seen
    if (performance.now() - began > deadline) throw new Error(`waiting for a minute until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/**
 * inTime resolves as `promise` does.
 *
 * @throws Error that says what was waited for, after a minute.
 */
export async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`waiting for a minute until ${what}`))
    }, deadline)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
