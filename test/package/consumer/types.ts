import Koa from 'koa'
import createClient from 'openapi-fetch'
import { checkSession, createOry, toResponse, type Session } from 'ory-session-echo'
import { redirectToLogin, requireSession } from 'ory-session-echo/koa'
import type { components, operations, paths } from 'ory-session-echo/openapi'
import { KratosContainer, type StartedKratosContainer } from 'ory-session-echo/testing'

interface Traits {
  email: string
}

const ory = createOry('http://localhost:4433')
const onMissing = redirectToLogin('https://auth.example.com/login')

export const app = new Koa().use(requireSession<Traits>({ ory, onMissing })).use((ctx) => {
  ctx.body = ctx.state.session.identity?.traits.email.toUpperCase()
})

export async function whose(request: Request): Promise<Response> {
  const checked = await checkSession<Traits>(request.headers, { ory })
  if (checked.session === undefined) return toResponse(checked)
  const session: Session<Traits> = checked.session
  return new Response(session.identity?.traits.email)
}

export const client = createClient<paths>({ baseUrl: 'http://localhost:4433' })
export type Query = operations['toSession']['parameters']['query']
export const idOf = ({ id }: components['schemas']['session']): string => id
export const start = (): Promise<StartedKratosContainer> => new KratosContainer().start()

// @ts-expect-error: traits are what the program says they are
export const mailOf = (session: Session<Traits>): unknown => session.identity?.traits.mail
