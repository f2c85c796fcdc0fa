import * as v from 'valibot'
import { pasteRequest, tokenReading, unreadable, type Reading } from '../reading/reading.ts'

const login = v.object({ session_token: v.pipe(v.string(), v.nonEmpty()) })
const withSession = v.object({ session: v.object({}) })

/** readLoginAnswer reads the session token in what Ory answers to a login without a browser. */
export function readLoginAnswer(value: unknown): Reading | undefined {
  if (!v.is(login, value)) return undefined
  return tokenReading(
    v.is(withSession, value) ? 'the answer to a login' : 'JSON with a session token',
    value.session_token,
    'Its session token was sent as if it had come after Authorization: Bearer.',
  )
}

const id = v.string()
const session = v.object({ id, identity: v.object({ id }) })
const shortSession = v.object({ id, active: v.boolean() })

const answers = [
  [
    'a code to exchange for a session token',
    v.object({ session_token_exchange_code: v.string() }),
    'The code is no credential yet. Exchange it for the session token, and paste that.',
  ],
  ['a session in JSON', v.union([session, shortSession, v.object({ session: v.object({ id }) })]), pasteRequest],
  ['a list of sessions in JSON', v.tuple([v.union([session, shortSession])]), pasteRequest],
  ['a flow of Ory in JSON', v.object({ id, ui: v.object({}) }), pasteRequest],
  [
    'the start of a logout, in JSON',
    v.union([v.object({ logout_token: v.string() }), v.object({ logout_url: v.string() })]),
    `A logout token ends a session, and shows none. ${pasteRequest}`,
  ],
  [
    'an identity in JSON',
    v.union([v.object({ id, schema_id: v.string() }), v.object({ identity: v.object({ id }) })]),
    pasteRequest,
  ],
  [
    "Ory's error in JSON",
    v.object({
      error: v.union([v.object({ code: v.number() }), v.object({ id }), v.object({ message: v.string() })]),
    }),
    `It is the answer to a request. ${pasteRequest}`,
  ],
  [
    'an error in JSON',
    v.union([v.object({ error: v.unknown() }), v.object({ code: v.number(), message: v.string() })]),
    pasteRequest,
  ],
] as const

/** nameOryJson names an answer of Ory in which nothing is to be explained; undefined for any other JSON. */
export function nameOryJson(value: unknown): Reading | undefined {
  const [name, , remark] = answers.find(([, shape]) => v.is(shape, value)) ?? []
  return name === undefined ? undefined : unreadable(name, remark)
}
