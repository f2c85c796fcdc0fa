/** How long something may take. */
export interface Bounds {
  /** On the clock of `performance.now()`. */
  deadline: number
  /** Aborts when nobody is waiting any more. */
  signal: AbortSignal | undefined
}

/** stopAt calls `stop` when the time is up or nobody is waiting any more, until the function it returns is called. */
export function stopAt({ deadline, signal }: Bounds, stop: (why: 'timeout' | 'left') => void): () => void {
  const abort = (): void => {
    stop('left')
  }
  const timer = setTimeout(stop, Math.max(deadline - performance.now(), 1), 'timeout')
  signal?.addEventListener('abort', abort)
  return () => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
