import { generateKeyPairSync } from 'node:crypto'
import type { RunningServer } from '../../../src/service/server.ts'
import { KratosContainer, type KratosConfig, type StartedKratosContainer } from '../../../src/testing/index.ts'
import { startRecorded } from '../service.ts'

/** The service in style `http` in front of a Kratos. */
export interface Setup {
  kratos: StartedKratosContainer
  service: RunningServer
  close: () => Promise<void>
}

/** The name of the template after which the Kratos of {@link setUp} makes JSON Web Tokens. */
export const template = 'echo'

/**
 * setUp starts a Kratos that asks for aal2 where it can, extends sessions and makes JSON Web Tokens, with `config` laid
 * over it, and the service in front of it with `environment`.
 */
export async function setUp(environment: Record<string, string> = {}, config: KratosConfig = {}): Promise<Setup> {
  const session = {
    earliest_possible_extend: '24h',
    whoami: { tokenizer: { templates: { [template]: { jwks_url: signingKey(), ttl: '1m' } } } },
  }
  const kratos = await new KratosContainer()
    .withRequiredAal('highest_available')
    .withConfig({ session })
    .withConfig(config)
    .start()
  const service = await startRecorded({
    ORY_SDK_URL: kratos.getPublicUrl(),
    RESPONSES: 'http',
    ...environment,
  })
  const close = async (): Promise<void> => {
    await service.close()
    await kratos.stop()
  }
  return { kratos, service, close }
}

function signingKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const keys = [{ ...privateKey.export({ format: 'jwk' }), kid: 'tests', alg: 'ES256', use: 'sig' }]
  return `base64://${Buffer.from(JSON.stringify({ keys })).toString('base64')}`
}
