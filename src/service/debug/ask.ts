import type { Ory } from '../../ory/client.ts'
import type { Credentials } from '../../ory/credentials.ts'
import { hasCredentials } from '../../ory/readiness.ts'
import { UpstreamError } from '../../ory/transport/failure.ts'
import { candidateIn, type Came, type Decision } from './observation/candidate.ts'
import { misnamedHeaders } from './observation/evidence.ts'
import type { Observation } from './observation/observation.ts'
import { describeAnswer, describeSession } from './observation/ory-answer.ts'
import { scrubber, type Clean } from './observation/scrub.ts'
import type { Redact } from './observation/secrets.ts'
import { shownText } from './observation/shown.ts'
import { noSession, sessionFound, undecodable } from './rules/ending.ts'

/** What Ory is asked with. */
export interface AskSetup {
  ory: Ory
  oryUrl: URL
  redact: Redact
}

// What is not sent from these is to be seen in the right light as well.
const misplaced = ['authorization', 'x-session-token', ...Object.keys(misnamedHeaders)]

type Answered = Pick<Observation, 'answer' | 'session'>

/** What Ory was asked, and answered. */
export type Asked = Answered & Pick<Observation, 'tried'>

/**
 * askAbout asks Ory about what the service would send, and once more where that leaves a credential open. A 401
 * to credentials is asked about again, and where that says nothing, whether Ory is ready: six questions at most.
 */
export async function askAbout(came: Came, setup: AskSetup, clean: Clean): Promise<Asked> {
  const isOffered =
    hasCredentials(came.sent) || came.cookies.length > 0 || misplaced.some((name) => came.values(name).length > 0)
  const asked = await ask(came.sent, setup, clean, isOffered)
  const decision = decisionOf(asked)
  const candidate = decision === undefined ? undefined : candidateIn(came, decision)
  if (candidate === undefined) return { ...asked, tried: null }
  const { secret, credentials, ...about } = candidate
  // What was found inside of something else may come back without it.
  const found = await scrubber([secret, credentials.cookie.replace(/^[^=]*=/, ''), credentials.token])
  const answered = await ask(credentials, setup, (text) => clean(found(text)), true)
  return { ...asked, tried: { ...about, ...setup.redact(secret), ...answered } }
}

/** What Ory decided; undefined where it did not decide about the credentials. */
function decisionOf(asked: Answered): Decision | undefined {
  if (sessionFound(asked)) return 'session'
  if (noSession(asked)) return 'refused'
  return undecodable(asked) ? 'undecodable' : undefined
}

const sendable = /^[\t\x20-\x7e\x80-\xff]*$/

/** Why a 401 says nothing: Ory contradicts it, or can't be made to repeat it and is not ready. */
async function whyDoubtful(credentials: Credentials, ory: Ory, asked: number): Promise<string | undefined> {
  try {
    if (hasCredentials(credentials) && (await ory.deniesAgain(credentials, asked))) return undefined
  } catch (error) {
    if (error instanceof UpstreamError) return error.message
    throw error
  }
  return ory.whyNotReady()
}

async function ask(
  credentials: Credentials,
  { ory, oryUrl }: AskSetup,
  clean: Clean,
  isOffered: boolean,
): Promise<Answered> {
  const { cookie, token, bearer = '' } = credentials
  if (![cookie, token, bearer].every((value) => sendable.test(value)))
    return { answer: { kind: 'not-asked', why: 'not-sendable' }, session: null }
  const start = performance.now()
  const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10
  try {
    const answer = await ory.whoami(credentials)
    const milliseconds = elapsed()
    const doubt = answer.status === 401 && isOffered ? await whyDoubtful(credentials, ory, start) : undefined
    return {
      answer: describeAnswer(answer, milliseconds, oryUrl, clean, doubt),
      session: describeSession(answer, clean),
    }
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    const message = shownText(error.message, clean)
    return { answer: { kind: 'failed', milliseconds: elapsed(), failure: error.kind, message }, session: null }
  }
}
