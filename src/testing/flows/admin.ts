import type { components } from '../../../generated/ory.ts'
import type { Kratos } from './kratos.ts'
import { passwordOf, traitsOf, type Person } from './person.ts'
import { got, succeeded } from './refusal.ts'

type Identity = components['schemas']['identity']
type Session = components['schemas']['session']

/** A mail that Kratos has queued, as Ory's spec describes it. */
export type Mail = components['schemas']['message']

/** A code with which a person logs in once, without a password. */
export interface Recovery {
  code: string
  /** The page for the code: your recovery page with the flow in its query. */
  link: string
  /** When the code expires, in RFC 3339. */
  expiresAt: string
}

/** What an administrator does, who can also read the mails. */
export interface AdminFlows {
  /** Creates an identity with a password through the admin API, in the schema `schemaId` if the person has one. */
  createIdentity: (person: Person) => Promise<Identity>
  /** Ends a session as an administrator does. */
  revokeSession: (sessionId: string) => Promise<void>
  /** Extends a session by its lifespan from now on, and returns it. */
  extendSession: (sessionId: string) => Promise<Session>
  /** Sets an identity inactive, as an administrator does. */
  disableIdentity: (identityId: string) => Promise<void>
  /** Makes a code with which the person of an identity logs in once, see `recoverAsBrowser`. */
  recoveryCode: (identityId: string) => Promise<Recovery>
  /** The mails that Kratos has queued, the newest first: all, or those to `recipient`. None is sent. */
  mails: (recipient?: string) => Promise<Mail[]>
  /**
   * The code in the newest mail that asks for verification of `email`, such as Kratos sends after registration.
   *
   * @throws Error when there is no such mail.
   */
  verificationCode: (email: string) => Promise<string>
}

/** adminFlows does what an administrator does. */
export function adminFlows({ admin }: Kratos): AdminFlows {
  const mails = async (recipient?: string): Promise<Mail[]> => {
    const all: Mail[] = []
    for (let after: string | undefined; ;) {
      const query = {
        page_size: 250,
        ...(recipient === undefined ? {} : { recipient }),
        ...(after === undefined ? {} : { page_token: after }),
      }
      const page = await admin.GET('/admin/courier/messages', { params: { query } })
      all.push(...got('reading the mails', page))
      after = nextPage(page.response)
      if (after === undefined) return all
    }
  }

  return {
    createIdentity: async (person) => {
      const credentials = { password: { config: { password: passwordOf(person) } } }
      // An empty id means Kratos' default.
      const body = { schema_id: person.schemaId ?? '', traits: traitsOf(person), credentials }
      return got('creating an identity', await admin.POST('/admin/identities', { body }))
    },

    revokeSession: async (id) => {
      succeeded('revoking a session', await admin.DELETE('/admin/sessions/{id}', { params: { path: { id } } }))
    },

    extendSession: async (id) => {
      const doing = 'extending a session'
      const path = { id }
      // It answers without the identity, and without the session where Kratos is configured to be faster.
      succeeded(doing, await admin.PATCH('/admin/sessions/{id}/extend', { params: { path } }))
      const expand: ('identity' | 'devices')[] = ['identity', 'devices']
      const params = { path, query: { expand } }
      return got(doing, await admin.GET('/admin/sessions/{id}', { params }))
    },

    disableIdentity: async (id) => {
      const params = { path: { id } }
      const body = [{ op: 'replace', path: '/state', value: 'inactive' } as const]
      succeeded('disabling an identity', await admin.PATCH('/admin/identities/{id}', { params, body }))
    },

    recoveryCode: async (id) => {
      const body = { identity_id: id }
      const made = got('making a recovery code', await admin.POST('/admin/recovery/code', { body }))
      return { code: made.recovery_code, link: made.recovery_link, expiresAt: made.expires_at ?? '' }
    },

    mails,

    verificationCode: async (email) => {
      const newest = (await mails(email)).find(({ template_type: type }) => type === 'verification_code_valid')
      const code = /\b\d{6}\b/.exec(newest?.body ?? '')?.[0]
      if (code === undefined)
        throw new Error(
          `reading a verification code: Kratos has queued no mail with one to ${email}; ` +
            'is the trait verified by email in the identity schema?',
        )
      return code
    },
  }
}

/** The token of the next page, from the `Link` header. */
function nextPage(response: Response): string | undefined {
  const link = /<([^>]+)>; *rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
  return link === undefined ? undefined : (new URL(link, response.url).searchParams.get('page_token') ?? undefined)
}
