import type { components } from '../../../generated/ory.ts'
import type { Recovery } from './admin.ts'
import { newCookies, type BrowserCookie, type Cookies, type WithCookies } from './cookies.ts'
import { csrfToken } from './form.ts'
import type { Kratos } from './kratos.ts'
import { checkSchema, passwordLogin, passwordRegistration, schemaQuery, type Person } from './person.ts'
import { got, refusal, succeeded, type Fetched } from './refusal.ts'
import { totpEntry, totpSecret } from './totp.ts'

type Session = components['schemas']['session']

/** A browser's login. */
export interface BrowserLogin {
  /** The value of the `Cookie` header that the browser sends to Kratos. */
  cookie: string
  /** All cookies of the browser, as Playwright's `addCookies` accepts them. */
  cookies: readonly BrowserCookie[]
  /** None where Kratos hides an aal1 session until the second factor; see `reachAal2AsBrowser`. */
  session?: Session
}

/** What a browser does. A login is also accepted as `{ cookie }`, and as `{ cookies }` of Playwright's browser. */
export interface BrowserFlows {
  /** Logs in with a password as a browser does, with CSRF token and cookies. */
  logInAsBrowser: (person: Person) => Promise<BrowserLogin>
  /** Registers a person as a browser does, see `register`. */
  registerAsBrowser: (person: Person) => Promise<BrowserLogin>
  /** Ends a browser's session as the browser does. */
  logOutAsBrowser: (login: WithCookies) => Promise<void>
  /** Adds TOTP to the identity and returns its secret. The session becomes aal2, its cookies stay. */
  addTotpAsBrowser: (login: WithCookies) => Promise<string>
  /** Takes a browser's session from aal1 to aal2 with the current TOTP code of `secret`. */
  reachAal2AsBrowser: (login: WithCookies, secret: string) => Promise<BrowserLogin>
  /** Logs in with a code of `recoveryCode`, as a browser does that follows its link. */
  recoverAsBrowser: (recovery: Pick<Recovery, 'code' | 'link'>) => Promise<BrowserLogin>
}

/** browserFlows does what a browser does. */
export function browserFlows({ baseUrl, browser }: Kratos): BrowserFlows {
  const whoami = `${baseUrl}/sessions/whoami`
  const loggedIn = (cookies: Cookies, session?: Session): BrowserLogin => ({
    cookie: cookies.header(whoami),
    cookies: cookies.list(),
    ...(session === undefined ? {} : { session }),
  })
  /** The login after an answer that may have sent the browser to another page, which is 422 to a request for JSON. */
  const sentOn = async (doing: string, cookies: Cookies, done: Fetched<unknown>): Promise<BrowserLogin> => {
    if (done.response.status !== 422) succeeded(doing, done)
    const { data, response } = await browser(cookies).GET('/sessions/whoami')
    if (response.status === 401) throw refusal(doing, done.response, done.data ?? done.error)
    return loggedIn(cookies, data)
  }

  return {
    logInAsBrowser: async (person) => {
      const cookies = newCookies(whoami)
      const kratos = browser(cookies)
      const { id, ui } = got('starting a browser login', await kratos.GET('/self-service/login/browser'))
      const body = { ...passwordLogin(person), ...csrfToken(ui) }
      const done = await kratos.POST('/self-service/login', { params: { query: { flow: id } }, body })
      const { session } = done.data ?? {}
      return session === undefined ? sentOn('logging in as a browser', cookies, done) : loggedIn(cookies, session)
    },

    registerAsBrowser: async (person) => {
      const doing = 'registering as a browser'
      const cookies = newCookies(whoami)
      const kratos = browser(cookies)
      const query = schemaQuery(person)
      const begun = await kratos.GET('/self-service/registration/browser', { params: { query } })
      const { id, ui } = got('starting a browser registration', begun)
      const body = { ...passwordRegistration(person), ...csrfToken(ui) }
      const params = { query: { flow: id } }
      const { identity, session } = got(doing, await kratos.POST('/self-service/registration', { params, body }))
      checkSchema(doing, person, identity)
      if (session === undefined) throw new Error(`${doing}: Kratos began no session; its config lacks the session hook`)
      return loggedIn(cookies, session)
    },

    logOutAsBrowser: async (login) => {
      const kratos = browser(newCookies(whoami, login))
      const begun = await kratos.GET('/self-service/logout/browser')
      const { logout_token: token } = got('starting a logout', begun)
      const done = await kratos.GET('/self-service/logout', { params: { query: { token } } })
      succeeded('logging out as a browser', done)
    },

    addTotpAsBrowser: async (login) => {
      const kratos = browser(newCookies(whoami, login))
      const { id, ui } = got('starting settings', await kratos.GET('/self-service/settings/browser'))
      const secret = totpSecret(ui)
      const body = { ...totpEntry(secret), ...csrfToken(ui) }
      const params = { query: { flow: id } }
      got('adding TOTP as a browser', await kratos.POST('/self-service/settings', { params, body }))
      return secret
    },

    reachAal2AsBrowser: async (login, secret) => {
      const cookies = newCookies(whoami, login)
      const kratos = browser(cookies)
      const begun = await kratos.GET('/self-service/login/browser', { params: { query: { aal: 'aal2' } } })
      const { id, ui } = got('starting an aal2 login', begun)
      const body = { ...totpEntry(secret), ...csrfToken(ui) }
      const done = await kratos.POST('/self-service/login', { params: { query: { flow: id } }, body })
      return loggedIn(cookies, got('reaching aal2 as a browser', done).session)
    },

    recoverAsBrowser: async ({ code, link }) => {
      const flow = new URL(link).searchParams.get('flow') ?? ''
      const cookies = newCookies(whoami)
      const kratos = browser(cookies)
      const params = { query: { flow } }
      const done = await kratos.POST('/self-service/recovery', { params, body: { method: 'code', code } })
      return sentOn('recovering an account', cookies, done)
    },
  }
}
