/** Finds what stands in typographic quotes, from the opening one. */
export type QuoteFinder = (text: string, at: number) => Quoted | undefined

/** What stands in quotes. */
export interface Quoted {
  text: string
  /** Where the text goes on behind them. */
  end: number
  /** Whether they are double quotes, in which shells expand variables. */
  expands: boolean
}

const doubles = '\u201c\u201d\u201e\u201f\u2033\u275d\u275e"'
const angles = '\u00ab\u00bb'
const singles = "\u2018\u2019\u201a\u201b\u275b\u275c\u2039\u203a'"
const closings = [doubles, angles, singles].map((marks) => ({
  marks,
  // A quote inside of a word, such as an apostrophe, closes nothing.
  closing: new RegExp(`[${marks}](?=[\\s;|&)\`,]|$)`, 'g'),
}))

/**
 * typographicQuotes makes a finder for one text. A quote that nothing closes is looked for once, not at each further
 * one: the text is read a bounded number of times.
 */
export function typographicQuotes(): QuoteFinder {
  const lost = new Set<string>()
  return (text, at) => {
    const kind = closings.find(({ marks }) => marks.includes(text.charAt(at)))
    if (kind === undefined || lost.has(kind.marks)) return undefined
    kind.closing.lastIndex = at + 1
    const found = kind.closing.exec(text)
    if (found === null) {
      lost.add(kind.marks)
      return undefined
    }
    return { text: text.slice(at + 1, found.index), end: kind.closing.lastIndex, expands: kind.marks !== singles }
  }
}
