import type { Tone } from './rules/rule.ts'

/** What stands for the tone of a report and of a step, beside the color. */
export const marks: Record<Tone, { glyph: string; ofReport: string; ofStep: string }> = {
  good: { glyph: '✓', ofReport: 'Session found', ofStep: 'fine' },
  problem: { glyph: '!', ofReport: 'No session', ofStep: 'look here' },
  note: { glyph: 'i', ofReport: 'Note', ofStep: 'note' },
}
