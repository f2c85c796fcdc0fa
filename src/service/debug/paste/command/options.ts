/** The options of a program that take a value. */
export interface OptionTable {
  /** Their letters, with their names. */
  letters: ReadonlyMap<string, string>
  names: ReadonlySet<string>
}

/** tableOf makes a table of options from those that have letters, and the names of the others. */
export function tableOf(letters: Record<string, string>, names: readonly string[]): OptionTable {
  return { letters: new Map(Object.entries(letters)), names: new Set([...Object.values(letters), ...names]) }
}

/** What follows a program on a command line. */
export interface Options<Word> {
  /** The values of an option, in order, as the words in which they are. */
  values: (name: string) => readonly Word[]
  /** Whether an option was given: its name, or its letter where it takes no value. */
  has: (name: string) => boolean
  /** What is not an option. */
  others: readonly Word[]
  /** Whether a value stands behind `--name=`. */
  joined: boolean
}

interface Text {
  text: string
}

/**
 * optionsOf reads the words after a program as most programs do: `--name value`, `--name=value`, `-n value`, `-nvalue`,
 * and clusters of letters of which the last may take a value; no options behind `--`. Unknown options are taken to
 * have no value.
 */
export function optionsOf<Word extends Text>(words: readonly Word[], table: OptionTable): Options<Word> {
  const given = new Map<string, Word[]>()
  const others: Word[] = []
  let joined = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) break
    if (word.text === '--') {
      others.push(...words.slice(at + 1))
      break
    }
    if (!/^-./.test(word.text)) {
      others.push(word)
      continue
    }
    const { flags, name, value } = word.text.startsWith('--') ? long(word.text, table) : short(word.text, table)
    for (const flag of flags) if (!given.has(flag)) given.set(flag, [])
    if (name === undefined) continue
    if (value !== undefined && word.text.startsWith('--')) joined = true
    const found = value === undefined ? words[++at] : { ...word, text: value }
    const values = given.get(name) ?? []
    given.set(name, values)
    if (found !== undefined) values.push(found)
  }
  return { values: (name) => given.get(name) ?? [], has: (name) => given.has(name), others, joined }
}

interface OptionWord {
  /** Options without a value. */
  flags: readonly string[]
  /** The option that takes a value. */
  name?: string
  /** Undefined if it is the next word. */
  value?: string | undefined
}

const longestName = 40

function long(word: string, { names }: OptionTable): OptionWord {
  const at = word.indexOf('=')
  const name = word.slice(2, at < 0 ? undefined : at)
  if (!names.has(name)) return { flags: name.length <= longestName ? [name] : [] }
  return { flags: [], name, value: at < 0 ? undefined : word.slice(at + 1) }
}

function short(word: string, { letters }: OptionTable): OptionWord {
  const flags = new Set<string>()
  for (let at = 1; at < word.length; at++) {
    const name = letters.get(word.charAt(at))
    if (name !== undefined)
      return { flags: [...flags], name, value: at + 1 < word.length ? word.slice(at + 1) : undefined }
    if (at <= longestName) flags.add(word.charAt(at))
  }
  return { flags: [...flags] }
}
