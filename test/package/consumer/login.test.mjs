import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkSession, createOry } from 'ory-session-echo'
import { KratosContainer } from 'ory-session-echo/testing'

let kratos, ory
before(async () => {
  kratos = await new KratosContainer().start()
  ory = createOry(kratos.getPublicUrl())
})
after(async () => {
  ory?.close()
  await kratos?.stop()
})

test('a browser that logs in has a session', async () => {
  const ann = { email: 'ann@example.com' }
  await kratos.flows.createIdentity(ann)
  const { cookie } = await kratos.flows.logInAsBrowser(ann)
  assert.equal((await checkSession({ cookie }, { ory })).session.identity.traits.email, ann.email)
  assert.equal((await checkSession({}, { ory })).why, 'no_session')
})
