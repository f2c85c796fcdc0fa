import type { UpstreamFailure } from '../../../ory/transport/failure.ts'

/** What came, what was sent, and what Ory answered. It contains no characters of any secret. */
export interface Observation {
  /** When the report was made. */
  at: string
  subject: Subject
  /** What a paste is, such as `fetch (Node.js)`; null for a request, and for a paste that is nothing known. */
  readAs: string | null
  /** Remarks on how a paste was read. */
  remarks: readonly string[]
  /** What keeps a paste from working as it stands, though it could be read. */
  flaws: readonly PasteFlaw[]
  /** The configured Ory; `project` is the slug of an Ory Network project, null for any other. */
  ory: { url: string; project: string | null }
  client: Client
  came: Totals
  /** The cookies of each `Cookie` header; of more than 100, those that look like Ory's session cookie before others. */
  cookies: readonly (readonly Cookie[])[]
  /** Each `Authorization` header; the first one decides. */
  authorization: readonly Authorization[]
  /** Each `X-Session-Token` header, and whether this service takes a token from it. */
  sessionToken: { counts: boolean; headers: readonly Credential[] }
  /** Headers with a credential that nothing takes from there. */
  misnamed: readonly Misnamed[]
  /** What went to Ory; null where there was nothing of the kind. */
  sent: { cookie: SentCookies | null; token: SentToken | null }
  answer: OryCall
  session: SessionShown | null
  /** One more question, where a credential came that the first one leaves open; null where none did. */
  tried: Trial | null
}

/** What a report is about: the request itself, or what was read from a paste. */
export type Subject = 'request' | 'token' | 'cookies' | 'headers' | 'curl' | 'unreadable'

/** What keeps a paste from working as it stands. */
export type PasteFlaw =
  /** Quotes such as “ ” around an argument, which no shell takes for quotes. */
  | 'typographic-quotes'
  /** Dashes such as – before an option, which no program takes for one. */
  | 'typographic-dashes'
  /** A format from which cookies are left out: a browser's "Copy as fetch", a sanitized HAR. */
  | 'cookies-left-out'
  /** Cookies, headers or options that are in a file, which is not read. */
  | 'file'
  /** A variable in place of a credential, whose value is not in the paste. */
  | 'variable'

/** A credential that was asked about alone: where it belongs, and without what came beside it. */
export interface Trial extends Redacted {
  as: 'cookie' | 'token'
  /** The header that it came in. */
  from: string
  /** Why it was not decided yet: another one goes before it, FORWARD_COOKIES leaves it out, or its place is wrong. */
  why: 'hidden' | 'left-behind' | 'misplaced'
  answer: OryCall
  session: SessionShown | null
}

/** Who sent the request, as far as the headers tell; null where they don't. */
export interface Client {
  kind: 'browser' | 'curl' | 'other'
  host: string | null
  origin: string | null
  /** Whether the request came over https; a proxy's word for it counts. */
  https: boolean | null
  /** The browser's `Sec-Fetch-Site`: where the requesting page is, seen from here. */
  fetchSite: string | null
  /** The browser's `Sec-Fetch-Mode`: `navigate` for the address bar and links, `cors` for scripts. */
  fetchMode: string | null
  /** The browser's `Sec-Fetch-Dest`: `document` for a page, `iframe` for one in a frame, `empty` for scripts. */
  fetchDest: string | null
}

/** How much came in all. Of it, at most 100 cookies and 20 headers of a name are described. */
export interface Totals {
  cookies: number
  cookieHeaders: number
  authorization: number
  sessionToken: number
  misnamed: number
  /** The length of all cookies and credentials. */
  characters: number
}

/** A secret as a report shows it: its length, and a fingerprint that is the same wherever the same secret comes. */
export interface Redacted {
  /** In characters. */
  length: number
  /** 8 hexadecimal digits, or null for the empty secret. */
  fingerprint: string | null
}

/** A cookie without its value. */
export interface Cookie extends Redacted {
  /** Null where what stands for a name may be a secret. */
  name: string | null
  /** What the name looks like. */
  role: 'session' | 'csrf' | 'other'
  /** What the value looks like. */
  kind: CredentialKind
  /** Whether it went to Ory: FORWARD_COOKIES may leave it out. */
  sent: boolean
  flaws: readonly CookieFlaw[]
  /** When Ory wrote a session cookie, RFC 3339, unverified. */
  writtenAt: string | null
}

/** What may be wrong with a cookie that looks like Ory's session cookie. */
export type CookieFlaw =
  | 'letter-case'
  | 'prefix'
  | 'empty'
  | 'quoted'
  | 'percent-encoded'
  | 'damaged'
  | 'cut-off'
  /** It is no pair of the session cookie's name and value, but holds them; Ory does not find the cookie there. */
  | 'embedded'

/** An `Authorization` header. */
export interface Authorization {
  /** The scheme as it was written, if it is one; null where it may be a secret. */
  scheme: string | null
  verdict: SchemeVerdict
  credential: Credential | null
}

/** Why an `Authorization` header counts or not. */
export type SchemeVerdict =
  | 'counts'
  | 'not-first'
  | 'other-scheme'
  | 'unknown-scheme'
  | 'no-scheme'
  | 'no-token'
  | 'wrong-blank'
  | 'quotes'
  | 'punctuation'

/** A token or the like without its characters. */
export interface Credential extends Redacted {
  kind: CredentialKind
  flaws: readonly CredentialFlaw[]
  /** Of a JSON Web Token, unverified: when it expires, RFC 3339, and its issuer's origin. */
  jwt: { expiresAt: string | null; issuer: string | null } | null
}

/** What a credential looks like. */
export type CredentialKind =
  | 'session-token'
  | 'logout-token'
  | 'project-api-key'
  | 'workspace-api-key'
  | 'api-key'
  | 'oauth2-access-token'
  | 'oauth2-authorization-code'
  | 'oauth2-refresh-token'
  | 'jwt'
  | 'session-cookie'
  /** A session cookie with its name: `ory_kratos_session=…`. */
  | 'session-pair'
  /** A cookie against CSRF with its name: `csrf_token_…=…`. */
  | 'csrf-pair'
  | 'csrf-token'
  | 'uuid'
  | 'password-hash'
  | 'json'
  | 'url'
  | 'email'
  | 'number'
  | 'placeholder'
  | 'unknown'

/** What may be wrong with a credential. */
export type CredentialFlaw = 'quoted' | 'blanks' | 'doubled-scheme' | 'length'

/** A header with a credential that nothing takes from there; `as` is what its name says that it is. */
export interface Misnamed extends Redacted {
  name: string
  as: 'cookie' | 'token'
  kind: CredentialKind
}

/** Cookies as they went to Ory: how many, and the names of at most 100. */
export interface SentCookies extends Redacted {
  count: number
  names: readonly (string | null)[]
}

/** A token, and the header in which it went to Ory. */
export type SentToken = Credential & { header: 'X-Session-Token' | 'Authorization' }

/** How the call to Ory went; `milliseconds` from its start to the end of the answer, `bytes` of the answer's body. */
export type OryCall =
  | {
      kind: 'answered'
      milliseconds: number
      status: number
      statusText: string
      contentType: string | null
      location: string | null
      bytes: number
      error: OryError | null
      /** Whether it came with a new session cookie, as when the session was extended since the last one. */
      newCookie: boolean
      /** Why a 401 to credentials says nothing: Ory is not ready. Null where it is, or was not asked. */
      notReady: string | null
    }
  | { kind: 'failed'; milliseconds: number; failure: UpstreamFailure; message: string }
  | { kind: 'not-asked'; why: 'unreadable' | 'not-sendable' }

/** Ory's error in its own words; `upgradeUrl` is where a browser reaches the AAL that is required. */
export interface OryError {
  id: string | null
  reason: string | null
  message: string | null
  upgradeUrl: string | null
}

/** What people want to know about a session. */
export interface SessionShown {
  id: string
  active: boolean | null
  /** `aal1` or `aal2`. */
  aal: string | null
  expiresAt: string | null
  authenticatedAt: string | null
  methods: readonly string[]
  /** `traits` is null where it is left out. */
  identity: { id: string; state: string | null; traits: unknown; traitsLeftOut?: LeftOut } | null
}

/** Why a value is not shown. */
export type LeftOut = 'too-long' | 'too-deep'
