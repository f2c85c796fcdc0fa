import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cookieKindRules, tokenKindRules } from '../../../src/service/debug/rules/kinds.ts'
import { startDebug, type DebugService } from '../../support/debug-service.ts'
import { token, value } from '../../support/pasted.ts'
import { startStubUpstream, type StubUpstream } from '../../support/stub-ory.ts'
import { bearer, jwt, unauthorized } from './rule-cases.ts'

const csrf = `csrf_token_${'0f'.repeat(32)}=${'A'.repeat(43)}=`

/** What people have in place of a credential, and its kind. */
const mistakes: readonly (readonly [secret: string, kind: string])[] = [
  ['undefined', 'placeholder'],
  ['null', 'placeholder'],
  ['None', 'placeholder'],
  ['nil', 'placeholder'],
  ['<nil>', 'placeholder'],
  ['NaN', 'placeholder'],
  ['[object Object]', 'placeholder'],
  ['[object Promise]', 'placeholder'],
  ['Promise { <pending> }', 'placeholder'],
  ['map[]', 'placeholder'],
  ['{}', 'placeholder'],
  ['$TOKEN', 'placeholder'],
  ['${SESSION_TOKEN}', 'placeholder'],
  ['$env:TOKEN', 'placeholder'],
  ['$(cat token.txt)', 'placeholder'],
  ['{{token}}', 'placeholder'],
  ['{token}', 'placeholder'],
  ['%TOKEN%', 'placeholder'],
  ['<session token>', 'placeholder'],
  ['YOUR_SESSION_TOKEN', 'placeholder'],
  ['your-session-token', 'placeholder'],
  ['[REDACTED]', 'placeholder'],
  ['***', 'placeholder'],
  ['ory_st_...', 'placeholder'],
  [jwt, 'jwt'],
  ['ory_pat_abc', 'project-api-key'],
  ['ory_wak_abc', 'workspace-api-key'],
  ['ory_apikey_abc', 'api-key'],
  ['ory_at_abc.def', 'oauth2-access-token'],
  ['ory_ac_abc', 'oauth2-authorization-code'],
  ['ory_rt_abc', 'oauth2-refresh-token'],
  ['ory_lo_abc', 'logout-token'],
  [csrf, 'csrf-pair'],
  [`${'A'.repeat(86)}==`, 'csrf-token'],
  [`ory_kratos_session=${value}`, 'session-pair'],
  ['b0f1a2c3-0000-4000-8000-000000000000', 'uuid'],
  ['{"session_token":"x"}', 'json'],
  ['https://auth.example.com/self-service/login', 'url'],
  ['ann@example.com', 'email'],
  ['123456', 'number'],
  ['$2a$12$abcdefghijklmnopqrstuv', 'password-hash'],
]

describe('what stands in place of a credential is named, by the same rules for a token and a cookie', () => {
  let stub: StubUpstream
  let service: DebugService

  beforeAll(async () => {
    stub = await startStubUpstream()
    stub.answer = unauthorized
    service = await startDebug(stub.url)
  })

  afterAll(async () => {
    await service.close()
    await stub.close()
  })

  const rulesOf = async (...lines: readonly (readonly [string, string])[]): Promise<string[]> =>
    (await service.report(lines)).diagnosis.filter(({ tone }) => tone === 'problem').map(({ rule }) => rule)

  test.each([...mistakes, [value, 'session-cookie'] as const])('%s after Bearer: %s', async (secret, kind) => {
    expect(await rulesOf(...bearer(secret))).toEqual([`token-${kind}`])
  })

  test.each([...mistakes, [token, 'session-token'] as const])(
    '%s as the value of the session cookie: %s',
    async (secret, kind) => {
      expect(await rulesOf(['Cookie', `theme=dark; ory_kratos_session=${secret}`])).toEqual([`cookie-${kind}`])
    },
  )

  test.each([...mistakes, [token, 'session-token'] as const].filter(([secret]) => !secret.includes('=')))(
    '%s as the whole Cookie header: %s',
    async (secret, kind) => {
      expect(await rulesOf(['Cookie', secret])).toEqual([`cookie-${kind}`])
    },
  )

  test.each([
    ['ory_session', csrf, 'cookie-csrf-pair'],
    ['session', token, 'cookie-session-token'],
    ['session_token', 'undefined', 'cookie-placeholder'],
  ])('a cookie of another name, %s, is looked into where there is no session cookie', async (name, secret, rule) => {
    expect(await rulesOf(['Cookie', `${name}=${secret}`])).toEqual([rule])
  })

  test("a JSON Web Token of another application beside Ory's cookie is no reason", async () => {
    expect(await rulesOf(['Cookie', `session=${jwt}; ory_kratos_session=${value}`])).toEqual(['cookie-refused'])
  })

  test('a value that looks like one of Ory counts as a session cookie, whatever its name', async () => {
    expect(await rulesOf(['Cookie', `my_own_name=${value}`])).toEqual(['cookie-refused'])
  })

  test('has every kind', () => {
    const kinds = new Set([...mistakes.map(([, kind]) => kind), 'session-cookie', 'session-token'])
    const named = [...tokenKindRules, ...cookieKindRules].map(({ rule }) => rule.replace(/^(?:token|cookie)-/, ''))
    expect(kinds).toEqual(new Set(named))
  })
})
