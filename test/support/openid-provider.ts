import { execFile } from 'node:child_process'
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import type { KratosConfig } from '../../src/testing/config.ts'
import { listenOnFreePort } from './free-port.ts'
import { escapeHtml, sendPage } from './html.ts'

/** An OpenID provider whose people log in with no more than their email. */
export interface OpenIdProvider {
  /** Has Kratos offer it as `provider`. */
  config: KratosConfig
  close: () => void
}

const client = { client_id: 'kratos', client_secret: randomUUID() }
const mapper = `local claims = std.extVar('claims'); { identity: { traits: { email: claims.email } } }`

/** startOpenIdProvider serves the authorization code flow where this machine's browsers and containers reach it. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' }
  const grants = new Map<string, { email: string; nonce: string | undefined }>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error))
    })
  })
  const issuer = await listenReachable(server)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', issuer)
    switch (pathname) {
      case '/.well-known/openid-configuration': {
        const at = { authorization_endpoint: `${issuer}/login`, token_endpoint: `${issuer}/token` }
        const can = { response_types_supported: ['code'], subject_types_supported: ['public'] }
        const signs = { id_token_signing_alg_values_supported: ['RS256'], jwks_uri: `${issuer}/keys` }
        sendJson(response, { issuer, ...at, ...can, ...signs })
        return
      }
      case '/keys':
        sendJson(response, { keys: [key] })
        return
      case '/login': {
        const email = query.get('email')
        if (email === null) {
          const kept = [...query].map(([name, value]) => `name="${escapeHtml(name)}" value="${escapeHtml(value)}"`)
          const hidden = kept.map((input) => `<input type="hidden" ${input}>`).join('')
          sendPage(response, 'Provider', `<form>${hidden}<input name="email"><button>Continue</button></form>`)
          return
        }
        if (query.get('client_id') !== client.client_id) throw new Error('logging in: another client')
        const code = randomUUID()
        grants.set(code, { email, nonce: query.get('nonce') ?? undefined })
        const back = new URL(query.get('redirect_uri') ?? '')
        back.searchParams.set('code', code)
        back.searchParams.set('state', query.get('state') ?? '')
        response.writeHead(302, { location: back.href }).end()
        return
      }
      case '/token': {
        const form = new URLSearchParams(await text(request))
        const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
        const secret = form.get('client_secret') ?? basic.split(':')[1]
        const code = form.get('code') ?? ''
        const granted = grants.get(code)
        if (secret !== client.client_secret || granted === undefined) throw new Error('giving a token: not granted')
        grants.delete(code)
        const now = Math.floor(Date.now() / 1000)
        const claims = { iss: issuer, aud: client.client_id, sub: granted.email, iat: now, exp: now + 300, ...granted }
        const id_token = jwt({ alg: 'RS256', kid: key.kid }, claims, privateKey)
        sendJson(response, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token })
        return
      }
      default:
        response.writeHead(404).end()
    }
  }

  const provider = { id: 'provider', provider: 'generic', issuer_url: issuer, scope: ['email'], ...client }
  const mapped = { ...provider, mapper_url: `base64://${Buffer.from(mapper).toString('base64')}` }
  return {
    config: {
      selfservice: {
        methods: { oidc: { enabled: true, config: { providers: [mapped] } } },
        flows: { registration: { after: { oidc: { hooks: [{ hook: 'session' }] } } } },
      },
    },
    close: () => void server.close(),
  }
}

/** Listens where containers and browsers here reach it: at the gateway of Docker's bridge, or else anywhere. */
async function listenReachable(server: Server): Promise<string> {
  // Node does not list the bridge's interface while no container is on it.
  const format = '{{with index .IPAM.Config 0}}{{.Gateway}} {{.Subnet}}{{end}}'
  const inspected = await promisify(execFile)('docker', ['network', 'inspect', 'bridge', '--format', format]).catch(
    () => ({ stdout: '' }),
  )
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const addresses = own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)
  // Some engines name only the network; the bridge has its first address then.
  const [gateway = '', subnet = ''] = inspected.stdout.trimEnd().split(' ')
  const first = subnet.replace(/\.0\/\d+$/, '.1')
  for (const host of [gateway, first, ...addresses].filter((address) => address !== '')) {
    const port = await listenOnFreePort(server, host).catch(() => undefined)
    if (port !== undefined) return `http://${host}:${port}`
  }
  throw new Error('starting a provider: this machine has no address that a container reaches')
}

function jwt(header: object, claims: object, key: KeyObject): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
