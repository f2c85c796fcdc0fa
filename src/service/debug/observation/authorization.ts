import * as v from 'valibot'
import { raised, type Flags } from './flags.ts'
import type { Authorization, Credential, CredentialFlaw, SchemeVerdict } from './observation.ts'
import { credentialKindOf, sessionTokenLength, unquoted, type Redact } from './secrets.ts'

const schemes = new RegExp(
  '^(?:bearer|basic|digest|token|jwt|oauth|dpop|negotiate|ntlm|hawk|hoba|mutual|vapid|gnap|privatetoken|' +
    'api-?key|session|key|aws4-hmac-sha256)$',
  'i',
)
const bearer = /^bearer/i

/** authorizationOf describes an `Authorization` header; `counts` says whether the service takes a token from it. */
export function authorizationOf(value: string, counts: boolean, first: boolean, redact: Redact): Authorization {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? []
  const described = (scheme: string | null, verdict: SchemeVerdict, credential: string): Authorization => ({
    scheme,
    verdict: !first && verdict === 'counts' ? 'not-first' : verdict,
    credential: credential === '' ? null : credentialOf(credential, redact),
  })
  const glued = value.slice('bearer'.length)
  if (counts || (!first && /^bearer ./i.test(value)))
    return described(value.slice(0, 'bearer'.length), 'counts', value.slice('bearer '.length))
  if (/^["']/.test(value)) return described(null, 'quotes', value.replace(/^["']\s*(?:bearer\s+)?|["']$/gi, ''))
  if (bearer.test(value)) {
    if (glued === '') return described(value, 'no-token', '')
    const verdict = /^[^\w-]*[:=,;]/.test(glued) ? 'punctuation' : /^[\s\xa0]/.test(glued) ? 'wrong-blank' : 'no-scheme'
    return described(value.slice(0, 'bearer'.length), verdict, glued.replace(/^[\s\xa0:=,;]+/, ''))
  }
  if (schemes.test(word)) return described(word, rest === '' ? 'no-token' : 'other-scheme', rest)
  return rest === ''
    ? described(null, 'no-scheme', value)
    : described(null, 'unknown-scheme', credentialKindOf(word) === 'unknown' ? rest : value)
}

/** credentialOf describes a token. */
export function credentialOf(token: string, redact: Redact): Credential {
  const bare = unquoted(token.trim()).replace(/^bearer\s+/i, '')
  const kind = credentialKindOf(bare)
  const flaws: Flags<CredentialFlaw> = [
    ['quoted', unquoted(token.trim()) !== token.trim()],
    ['doubled-scheme', /^["']?bearer\s/i.test(token.trim())],
    ['blanks', /\s/.test(bare)],
    ['length', kind === 'session-token' && bare.length !== sessionTokenLength],
  ]
  return { ...redact(token), kind, flaws: raised(flaws), jwt: kind === 'jwt' ? claimsOf(bare) : null }
}

const claims = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ exp: v.fallback(v.nullish(v.number()), null), iss: v.fallback(v.nullish(v.string()), null) }),
)
const longestPayload = 8192 // characters of base64
const longestIssuer = 300

function claimsOf(jwt: string): Credential['jwt'] {
  const start = jwt.indexOf('.') + 1
  const end = start === 0 ? -1 : jwt.indexOf('.', start)
  const payload = start === 0 ? '' : jwt.slice(start, end < 0 ? undefined : end)
  if (payload.length > longestPayload) return { expiresAt: null, issuer: null }
  const read = v.safeParse(claims, Buffer.from(payload, 'base64url').toString())
  const { exp, iss } = read.success ? read.output : {}
  return {
    expiresAt: typeof exp === 'number' && Math.abs(exp) < 8e12 ? new Date(exp * 1000).toISOString() : null,
    issuer: typeof iss === 'string' ? issuerOf(iss) : null,
  }
}

function issuerOf(issuer: string): string | null {
  return issuer.length <= longestIssuer && /^https?:/.test(issuer) ? (URL.parse(issuer)?.origin ?? null) : null
}
