/** A request, and whose session has to be answered; empty for nobody's. */
export interface Asked {
  path: string
  identity: string
}

/** What came back. */
export interface Answered {
  status: number
  text: string
  /** The header with the identity's id, as gateways get it; undefined without one. */
  header: string | undefined
}

/** The path that gateways ask, where nobody's request is answered 200 too. */
export const optional = '/auth/optional'

/** What Go's example says of a 401 of Ory's, with status 500. */
const unauthorizedInGo = '401 Unauthorized\n'

/**
 * verdictOf reads an answer: `own` is the session asked for, `another` somebody else's, `nobody` says that there is no
 * session; all else is what came instead of an answer.
 */
export function verdictOf({ path, identity }: Asked, { status, text, header }: Answered): string {
  if (status === 200) {
    const whose = path === optional ? (header ?? 'no header') : identityIn(text)
    if (path === optional && whose === '') return 'nobody'
    return whose === identity && identity !== '' ? 'own' : 'another'
  }
  return status === 401 || (status === 500 && text === unauthorizedInGo) ? 'nobody' : String(status)
}

function identityIn(text: string): string {
  try {
    const session = JSON.parse(text) as { identity?: { id?: string } }
    return session.identity?.id ?? 'no identity'
  } catch {
    return 'no JSON'
  }
}
