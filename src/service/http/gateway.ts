import type { WhoamiAnswer } from '../../ory/answer.ts'
import { isNavigation, loginAt } from '../../koa/login.ts'
import { unreachable, type KratosError, type Settings } from '../../ory/error.ts'
import { oryHeaders } from '../../ory/headers.ts'
import { errorReply, type Reply, type ReplyHeader } from '../../ory/reply.ts'
import { whyInactive } from '../../ory/session.ts'
import type { Forwarded, StyleContext } from '../style/style.ts'
import { identityHeaders, type IdentityHeader } from './identity-headers.ts'

/** What gateways can be told. */
export interface GatewayOptions {
  /** Response headers that carry fields of the session. */
  forwardAuthHeaders: readonly IdentityHeader[]
  /** Where browsers log in; they are told 401 and 403 like others when undefined. */
  loginUrl: URL | undefined
}

/** What a gateway is told about an answer of Ory's, on either endpoint. */
export interface Verdict {
  /** 200 with no body, or why not. */
  reply: Reply
  /** The identity headers: each is there, whatever became of the request, so that a client's own never counts. */
  identity: readonly ReplyHeader[]
  /** Whether a second factor is all that is missing. */
  needsAal2: boolean
}

const unknownTemplate: KratosError = {
  code: 502,
  id: 'upstream_unknown_template',
  message: unreachable,
  reason: "Ory answered 400: it knows no template of this name. Check TOKENIZE_AS, and Ory's configuration.",
}

/** nobody is what identity headers say where there is no session. */
export function nobody(mapping: readonly IdentityHeader[]): ReplyHeader[] {
  return [[oryHeaders.identityId, ''], ...identityHeaders(undefined, mapping)]
}

/** verdictOn decides about an answer of Ory's, which `reply` passes on: only an active session with an id gets 200. */
export function verdictOn(
  answer: WhoamiAnswer,
  reply: Reply,
  mapping: readonly IdentityHeader[],
  settings: Settings,
): Verdict {
  const denied = (why: Reply): Verdict => ({ reply: why, identity: nobody(mapping), needsAal2: false })
  if (answer.status === 400) return denied(errorReply(unknownTemplate))
  if (reply.status !== 200)
    return { ...denied(reply), needsAal2: reply.status === 403 && answer.error()?.id === 'session_aal2_required' }
  const session = answer.session()
  const why = whyInactive(session ?? {}, settings)
  if (why !== undefined) return denied(errorReply(why))
  const id: ReplyHeader = [oryHeaders.identityId, answer.headers.get(oryHeaders.identityId) ?? '']
  return { reply: withoutBody(reply), identity: [id, ...identityHeaders(session, mapping)], needsAal2: false }
}

/** replyToGateway is what the endpoint of a request makes of a verdict. */
export function replyToGateway(
  ctx: StyleContext,
  forwarded: Forwarded,
  verdict: Verdict,
  options: GatewayOptions,
): Reply {
  const { reply, identity, needsAal2 } = verdict
  const withIdentity = ({ status, headers, body }: Reply): Reply => ({
    status,
    headers: [...headers, ...identity],
    body,
  })
  const isDenied = reply.status === 401 || reply.status === 403
  if (!isDenied) return withIdentity(reply)
  if (ctx.state.endpoint === 'optional') return withIdentity({ ...withoutBody(reply), status: 200 })
  const { loginUrl } = options
  if (
    loginUrl === undefined ||
    (reply.status === 403 && !needsAal2) ||
    !isNavigation(ctx.req.headers, forwarded.method)
  )
    return withIdentity(reply)
  const { status, headers, body } = withoutBody({ ...reply, status: 303 })
  return withIdentity({ status, headers: [...headers, ['Location', loginAt(loginUrl, forwarded, needsAal2)]], body })
}

const ofBodies = new Set(['Content-Type', 'WWW-Authenticate'])

/** A reply without its body: gateways drop it, and nginx then closes its connection to here. */
function withoutBody({ status, headers }: Reply): Reply {
  return { status, headers: headers.filter(([name]) => !ofBodies.has(name)), body: null }
}
