import type { IncomingHttpHeaders } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { Ory } from '../../ory/client.ts'
import type { Credentials } from '../../ory/credentials.ts'
import { hasCredentials } from '../../ory/readiness.ts'
import { UpstreamError } from '../../ory/transport/failure.ts'
import { authorizationOf, credentialOf } from './observation/authorization.ts'
import { clientOf } from './observation/client.ts'
import { cookieOf, cookiesIn, type CookiePair } from './observation/cookies.ts'
import { mostHeaders, valuesIn, type Evidence } from './observation/evidence.ts'
import type { Authorization, Cookie, Observation, Subject } from './observation/observation.ts'
import { describeAnswer, describeSession } from './observation/ory-answer.ts'
import { scrubber, type Clean } from './observation/scrub.ts'
import { publicName, type Redact } from './observation/secrets.ts'
import { shownText } from './observation/shown.ts'
import { diagnose } from './rules/diagnose.ts'
import type { Finding } from './rules/rule.ts'

/** Why a request has the session it has, or none. This is also its JSON form, with times as RFC 3339. */
export interface Report extends Observation {
  /** What it means and what to do, the most important first; never empty. */
  diagnosis: readonly Finding[]
}

/** What a report is made with. */
export interface ReportSetup {
  ory: Ory
  oryUrl: URL
  /** Reads credentials from headers as the service does. */
  credentialsOf: (headers: IncomingHttpHeaders) => Credentials
  /** Whether the service takes a token from `X-Session-Token`, as it does in `RESPONSES=http` only. */
  acceptsSessionToken: boolean
  redact: Redact
  /** The time in ms since 1970. */
  now: () => number
}

/**
 * reportOn asks Ory about the credentials in `evidence` as the service would, and explains the result. It describes a
 * limited number of them, and yields to the event loop while it works: nobody can stall the service with a request.
 */
export async function reportOn(evidence: Evidence, setup: ReportSetup): Promise<Report> {
  const { subject, readAs, remarks, flaws } = evidence
  const { redact, oryUrl } = setup
  await setImmediate()
  const values = valuesIn(evidence.headers)
  await setImmediate()
  const cookieHeaders = values('cookie')
  const authorizations = values('authorization')
  const sessionTokens = values('x-session-token')
  const credentials = setup.credentialsOf(incoming(cookieHeaders, authorizations, sessionTokens))
  const header = credentials.token === '' && credentials.bearer !== undefined ? 'Authorization' : 'X-Session-Token'
  const token = credentials.token === '' ? (credentials.bearer ?? '') : credentials.token
  await setImmediate()
  const cookies = cookiesIn(cookieHeaders)
  await setImmediate()
  const clean = await scrubber([...cookies.secrets, ...authorizations, ...sessionTokens, token], cookieHeaders)
  await setImmediate()
  const nameOf = ({ name }: CookiePair): string | null => {
    const shown = publicName(name)
    return shown === null || clean(shown) !== shown ? null : shown
  }
  const described = (pair: CookiePair): Cookie => ({ name: nameOf(pair), ...cookieOf(pair, redact) })
  const explained = (value: string, index: number): Authorization => {
    const counts = index === 0 && setup.credentialsOf({ authorization: value }).token !== ''
    return authorizationOf(value, counts, index === 0, redact)
  }
  const client = clientOf(values, evidence.https)
  const sentCookies = credentials.cookie === '' ? null : cookiesIn([credentials.cookie])
  await setImmediate()
  const received: Omit<Observation, 'answer' | 'session' | 'tried'> = {
    at: new Date(setup.now()).toISOString(),
    subject,
    readAs,
    remarks,
    flaws,
    ory: { url: oryUrl.href, project: /^([a-z\d-]+)\.projects\.oryapis\.com$/i.exec(oryUrl.hostname)?.[1] ?? null },
    client: {
      ...client,
      host: client.host === null ? null : clean(client.host),
      origin: client.origin === null ? null : clean(client.origin),
    },
    came: {
      cookies: cookies.count,
      cookieHeaders: cookieHeaders.length,
      authorization: authorizations.length,
      sessionToken: sessionTokens.length,
      characters: [cookieHeaders, authorizations, sessionTokens].flat().reduce((sum, { length }) => sum + length, 0),
    },
    cookies: cookies.described.map((pairs) => pairs.map(described)),
    authorization: authorizations.slice(0, mostHeaders).map(explained),
    sessionToken: {
      counts: setup.acceptsSessionToken,
      headers: sessionTokens.slice(0, mostHeaders).map((value) => credentialOf(value, redact)),
    },
    sent: {
      cookie:
        sentCookies === null
          ? null
          : {
              ...redact(credentials.cookie),
              count: sentCookies.count,
              names: sentCookies.described.flat().map(nameOf),
            },
      token: token === '' ? null : { ...credentialOf(token, redact), header },
    },
  }
  await setImmediate()
  const observation: Observation = { ...received, ...(await ask(credentials, subject, setup, clean)), tried: null }
  return { ...observation, diagnosis: diagnose(observation) }
}

type Lines = readonly string[]

/** Headers as Node would pass them to a handler. */
function incoming(cookies: Lines, [authorization]: Lines, tokens: Lines): IncomingHttpHeaders {
  return {
    cookie: cookies.join('; '),
    ...(authorization === undefined ? {} : { authorization }),
    ...(tokens.length === 0 ? {} : { 'x-session-token': tokens.join(', ') }),
  }
}

const sendable = /^[\t\x20-\x7e\x80-\xff]*$/

async function ask(
  credentials: Credentials,
  subject: Subject,
  { ory, oryUrl }: ReportSetup,
  clean: Clean,
): Promise<Pick<Observation, 'answer' | 'session'>> {
  if (subject === 'unreadable') return { answer: { kind: 'not-asked', why: 'unreadable' }, session: null }
  if (
    !sendable.test(credentials.cookie) ||
    !sendable.test(credentials.token) ||
    !sendable.test(credentials.bearer ?? '')
  )
    return { answer: { kind: 'not-asked', why: 'not-sendable' }, session: null }
  const start = performance.now()
  const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10
  try {
    const answer = await ory.whoami(credentials)
    const milliseconds = elapsed()
    const isInDoubt = answer.status === 401 && hasCredentials(credentials)
    const doubt = isInDoubt ? await ory.whyNotReady() : undefined
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
