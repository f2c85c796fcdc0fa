import type { Observation } from '../observation/observation.ts'

/** atOry is the URL of a path of the configured Ory. */
export function atOry({ ory }: Observation, path: string): string {
  return ory.url.replace(/\/$/, '') + path
}

/** oryHost is the host name of the configured Ory. */
export function oryHost({ ory }: Observation): string {
  return new URL(ory.url).hostname.toLowerCase()
}

/** clientHost is the host name that the client asked for; null where it gave none. */
export function clientHost({ client }: Observation): string | null {
  return client.host === null ? null : client.host.replace(/:\d+$/, '').toLowerCase()
}

/** isLocal tells whether a host name stands for the machine itself. */
export function isLocal(host: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(host)
}

/** shareCookies tells whether a cookie can be set for both hosts. */
export function shareCookies(a: string, b: string): boolean {
  return (
    a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || (a.split('.').length > 2 && domainOf(a) === domainOf(b))
  )
}

function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}

/** isSelfHosted tells whether Ory is surely no Ory Network project; an https URL may be a project's custom domain. */
export function isSelfHosted({ ory }: Observation): boolean {
  const { hostname, protocol, port } = new URL(ory.url)
  return ory.project === null && (isLocal(hostname) || protocol === 'http:' || port !== '')
}
