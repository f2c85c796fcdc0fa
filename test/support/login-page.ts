import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from '../../generated/ory.ts'
import type { KratosConfig } from '../../src/testing/config.ts'
import { listenOnFreePort } from './free-port.ts'
import { escapeHtml, sendPage } from './html.ts'

type Form = components['schemas']['uiContainer']

/** A site with the pages that Kratos sends browsers to, in place of an app's own. */
export interface LoginPages {
  url: string
  /** Has Kratos send browsers to these pages. */
  config: KratosConfig
  /** The public URL of Kratos, known once it runs. */
  kratosUrl: string
  close: () => void
}

/**
 * startLoginPages serves pages under `host`, which must be Kratos' own: browsers keep cookies by host. The pages show
 * Kratos' forms as it describes them, and at the root whose session the browser has.
 */
export async function startLoginPages(host: string): Promise<LoginPages> {
  const server = createServer((request, response) => {
    sendLoginPage(request, response, pages)
  })
  const url = `http://${host}:${await listenOnFreePort(server, host)}`
  const pages: LoginPages = { url, config: configure(url), kratosUrl: '', close: () => void server.close() }
  return pages
}

/** sendLoginPage answers with one of these pages. Browsers reach Kratos at `browserUrl` where that is another URL. */
export function sendLoginPage(
  request: IncomingMessage,
  response: ServerResponse,
  { kratosUrl, browserUrl = kratosUrl }: { kratosUrl: string; browserUrl?: string },
): void {
  page(request, kratosUrl, browserUrl).then(
    ([title, body]) => {
      sendPage(response, title, body)
    },
    (error: unknown) => {
      sendPage(response, 'Error', escapeHtml(String(error)))
    },
  )
}

async function page(
  { url: path = '/', headers: { cookie = '' } }: IncomingMessage,
  kratosUrl: string,
  browserUrl: string,
): Promise<[string, string]> {
  const { pathname, searchParams } = new URL(path, kratosUrl)
  const id = searchParams.get('flow') ?? searchParams.get('id') ?? ''
  const params = { query: { id }, header: { cookie, Cookie: cookie } }
  const kratos = createClient<paths>({ baseUrl: kratosUrl, headers: { accept: 'application/json', cookie } })
  switch (pathname) {
    case '/login': {
      const flow = (await kratos.GET('/self-service/login/flows', { params })).data
      return ['Log in', show(flow?.ui) + link(browserUrl, 'registration', 'Register', flow?.return_to)]
    }
    case '/registration':
      return ['Register', show((await kratos.GET('/self-service/registration/flows', { params })).data?.ui)]
    case '/verification':
      return ['Verify', show((await kratos.GET('/self-service/verification/flows', { params })).data?.ui)]
    case '/recovery':
      return ['Recover', show((await kratos.GET('/self-service/recovery/flows', { params })).data?.ui)]
    case '/settings':
      return ['Settings', show((await kratos.GET('/self-service/settings/flows', { params })).data?.ui)]
    case '/error':
      return [
        'Error',
        escapeHtml(JSON.stringify((await kratos.GET('/self-service/errors', { params: { query: { id } } })).data)),
      ]
    default:
      return home(kratos, browserUrl)
  }
}

function link(kratosUrl: string, flow: string, words: string, returnTo?: string): string {
  const query = returnTo === undefined ? '' : `?return_to=${encodeURIComponent(returnTo)}`
  return `<a href="${escapeHtml(`${kratosUrl.replace(/\/$/, '')}/self-service/${flow}/browser${query}`)}">${words}</a> `
}

function configure(url: string): KratosConfig {
  const at = (path: string): KratosConfig => ({ ui_url: `${url}${path}` })
  return {
    selfservice: {
      default_browser_return_url: `${url}/`,
      allowed_return_urls: [url],
      flows: {
        login: at('/login'),
        registration: at('/registration'),
        error: at('/error'),
        logout: { after: { default_browser_return_url: `${url}/` } },
      },
    },
  }
}

async function home(kratos: Client<paths>, browserUrl: string): Promise<[string, string]> {
  const { data: session } = await kratos.GET('/sessions/whoami')
  if (session === undefined) {
    return ['Nobody', link(browserUrl, 'login', 'Log in') + link(browserUrl, 'registration', 'Register')]
  }
  const { data: logout } = await kratos.GET('/self-service/logout/browser')
  const { id, traits } = session.identity ?? {}
  const whose = `<p id="identity">${id}</p><p id="traits">${escapeHtml(JSON.stringify(traits))}</p>`
  return ['Welcome', `${whose}<a href="${escapeHtml(logout?.logout_url ?? '')}">Log out</a>`]
}

function show(form: Form | undefined): string {
  if (form === undefined) throw new Error('showing a form: Kratos does not give it to this browser')
  const messages = [...(form.messages ?? []), ...form.nodes.flatMap((node) => node.messages)]
  const inputs = form.nodes.map(({ attributes, meta }) => {
    if (attributes.node_type !== 'input') return ''
    const { name, type, value } = attributes
    const given = `name="${escapeHtml(name)}" value="${escapeHtml(typeof value === 'string' ? value : '')}"`
    const label = escapeHtml(meta.label?.text ?? name)
    // A button of another method needs nothing of the fields above it.
    if (type === 'submit') return `<p><button formnovalidate ${given}>${label}</button>`
    return type === 'hidden'
      ? `<input type="hidden" ${given}>`
      : `<p><label>${label} <input type="${type}" ${given}></label>`
  })
  const said = messages.map(({ text }) => `<p role="alert">${escapeHtml(text)}</p>`).join('')
  const sends = `action="${escapeHtml(form.action)}" method="${escapeHtml(form.method)}"`
  return `${said}<form ${sends}>${inputs.join('')}</form>`
}
