import { randomUUID } from 'node:crypto'
import createClient from 'openapi-fetch'
import { TOTP } from 'otpauth'
import type { components, paths } from '../../generated/ory.ts'

type Schemas = components['schemas']
type Identity = Schemas['identity']
type Session = Schemas['session']

/** A person with the traits of the default identity schema. */
export interface PersonWithEmail {
  email: string
  name?: string
  /** {@link defaultPassword} by default. */
  password?: string
}

/** A person with the traits of your own identity schema, one of them the identifier for the password. */
export interface PersonWithTraits {
  identifier: string
  traits: Record<string, unknown>
  /** {@link defaultPassword} by default. */
  password?: string
}

/** A person to register, create or log in. */
export type Person = PersonWithEmail | PersonWithTraits

/** A native login: a session and its token. */
export interface NativeLogin {
  token: string
  session: Session
}

/** A browser's login: the value of its `Cookie` header. */
export interface BrowserLogin {
  cookie: string
}

/** What tests do with Kratos. Every method throws an Error that says what was tried and what Kratos answered. */
export interface KratosFlows {
  /** Creates an identity with a password through the admin API. */
  createIdentity: (person: Person) => Promise<Identity>
  /** Registers a person as an app does, and returns the new session. */
  register: (person: Person) => Promise<NativeLogin>
  /** Logs in with a password as an app does. */
  logIn: (person: Person) => Promise<NativeLogin>
  /** Logs in with a password as a browser does, with CSRF token and cookies. */
  logInAsBrowser: (person: Person) => Promise<BrowserLogin>
  /** Registers a person as a browser does. */
  registerAsBrowser: (person: Person) => Promise<BrowserLogin>
  /** Ends an app's session as the app does. */
  logOut: (login: NativeLogin) => Promise<void>
  /** Ends a browser's session as the browser does. */
  logOutAsBrowser: (login: BrowserLogin) => Promise<void>
  /** Ends a session as an administrator does. */
  revokeSession: (sessionId: string) => Promise<void>
  /** Sets an identity inactive, as an administrator does. */
  disableIdentity: (identityId: string) => Promise<void>
  /** Adds TOTP to the identity and returns its secret. The session becomes aal2. */
  addTotp: (login: NativeLogin) => Promise<string>
  /** Takes an app's session from aal1 to aal2 with the current TOTP code of `secret`. */
  reachAal2: (login: NativeLogin, secret: string) => Promise<NativeLogin>
}

/** The password of everybody without their own. */
export const defaultPassword = 'correct-horse-battery-9'

/** flows acts on the Kratos at two URLs as browsers, apps and administrators do, typed by Ory's spec. */
export function flows(publicUrl: string, adminUrl: string): KratosFlows {
  // Kratos answers browsers with redirects to pages, and requests for JSON with the flow itself.
  const headers = { accept: 'application/json' }
  // The in-memory database locks its tables while it writes.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = (request: Request): Promise<Response> => {
    const answer = turn.then(() => patiently(request))
    turn = answer.catch(() => undefined)
    return answer
  }
  const app = createClient<paths>({ baseUrl: publicUrl, headers, fetch: inTurn })
  const admin = createClient<paths>({ baseUrl: adminUrl, headers, fetch: inTurn })

  const logIn = async (person: Person): Promise<NativeLogin> => {
    const flow = got('starting a native login', await app.GET('/self-service/login/api'))
    const body = {
      method: 'password',
      identifier: identifier(person),
      password: person.password ?? defaultPassword,
    } as const
    const done = got(
      'logging in',
      await app.POST('/self-service/login', { params: { query: { flow: flow.id } }, body }),
    )
    return { token: done.session_token ?? '', session: done.session }
  }

  return {
    createIdentity: async (person) => {
      const credentials = { password: { config: { password: person.password ?? defaultPassword } } }
      return got(
        'creating an identity',
        await admin.POST('/admin/identities', { body: { schema_id: 'default', traits: traits(person), credentials } }),
      )
    },

    register: async (person) => {
      const flow = got('starting a native registration', await app.GET('/self-service/registration/api'))
      const body = { method: 'password', password: person.password ?? defaultPassword, traits: traits(person) } as const
      const done = got(
        'registering',
        await app.POST('/self-service/registration', { params: { query: { flow: flow.id } }, body }),
      )
      if (done.session === undefined)
        throw new Error('registering: Kratos began no session; its config lacks the session hook')
      return { token: done.session_token ?? '', session: done.session }
    },

    logIn,

    logInAsBrowser: async (person) => {
      const begun = await app.GET('/self-service/login/browser')
      const flow = got('starting a browser login', begun)
      const jar = cookies('', begun.response)
      const body = {
        method: 'password',
        identifier: identifier(person),
        password: person.password ?? defaultPassword,
        csrf_token: csrf(flow.ui),
      } as const
      const done = await app.POST('/self-service/login', {
        params: { query: { flow: flow.id }, header: { Cookie: jar } },
        body,
      })
      got('logging in as a browser', done)
      return { cookie: cookies(jar, done.response) }
    },

    registerAsBrowser: async (person) => {
      const begun = await app.GET('/self-service/registration/browser')
      const flow = got('starting a browser registration', begun)
      const jar = cookies('', begun.response)
      const body = {
        method: 'password',
        password: person.password ?? defaultPassword,
        traits: traits(person),
        csrf_token: csrf(flow.ui),
      } as const
      const done = await app.POST('/self-service/registration', {
        params: { query: { flow: flow.id }, header: { Cookie: jar } },
        body,
      })
      got('registering as a browser', done)
      return { cookie: cookies(jar, done.response) }
    },

    logOut: async ({ token }) => {
      succeeded('logging out', await app.DELETE('/self-service/logout/api', { body: { session_token: token } }))
    },

    logOutAsBrowser: async ({ cookie }) => {
      const { logout_token: token } = got(
        'starting a logout',
        await app.GET('/self-service/logout/browser', { params: { header: { cookie } } }),
      )
      succeeded(
        'logging out as a browser',
        await app.GET('/self-service/logout', { params: { query: { token }, header: { Cookie: cookie } } }),
      )
    },

    revokeSession: async (id) => {
      succeeded('revoking a session', await admin.DELETE('/admin/sessions/{id}', { params: { path: { id } } }))
    },

    disableIdentity: async (id) => {
      got(
        'disabling an identity',
        await admin.PATCH('/admin/identities/{id}', {
          params: { path: { id } },
          body: [{ op: 'replace', path: '/state', value: 'inactive' }],
        }),
      )
    },

    addTotp: async ({ token }) => {
      const header = { 'X-Session-Token': token }
      const flow = got('starting settings', await app.GET('/self-service/settings/api', { params: { header } }))
      const secret = totpSecret(flow.ui)
      const body = { method: 'totp', totp_code: totpCode(secret) } as const
      got(
        'adding TOTP',
        await app.POST('/self-service/settings', { params: { query: { flow: flow.id }, header }, body }),
      )
      return secret
    },

    reachAal2: async ({ token }, secret) => {
      const header = { 'X-Session-Token': token }
      const flow = got(
        'starting an aal2 login',
        await app.GET('/self-service/login/api', { params: { query: { aal: 'aal2' }, header } }),
      )
      const body = { method: 'totp', totp_code: totpCode(secret) } as const
      const done = got(
        'reaching aal2',
        await app.POST('/self-service/login', { params: { query: { flow: flow.id }, header }, body }),
      )
      return { token: done.session_token ?? token, session: done.session }
    },
  }
}

/** somebody makes up a new person. */
export function somebody(name = 'Ann'): PersonWithEmail & { name: string } {
  return { email: `${name.toLowerCase()}-${randomUUID()}@example.com`, name }
}

/** totpCode returns the six digits that an authenticator app shows now for a secret of {@link KratosFlows.addTotp}. */
export function totpCode(secret: string): string {
  return new TOTP({ secret, digits: 6, period: 30 }).generate()
}

/** Retries while the in-memory database refuses concurrent writes. */
async function patiently(request: Request): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(request.clone())
    if (
      response.ok ||
      tries === 100 ||
      !/Unable to serialize access|table is locked/.test(await response.clone().text())
    )
      return response
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function identifier(person: Person): string {
  return 'traits' in person ? person.identifier : person.email
}

function traits(person: Person): Record<string, unknown> {
  if ('traits' in person) return person.traits
  const { email, name } = person
  return { email, ...(name === undefined ? {} : { name }) }
}

interface Fetched<T> {
  data?: T
  error?: unknown
  response: Response
}

function succeeded(doing: string, { error, response }: Fetched<unknown>): void {
  if (!response.ok)
    throw new Error(`${doing}: Kratos answered ${response.status} ${JSON.stringify(error).slice(0, 500)}`)
}

function got<T>(doing: string, fetched: Fetched<T>): NonNullable<T> {
  succeeded(doing, fetched)
  const { data } = fetched
  if (data === undefined || data === null) throw new Error(`${doing}: Kratos answered without a body`)
  return data
}

function cookies(jar: string, response: Response): string {
  const known = new Map(
    jar
      .split('; ')
      .filter(Boolean)
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair]),
  )
  for (const line of response.headers.getSetCookie()) {
    const pair = line.split(';', 1)[0] ?? ''
    known.set(pair.slice(0, pair.indexOf('=')), pair)
  }
  return [...known.values()].join('; ')
}

function csrf(ui: Schemas['uiContainer']): string {
  for (const { attributes } of ui.nodes)
    if (attributes.node_type === 'input' && attributes.name === 'csrf_token') return String(attributes.value)
  throw new Error('reading a flow: it has no CSRF token')
}

function totpSecret(ui: Schemas['uiContainer']): string {
  for (const { attributes } of ui.nodes) {
    if (attributes.node_type === 'text' && attributes.id === 'totp_secret_key') {
      const { context } = attributes.text
      if (context !== undefined && 'secret' in context) return String(context['secret'])
    }
  }
  throw new Error('reading a settings flow: it has no TOTP secret; TOTP is not enabled, or the identity has it already')
}
