import type { UpstreamFailure } from '../../ory/transport/failure.ts'
import type { Subject } from './paste.ts'
import type { Authorization, Came, Client, Cookie, Credential } from './received.ts'
import type { Redacted } from './secrets.ts'
import type { LeftOut } from './shown.ts'

/** What came, what was sent and what Ory answered. No secret's characters are in it. */
export interface Observed {
  /** When the report was made. */
  at: string
  /** What the report is about. */
  subject: Subject
  /** On the reading of a paste. */
  remarks: readonly string[]
  /** The configured Ory; `project` is the slug of an Ory Network project, null for any other. */
  ory: { url: string; project: string | null }
  client: Client
  /** How much came in all: what follows describes at most 100 cookies and 20 headers of a name. */
  came: Came
  /** The cookies of each `Cookie` header; of more than 100, those that look like Ory's session cookie before others. */
  cookies: readonly (readonly Cookie[])[]
  /** Each `Authorization` header; the first one decides. */
  authorization: readonly Authorization[]
  /** Each `X-Session-Token` header, and whether this service takes a token from it. */
  sessionToken: { counts: boolean; headers: readonly Credential[] }
  /** What went to Ory; null where there was nothing of the kind. */
  sent: { cookie: SentCookies | null; token: SentToken | null }
  answer: Answer
  session: SessionSeen | null
}

/** Cookies as they went to Ory: how many, and the names of 100 at most. */
export interface SentCookies extends Redacted {
  count: number
  names: readonly (string | null)[]
}

/** A token, and the header in which it went to Ory. */
export type SentToken = Credential & { header: 'X-Session-Token' | 'Authorization' }

/** What became of the call to Ory; `milliseconds` from its start to the end of the answer, `bytes` of its body. */
export type Answer =
  | {
      kind: 'answered'
      milliseconds: number
      status: number
      statusText: string
      contentType: string | null
      location: string | null
      bytes: number
      error: OryError | null
    }
  | { kind: 'failed'; milliseconds: number; failure: UpstreamFailure; message: string }
  | { kind: 'not-asked'; why: 'unreadable' | 'not-sendable' }

/** Ory's error as it words it; `upgradeUrl` is where a browser reaches the AAL that is asked for. */
export interface OryError {
  id: string | null
  reason: string | null
  message: string | null
  upgradeUrl: string | null
}

/** What a person wants to know of a session. */
export interface SessionSeen {
  id: string
  active: boolean | null
  /** `aal1` or `aal2`. */
  aal: string | null
  expiresAt: string | null
  authenticatedAt: string | null
  methods: readonly string[]
  /** `traits` are null where they are left out. */
  identity: { id: string; state: string | null; traits: unknown; traitsLeftOut?: LeftOut } | null
}
