import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { constants, createSecureServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { listenOnFreePort } from '../support/free-port.ts'
import { startProcess } from '../support/service-process.ts'

const json = { 'content-type': 'application/json' }

describe('over HTTP/2', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ory-session-echo-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  beforeAll(() => {
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    execFileSync('openssl', ['req', ...kind, '-keyout', key, '-out', cert, ...names], { stdio: 'ignore' })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test.each<[string, (stream: ServerHttp2Stream, session: ServerHttp2Session) => void]>([
    [
      'refuses every third stream',
      (stream) => {
        stream.close(constants.NGHTTP2_REFUSED_STREAM)
      },
    ],
    [
      'says GOAWAY before every third',
      (stream, session) => {
        session.goaway(constants.NGHTTP2_NO_ERROR, (stream.id ?? 1) - 2)
      },
    ],
  ])('an Ory that %s loses no request, and its statuses have their texts', async (_, fault) => {
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) })
    let count = 0
    const sessions = new Set<ServerHttp2Session>()
    server.on('session', (session) => sessions.add(session.on('error', () => undefined)))
    server.on('stream', (stream, headers) => {
      stream.on('error', () => undefined)
      const owner = [...sessions].find((session) => session === stream.session)
      if (++count % 3 === 0 && owner !== undefined) {
        fault(stream, owner)
        return
      }
      const none = headers.cookie === 'none'
      stream.respond({ ':status': none ? 401 : 200, ...json })
      stream.end(none ? '{"error":{}}' : '{"id":"x"}')
    })
    const port = await listenOnFreePort(server, 'localhost')
    const service = await startProcess({ ORY_SDK_URL: `https://localhost:${port}`, NODE_EXTRA_CA_CERTS: cert })
    try {
      for (let asked = 0; asked < 60; asked++) {
        const response = await fetch(`${service.url}/sessions/whoami`, {
          headers: { cookie: asked % 2 === 0 ? 'none' : 'some' },
        })
        expect(await response.text()).toBe(asked % 2 === 0 ? '401 Unauthorized\n' : '{"id":"x"}\n')
      }
    } finally {
      expect(await service.stop()).toBe(0)
      for (const session of sessions) session.destroy()
      server.close()
    }
  })
})
