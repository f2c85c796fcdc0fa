import { projectCookie } from '../observation/cookies.ts'
import type { Cookie, CookieFlaw, Observation } from '../observation/observation.ts'
import { characters } from '../wording/amounts.ts'
import { logInAgain } from './advice.ts'
import { noSession } from './ending.ts'
import { cookiesAccepted, foreignCookies, holdsEmbedded, ownCookies, sessionCookies } from './received.ts'
import type { Rule } from './rule.ts'
import { isGoodCookie } from './tried.ts'

/** What is wrong with the session cookie that came. */
export const cookieRules: readonly Rule[] = [
  {
    rule: 'cookie-embedded',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: (seen) => !cookiesAccepted(seen) && holdsEmbedded(seen),
    headline: 'The session cookie is not a pair of name and value, so Ory does not find it',
    explanation:
      'A Cookie header is name=value pairs with semicolons between. A value without its name, an object made text, ' +
      'the name of the header once more, a colon or a blank behind a name, or a comma between the pairs makes ' +
      'something else of it.',
    next: ['Send Cookie: <name>=<value>; <name>=<value>, as the browser does.'],
  },
  {
    rule: 'cookie-renamed',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: (seen) => noSession(seen) && isGoodCookie(seen) && isRenamed(seen),
    headline: 'The session cookie has another name than Ory gave it',
    explanation: 'Its value is that of a session cookie, but Ory does not look for it under this name.',
    next: ['Send the cookie with exactly the name that Ory gave it, such as ory_kratos_session.'],
  },
  {
    rule: 'wrong-project',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: (seen) => isForeign(seen) && ownCookies(seen).length === 0,
    headline: 'The session cookie belongs to another project',
    explanation: (seen) =>
      `The cookie is ${namesOf(foreignCookies(seen))}, and the configured Ory is ${seen.ory.url}, ` +
      `${oryInWords(seen)}. ` +
      'A session counts only in the project that started it.',
    next: ({ ory }) => [
      'Set ORY_PROJECT_SLUG to the project that people log in to, or log in ' +
        (ory.project === null ? 'at this Kratos.' : 'to this one.'),
    ],
  },
  {
    rule: 'other-project-beside',
    tone: 'note',
    when: (seen) => isForeign(seen) && ownCookies(seen).length > 0,
    headline: 'A session cookie of another project came as well',
    explanation: (seen) => `It is ${namesOf(foreignCookies(seen))}, which ${seen.ory.url} does not read.`,
    next: ["Nothing, unless it is the one that counts: then ask that project's Ory."],
  },
  {
    rule: 'cookie-letter-case',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: cookieHas('letter-case'),
    headline: "The session cookie's name differs from Ory's in letter case",
    explanation: 'Cookie names are case-sensitive, so Ory does not read this one.',
    next: [
      'Send the cookie with exactly the name that Ory gave it.',
      'If the browser has that name, a proxy or a framework in between rewrites it.',
    ],
  },
  {
    rule: 'cookie-prefix',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: cookieHas('prefix'),
    headline: "The session cookie's name starts with __Host- or __Secure-",
    explanation: 'Ory knows it only if that whole name is configured (session.cookie.name).',
    next: ["Compare the name with Ory's configuration."],
  },
  {
    rule: 'cookie-empty',
    tone: 'credentials',
    when: cookieHas('empty'),
    headline: 'The session cookie is empty',
    explanation: 'It has a name but no value, as after a logout that went wrong.',
    next: [logInAgain],
  },
  {
    rule: 'cookie-percent-encoded',
    tone: 'credentials',
    misplaced: ['Cookie'],
    when: cookieHas('percent-encoded'),
    headline: "The session cookie's value is percent-encoded",
    explanation:
      "Ory's values contain no %. A framework that decodes and encodes cookies encoded it once more, " +
      "so Ory can't read it.",
    next: ['Forward the Cookie header as it came, rather than the parsed cookies.'],
  },
  {
    rule: 'cookie-damaged',
    tone: 'credentials',
    when: (seen) => cookieHas('damaged')(seen) && !cookieHas('percent-encoded')(seen),
    headline: "The session cookie's value has characters that Ory's never has",
    explanation:
      "Ory's values are URL-safe base64. This one contains something else, such as an ellipsis from copying.",
    next: ['Copy the whole value again.', logInAgain],
  },
  {
    rule: 'cookie-cut-off',
    tone: 'credentials',
    when: cookieHas('cut-off'),
    headline: "The session cookie's value is cut off",
    explanation: (seen) =>
      `It has ${characters(cutOffLength(seen))}; Ory's values are base64, whose length is a multiple of four.`,
    causes: [
      {
        cause: 'Only a part was copied, as from a narrow column of the developer tools.',
        check: 'The browser has a longer value.',
      },
      {
        cause: 'A program in between cuts long headers off, or drops the padding (=) of a value.',
        check: 'The request came from the browser itself, which has the whole value.',
      },
    ],
    next: ['Copy the whole value again.'],
  },
  {
    rule: 'cookie-twice',
    tone: 'note',
    when: (seen) => sessionCookies(seen).some((cookie, _, all) => all.some((other) => isConflict(cookie, other))),
    headline: 'The request has the session cookie twice, with different values',
    explanation:
      'The browser has it for two domains or two paths, for example an old one for example.com and a new one for ' +
      'app.example.com. Ory takes the first that it can decode.',
    next: ['Delete both in the browser and log in again.', 'Configure one domain and path for it in Ory.'],
  },
]

// What Ory accepted has nothing wrong with it, and what is something else altogether is told by its kind.
function cookieHas(flaw: CookieFlaw): (seen: Observation) => boolean {
  return (seen) => !cookiesAccepted(seen) && judged(seen).some(({ flaws }) => flaws.includes(flaw))
}

/** The session cookies that matter: those of this Ory, if there are any. */
function judged(seen: Observation): Cookie[] {
  const own = ownCookies(seen)
  return (own.length > 0 ? own : sessionCookies(seen)).filter(
    ({ kind }) => kind === 'session-cookie' || kind === 'unknown',
  )
}

/** The only session cookie is one by its value alone. */
function isRenamed(seen: Observation): boolean {
  const cookies = sessionCookies(seen)
  return (
    cookies.length > 0 &&
    cookies.every(({ role, kind }) => role !== 'session' && kind === 'session-cookie') &&
    !holdsEmbedded(seen)
  )
}

function isForeign(seen: Observation): boolean {
  return !cookiesAccepted(seen) && foreignCookies(seen).length > 0
}

function namesOf(cookies: readonly Cookie[]): string {
  return [...new Set(cookies.map(({ name }) => name ?? 'one whose name is hidden'))].join(', ')
}

function oryInWords({ ory }: Observation): string {
  return ory.project === null
    ? 'which is a self-hosted Kratos, not an Ory Network project'
    : `whose cookie is ${projectCookie(ory.project)}`
}

function cutOffLength(seen: Observation): number {
  return judged(seen).find(({ flaws }) => flaws.includes('cut-off'))?.length ?? 0
}

function isConflict(a: Cookie, b: Cookie): boolean {
  return a.name === b.name && a.fingerprint !== b.fingerprint
}
