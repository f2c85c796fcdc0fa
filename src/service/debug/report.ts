import type { IncomingHttpHeaders } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { sdkCredentialsOf, type Credentials } from '../../ory/credentials.ts'
import { askAbout, type Asked, type AskSetup } from './ask.ts'
import { authorizationOf, credentialOf } from './observation/authorization.ts'
import type { Came } from './observation/candidate.ts'
import { clientOf } from './observation/client.ts'
import { cookieNameOf, cookieOf, cookiesIn, type CookiePair } from './observation/cookies.ts'
import {
  isDocumented,
  misnamedHeaders,
  mostHeaders,
  valuesIn,
  type Evidence,
  type Values,
} from './observation/evidence.ts'
import type { Authorization, Cookie, Misnamed, Observation, Redacted, SentToken } from './observation/observation.ts'
import { scrubber } from './observation/scrub.ts'
import { kindIn, orysKinds, publicName } from './observation/secrets.ts'
import { diagnose } from './rules/diagnose.ts'
import type { Finding } from './rules/rule.ts'

/** Why a request has the session it has, or none. This is also its JSON form, with times as RFC 3339. */
export interface Report extends Observation {
  /** What it means and what to do, the most important first; never empty. */
  diagnosis: readonly Finding[]
}

/** What a report is made with. */
export interface ReportSetup extends AskSetup {
  /** Reads credentials from headers as the service does. */
  credentialsOf: (headers: IncomingHttpHeaders) => Credentials
  /** Whether the service takes a token from `X-Session-Token`, as it does in `RESPONSES=http` only. */
  acceptsSessionToken: boolean
  /** The time in ms since 1970. */
  now: () => number
}

/**
 * reportOn asks Ory about the credentials in `evidence` as the service would, and explains the result. It describes a
 * limited number of them, and yields to the event loop while it works: nobody can stall the service with a request.
 */
export async function reportOn(evidence: Evidence, setup: ReportSetup): Promise<Report> {
  const { subject, readAs, flaws, asksOry } = evidence
  const { redact, oryUrl } = setup
  await setImmediate()
  const values = valuesIn(evidence.headers)
  await setImmediate()
  const cookieHeaders = values('cookie')
  const authorizations = values('authorization')
  const sessionTokens = values('x-session-token')
  const misnamed = misnamedIn(values)
  // A request to Ory itself is read as Ory reads it.
  const read = asksOry ? sdkCredentialsOf : setup.credentialsOf
  const credentials = read(incoming(cookieHeaders, authorizations, sessionTokens))
  const [header, token] = tokenIn(credentials)
  await setImmediate()
  const cookies = cookiesIn(cookieHeaders)
  await setImmediate()
  const hidden = misnamed.map(({ value }) => value)
  const secrets = [...cookies.secrets, ...authorizations, ...sessionTokens, ...cookiesIn(hidden).secrets, token]
  const clean = await scrubber(secrets, [...cookieHeaders, ...hidden])
  await setImmediate()
  const nameOf = ({ name }: CookiePair): string | null => {
    const shown = name === '' ? '' : publicName(name)
    return shown === null || clean(shown) !== shown ? null : shown
  }
  const client = clientOf(values, evidence.https)
  const sentCookies = credentials.cookie === '' ? null : cookiesIn([credentials.cookie])
  const sentNames = new Set(sentCookies?.described.flat().map(({ name }) => name))
  const isSent = (name: string): boolean => sentNames.has(name)
  const described = (pair: CookiePair): Cookie => ({
    name: nameOf(pair),
    ...cookieOf(pair, redact),
    sent: isSent(pair.name),
  })
  const explained = (value: string, index: number): Authorization => {
    const counts = index === 0 && read({ authorization: value }).token !== ''
    return authorizationOf(value, counts, index === 0, redact)
  }
  const project = /^([a-z\d-]+)\.projects\.oryapis\.com$/i.exec(oryUrl.hostname)?.[1] ?? null
  await setImmediate()
  const received: Omit<Observation, keyof Asked> = {
    at: new Date(setup.now()).toISOString(),
    subject,
    readAs,
    remarks: asksOry ? [...evidence.remarks, ofOry] : evidence.remarks,
    flaws,
    ory: { url: oryUrl.href, project },
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
      misnamed: misnamed.length,
      characters: [cookieHeaders, authorizations, sessionTokens, hidden]
        .flat()
        .reduce((sum, { length }) => sum + length, 0),
    },
    cookies: cookies.described.map((pairs) => pairs.map(described)),
    authorization: authorizations.slice(0, mostHeaders).map(explained),
    sessionToken: {
      counts: asksOry || setup.acceptsSessionToken,
      headers: sessionTokens.slice(0, mostHeaders).map((value) => credentialOf(value, redact)),
    },
    misnamed: misnamed.slice(0, mostHeaders).map(({ value, ...about }) => ({ ...about, ...redact(value) })),
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
  const raw = cookies.described.flat()
  const came: Came = { values, cookies: raw, sent: credentials, isSent, cookieName: cookieNameOf(project, raw) }
  const asked = subject === 'unreadable' ? unreadable : await askAbout(came, setup, clean)
  const observation: Observation = { ...received, ...asked }
  return { ...observation, diagnosis: diagnose(observation) }
}

const ofOry = 'It asks Ory itself, so its credentials were read as Ory reads them, whatever this service does.'
const unreadable = { answer: { kind: 'not-asked', why: 'unreadable' }, session: null, tried: null } as const

type Lines = readonly string[]

/** What came in headers that nothing takes a credential from, where it is meant for Ory or is of a kind of Ory's. */
function misnamedIn(values: Values): (Omit<Misnamed, keyof Redacted> & { value: string })[] {
  return Object.entries(misnamedHeaders).flatMap(([header, about]) =>
    values(header)
      .map((value) => ({ ...about, value, kind: kindIn(value) }))
      .filter(({ name, kind }) => isDocumented(name) || orysKinds.has(kind)),
  )
}

/** The token that goes to Ory, empty for none, and the header that it goes in. */
function tokenIn({ token, bearer = '' }: Credentials): [header: SentToken['header'], token: string] {
  return token === '' && bearer !== '' ? ['Authorization', bearer] : ['X-Session-Token', token]
}

/** Headers as Node would pass them to a handler. */
function incoming(cookies: Lines, [authorization]: Lines, tokens: Lines): IncomingHttpHeaders {
  return {
    cookie: cookies.join('; '),
    ...(authorization === undefined ? {} : { authorization }),
    ...(tokens.length === 0 ? {} : { 'x-session-token': tokens.join(', ') }),
  }
}
