import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkSession, createOry, UpstreamError, type Ory } from 'ory-session-echo'
import { requireSession } from 'ory-session-echo/koa'
import { KratosContainer } from 'ory-session-echo/testing'

let server: Server
let ory: Ory

beforeAll(async () => {
  // A STUB of Ory.
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json')
    response.end('{"id":"s1","active":true,"authenticator_assurance_level":"aal1"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ory = createOry(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})

afterAll(async () => {
  ory.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('a session is found', async () => {
  expect((await checkSession({ cookie: 'a=1' }, { ory })).session?.id).toBe('s1')
  expect(typeof requireSession({ ory })).toBe('function')
  expect(typeof new KratosContainer().start).toBe('function')
})

test('a failure is an UpstreamError, and no session', async () => {
  const nobody = createOry('http://127.0.0.1:1')
  await expect(nobody.whoami({ cookie: '', token: '' })).rejects.toThrow(UpstreamError)
  expect(await checkSession({}, { ory: nobody })).toMatchObject({ why: 'unavailable', status: 502 })
})
