import type { Report } from './report.ts'
import type { Finding } from './rules/rule.ts'
import { visible, type Fact } from './steps/facts.ts'
import { subjects } from './steps/labels.ts'
import { stepsOf, type CookieRow, type Step } from './steps/steps.ts'
import { clock } from './wording/times.ts'

const width = 80
const marks = { good: 'ok', problem: '!!', note: '--' } as const

/** textOf writes a report for a terminal: 80 columns, except for longer words, and no color. */
export function textOf(report: Report): string {
  const lines = [
    `Why does the server see this session, or none?   ${clock(report.at)}`,
    ...wrapped(subjects[report.subject], ''),
    ...report.remarks.flatMap((remark) => wrapped(remark, '')),
    '',
    ...report.diagnosis.flatMap(findingLines),
    ...stepsOf(report).flatMap((step, index) => [...stepLines(step, index + 1), '']),
    ...wrapped(
      'Secrets are shown as their length and a keyed fingerprint: equal fingerprints, equal secrets. ' +
        'To have something else explained, post it as the form field paste:',
      '',
    ),
    '  curl --data-urlencode paste@- <this URL>   # then paste, Enter, Ctrl-D',
  ]
  return `${lines.map((line) => visible(line).trimEnd()).join('\n')}\n`
}

function findingLines({ tone, headline, explanation, next }: Finding): string[] {
  const steps = next.flatMap((step) => wrapped(step, '   -> ', '      '))
  return [...wrapped(headline, `${marks[tone]} `, '   '), ...wrapped(explanation, '   '), ...steps, '']
}

function stepLines({ title, tone, summary, facts, cookies, more }: Step, number: number): string[] {
  const label = Math.max(...facts.map(({ name }) => name.length), 0)
  return [
    ...wrapped(`${title}: ${summary}`, `${number}. ${marks[tone]} `, '      '),
    ...facts.flatMap((fact) => factLines(fact, label)),
    ...cookieLines(cookies),
    ...(more === undefined ? [] : wrapped(more, '      ')),
  ]
}

function factLines({ name, value, code }: Fact, label: number): string[] {
  const start = `      ${name.padEnd(label)}  `
  const indent = ' '.repeat(start.length)
  const lines = value.split('\n')
  return code && lines.length > 1
    ? lines.map((line, index) => `${index === 0 ? start : indent}${line}`)
    : wrapped(value, start, indent)
}

function cookieLines(rows: readonly CookieRow[]): string[] {
  if (rows.length === 0) return []
  const column = Math.max('cookie'.length, ...rows.map(({ name }) => name.length))
  const cells = (name: string, length: string, fingerprint: string): string =>
    `      ${name.padEnd(column)}  ${length.padStart(6)}  ${fingerprint}`
  return [
    cells('cookie', 'length', 'fingerprint'),
    ...rows.flatMap(({ name, length, fingerprint, remark }) => [
      cells(name, length, fingerprint),
      ...(remark === '' ? [] : wrapped(remark, '        ')),
    ]),
  ]
}

/** Wraps a text at 80 columns, at spaces. */
function wrapped(text: string, start: string, indent = ' '.repeat(start.length)): string[] {
  const lines: string[] = []
  let line = start
  for (const word of text.split(/\s+/)) {
    const bare = line.trim() === '' || lines.length === 0 ? line === start || line === indent : line === indent
    if (!bare && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = bare ? line + word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
