import { readFile } from 'node:fs/promises'
import { expect, test } from '@jest/globals'
import { files } from '../../openapi/spec.ts'
import { reach, undescribed } from './described.ts'

const types = await readFile(files.types, 'utf8')

test.each([
  ['session', ['identity.traits', 'sessionDevice.user_agent', 'authenticatorAssuranceLevel']],
  ['identity', ['identityCredentials.identifiers', 'verifiableIdentityAddress', 'recoveryIdentityAddress.via']],
  ['genericError', ['genericErrorContent.status_code', 'genericError.details.redirect_browser_to']],
  ['errorGeneric', ['genericError.id', 'errorGeneric.redirect_browser_to']],
])('whoever looks at %s in an editor reads what it is, and what everything below it is', (schema, some) => {
  expect([...reach(types, schema).keys()]).toEqual(expect.arrayContaining(some))
  expect(undescribed(types, schema)).toEqual([])
})
