import * as v from 'valibot'
import type { WhoamiAnswer } from '../ory/whoami.ts'
import type { Answer, OryError, SessionSeen } from './observed.ts'
import type { Clean } from './scrub.ts'
import { shownJson, shownOrNull, shownText } from './shown.ts'

/** How many bytes of Ory's answer are read at most: what takes JSON.parse 30 ms, at its worst. */
export const mostRead = 256_000
const mostOfError = 64 * 1024
const longestTime = 64 // characters
const longestUrl = 4096
const mostMethods = 16

const text = v.fallback(v.nullable(v.string()), null)
const time = v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(longestTime), v.check((value) => !Number.isNaN(Date.parse(value))), v.transform((value) => new Date(value).toISOString()))), null)
const few = v.pipe(v.unknown(), v.transform((value) => (Array.isArray(value) ? (value.slice(0, mostMethods) as unknown[]) : [])))

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
    authentication_methods: v.fallback(v.pipe(few, v.array(v.object({ method: text }))), []),
    identity: v.fallback(v.nullable(v.object({ id: v.string(), state: text, traits: v.unknown() })), null),
  }),
)

/** answered describes Ory's answer without secrets; of an error of more than 64 kB only that it is one. */
export function answered({ status, statusText, headers, body, url }: WhoamiAnswer, milliseconds: number, oryUrl: URL, clean: Clean): Answer {
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
  }
}

function errorOf({ error, redirect_browser_to: redirect }: v.InferOutput<typeof errorBody>, clean: Clean): OryError {
  const { id, reason, message, details } = error
  const shown = (part: string | null): string | null => shownOrNull(part, clean)
  return { id: shown(id), reason: shown(reason), message: shown(message), upgradeUrl: shown(redirect ?? details?.redirect_browser_to ?? null) }
}

/** sessionSeen is the session in Ory's answer without secrets; null where there is none in it, or more than 256 kB. */
export function sessionSeen({ status, body }: WhoamiAnswer, clean: Clean): SessionSeen | null {
  if (status !== 200 || body.length > mostRead) return null
  const read = v.safeParse(sessionBody, body.toString())
  if (!read.success) return null
  const { id, active, authenticator_assurance_level: aal, expires_at: expiresAt, authenticated_at: authenticatedAt, authentication_methods: methods, identity } = read.output
  const traits = shownJson(identity?.traits, clean)
  return {
    id: shownText(id, clean),
    active,
    aal: shownOrNull(aal, clean),
    expiresAt,
    authenticatedAt,
    methods: methods.flatMap(({ method }) => (method === null ? [] : [shownText(method, clean)])),
    identity: identity === null ? null : { id: shownText(identity.id, clean), state: shownOrNull(identity.state, clean), traits: traits.value, traitsLeftOut: traits.leftOut },
  }
}
