import type { Figure } from './figures.ts'
import type { Lab } from './lab.ts'

/** A figure with what was done for it. */
export interface Row extends Figure {
  did: string
}

/** One thing that is tried; its numbers are those of the table in test/README.md. */
export interface Case {
  row: number
  name: string
  /** Tries it, within a minute. */
  measure: (lab: Lab) => AsyncGenerator<Row>
  /** Why it can't be tried here; undefined where it can. */
  missing?: () => string | undefined
}

/** rowsOf says of figures what was done for them. */
export function rowsOf(did: string, figures: readonly Figure[]): Row[] {
  return figures.map((figure) => ({ did, ...figure }))
}

/** How long another client may wait, in ms: the machine may be shared. */
export const longestWait = 500
