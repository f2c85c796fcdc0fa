import type { Tone } from './rules/rule.ts'

/** What stands for the tone of a report and of a step, beside the color. */
export const marks: Record<Tone, { glyph: string; inText: string; ofReport: string; ofStep: string }> = {
  good: { glyph: '✓', inText: 'ok', ofReport: 'Session found', ofStep: 'fine' },
  problem: { glyph: '!', inText: '!!', ofReport: 'No session', ofStep: 'look here' },
  note: { glyph: 'i', inText: '--', ofReport: 'Note', ofStep: 'note' },
}
