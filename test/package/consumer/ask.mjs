import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'

/** Asks a STUB of Ory whose session a token is, and one that is not there. */
export async function ask({ cacheSessions, checkSession, createOry, UpstreamError }) {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json')
    const traits = { email: 'ann@example.com' }
    response.end(
      JSON.stringify({
        id: request.headers['x-session-token'],
        active: true,
        authenticator_assurance_level: 'aal1',
        identity: { id: 'i', schema_id: 'default', schema_url: '', traits },
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const ory = createOry(`http://127.0.0.1:${server.address().port}`)
  const checked = await checkSession(new Headers({ authorization: 'Bearer s1' }), { ory: cacheSessions(ory) })
  assert.equal(checked.session?.id, 's1')
  ory.close()
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
  const refused = await checkSession({ authorization: 'Bearer s1' }, { ory: createOry('http://127.0.0.1:1') })
  assert.deepEqual([refused.why, refused.status], ['unavailable', 502])
  await assert.rejects(createOry('http://127.0.0.1:1').whoami({ cookie: '', token: '' }), UpstreamError)
}
