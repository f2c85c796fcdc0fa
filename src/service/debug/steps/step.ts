import type { Tone } from '../rules/rule.ts'
import type { Fact } from './facts.ts'

/** A step of a report in words, as the text and the page show it. */
export interface Step {
  title: string
  tone: Tone
  /** What the step comes to, in a few words. */
  summary: string
  facts: readonly Fact[]
  cookies: readonly CookieRow[]
  /** How much came that is not described. */
  more?: string | undefined
}

/** A cookie in words. */
export interface CookieRow {
  name: string
  remark: string
  length: string
  fingerprint: string
}
