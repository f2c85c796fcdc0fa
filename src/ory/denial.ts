import { answerFrom } from './answer.ts'
import { UpstreamError } from './transport/failure.ts'

/**
 * isDenied reads what `GET /self-service/logout/browser` says of the credentials that whoami refused: true when they
 * have no session, false when it says nothing of it, since a gateway answers or the path is not there.
 *
 * Kratos' whoami answers 401 to every error, also one of its database. This path looks for the session in the same way,
 * changes nothing, and passes errors of the database on as 500. Whichever of several Kratos answers, a 401 with
 * Kratos' own id is what the database says. Source: Kratos v1.3.1, `session/handler.go` and
 * `selfservice/flow/logout/handler.go`.
 *
 * @throws UpstreamError of the kind `not_ready` when there is a session, or Ory can't look for it.
 */
export function isDenied(response: Response, body: Uint8Array): boolean {
  const { status } = response
  const answer = answerFrom(response, Buffer.from(body.buffer, body.byteOffset, body.byteLength))
  const flow: object = answer.session() ?? {}
  if (status >= 500) throw notReady(`Ory answered ${status} when it was asked again`)
  if (status === 200 && 'logout_token' in flow) throw notReady('Ory found the session when it was asked again')
  return status === 401 && answer.error()?.id === 'session_inactive'
}

function notReady(why: string): UpstreamError {
  return new UpstreamError('not_ready', `${why}, so its 401 says nothing`, 0)
}
