import type { Observation, OryCall, SessionShown, Trial } from '../observation/observation.ts'
import { clock, countdown, expiryOf } from '../wording/times.ts'
import { fact, redacted, type Fact } from './facts.ts'
import { leftOut } from './labels.ts'
import type { Step } from './step.ts'

/** answerStep tells what Ory answered. */
export function answerStep({ answer }: Observation): Step {
  const title = 'What Ory answered'
  if (answer.kind === 'not-asked')
    return { title, tone: 'problem', summary: 'Ory was not asked', facts: [], cookies: [] }
  const took = `after ${answer.milliseconds} ms`
  if (answer.kind === 'failed') {
    const facts = [...fact('failure', answer.failure), ...fact('message', answer.message)]
    return { title, tone: 'problem', summary: `No answer ${took}`, facts, cookies: [] }
  }
  const { status, statusText, contentType, location, error, notReady } = answer
  return {
    title,
    tone: status === 200 ? 'good' : 'problem',
    summary: `${`${status} ${statusText}`.trim()} ${took}`,
    facts: [
      ...fact('type', contentType, true),
      ...fact('redirect to', location, true),
      ...fact('id', error?.id, true),
      ...fact('message', error?.message),
      ...fact('reason', error?.reason),
      ...fact('upgrade at', error?.upgradeUrl, true),
      ...fact('not ready', notReady),
    ],
    cookies: [],
  }
}

/** sessionStep tells what is known of the session. */
export function sessionStep({ session, at }: Observation): Step {
  const title = 'The session'
  if (session === null) return { title, tone: 'problem', summary: 'None', facts: [], cookies: [] }
  const { id, active, aal, expiresAt, authenticatedAt, methods, identity } = session
  const now = Date.parse(at)
  const expired = expiresAt !== null && Date.parse(expiresAt) <= now
  const expiry = expiresAt === null ? null : expiryOf(expiresAt, now)
  const summary = [
    active === false ? 'Inactive' : 'Active',
    ...(aal === null ? [] : [aal]),
    ...(expiry === null ? [] : [expired ? expiry : `expires ${expiry}`]),
  ]
  return {
    title,
    tone: active === false || expired ? 'problem' : 'good',
    summary: summary.join(', '),
    facts: [
      ...fact('expires', expiry === null ? null : `${expiry} (${clock(expiresAt ?? at)})`),
      ...fact('AAL', aal),
      ...fact('methods', methods.join(', ')),
      ...fact(
        'logged in',
        authenticatedAt === null ? null : `${countdown(Date.parse(authenticatedAt), now)} (${clock(authenticatedAt)})`,
      ),
      ...fact('session id', id, true),
      ...fact('identity id', identity?.id, true),
      ...fact('identity is', identity?.state),
      ...(identity === null ? [] : traitFacts(identity)),
    ],
    cookies: [],
  }
}

function traitFacts({ traits, traitsLeftOut }: NonNullable<SessionShown['identity']>): Fact[] {
  return traitsLeftOut === undefined
    ? fact('traits', JSON.stringify(traits, null, 2), true)
    : fact('traits', leftOut[traitsLeftOut])
}

const reasons: Record<Trial['why'], string> = {
  hidden: 'another credential goes before it',
  'left-behind': 'FORWARD_COOKIES leaves it out',
  misplaced: 'nothing takes it from there',
}

/** triedStep tells how the second question went: about a credential alone. */
export function triedStep(tried: Trial): Step {
  const { as, from, why, answer, session } = tried
  const isActive = session !== null && session.active !== false
  return {
    title: `The ${as}${as === 'cookie' && from === 'Cookie' ? '' : ` from ${from}`}, asked about alone`,
    tone: isActive ? 'good' : 'problem',
    summary: isActive ? 'Ory finds its session' : session === null ? outcomeOf(answer) : 'Its session is inactive',
    facts: [
      ...fact('asked because', reasons[why]),
      ...fact(as, redacted(tried)),
      ...fact('session id', session?.id, true),
      ...fact('identity id', session?.identity?.id, true),
      ...fact('reason', answer.kind === 'answered' ? answer.error?.reason : null),
    ],
    cookies: [],
  }
}

function outcomeOf(answer: OryCall): string {
  if (answer.kind === 'not-asked') return 'Ory was not asked'
  return answer.kind === 'failed' ? 'No answer' : `${answer.status} ${answer.statusText}`.trim()
}
