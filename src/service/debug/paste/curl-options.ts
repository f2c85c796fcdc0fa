/** curl's options that take a value, with their letters: those that matter, and those whose value could mislead. */
const withValue = {
  header: 'H',
  cookie: 'b',
  'oauth2-bearer': '',
  user: 'u',
  url: '',
  'user-agent': 'A',
  data: 'd',
  'data-raw': '',
  'data-binary': '',
  'data-urlencode': '',
  json: '',
  form: 'F',
  request: 'X',
  output: 'o',
  'write-out': 'w',
  referer: 'e',
  'cookie-jar': 'c',
  'dump-header': 'D',
  proxy: 'x',
  cert: 'E',
  config: 'K',
  range: 'r',
  'upload-file': 'T',
  'max-time': 'm',
  resolve: '',
  'connect-to': '',
  cacert: '',
  key: '',
  retry: '',
  'connect-timeout': '',
} as const

/** The name of a curl option that takes a value. */
export type Option = keyof typeof withValue

/** What follows `curl` on a command line. */
export interface Options {
  /** The values of an option, in order. */
  values: (name: Option) => readonly string[]
  /** What is not an option. */
  others: readonly string[]
}

const names = new Set<string>(Object.keys(withValue))
const letters = new Map<string, string>(Object.entries(withValue).map(([name, letter]) => [letter, name]))

/**
 * optionsOf reads the words after `curl` as curl does: `--name value`, `-n value`, `-nvalue`, and clusters of letters
 * of which the last may take a value; `--name=value` as well. Unknown options are taken to have no value.
 */
export function optionsOf(words: readonly string[]): Options {
  const given = new Map<string, string[]>()
  const others: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const option = optionIn(word)
    if (option === undefined) others.push(word)
    else if (names.has(option.name)) {
      const value = option.value ?? words[++at]
      const values = given.get(option.name)
      if (values !== undefined && value !== undefined) values.push(value)
      else if (value !== undefined) given.set(option.name, [value])
    }
  }
  return { values: (name) => given.get(name) ?? [], others }
}

interface Given {
  name: string
  /** Undefined if it is the next word. */
  value: string | undefined
}

function optionIn(word: string): Given | undefined {
  if (word.startsWith('--')) return longOption(word)
  return word.startsWith('-') && word !== '-' ? shortOption(word) : undefined
}

function longOption(word: string): Given {
  const at = word.indexOf('=')
  return { name: word.slice(2, at < 0 ? undefined : at), value: at < 0 ? undefined : word.slice(at + 1) }
}

function shortOption(word: string): Given {
  for (let at = 1; at < word.length; at++) {
    const name = letters.get(word.charAt(at))
    if (name !== undefined) return { name, value: at + 1 < word.length ? word.slice(at + 1) : undefined }
  }
  return { name: '', value: undefined }
}
