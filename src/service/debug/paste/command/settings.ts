import { assignment } from './bash-splitting.ts'
import { bashWords } from './bash-words.ts'
import type { Command, ReadingOf, Word } from './words.ts'

/** A command that sets variables. */
export interface Setting {
  command: Command
  /** The words behind the assignments, for which alone they count. */
  words: readonly Word[]
}

const looksLikeSetting = new RegExp(
  String.raw`(?:(?:export|declare|local|readonly|typeset|set)[^\S\n]+(?:-\w{1,3}[^\S\n]+)*)?"?[A-Za-z_]\w{0,99}\+?=|` +
    String.raw`set[^\S\n]+(?:-{1,2}\w{1,9}[^\S\n]+)*[A-Za-z_]\w{0,99}[^\S\n]+\S`,
  'y',
)
const ofCmd = /set[^\S\n]+"?(\w{1,60})=([^\n&"]*)/iy
const keyword = /^(?:export|declare|local|readonly|typeset|set)$/

/**
 * settingAt reads the assignments at a place: `A=b`, `export A=b`, arrays, fish's `set -x A b`, cmd's `set A=b`. In a
 * comment, they count only for variables that have no value yet. Undefined if there are none.
 */
export function settingAt(
  text: string,
  at: number,
  shell: 'bash' | 'cmd',
  reading: ReadingOf,
  inComment: boolean,
): Setting | undefined {
  looksLikeSetting.lastIndex = at
  if (!looksLikeSetting.test(text)) return undefined
  return shell === 'cmd' ? settingOfCmd(text, at, reading) : settingOfBash(text, at, reading, inComment)
}

function settingOfCmd(text: string, at: number, { variables }: ReadingOf): Setting | undefined {
  ofCmd.lastIndex = at
  const [all = '', name, value = ''] = ofCmd.exec(text) ?? []
  if (name === undefined) return undefined
  variables.set(name.toLowerCase(), [value.trim()])
  return { command: { words: [], end: at + all.length, open: false, notes: new Set(), inner: [] }, words: [] }
}

function settingOfBash(text: string, at: number, reading: ReadingOf, inComment: boolean): Setting {
  const counts = (name: string): boolean => !inComment || !reading.variables.has(name)
  const command = bashWords(text, at, { ...reading, assigns: counts })
  const set = (name: string, words: readonly Word[]): void => {
    const values = words.some(({ unknown }) => unknown.length > 0) ? undefined : words.map((word) => word.text)
    if (counts(name)) reading.variables.set(name, values)
  }
  const [first, ...rest] = command.words
  const isDeclared = keyword.test(first?.text ?? '')
  const words = isDeclared ? rest.filter(({ text: word }) => !word.startsWith('-')) : command.words
  const [name, ...values] = words
  if (first?.text === 'set' && name !== undefined && !assignment.test(name.text)) {
    set(name.text, values)
    return { command, words: [] }
  }
  for (const word of isDeclared ? words : []) {
    const equals = word.text.indexOf('=')
    if (equals > 0) set(word.text.slice(0, equals), [{ ...word, text: word.text.slice(equals + 1) }])
  }
  const last = command.words.at(-1)
  if (text.charAt(command.end) === '(' && last !== undefined && assignment.exec(last.text)?.[0] === last.text) {
    const array = bashWords(text, command.end + 1, { ...reading, inArray: true })
    set(last.text.replace(/\+?=$/, ''), array.words)
    return { command: { ...array, end: Math.min(array.end + 1, text.length) }, words: [] }
  }
  const index = isDeclared ? -1 : words.findIndex(({ text: word }) => !assignment.test(word))
  return { command, words: index < 0 ? [] : words.slice(index) }
}
