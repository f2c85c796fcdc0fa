/** Flaws, and whether each is there. */
export type Flags<Flag> = readonly (readonly [flag: Flag, raised: boolean])[]

/** raised lists the flags that are set, in their order. */
export function raised<Flag>(flags: Flags<Flag>): Flag[] {
  return flags.flatMap(([flag, is]) => (is ? [flag] : []))
}
