import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sdkCredentialsOf } from '../../src/ory/credentials.ts'
import { somebody } from '../../src/testing/flows.ts'
import { KratosContainer, type StartedKratosContainer } from '../../src/testing/index.ts'
import { startDebug, type DebugService } from '../support/debug-service.ts'
import pastes from './pastes.json' with { type: 'json' }

type Secrets = Record<'csrf' | 'session' | 'value' | 'dead' | 'token' | 'id', string>

/** A paste with real secrets in it; `{value:0:60}` is a part of one. */
function filled(text: string, secrets: Secrets): string {
  return text.replace(/\{(csrf|session|value|dead|token|id)(?::(\d*):(\d*))?\}/g, (_, name: keyof Secrets, from, to) =>
    secrets[name].slice(Number(from ?? 0), to === undefined || to === '' ? undefined : Number(to)),
  )
}

describe('what people paste, in front of a real Kratos', () => {
  let kratos: StartedKratosContainer
  let services: Record<'go' | 'http', DebugService>
  let secrets: Secrets

  beforeAll(async () => {
    kratos = await new KratosContainer().start()
    const ory = kratos.getPublicUrl()
    services = {
      go: await startDebug(ory),
      http: await startDebug(ory, { acceptsSessionToken: true, credentialsOf: (headers) => sdkCredentialsOf(headers) }),
    }
    const app = await kratos.flows.register(somebody())
    const browser = await kratos.flows.registerAsBrowser(somebody())
    const gone = await kratos.flows.registerAsBrowser(somebody())
    const pairs = (cookie: string): string[] => cookie.split('; ')
    const session = pairs(browser.cookie).find((pair) => pair.startsWith('ory_kratos_session=')) ?? ''
    secrets = {
      csrf: pairs(browser.cookie).find((pair) => pair.startsWith('csrf_token')) ?? '',
      session,
      value: session.slice('ory_kratos_session='.length),
      dead: pairs(gone.cookie).find((pair) => pair.startsWith('ory_kratos_session=')) ?? '',
      token: app.token,
      id: app.session.id,
    }
    await kratos.flows.logOutAsBrowser(gone)
  }, 600_000)

  afterAll(async () => {
    for (const service of Object.values(services)) await service.close()
    await kratos.stop()
  })

  test.each(pastes.flatMap((paste) => (['go', 'http'] as const).map((style) => ({ ...paste, style }))))(
    '$name, in style $style: $want',
    async ({ text, rule, style }) => {
      const report = await services[style].report([], filled(text, secrets))
      expect(report.diagnosis[0]?.rule).toBe(rule[style])
      expect(report.readAs).not.toBeNull()
      for (const secret of [secrets.value, secrets.token]) expect(JSON.stringify(report)).not.toContain(secret)
    },
  )
})
