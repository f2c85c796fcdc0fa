import { ofMail, unescapedHtml, withVariables } from './escapes.ts'

/** A paste without what stands around it. */
export interface Bare {
  text: string
  remarks: readonly string[]
}

const mostLayers = 3
const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g

/**
 * withoutSurroundings takes a paste out of what people send it in: Markdown's code, lists and bold, quotes of a mail,
 * and characters that nobody can see.
 */
export function withoutSurroundings(paste: string): Bare {
  const visible = paste.replace(invisible, '')
  // Packet analysers and terminals show the end of a line as it is escaped.
  let text = withVariables(unescapedHtml(ofMail(visible.replace(/\r\n?/g, '\n'))))
    .replace(/(?:\\r\\n|\^M\$?)$/gm, '')
    .trim()
  for (let layer = 0; layer < mostLayers; layer++) {
    const inner = withoutLayer(text)
    if (inner === text) break
    text = inner
  }
  return { text, remarks: visible === paste ? [] : ['Invisible characters in it were removed.'] }
}

function withoutLayer(text: string): string {
  const lines = text.split('\n')
  return (
    inFence(lines) ??
    inPre(text) ??
    withoutMarks(lines) ??
    withoutEmphasis(lines.length > 1 ? text : withPlainName(text))
  )
}

// A line with more backticks behind the first ones is no fence: it is code by itself.
const fence = /^[^\S\n]{0,8}(?:```[^`]*$|~~~)/

/** What is in the only fence. */
function inFence(lines: readonly string[]): string | undefined {
  const fences = lines.flatMap((line, at) => (fence.test(line) ? [at] : []))
  const [start, end] = fences
  if (start === undefined || fences.length > 2) return undefined
  return lines
    .slice(start + 1, end)
    .join('\n')
    .trim()
}

/** What is between the tags of code in HTML. */
function inPre(text: string): string | undefined {
  const [open, name = ''] = /^<(pre|code|samp)(?: [^<>\n]{0,200})?>/i.exec(text) ?? []
  const close = `</${name}>`
  return open !== undefined && text.toLowerCase().endsWith(close.toLowerCase())
    ? text.slice(open.length, -close.length).trim()
    : undefined
}

const mark = /^[^\S\n]{0,8}(?:>|[-*+\u2022](?=[^\S\n])|\d{1,2}\.(?=[^\S\n]))[^\S\n]?/

/** Lines that are all quoted, or all items of a list. */
function withoutMarks(lines: readonly string[]): string | undefined {
  if (!lines.every((line) => line.trim() === '' || mark.test(line)) || lines.every((line) => line.trim() === ''))
    return undefined
  return lines
    .map((line) => line.replace(mark, ''))
    .join('\n')
    .trim()
}

/** A header whose name is bold or code, as in `**Cookie:** …`. */
function withPlainName(line: string): string {
  const [all, , name = '', inside = '', behind = ''] = /^(\*\*|__|`)([\w-]{1,40})(:?)\1(:?)\s*/.exec(line) ?? []
  if (all === undefined || inside + behind === '') return line
  return `${name}: ${line.slice(all.length).replace(/^`([^`]*)`$/, '$1')}`
}

const emphases = ['**', '__', '``', '`', '*']

function withoutEmphasis(text: string): string {
  // Of several fences, the first and the last are no pair.
  if (text.startsWith('```') && text.includes('\n')) return text
  const around = emphases.find((sign) => text.length > 2 * sign.length && text.startsWith(sign) && text.endsWith(sign))
  return around === undefined ? text : text.slice(around.length, -around.length).trim()
}

const typographic = /[\u201c-\u201f\u2018-\u201b\u00ab\u00bb]/

/** hasTypographicQuotes finds quotes such as “ ”, which no program takes for quotes. */
export function hasTypographicQuotes(text: string): boolean {
  return typographic.test(text)
}

/** straightened puts plain quotes in place of typographic ones. */
export function straightened(text: string): string {
  return text.replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"').replace(/[\u2018-\u201b]/g, "'")
}
