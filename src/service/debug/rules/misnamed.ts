import { isDocumented, misnamedHeaders } from '../observation/evidence.ts'
import type { Observation } from '../observation/observation.ts'
import { sendExactly } from './advice.ts'
import type { Rule } from './rule.ts'

const otherNames = Object.values(misnamedHeaders)
  .map(({ name }) => name)
  .filter((name) => !isDocumented(name))

/** That a credential came in a header that nothing takes one from. */
export const misnamedRules: readonly Rule[] = [
  {
    rule: 'header-cookies',
    tone: 'credentials',
    misplaced: ['Cookies'],
    when: (seen) => named(seen, 'Cookies'),
    headline: 'The header is named Cookie, not Cookies',
    explanation: 'Some pages of older documentation write Cookies; no server reads a header of that name.',
    next: ['Send Cookie: <name>=<value>.'],
  },
  {
    rule: 'header-x-session-cookie',
    tone: 'credentials',
    misplaced: ['X-Session-Cookie'],
    when: (seen) => named(seen, 'X-Session-Cookie'),
    headline: 'X-Session-Cookie does not count: Kratos takes the Cookie header only',
    explanation: 'Some pages of older documentation name that header; Kratos does not read it.',
    next: ['Send Cookie: ory_kratos_session=<value>, or with the name that it has in the browser.'],
  },
  {
    rule: 'header-misnamed',
    tone: 'credentials',
    misplaced: otherNames,
    when: (seen) => otherName(seen) !== undefined,
    headline: (seen) => `${otherName(seen) ?? ''} does not count: nothing takes a credential from it`,
    explanation: 'A session token counts in Authorization: Bearer, and a session cookie in Cookie.',
    next: [sendExactly, 'A cookie: send Cookie: <name>=<value>.'],
  },
]

function named({ misnamed }: Observation, header: string): boolean {
  return misnamed.some(({ name }) => name === header)
}

function otherName({ misnamed }: Observation): string | undefined {
  return misnamed.find(({ name }) => !isDocumented(name))?.name
}
