import { describe, expect, test } from '@jest/globals'
import { scrubber } from '../../../src/service/debug/observation/scrub.ts'
import { publicName } from '../../../src/service/debug/observation/secrets.ts'

describe('the scrubber', () => {
  test('hides secrets that overlap from the beginning of the first to the end of the last', async () => {
    expect((await scrubber(['abcdefgh', 'efghijklmnop', 'nopqrstu']))('x abcdefghijklmnopqrstu y')).toBe(
      'x [redacted] y',
    )
  })

  test('hides the longer of two that begin alike, and each where it stands', async () => {
    expect((await scrubber(['secret-1', 'secret-1-and-more']))('secret-1 secret-1-and-more secret-2')).toBe(
      '[redacted] [redacted] secret-2',
    )
  })

  test('hides a text as a whole that is so like the secrets that looking further would take long', async () => {
    const clean = await scrubber(Array.from({ length: 200 }, (_, index) => `${'a'.repeat(20 + index)}b`))
    expect(clean('a'.repeat(1000))).toBe('[redacted]')
    expect(clean('nothing like it')).toBe('nothing like it')
  })

  test.each([
    ['"quoted-secret"', 'quoted-secret'],
    ['percent%20encoded', 'percent encoded'],
    ['Bearer one-token, other-token', 'other-token'],
    ['eyJhbGciOiJ.eyJzdWIiOiJ.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
    [`%22eyJhbGciOiJ.eyJzdWIiOiJ.${'A'.repeat(20)}%22`, 'A'.repeat(20)],
    ['%e0%a4%a is-no-encoding', 'is-no-encoding'],
    ['x,ory_st_0123456789abcdef;', 'ory_st_0123456789abcdef'],
    ['{"session_token":"ory_st_0123456789abcdef"}', 'ory_st_0123456789abcdef'],
    ['ory_st_0123456789abcdef', '123456789abc'],
    ['ory_st_0123456789ABCDEF', 'ORY_ST_0123456789abcdef'],
  ])('hides %s as %s', async (secret, shown) => {
    expect((await scrubber([secret]))(`it is ${shown}!`)).toBe('it is [redacted]!')
  })

  test('leaves words that a text of others may have as well', async () => {
    expect((await scrubber(['{"consent":"marketing"}']))('no marketing here')).toBe('no marketing here')
  })

  test('leaves values that are short enough to occur in any text', async () => {
    expect((await scrubber(['a', 'dark']))('a dark day')).toBe('a dark day')
  })
})

test.each([
  'ory_kratos_session',
  'ory_session_happyeinstein1a2b3c4d5e6f',
  '__Host-ory_kratos_session',
  `csrf_token_${'0f'.repeat(32)}`,
  'theme',
  '_ga',
  '_ga_ABC123',
  'ajs_anonymous_id',
  'connect.sid',
])('the name of the cookie %s is shown', (name) => {
  expect(publicName(name)).toBe(name)
})
