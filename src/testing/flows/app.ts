import type { components } from '../../../generated/ory.ts'
import type { Kratos } from './kratos.ts'
import { checkSchema, passwordLogin, passwordRegistration, schemaQuery, type Person } from './person.ts'
import { got, succeeded } from './refusal.ts'
import { totpEntry, totpSecret } from './totp.ts'

type Session = components['schemas']['session']

/** A native login: a session and its token. */
export interface NativeLogin {
  token: string
  session: Session
}

type WithToken = Pick<NativeLogin, 'token'>

/** What an app does. */
export interface AppFlows {
  /**
   * Registers a person as an app does, and returns the new session. Kratos v1.3.1 ignores a `schemaId` and uses its
   * default, `identity.default_schema_id`.
   *
   * @throws Error when Kratos used another schema, or began no session.
   */
  register: (person: Person) => Promise<NativeLogin>
  /** Logs in with a password as an app does. */
  logIn: (person: Person) => Promise<NativeLogin>
  /** Ends an app's session as the app does. */
  logOut: (login: WithToken) => Promise<void>
  /** Adds TOTP to the identity and returns its secret. The session becomes aal2. */
  addTotp: (login: WithToken) => Promise<string>
  /** Takes an app's session from aal1 to aal2 with the current TOTP code of `secret`. */
  reachAal2: (login: WithToken, secret: string) => Promise<NativeLogin>
}

/** appFlows does what an app does. */
export function appFlows({ app }: Kratos): AppFlows {
  return {
    register: async (person) => {
      const doing = 'registering'
      const query = schemaQuery(person)
      const begun = await app.GET('/self-service/registration/api', { params: { query } })
      const { id } = got('starting a native registration', begun)
      const body = passwordRegistration(person)
      const done = got(doing, await app.POST('/self-service/registration', { params: { query: { flow: id } }, body }))
      checkSchema(doing, person, done.identity)
      if (done.session === undefined)
        throw new Error(`${doing}: Kratos began no session; its config lacks the session hook`)
      return { token: done.session_token ?? '', session: done.session }
    },

    logIn: async (person) => {
      const { id } = got('starting a native login', await app.GET('/self-service/login/api'))
      const body = passwordLogin(person)
      const done = await app.POST('/self-service/login', { params: { query: { flow: id } }, body })
      const { session, session_token: token } = got('logging in', done)
      return { token: token ?? '', session }
    },

    logOut: async ({ token }) => {
      succeeded('logging out', await app.DELETE('/self-service/logout/api', { body: { session_token: token } }))
    },

    addTotp: async ({ token }) => {
      const header = { 'X-Session-Token': token }
      const begun = await app.GET('/self-service/settings/api', { params: { header } })
      const { id, ui } = got('starting settings', begun)
      const secret = totpSecret(ui)
      const params = { query: { flow: id }, header }
      got('adding TOTP', await app.POST('/self-service/settings', { params, body: totpEntry(secret) }))
      return secret
    },

    reachAal2: async ({ token }, secret) => {
      const header = { 'X-Session-Token': token }
      const begun = await app.GET('/self-service/login/api', { params: { query: { aal: 'aal2' }, header } })
      const params = { query: { flow: got('starting an aal2 login', begun).id }, header }
      const done = await app.POST('/self-service/login', { params, body: totpEntry(secret) })
      const { session, session_token: renewed } = got('reaching aal2', done)
      return { token: renewed ?? token, session }
    },
  }
}
