import type { Observation } from '../observation/observation.ts'
import { noSession, undecodable } from './ending.ts'
import { unexplained } from './refused.ts'
import type { Finding, Rule } from './rule.ts'
import { rules } from './rules.ts'
import { rightPlace } from './tried.ts'

/** diagnose explains what was observed: what decided the outcome, then notes, each in the order of the rules. */
export function diagnose(seen: Observation): Finding[] {
  const findings = rules.filter(({ when }) => when(seen)).map((rule) => findingOf(rule, seen))
  const notes = findings.filter(({ tone }) => tone === 'note')
  const decisive = findings.filter(({ tone }) => tone !== 'note')
  return [...(decisive.length === 0 ? [findingOf(unexplained, seen)] : decisive), ...notes]
}

function findingOf(found: Rule, seen: Observation): Finding {
  const { rule, headline, explanation, misplaced = [], causes = [], next } = found
  const matters = noSession(seen) || undecodable(seen)
  return {
    rule,
    tone: found.tone !== 'credentials' ? found.tone : matters ? 'problem' : 'note',
    headline: typeof headline === 'string' ? headline : headline(seen),
    explanation: (typeof explanation === 'string' ? explanation : explanation(seen)) + rightPlace(seen, misplaced),
    causes: typeof causes === 'function' ? causes(seen) : causes,
    next: typeof next === 'function' ? next(seen) : next,
  }
}
