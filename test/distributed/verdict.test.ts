import { expect, test } from '@jest/globals'
import { optional, verdictOf } from './verdict.ts'

const session = JSON.stringify({ id: 's', identity: { id: 'ann' } })
const asked = (identity: string, path = '/sessions/whoami'): { identity: string; path: string } => ({ identity, path })

test.each([
  ['own', asked('ann'), { status: 200, text: session }],
  ['another', asked('bob'), { status: 200, text: session }],
  ['another', asked(''), { status: 200, text: session }],
  ['another', asked('ann'), { status: 200, text: '{}' }],
  ['another', asked('ann'), { status: 200, text: '<h1>' }],
  ['nobody', asked('ann'), { status: 401, text: '' }],
  ['nobody', asked('ann', '/'), { status: 500, text: '401 Unauthorized\n' }],
  ['500', asked('ann', '/'), { status: 500, text: 'Ory did not answer in time\n' }],
  ['503', asked('ann'), { status: 503, text: '' }],
  ['own', asked('ann', optional), { status: 200, text: '', header: 'ann' }],
  ['another', asked('ann', optional), { status: 200, text: '', header: 'bob' }],
  ['nobody', asked('ann', optional), { status: 200, text: '', header: '' }],
  ['another', asked('', optional), { status: 200, text: '', header: 'bob' }],
])('the distributed run takes for %s what is', (verdict, request, answer) => {
  expect(verdictOf(request, { header: undefined, ...answer })).toBe(verdict)
})
