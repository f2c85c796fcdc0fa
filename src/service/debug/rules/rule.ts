import type { Observation } from '../observation/observation.ts'

/** `good`: there is a session. `problem`: why there is none. `note`: worth knowing, but not the reason. */
export type Tone = 'good' | 'problem' | 'note'

/** What an observation means, and what to do next. */
export interface Finding {
  /** The rule's id, stable across releases. */
  rule: string
  tone: Tone
  /** A headline of one sentence. */
  headline: string
  /** What was seen and why it matters, in a sentence or two. */
  explanation: string
  /** What it may come from where several things fit, the likeliest first; otherwise empty. */
  causes: readonly Cause[]
  /** What to do, each step a sentence; may be empty. */
  next: readonly string[]
}

/** A possible cause, and what would tell whether it is the one; each a sentence. */
export interface Cause {
  cause: string
  check: string
}

/** A text that is always the same, or depends on what was observed. */
type Text<T> = T | ((seen: Observation) => T)

/** When a finding is made, and what it says. */
export interface Rule {
  rule: string
  /** `credentials`: a `problem` if Ory answered 401, else a `note`. */
  tone: Tone | 'credentials'
  when: (seen: Observation) => boolean
  /** The headers whose credential it says is in the wrong place: the explanation tells what became of it elsewhere. */
  misplaced?: readonly string[]
  headline: Text<string>
  explanation: Text<string>
  causes?: Text<readonly Cause[]>
  next: Text<readonly string[]>
}
