import * as v from 'valibot'
import type { WhoamiAnswer } from '../../../ory/answer.ts'
import { isSessionName } from './cookies.ts'
import type { OryCall, OryError, SessionShown } from './observation.ts'
import type { Clean } from './scrub.ts'
import { shownJson, shownOrNull, shownText } from './shown.ts'

/** How many bytes of Ory's answer are read at most: JSON.parse takes 30 ms for them, at worst. */
export const mostRead = 256_000
const mostOfError = 64 * 1024
const longestTime = 64 // characters
const longestUrl = 4096
const mostMethods = 16

const text = v.fallback(v.nullable(v.string()), null)
const rfc3339 = v.pipe(
  v.string(),
  v.maxLength(longestTime),
  v.check((value) => !Number.isNaN(Date.parse(value))),
  v.transform((value) => new Date(value).toISOString()),
)
const time = v.fallback(v.nullable(rfc3339), null)
const few = v.pipe(
  v.unknown(),
  v.transform((value) => (Array.isArray(value) ? (value.slice(0, mostMethods) as unknown[]) : [])),
)

const errorBody = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    error: v.object({
      id: text,
      reason: text,
      message: text,
      details: v.fallback(v.nullable(v.object({ redirect_browser_to: text })), null),
    }),
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
    authentication_methods: v.fallback(v.pipe(few, v.array(v.object({ method: text }))), []),
    identity: v.fallback(v.nullable(v.object({ id: v.string(), state: text, traits: v.unknown() })), null),
  }),
)

/**
 * describeAnswer describes Ory's answer without secrets, and why it is in doubt. It reads errors of up to 64 kB.
 */
export function describeAnswer(
  answer: WhoamiAnswer,
  milliseconds: number,
  oryUrl: URL,
  clean: Clean,
  doubt: string | undefined,
): OryCall {
  const { status, statusText, headers, body, url } = answer
  const read = status >= 400 && body.length <= mostOfError ? v.safeParse(errorBody, body.toString()) : undefined
  const location = url === '' ? headers.get('location') : url
  const target = location === null || location.length > longestUrl ? null : URL.parse(location, oryUrl.href)
  return {
    kind: 'answered',
    milliseconds,
    status,
    statusText: shownText(statusText, clean),
    contentType: shownOrNull(headers.get('content-type'), clean),
    location: target === null ? null : clean(target.origin + target.pathname),
    bytes: body.length,
    error: read?.success === true ? errorOf(read.output, clean) : null,
    newCookie: headers.getSetCookie().some((line) => isSessionName(line.split('=', 1)[0] ?? '')),
    notReady: doubt === undefined ? null : shownText(doubt, clean),
  }
}

function errorOf({ error, redirect_browser_to: redirect }: v.InferOutput<typeof errorBody>, clean: Clean): OryError {
  const { id, reason, message, details } = error
  const shown = (part: string | null): string | null => shownOrNull(part, clean)
  const upgradeUrl = redirect ?? details?.redirect_browser_to ?? null
  return { id: shown(id), reason: shown(reason), message: shown(message), upgradeUrl: shown(upgradeUrl) }
}

/** describeSession describes the session in Ory's answer without secrets; null if there is none, or above 256 kB. */
export function describeSession({ status, body }: WhoamiAnswer, clean: Clean): SessionShown | null {
  if (status !== 200 || body.length > mostRead) return null
  const read = v.safeParse(sessionBody, body.toString())
  if (!read.success) return null
  const { identity, ...session } = read.output
  return {
    id: shownText(session.id, clean),
    active: session.active,
    aal: shownOrNull(session.authenticator_assurance_level, clean),
    expiresAt: session.expires_at,
    authenticatedAt: session.authenticated_at,
    methods: session.authentication_methods.flatMap(({ method }) =>
      method === null ? [] : [shownText(method, clean)],
    ),
    identity: identity === null ? null : identityOf(identity, clean),
  }
}

type ParsedIdentity = NonNullable<v.InferOutput<typeof sessionBody>['identity']>

function identityOf({ id, state, traits }: ParsedIdentity, clean: Clean): SessionShown['identity'] {
  const { value, leftOut } = shownJson(traits, clean)
  return {
    id: shownText(id, clean),
    state: shownOrNull(state, clean),
    traits: value,
    ...(leftOut === null ? {} : { traitsLeftOut: leftOut }),
  }
}
