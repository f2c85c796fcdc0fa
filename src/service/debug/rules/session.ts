import type { Observation } from '../observation/observation.ts'
import { countdown } from '../wording/times.ts'
import { logInAgain } from './advice.ts'
import { errorIdOf, noSession } from './ending.ts'
import { lacksCredentials } from './received.ts'
import type { Rule } from './rule.ts'

/** What there is to say about the session that Ory knows. */
export const sessionRules: readonly Rule[] = [
  {
    rule: 'session-inactive',
    tone: 'problem',
    when: ({ session }) => session?.active === false,
    headline: 'Ory knows the session, but says that it is not active',
    explanation: 'It was revoked or has expired.',
    next: [logInAgain],
  },
  {
    rule: 'session-expired',
    tone: 'problem',
    when: ({ session, at }) => session !== null && session.active !== false && isPast(session.expiresAt, at),
    headline: "By this machine's clock the session has expired, but Ory still returns it",
    explanation: ({ session, at }) =>
      `It expired ${fromNow(session?.expiresAt, at)}, so one of the two clocks is wrong.`,
    next: ["Compare this machine's clock with Ory's: date -u"],
  },
  {
    rule: 'session-found',
    tone: 'good',
    when: ({ session, at }) => session !== null && session.active !== false && !isPast(session.expiresAt, at),
    headline: 'The server sees the session',
    explanation: (seen) => `Ory answered with an active session${levelClause(seen)}${expiryClause(seen)}.`,
    next: [],
  },
  {
    rule: 'session-extended',
    tone: 'note',
    when: ({ session, answer }) => session !== null && answer.kind === 'answered' && answer.newCookie,
    headline: 'The session was extended, and its cookie was not: Ory answered with a new one',
    explanation: ({ sessionToken }) =>
      'The cookie that came keeps its old expiry, and is refused from then on, though the session lasts longer. ' +
      (sessionToken.counts
        ? "This service passes Ory's Set-Cookie on; a client or a proxy that drops it keeps the old cookie."
        : "With RESPONSES=go, as in the example that it follows, this service does not pass Ory's Set-Cookie on."),
    next: ({ sessionToken }) => [
      sessionToken.counts
        ? 'Check that Set-Cookie reaches the browser.'
        : 'Have the browser ask /sessions/whoami at Ory itself now and then, or set RESPONSES=http.',
    ],
  },
  {
    rule: 'identity-inactive',
    tone: 'note',
    when: ({ session }) => session?.identity?.state === 'inactive',
    headline: 'The identity is disabled',
    explanation: "It can't log in, and Kratos answers 401 for its sessions: this answer may come from a cache.",
    next: ['An administrator can reactivate it.'],
  },
  {
    rule: 'error-session-inactive',
    tone: 'problem',
    when: (seen) => noSession(seen) && errorIdOf(seen) === 'session_inactive' && !lacksCredentials(seen),
    headline: 'The session is no longer active',
    explanation: 'Ory answered 401 with id session_inactive: the session was revoked, was logged out, or has expired.',
    next: [logInAgain],
  },
]

function levelClause({ session }: Observation): string {
  const { aal = null } = session ?? {}
  return aal === null ? '' : ` at ${aal}`
}

function expiryClause({ session, at }: Observation): string {
  const { expiresAt = null } = session ?? {}
  return expiresAt === null ? '' : `, which expires ${fromNow(expiresAt, at)}`
}

function isPast(time: string | null, now: string): boolean {
  return time !== null && Date.parse(time) <= Date.parse(now)
}

function fromNow(time: string | null | undefined, now: string): string {
  return countdown(Date.parse(time ?? now), Date.parse(now))
}
