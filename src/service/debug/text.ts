import type { Report } from './report.ts'
import type { Cause, Finding, Tone } from './rules/rule.ts'
import { visible, type Fact } from './steps/facts.ts'
import { subjects } from './steps/labels.ts'
import type { CookieRow, Step } from './steps/step.ts'
import { stepsOf } from './steps/steps.ts'
import { marks } from './tones.ts'
import { clock } from './wording/times.ts'

/** How a report is written as text. */
export interface TextLook {
  /** Where lines are wrapped. */
  columns: number
  /** Colours a mark or a headline; it must not change what is to be read. */
  paint: (tone: Tone, text: string) => string
  /** What the reader should know besides, in sentences, and a command that goes with it. */
  footer: string
  command?: string
}

const plain: TextLook = {
  columns: 80,
  paint: (_, text) => text,
  footer:
    'Secrets are shown as their length and a keyed fingerprint: equal fingerprints, equal secrets. ' +
    'To have something else explained, post it as the form field paste:',
  command: 'curl --data-urlencode paste@- <this URL>   # then paste, Enter, Ctrl-D',
}

/** A line, of which `marked` is coloured. Colours come last: they have no width, and are no part of what is shown. */
interface Line {
  marked?: { tone: Tone; text: string }
  text: string
}

type Wrap = (text: string, start: string, indent?: string) => string[]

/** textOf writes a report for a terminal: 80 columns, except for longer words, and no colour, unless `look` differs. */
export function textOf(report: Report, look: TextLook = plain): string {
  const wrap: Wrap = (text, start, indent = ' '.repeat(start.length)) => wrapped(text, start, indent, look.columns)
  const lines: Line[] = [
    ...unmarked([
      `Why does the server see this session, or none?   ${clock(report.at)}`,
      ...wrap(subjects[report.subject], ''),
      ...(report.readAs === null ? [] : wrap(`Read as: ${report.readAs}`, '')),
      ...report.remarks.flatMap((remark) => wrap(remark, '')),
      '',
    ]),
    ...report.diagnosis.flatMap((finding) => findingLines(finding, wrap)),
    ...stepsOf(report).flatMap((step, index) => stepLines(step, index + 1, wrap)),
    ...unmarked([...wrap(look.footer, ''), ...(look.command === undefined ? [] : [`  ${look.command}`])]),
  ]
  return lines.map((line) => `${written(line, look)}\n`).join('')
}

function unmarked(lines: readonly string[]): Line[] {
  return lines.map((text) => ({ text }))
}

function written({ marked, text }: Line, { paint }: TextLook): string {
  const shown = visible(text).trimEnd()
  return marked === undefined ? shown : paint(marked.tone, visible(marked.text)) + shown
}

function findingLines({ tone, headline, explanation, causes, next }: Finding, wrap: Wrap): Line[] {
  return [
    ...wrap(headline, `${marks[tone].inText} `, '   ').map((text) => ({ marked: { tone, text }, text: '' })),
    ...unmarked([
      ...wrap(explanation, '   '),
      ...causeLines(causes, wrap),
      ...next.flatMap((step) => wrap(step, '   -> ', '      ')),
      '',
    ]),
  ]
}

function causeLines(causes: readonly Cause[], wrap: Wrap): string[] {
  if (causes.length === 0) return []
  return [
    causes.length === 1 ? '   It may be:' : '   It may be, the likeliest first:',
    ...causes.flatMap(({ cause, check }, index) => {
      const start = `   ${index + 1}. `
      return [...wrap(cause, start), ...wrap(`To tell: ${check}`, ' '.repeat(start.length))]
    }),
  ]
}

function stepLines({ title, tone, summary, facts, cookies, more }: Step, number: number, wrap: Wrap): Line[] {
  const label = Math.max(...facts.map(({ name }) => name.length), 0)
  const mark = `${number}. ${marks[tone].inText}`
  const [first = '', ...rest] = wrap(`${title}: ${summary}`, `${mark} `, '      ')
  return [
    { marked: { tone, text: mark }, text: first.slice(mark.length) },
    ...unmarked([
      ...rest,
      ...facts.flatMap((fact) => factLines(fact, label, wrap)),
      ...cookieLines(cookies, wrap),
      ...(more === undefined ? [] : wrap(more, '      ')),
      '',
    ]),
  ]
}

function factLines({ name, value, code }: Fact, label: number, wrap: Wrap): string[] {
  const start = `      ${name.padEnd(label)}  `
  const indent = ' '.repeat(start.length)
  const lines = value.split('\n')
  return code && lines.length > 1
    ? lines.map((line, index) => `${index === 0 ? start : indent}${line}`)
    : wrap(value, start, indent)
}

function cookieLines(rows: readonly CookieRow[], wrap: Wrap): string[] {
  if (rows.length === 0) return []
  const column = Math.max('cookie'.length, ...rows.map(({ name }) => name.length))
  const cells = (name: string, length: string, fingerprint: string): string =>
    `      ${name.padEnd(column)}  ${length.padStart(6)}  ${fingerprint}`
  return [
    cells('cookie', 'length', 'fingerprint'),
    ...rows.flatMap(({ name, length, fingerprint, remark }) => [
      cells(name, length, fingerprint),
      ...(remark === '' ? [] : wrap(remark, '        ')),
    ]),
  ]
}

/** Wraps a text at spaces. */
function wrapped(text: string, start: string, indent: string, columns: number): string[] {
  const lines: string[] = []
  let line = start
  for (const word of text.split(/\s+/)) {
    const bare = line.trim() === '' || lines.length === 0 ? line === start || line === indent : line === indent
    if (!bare && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = indent + word
    } else {
      line = bare ? line + word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
