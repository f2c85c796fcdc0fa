/** The variables of a paste. */
export interface Variables {
  /** Keeps what a variable is, undefined where the paste does not tell; what it gives takes that back. */
  set: (name: string, values: readonly string[] | undefined) => () => void
  has: (name: string) => boolean
  /** The values of a variable, one unless it is an array; undefined where they are unknown, or add up to too much. */
  get: (name: string) => readonly string[] | undefined
}

const alwaysAllowed = 4096 // characters
// What each word of a value counts beside its characters, since a shell parts a value into its words.
const perWord = 16

/**
 * variablesOf makes room for the variables of a paste of a length. All that `get` gives has no more characters than
 * the paste, and 4,096: variables that double each other would have as many as they like.
 */
export function variablesOf(length: number): Variables {
  const known = new Map<string, { values: readonly string[]; size: number } | undefined>()
  let left = alwaysAllowed + length
  return {
    set(name, values) {
      const size = values?.reduce((sum, value) => sum + value.length + perWord * value.split(/[ \t\n]+/).length, 0) ?? 0
      const [had, before] = [known.has(name), known.get(name)]
      known.set(name, values === undefined ? undefined : { values, size })
      return () => {
        if (had) known.set(name, before)
        else known.delete(name)
      }
    },
    has: (name) => known.has(name),
    get(name) {
      const found = known.get(name)
      if (found === undefined || found.size > left) return undefined
      left -= found.size
      return found.values
    },
  }
}
