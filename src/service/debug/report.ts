import type { IncomingHttpHeaders } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { Credentials } from '../../ory/credentials.ts'
import { UpstreamError } from '../../ory/transport/failure.ts'
import type { Ory } from '../../ory/client.ts'
import { answered, sessionSeen } from './answer.ts'
import { diagnose, type Finding } from './diagnosis.ts'
import type { Answer, Observed, SessionSeen } from './observed.ts'
import type { Evidence, Subject } from './paste.ts'
import { authorizationOf, clientOf, cookieOf, cookiesIn, credentialOf } from './received.ts'
import { mostHeaders, valuesIn, type Authorization, type Cookie, type Pair } from './received.ts'
import { scrubber, type Clean } from './scrub.ts'
import { publicName, type Redacted } from './secrets.ts'
import { shownText } from './shown.ts'

/** Why a request has the session that it has, or none. Its JSON form is this, with times as RFC 3339. */
export interface Report extends Observed {
  /** What it means and what to do, the weightiest first; never empty. */
  diagnosis: readonly Finding[]
}

/** What a report is made with. */
export interface ReportSetup {
  ory: Ory
  oryUrl: URL
  /** Takes credentials from headers as the service does. */
  credentialsOf: (headers: IncomingHttpHeaders) => Credentials
  /** Whether the service takes a token from `X-Session-Token`, as it does in `RESPONSES=http` only. */
  acceptsSessionToken: boolean
  redact: (secret: string) => Redacted
  /** The time in ms since 1970. */
  now: () => number
}

/**
 * reportOn asks Ory about the credentials in `evidence` as the service would, and explains the outcome. It describes so
 * many of them at most, and others have their turn while it works: nobody can stop the service with what he sends.
 */
export async function reportOn(evidence: Evidence, setup: ReportSetup): Promise<Report> {
  const { subject, remarks } = evidence
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
  const nameOf = ({ name }: Pair): string | null => {
    const shown = publicName(name)
    return shown === null || clean(shown) !== shown ? null : shown
  }
  const described = (pair: Pair): Cookie => ({ name: nameOf(pair), ...cookieOf(pair, redact) })
  const explained = (value: string, index: number): Authorization => {
    const counts = index === 0 && setup.credentialsOf({ authorization: value }).token !== ''
    return authorizationOf(value, counts, index === 0, redact)
  }
  const client = clientOf(values, evidence.https)
  const sentCookies = credentials.cookie === '' ? null : cookiesIn([credentials.cookie])
  await setImmediate()
  const seen: Omit<Observed, 'answer' | 'session'> = {
    at: new Date(setup.now()).toISOString(),
    subject,
    remarks,
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
  const observed: Observed = { ...seen, ...(await ask(credentials, subject, setup, clean)) }
  return { ...observed, diagnosis: diagnose(observed) }
}

type Lines = readonly string[]

/** Headers as Node would give them to a handler. */
function incoming(cookies: Lines, [authorization]: Lines, tokens: Lines): IncomingHttpHeaders {
  return {
    cookie: cookies.join('; '),
    ...(authorization === undefined ? {} : { authorization }),
    ...(tokens.length === 0 ? {} : { 'x-session-token': tokens.join(', ') }),
  }
}

interface Outcome {
  answer: Answer
  session: SessionSeen | null
}

const sendable = /^[\t\x20-\x7e\x80-\xff]*$/

async function ask(
  credentials: Credentials,
  subject: Subject,
  { ory, oryUrl }: ReportSetup,
  clean: Clean,
): Promise<Outcome> {
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
    return { answer: answered(answer, elapsed(), oryUrl, clean), session: sessionSeen(answer, clean) }
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    const message = shownText(error.message, clean)
    return { answer: { kind: 'failed', milliseconds: elapsed(), failure: error.kind, message }, session: null }
  }
}
