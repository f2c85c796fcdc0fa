import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Middleware } from 'koa'

/** Whom the admin port answers. */
export interface AdminGuardOptions {
  /** The interface it listens on, a name or an address. */
  host: string
  /** Further host names: `admin.example.com`, or `*.example.com` for all names one level below. */
  hosts: readonly string[]
}

const longestTarget = 4096 // characters; parsing a target of a megabyte takes 100 ms
const misdirected =
  'the admin port does not answer to this Host: ask for an address of its own or for localhost, or set' +
  ' ADMIN_HOSTS to the names by which it is asked'
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const forProbes = /^\/(?:health|metrics)\//

/**
 * adminGuard returns the first middleware of the admin port. A page of another site may have its own name resolve to
 * this address (DNS rebinding), or post a form here. So `Host` must be loopback, the interface, the local address of
 * the connection, or one of `hosts`, otherwise the answer is 421; and `Origin` must be of the same host, otherwise 403.
 * Health and metrics answer to any address, and without a `Host`, as probes need.
 */
export function adminGuard({ host, hosts }: AdminGuardOptions): Middleware {
  const names = new Set([host, ...hosts].map((name) => (isIP(name) === 0 ? name.toLowerCase() : plainAddress(name))))
  const answersTo = (name: string, req: IncomingMessage): boolean => {
    if (names.has(name)) return true
    if (isIP(name) !== 0) return isLoopback(name) || name === addressOf(req)
    return isLocalhost(name) || names.has(name.replace(/^[^.]*/, '*'))
  }

  return async (ctx, next) => {
    const { req } = ctx
    const refuse = (status: number, message: string): void => {
      ctx.status = status
      ctx.type = 'text/plain; charset=utf-8'
      ctx.body = `${message}\n`
    }
    if ((req.url ?? '').length > longestTarget) {
      refuse(414, `the target has more than ${longestTarget} characters`)
      return
    }
    const given = hostsOf(req)
    const [authority] = given
    const name = authority === undefined || given.length > 1 ? undefined : nameOf(authority)
    const probed = forProbes.test(req.url ?? '') && (given.length === 0 || (name !== undefined && isIP(name) !== 0))
    if (!probed && (name === undefined || !answersTo(name, req))) {
      refuse(421, misdirected)
      return
    }
    const { origin } = req.headers
    if (origin !== undefined && !reading.has(req.method ?? '') && !isOf(origin, authority ?? '')) {
      refuse(403, 'a page of another origin sent this; use the page itself')
      return
    }
    await next()
  }
}

/** All `Host` headers; Node keeps only the first. */
function hostsOf({ rawHeaders }: IncomingMessage): string[] {
  const hosts: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    if (name.length === 4 && name.toLowerCase() === 'host') hosts.push(rawHeaders[at + 1] ?? '')
  }
  return hosts
}

const longestAuthority = 300 // characters; names have up to 253
const authorityForm = /^(?:([\w-]+(?:\.[\w-]+)*)|\[([\da-f:.]+)\])(?::\d{1,5})?$/i

/** The name or address in a `Host`, in lower case, without brackets; undefined if malformed. */
function nameOf(authority: string): string | undefined {
  if (authority.length > longestAuthority) return undefined
  const [, name, address] = authorityForm.exec(authority) ?? []
  return name?.toLowerCase() ?? (address === undefined ? undefined : plainAddress(address))
}

/** An address in its shortest form, without zone, as IPv4 if it is mapped; undefined if it is none. */
function plainAddress(address: string): string | undefined {
  const [bare = ''] = address.split('%', 1)
  if (isIP(bare) === 4) return bare
  const short = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1)
  const [, high = '', low = ''] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/.exec(short ?? '') ?? []
  if (low === '') return short
  return [high, low]
    .map((part) => Number.parseInt(part, 16))
    .flatMap((part) => [part >> 8, part & 255])
    .join('.')
}

/** The local address of a connection. */
function addressOf({ socket }: IncomingMessage): string | undefined {
  return plainAddress(socket.localAddress ?? '')
}

function isLocalhost(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost')
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}

const defaultPorts: Record<string, string> = { 'http:': '80', 'https:': '443' }

/** Whether an `Origin` has the host and port of a `Host`. */
function isOf(origin: string, authority: string): boolean {
  if (origin.length > longestAuthority || !/^https?:\/\/[^/?#@\\]+$/i.test(origin)) return false
  const page = URL.parse(origin)
  const here = URL.parse(`http://${authority}`)
  if (page?.hostname === undefined || page.hostname !== here?.hostname) return false
  const port = defaultPorts[page.protocol] ?? ''
  return (page.port === '' ? port : page.port) === (/:\d+$/.exec(authority)?.[0].slice(1) ?? port)
}
