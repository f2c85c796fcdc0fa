/** How the stub of Ory answers. Whoever comes with the cookie of the probe always gets a session at once. */
export type Behaviour =
  /**
   * A cacheable session after up to `slowest` ms; `rest` is JSON after a comma. Its `id` is the cookie, never empty:
   * the service takes an answer without one for no session.
   */
  | { kind: 'session'; slowest?: number; rest?: string; keep?: boolean }
  /** The same after `ms`. */
  | { kind: 'slow'; ms: number }
  /** A body as it is. */
  | { kind: 'body'; body: string }
  /** No answer. */
  | { kind: 'hang' }
  /** Sessions, and an end of the connection on its `nth` request. */
  | { kind: 'closing'; nth: number; how: 'reset' | 'end' }
  /** A body in chunks, as fast as they go, without end. */
  | { kind: 'endless' }
  /** `bytes` of spaces, zipped. */
  | { kind: 'zipped'; bytes: number }

/** How the stub is doing. */
export interface OryFigures {
  connections: number
  /** How many there have been at once, at most, since the behaviour was set. */
  mostConnections: number
  /** Requests under way. */
  unanswered: number
}

/** What the stub's thread is told; it answers `behave` with `done` and `figures` with them. */
export type ToOry = { behave: Behaviour } | 'figures'
export type FromOry = { url: string } | { figures: OryFigures } | 'done'

/** The cookie of the probe. */
export const probeCookie = 'probe=1'
