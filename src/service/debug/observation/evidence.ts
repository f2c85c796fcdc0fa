import type { PasteFlaw, Subject } from './observation.ts'

/** A header as it came. */
export type Header = readonly [name: string, value: string]

/** The headers that a report explains, and where they are from. */
export interface Evidence {
  subject: Subject
  headers: readonly Header[]
  /** Whether the request came, or would come, over https; null if unknown. */
  https: boolean | null
  /** Whether a pasted request asks Ory itself in place of this service. */
  asksOry: boolean
  /** What a paste is, such as `fetch (Node.js)`; null for a request, and for a paste that is nothing known. */
  readAs: string | null
  /** What was ignored or changed while reading. Never holds pasted text. */
  remarks: readonly string[]
  /** What keeps a paste from working as it stands, though it could be read. */
  flaws: readonly PasteFlaw[]
}

/**
 * Headers that people send a credential in, though nothing takes it there, and what it is. Ory's older documentation
 * has `X-Session-Cookie` and, by a slip, `Cookies`.
 */
export const misnamedHeaders = {
  cookies: { name: 'Cookies', as: 'cookie' },
  'x-session-cookie': { name: 'X-Session-Cookie', as: 'cookie' },
  'x-cookie': { name: 'X-Cookie', as: 'cookie' },
  'session-token': { name: 'Session-Token', as: 'token' },
  'x-kratos-session-token': { name: 'X-Kratos-Session-Token', as: 'token' },
  'x-ory-session-token': { name: 'X-Ory-Session-Token', as: 'token' },
  'x-session': { name: 'X-Session', as: 'token' },
  'x-auth-token': { name: 'X-Auth-Token', as: 'token' },
  'x-access-token': { name: 'X-Access-Token', as: 'token' },
  'proxy-authorization': { name: 'Proxy-Authorization', as: 'token' },
  authentication: { name: 'Authentication', as: 'token' },
} as const

/** isDocumented tells which of these names Ory's documentation had: what comes in such a header is meant for Ory. */
export function isDocumented(name: string): boolean {
  return name === misnamedHeaders.cookies.name || name === misnamedHeaders['x-session-cookie'].name
}

/** The headers that a report explains. */
export const explainedHeaders: readonly string[] = [
  ...Object.keys(misnamedHeaders),
  ...['cookie', 'authorization', 'x-session-token', 'user-agent', 'host', 'origin', 'x-forwarded-proto'],
  ...['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'],
]

/** How many headers of a name are described. */
export const mostHeaders = 20

/** Finds the values of all headers with a name, given in lower case. */
export type Values = (name: string) => readonly string[]

/** valuesIn sorts headers by name, once. */
export function valuesIn(headers: readonly Header[]): Values {
  const values = Map.groupBy(headers, ([name]) => name.toLowerCase())
  return (name) => values.get(name)?.map(([, value]) => value) ?? []
}
