import type { Observation, PasteFlaw } from '../observation/observation.ts'
import { copyAsCurl } from './advice.ts'
import { noSession, sessionFound } from './ending.ts'
import type { Rule } from './rule.ts'

/** What keeps a paste from working as it stands. */
export const pasteRules: readonly Rule[] = [
  {
    rule: 'paste-typographic-quotes',
    tone: 'problem',
    when: has('typographic-quotes'),
    headline: 'The quotes are typographic: no shell or program takes them for quotes',
    explanation: (seen) =>
      'So the credential does not arrive as it is meant. A chat, a document or a keyboard made the quotes ' +
      `curly.${outcome(seen, 'With straight quotes')}`,
    next: [`Type them again, as ' or "; and turn off smart quotes where the text was written.`],
  },
  {
    rule: 'paste-typographic-dashes',
    tone: 'problem',
    when: has('typographic-dashes'),
    headline: 'The dashes are typographic: no program takes them for the start of an option',
    explanation: (seen) =>
      'So the option, and with it the credential, does not count. A chat or a document turned hyphens into longer ' +
      `dashes.${outcome(seen, 'With hyphens')}`,
    next: ['Type them again, as - or --.'],
  },
  {
    rule: 'paste-cookies-left-out',
    tone: 'credentials',
    when: has('cookies-left-out'),
    headline: 'This format leaves the cookies out',
    explanation:
      'It is without the cookies that the browser sent, so nobody can tell from it whether there was a session.',
    next: [copyAsCurl],
  },
  {
    rule: 'paste-file',
    tone: 'credentials',
    when: has('file'),
    headline: 'The credentials are in a file, which is not read here',
    explanation: 'The command names a file with cookies, headers or options. Only what is pasted is explained.',
    next: [
      'Paste the line of the cookie file that has the session cookie in it, or the whole file.',
      'Or run the command with -v, and paste the lines that start with >.',
    ],
  },
  {
    rule: 'paste-variable',
    tone: 'credentials',
    when: has('variable'),
    headline: 'The credential is in a variable whose value was not pasted',
    explanation: 'The command takes it from its environment, or from the output of another command.',
    next: ['Paste the line that sets the variable as well, or the command with the value in its place.'],
  },
]

function has(flaw: PasteFlaw): (seen: Observation) => boolean {
  return ({ flaws }) => flaws.includes(flaw)
}

/** What would be if the flaw were mended, as which the paste was read. */
function outcome(seen: Observation, mended: string): string {
  return sessionFound(seen)
    ? ` ${mended}, Ory finds the session.`
    : noSession(seen)
      ? ` ${mended}, Ory finds no session either.`
      : ''
}
