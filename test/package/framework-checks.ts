import assert from 'node:assert/strict'
import { somebody, type StartedKratosContainer } from '../../src/testing/index.ts'
import { ask, edgeCookie, loginUrl, type Answer, type Program } from './framework-program.ts'

type Heads = Record<string, string>

const paths = ['/', '/account', '/payments']

/** checkProgram asks a program for what its page promises, and takes Ory away in the end. */
export async function checkProgram(app: Program, kratos: StartedKratosContainer): Promise<void> {
  const { flows } = kratos
  const whoami = `${kratos.getPublicUrl()}/sessions/whoami`
  const ann = somebody('Ann')
  const first = await flows.register(ann)
  const secret = await flows.addTotp(first)
  const aal2 = await flows.reachAal2(await flows.logIn(ann), secret)
  const { token } = await flows.logIn(ann)
  const { cookie } = await flows.logInAsBrowser(ann)
  const anns: readonly Heads[] = [{ authorization: `Bearer ${token}` }, { 'x-session-token': token }, { cookie }]

  const ownRefusal = (await ask(whoami)).body
  // At once, since each 401 to credentials may wait for a second until Ory's readiness is known.
  await Promise.all([
    isGuest(app, {}, ownRefusal),
    isGuest(app, { 'x-session-token': 'ory_st_garbage' }, ownRefusal),
    isGuest(app, { cookie: 'ory_kratos_session=garbage' }),
  ])

  for (const headers of anns) {
    await answers(app, '/', headers, { status: 200, body: 'Welcome back' })
    await answers(app, '/account', headers, { status: 200, json: { email: ann.email } })
    const { body } = await answers(app, '/payments', headers, { status: 403 })
    assert.equal(errorIn(body)['id'], 'session_aal2_required')
  }
  await answers(app, '/payments', { 'x-session-token': aal2.token }, { status: 200, json: { paidBy: aal2.session.id } })

  const bob = somebody('Bob')
  const bobs = await flows.register(bob)
  const people = [ann, bob, ann, bob, ann, bob, ann, bob].map(async ({ email }) => {
    const headers = { 'x-session-token': email === bob.email ? bobs.token : token }
    await answers(app, '/account', headers, { status: 200, json: { email } })
  })
  await Promise.all(people)
  await flows.revokeSession(bobs.session.id)
  await isGuest(app, { 'x-session-token': bobs.token }, ownRefusal)

  const { id } = JSON.parse((await ask(whoami, { cookie })).body) as { id: string }
  await ask(`${kratos.getAdminUrl()}/admin/sessions/${id}/extend`, {}, 'PATCH')
  for (const path of ['/', '/account']) {
    const { cookies } = await app.ask(path, { cookie })
    assert.equal(cookies.length, 2, `${path}: an extended session and a cookie beside it came as ${cookies.join()}`)
    assert.match(cookies[0] ?? '', /^ory_kratos_session=/)
  }

  app.dropEdgeCookie()
  await answers(app, '/account', { 'x-session-token': token }, { status: 200, json: { email: ann.email }, cookies: [] })
  await answers(app, '/account', {}, { status: 401, body: ownRefusal, cookies: [] })

  app.loseOry()
  for (const headers of [{}, ...anns]) {
    for (const path of paths) {
      const { body } = await answers(app, path, headers, { status: 502, cookies: [] })
      assert.equal(errorIn(body)['code'], 502)
    }
  }
}

/** checkLogin asks for a page as a browser does. */
export async function checkLogin(app: Program): Promise<void> {
  const { status, headers } = await app.ask('/account?tab=2', { accept: 'text/html', 'sec-fetch-mode': 'navigate' })
  const location = new URL(String(headers['location']))
  assert.deepEqual([status, location.origin + location.pathname], [303, loginUrl])
  assert.match(location.searchParams.get('return_to') ?? '', /^http:\/\/127\.0\.0\.1:\d+\/account\?tab=2$/)
}

/** Asks as somebody without a session: a guest where that is allowed, and elsewhere refused in Kratos' own words. */
async function isGuest(app: Program, headers: Heads, body?: string): Promise<void> {
  const refusals = ['/account', '/payments'].map(async (path) => {
    const refused = await answers(app, path, headers, { status: 401, ...(body === undefined ? {} : { body }) })
    assert.equal(refused.headers['www-authenticate'], 'Bearer', `the challenge of ${path}`)
    assert.equal(errorIn(refused.body)['code'], 401)
  })
  await Promise.all([answers(app, '/', headers, { status: 200, body: 'Who are you?' }), ...refusals])
}

interface Expected {
  status: number
  body?: string
  json?: object
  cookies?: readonly string[]
}

/** Asks, and compares the answer; none of them may be kept, or hold what the request was sent with. */
async function answers(app: Program, path: string, headers: Heads, expected: Expected): Promise<Answer> {
  const answer = await app.ask(path, headers)
  const what = `${path} with ${Object.keys(headers).join() || 'no credentials'}: ${answer.status} ${answer.body}`
  const { status, body, json, cookies = [edgeCookie] } = expected
  assert.equal(answer.status, status, what)
  if (body !== undefined) assert.equal(answer.body, body, what)
  if (json !== undefined) assert.deepEqual(JSON.parse(answer.body), json, what)
  assert.deepEqual(answer.cookies, cookies, `the cookies of ${what}`)
  assert.equal(answer.headers['cache-control'], 'no-store', `Cache-Control of ${what}`)
  if (status >= 400 || json !== undefined)
    assert.match(String(answer.headers['content-type']), /^application\/json\b/, `the type of ${what}`)
  for (const secret of Object.values(headers).flatMap((value) => value.match(/[\w+/=-]{24,}/g) ?? []))
    assert.ok(!answer.body.includes(secret), `${path} answered with a credential`)
  return answer
}

function errorIn(body: string): Record<string, unknown> {
  return (JSON.parse(body) as { error: Record<string, unknown> }).error
}
