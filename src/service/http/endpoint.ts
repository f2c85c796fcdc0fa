import { oryPaths } from '../../../generated/paths.ts'
import type { KratosError } from '../../ory/error.ts'
import { pathIn } from '../path.ts'

/** What a request is for: Ory's own endpoint for SDKs, or one of those for gateways. */
export type Endpoint = 'whoami' | 'required' | 'optional'

const whoami = '/sessions/whoami'
const gatewayPaths = { required: '/auth/required', optional: '/auth/optional' } as const

/** The path of each endpoint. */
export const routes: Readonly<Record<Endpoint, string>> = { whoami, ...gatewayPaths }

/**
 * endpointOf finds the endpoint of a target by its path as it came: nothing is decoded, and no dots are resolved, so
 * that nothing that a client appends to a path can make another endpoint of it.
 */
export function endpointOf(target: string): Endpoint | undefined {
  const path = pathIn(target)
  if (path === whoami) return 'whoami'
  if (isBelow(path, gatewayPaths.required)) return 'required'
  return isBelow(path, gatewayPaths.optional) ? 'optional' : undefined
}

/** appendedTo returns what a gateway appended to the path of its endpoint, query included: Envoy the whole target. */
export function appendedTo(endpoint: 'required' | 'optional', target: string): string {
  const start = target.indexOf(gatewayPaths[endpoint]) + gatewayPaths[endpoint].length
  return target.startsWith('/', start) ? target.slice(start) : ''
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(parent) && (path.length === parent.length || path.startsWith('/', parent.length))
}

const here =
  `This service has ${whoami} for Ory's SDKs, ` +
  `and ${gatewayPaths.required} and ${gatewayPaths.optional} for gateways.`
const ofOry = oryPaths.map((path) => ({ path, form: formOf(path) }))

/** nothingAt explains that there is no endpoint at a target, and that it is Ory's own where Ory's spec has its path. */
export function nothingAt(target: string): KratosError {
  const path = pathIn(target)
  const own = ofOry.find(({ form }) => form.test(path))
  return {
    code: 404,
    id: 'not_found',
    message: 'There is nothing at this path.',
    reason: own === undefined ? here : `${here} ${own.path} is Ory's own: send that request to Ory itself.`,
  }
}

/** notAllowed explains that whoami only reads. */
export const notAllowed: KratosError = {
  code: 405,
  id: 'method_not_allowed',
  message: 'This endpoint does not take this method.',
  reason: `${whoami} takes GET and HEAD. Gateways that keep the method of a request use ${gatewayPaths.required}.`,
}

/** The form of a path of the spec, in which `{id}` stands for any text without a slash. */
function formOf(path: string): RegExp {
  const literal = path.split(/\{\w+\}/).map((part) => part.replaceAll(/[^\w/-]/g, String.raw`\$&`))
  return new RegExp(`^${literal.join('[^/]+')}$`)
}
