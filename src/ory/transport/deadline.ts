/** How long something may take. */
export interface Bounds {
  /** On the clock of `performance.now()`. */
  deadline: number
  /** Aborts when nobody waits for it any more. */
  signal: AbortSignal | undefined
}

/** stopAt calls `stop` once time is over or nobody waits any more, unless the function that it returns was called. */
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
