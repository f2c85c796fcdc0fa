import type { IncomingHttpHeaders } from 'node:http'
import * as v from 'valibot'
import type { Credentials } from '../credentials.ts'
import { UpstreamError } from '../ory/failure.ts'
import type { Ory, WhoamiAnswer } from '../ory/whoami.ts'
import { diagnose, type Finding } from './diagnosis.ts'
import type { Answer, Observed, OryError, SessionSeen } from './observed.ts'
import type { Evidence, Header, Subject } from './paste.ts'
import { authorizationOf, clientOf, cookieOf, credentialOf, pairsOf, valuesOf, type Cookie } from './received.ts'
import { scrubber, type Redacted } from './secrets.ts'

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

/** reportOn asks Ory about the credentials in `evidence` as the service would, and explains the outcome. */
export async function reportOn(evidence: Evidence, setup: ReportSetup): Promise<Report> {
  const { headers, subject, remarks } = evidence
  const { redact, oryUrl } = setup
  const credentials = setup.credentialsOf(incoming(headers))
  const header = credentials.token === '' && credentials.bearer !== undefined ? 'Authorization' : 'X-Session-Token'
  const token = credentials.token === '' ? (credentials.bearer ?? '') : credentials.token
  const cookieHeaders = valuesOf(headers, 'cookie')
  const authorizations = valuesOf(headers, 'authorization')
  const sessionTokens = valuesOf(headers, 'x-session-token')
  const pairs = cookieHeaders.flatMap(pairsOf)
  const clean = scrubber([...cookieHeaders, ...pairs.map(({ value }) => value), ...authorizations, ...sessionTokens, token])
  const described = ({ name, value }: { name: string; value: string }): Cookie => {
    const cookie = cookieOf(name, value, redact)
    return { ...cookie, name: cookie.name === null || clean(cookie.name) !== cookie.name ? null : cookie.name }
  }
  const client = clientOf(headers, evidence.https)
  const outcome = await ask(credentials, subject, setup, clean)
  const observed: Observed = {
    at: new Date(setup.now()).toISOString(),
    subject,
    remarks,
    ory: { url: oryUrl.href, project: /^([a-z\d-]+)\.projects\.oryapis\.com$/i.exec(oryUrl.hostname)?.[1] ?? null },
    client: { ...client, host: client.host === null ? null : clean(client.host), origin: client.origin === null ? null : clean(client.origin) },
    cookies: cookieHeaders.map((header) => pairsOf(header).map(described)),
    authorization: authorizations.map((value, index) => authorizationOf(value, index === 0 && setup.credentialsOf({ authorization: value }).token !== '', index === 0, redact)),
    sessionToken: { counts: setup.acceptsSessionToken, headers: sessionTokens.map((value) => credentialOf(value, redact)) },
    sent: {
      cookie: credentials.cookie === '' ? null : { ...redact(credentials.cookie), names: pairsOf(credentials.cookie).map((pair) => described(pair).name) },
      token: token === '' ? null : { ...credentialOf(token, redact), header },
    },
    ...outcome,
  }
  return { ...observed, diagnosis: diagnose(observed) }
}

/** Headers as Node would give them to a handler. */
function incoming(headers: readonly Header[]): IncomingHttpHeaders {
  const [authorization] = valuesOf(headers, 'authorization')
  const token = valuesOf(headers, 'x-session-token')
  return {
    cookie: valuesOf(headers, 'cookie').join('; '),
    ...(authorization === undefined ? {} : { authorization }),
    ...(token.length === 0 ? {} : { 'x-session-token': token.join(', ') }),
  }
}

type Clean = (text: string) => string

interface Outcome {
  answer: Answer
  session: SessionSeen | null
}

const sendable = /^[\t\x20-\x7e\x80-\xff]*$/

async function ask(credentials: Credentials, subject: Subject, { ory, oryUrl }: ReportSetup, clean: Clean): Promise<Outcome> {
  if (subject === 'unreadable') return { answer: { kind: 'not-asked', why: 'unreadable' }, session: null }
  if (!sendable.test(credentials.cookie) || !sendable.test(credentials.token) || !sendable.test(credentials.bearer ?? '')) return { answer: { kind: 'not-asked', why: 'not-sendable' }, session: null }
  const start = performance.now()
  const elapsed = (): number => Math.round((performance.now() - start) * 10) / 10
  try {
    const answer = await ory.whoami(credentials)
    return { answer: answered(answer, elapsed(), oryUrl, clean), session: answer.status === 200 ? scrubbed(sessionOf(answer.body), clean) : null }
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error
    return { answer: { kind: 'failed', milliseconds: elapsed(), failure: error.kind, message: clean(error.message) }, session: null }
  }
}

const text = v.fallback(v.nullable(v.string()), null)
const time = v.fallback(v.nullable(v.pipe(v.string(), v.check((value) => !Number.isNaN(Date.parse(value))), v.transform((value) => new Date(value).toISOString()))), null)

const errorBody = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    error: v.object({ id: text, reason: text, message: text, details: v.fallback(v.nullable(v.object({ redirect_browser_to: text })), null) }),
    redirect_browser_to: text,
  }),
)

const sessionBody = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    active: v.fallback(v.nullable(v.boolean()), null),
    authenticator_assurance_level: text,
    expires_at: time,
    authenticated_at: time,
    authentication_methods: v.fallback(v.array(v.object({ method: text })), []),
    identity: v.fallback(v.nullable(v.object({ id: v.string(), state: text, traits: v.unknown() })), null),
  }),
)

function answered({ status, statusText, headers, body, url }: WhoamiAnswer, milliseconds: number, oryUrl: URL, clean: Clean): Answer {
  const read = status >= 400 ? v.safeParse(errorBody, body.toString()) : undefined
  const location = url === '' ? headers.get('location') : url
  const target = location !== null && URL.canParse(location, oryUrl.href) ? new URL(location, oryUrl) : undefined
  const texts = {
    statusText,
    contentType: headers.get('content-type'),
    location: target === undefined ? null : target.origin + target.pathname,
    error: read?.success === true ? errorOf(read.output) : null,
  }
  return { kind: 'answered', milliseconds, status, ...scrubbed(texts, clean) }
}

function errorOf({ error, redirect_browser_to: redirect }: v.InferOutput<typeof errorBody>): OryError {
  const { id, reason, message, details } = error
  return { id, reason, message, upgradeUrl: redirect ?? details?.redirect_browser_to ?? null }
}

function sessionOf(body: Buffer): SessionSeen | null {
  const read = v.safeParse(sessionBody, body.toString())
  if (!read.success) return null
  const { id, active, authenticator_assurance_level: aal, expires_at: expiresAt, authenticated_at: authenticatedAt, authentication_methods: methods, identity } = read.output
  return { id, active, aal, expiresAt, authenticatedAt, methods: methods.flatMap(({ method }) => method ?? []), identity }
}

/** A value of JSON with the secrets taken out of every text in it, names included. */
function scrubbed<Value>(value: Value, clean: Clean): Value {
  return JSON.parse(JSON.stringify(value), (_, item: unknown) => {
    if (typeof item === 'string') return clean(item)
    return typeof item === 'object' && item !== null && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).map(([name, part]: [string, unknown]) => [clean(name), part])) : item
  }) as Value
}
