import type { Redacted } from '../observation/observation.ts'
import { characters } from '../wording/amounts.ts'

/** A name and what there is to say about it; `code` is shown as it is, in several lines if it has them. */
export interface Fact {
  name: string
  value: string
  code: boolean
}

/** fact lists a fact; no facts where there is no value. */
export function fact(name: string, value: string | null | undefined, code = false): Fact[] {
  return value === null || value === undefined || value === '' ? [] : [{ name, value: visible(value), code }]
}

/** redacted writes what may be shown of a secret. */
export function redacted({ length, fingerprint }: Redacted): string {
  return `${characters(length)}${fingerprint === null ? '' : `, fingerprint ${fingerprint}`}`
}

/** What is shown in place of a name or scheme that may be a secret. */
export const hidden = '(hidden: may be a secret)'

const longestName = 40

/** shortName writes a cookie's name, in at most 40 characters. */
export function shortName(name: string | null): string {
  if (name === null) return hidden
  if (name === '') return '(no name)'
  return name.length <= longestName ? name : `${name.slice(0, 20)}…${name.slice(-6)}`
}

/** undescribed says how much more came than is described; undefined where there is no more. */
export function undescribed(came: number, described: number): string | undefined {
  return came > described ? `and ${(came - described).toLocaleString('en')} more, which are not described` : undefined
}

/** visible writes characters that a terminal obeys, or that change the direction of text, as their code points. */
export function visible(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
