import { stopAt, type Bounds } from './deadline.ts'
import { CallStopped } from './failure.ts'

/** Lets a number of calls through at once, and the others in the order in which they came. */
export interface Gate {
  /** Takes a place if one is free. */
  tryEnter: () => boolean
  /**
   * Waits for a place within its bounds.
   *
   * Rejects with a {@link CallStopped}: `timeout` or `left`, or `busy` at once when too many are waiting.
   */
  wait: (bounds: Bounds) => Promise<void>
  /** Gives the place back. */
  leave: () => void
  figures: () => { inside: number; waiting: number }
}

/** createGate lets `places` calls through at once while at most `queue` others wait. */
export function createGate(places: number, queue: number): Gate {
  const waiting = new Set<() => void>()
  let inside = 0

  const wait = (bounds: Bounds): Promise<void> =>
    new Promise((resolve, reject) => {
      if (waiting.size >= queue) {
        reject(new CallStopped('busy'))
        return
      }
      const settle = (): void => {
        waiting.delete(enter)
        settled()
      }
      const enter = (): void => {
        settle()
        resolve()
      }
      const settled = stopAt(bounds, (why) => {
        settle()
        reject(new CallStopped(why))
      })
      waiting.add(enter)
    })

  return {
    tryEnter: () => {
      if (inside >= places) return false
      inside++
      return true
    },
    wait,
    leave: () => {
      const [next] = waiting
      if (next === undefined) inside--
      else next()
    },
    figures: () => ({ inside, waiting: waiting.size }),
  }
}
