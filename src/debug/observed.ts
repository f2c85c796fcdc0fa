import type { UpstreamFailure } from '../ory/failure.ts'
import type { Subject } from './paste.ts'
import type { Authorization, Client, Cookie, Credential } from './received.ts'
import type { Redacted } from './secrets.ts'

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
  /** The cookies of each `Cookie` header. */
  cookies: readonly (readonly Cookie[])[]
  /** Each `Authorization` header; the first one decides. */
  authorization: readonly Authorization[]
  /** Each `X-Session-Token` header, and whether this service takes a token from it. */
  sessionToken: { counts: boolean; headers: readonly Credential[] }
  /** What went to Ory; null where there was nothing of the kind. */
  sent: { cookie: (Redacted & { names: readonly (string | null)[] }) | null; token: SentToken | null }
  answer: Answer
  session: SessionSeen | null
}

/** A token, and the header in which it went to Ory. */
export type SentToken = Credential & { header: 'X-Session-Token' | 'Authorization' }

/** What became of the call to Ory; `milliseconds` from its start to the end of the answer. */
export type Answer =
  | { kind: 'answered'; milliseconds: number; status: number; statusText: string; contentType: string | null; location: string | null; error: OryError | null }
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
  identity: { id: string; state: string | null; traits: unknown } | null
}
