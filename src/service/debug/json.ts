import type { Report } from './report.ts'

/** jsonOf writes a report for programs. What a terminal would obey, or what turns text around, is escaped. */
export function jsonOf(report: Report): string {
  return `${JSON.stringify(report, null, 2).replace(/[^\P{C}\n]/gu, escaped)}\n`
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('')
}
