import { copyAsCurl } from './advice.ts'
import { ended } from './ending.ts'
import type { Rule } from './rule.ts'

/** Why Ory was not asked at all. */
export const unsentRules: readonly Rule[] = [
  {
    rule: 'paste-unreadable',
    tone: 'problem',
    when: ended('unreadable'),
    headline: ({ readAs }) =>
      readAs === null ? 'The pasted text could not be read' : `This is ${readAs}; no credential could be read from it`,
    explanation: ({ readAs }) =>
      readAs === null
        ? 'It is not a token, a Cookie or Authorization line, a command, or a request in a known form. ' +
          'Ory was not asked.'
        : 'Ory was not asked.',
    next: [
      'Paste one token without spaces, a line that starts with Cookie: or Authorization:, or a whole curl command.',
      copyAsCurl,
    ],
  },
  {
    rule: 'not-sendable',
    tone: 'problem',
    when: ended('not-sendable'),
    headline: 'The credential contains characters that no HTTP header can carry',
    explanation:
      'It contains a line break, or a character such as an ellipsis (…) or a curly quote, so it was not sent. ' +
      'That happens when it is copied from a terminal, a chat, or a document.',
    next: ['Copy it again from where it was issued, in one piece.'],
  },
]
