import { code, prose } from './markdown-text.ts'
import type { SessionShown } from './observation/observation.ts'
import type { Report } from './report.ts'
import type { Finding } from './rules/rule.ts'
import type { Fact } from './steps/facts.ts'
import { subjects } from './steps/labels.ts'
import type { CookieRow, Step } from './steps/step.ts'
import { stepsOf } from './steps/steps.ts'
import { marks } from './tones.ts'
import { clock } from './wording/times.ts'

/**
 * markdownOf writes a report for a ticket, which many people read: without the identity's traits. What comes from
 * elsewhere is code unless it is plain words, so it can't become markup, a link, a mention or a reference.
 */
export function markdownOf(report: Report): string {
  const [verdict, ...others] = report.diagnosis
  const { headline = '', tone = 'note' } = verdict ?? {}
  const blocks = [
    `## ${marks[tone].ofReport}: ${prose(headline)}`,
    ...(verdict === undefined ? [] : findingBlocks(verdict)),
    ...(others.length === 0 ? [] : ['### Also seen']),
    ...others.flatMap((finding) => [`#### ${prose(finding.headline)}`, ...findingBlocks(finding)]),
    '<details>\n<summary>Step by step</summary>',
    prose(aboutOf(report)),
    stepsOf(withoutTraits(report)).map(stepLines).join('\n'),
    ...((report.session?.identity ?? null) === null ? [] : ["The identity's traits are left out: personal data."]),
    'Secrets are shown as their length and a keyed fingerprint: equal fingerprints, equal secrets.',
    '</details>',
    `Session debug of ory-session-echo, ${clock(report.at)}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

/** aboutOf says in a few sentences what a report is about and how that was read. */
export function aboutOf({ subject, readAs, remarks }: Report): string {
  return [subjects[subject], ...(readAs === null ? [] : [`Read as: ${readAs}.`]), ...remarks].join(' ')
}

function findingBlocks({ explanation, causes, next }: Finding): string[] {
  const possible = causes.map(({ cause, check }, index) => `${index + 1}. ${prose(cause)} To tell: ${prose(check)}`)
  return [
    prose(explanation),
    ...(possible.length === 0 ? [] : ['**What it may be, the likeliest first**', possible.join('\n')]),
    ...(next.length === 0 ? [] : ['**What to do next**', next.map((line) => `- ${prose(line)}`).join('\n')]),
  ]
}

function stepLines({ title, tone, summary, facts, cookies, more }: Step, index: number): string {
  return [
    `${index + 1}. **${prose(title)}** (${marks[tone].ofStep}): ${prose(summary)}`,
    ...facts.map(factLine),
    ...cookies.map(cookieLine),
    ...(more === undefined ? [] : [`   - ${prose(more)}`]),
  ].join('\n')
}

function factLine({ name, value, code: isCode }: Fact): string {
  return `   - ${prose(name)}: ${isCode ? code(value) : prose(value)}`
}

function cookieLine({ name, remark, length, fingerprint }: CookieRow): string {
  const said = remark === '' ? '' : `; ${prose(remark)}`
  return `   - ${code(name)}: length ${length}, fingerprint ${code(fingerprint)}${said}`
}

function withoutTraits(report: Report): Report {
  const { session, tried } = report
  return {
    ...report,
    session: anonymous(session),
    tried: tried === null ? null : { ...tried, session: anonymous(tried.session) },
  }
}

function anonymous(session: SessionShown | null): SessionShown | null {
  const identity = session?.identity ?? null
  if (session === null || identity === null) return session
  const { id, state } = identity
  return { ...session, identity: { id, state, traits: undefined } }
}
