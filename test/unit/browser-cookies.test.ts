import { expect, test } from '@jest/globals'
import { newCookies } from '../../src/testing/flows/cookies.ts'

const kratos = 'http://kratos.example.com:4433/self-service/login'

/** What a browser with these `Set-Cookie` headers of Kratos sends to a URL. */
function sent(setCookies: readonly string[], url: string): string {
  const cookies = newCookies(kratos)
  cookies.keep(setCookies, kratos)
  return cookies.header(url)
}

test('a cookie goes to its own path, on every port of its host', () => {
  const set = ['everywhere=1; Path=/', 'sessions=2; Path=/sessions', 'ours=3']
  expect(sent(set, 'http://kratos.example.com:1/sessions/whoami').split('; ').sort()).toEqual([
    'everywhere=1',
    'sessions=2',
  ])
  expect(sent(set, 'http://kratos.example.com/self-service/logout')).toBe('ours=3; everywhere=1')
  expect(sent(set, 'http://example.com/')).toBe('')
  expect(sent(set, 'http://app.kratos.example.com/')).toBe('')
})

test('a cookie with a domain goes to its subdomains, and another host cannot set it', () => {
  const set = ['wide=1; Path=/; Domain=example.com', 'foreign=2; Path=/; Domain=elsewhere.example']
  expect(sent(set, 'http://app.example.com/')).toBe('wide=1')
  expect(sent(set, 'http://elsewhere.example/')).toBe('')
})

test('a secure cookie goes over HTTPS, and to this machine', () => {
  const cookies = newCookies('https://kratos.example.com')
  cookies.keep(['safe=1; Path=/; Secure'], 'https://kratos.example.com/')
  cookies.keep(['local=1; Path=/; Secure'], 'http://localhost:4433/')
  expect(cookies.header('https://kratos.example.com/')).toBe('safe=1')
  expect(cookies.header('http://kratos.example.com/')).toBe('')
  expect(cookies.header('http://localhost:4433/')).toBe('local=1')
})

test('a cookie that expires is gone, and one set again is there once', () => {
  const set = ['a=1; Path=/', 'b=2; Path=/', 'a=; Path=/; Max-Age=0', 'b=3; Path=/']
  expect(sent(set, kratos)).toBe('b=3')
  expect(sent(['a=1; Path=/', 'a=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], kratos)).toBe('')
})

test('the cookies of a login make the same browser again, with all that limits them', () => {
  const first = newCookies(kratos)
  const set = [
    'ours=1; Path=/; HttpOnly; SameSite=Strict',
    'wide=2; Path=/sessions; Domain=example.com; Max-Age=3600',
    'safe=3; Path=/; Secure; SameSite=None',
  ]
  first.keep(set, kratos.replace('http:', 'https:'))
  const list = first.list()
  expect(list.map(({ name, domain, path, expires }) => [name, domain, path, expires > 0])).toEqual([
    ['ours', 'kratos.example.com', '/', false],
    ['wide', '.example.com', '/sessions', true],
    ['safe', 'kratos.example.com', '/', false],
  ])
  const again = newCookies(kratos, { cookies: list })
  expect(again.list()).toEqual(list)
  for (const url of [kratos, 'https://kratos.example.com/', 'http://app.example.com/sessions/whoami'])
    expect(again.header(url)).toBe(first.header(url))
})

test('the value of a Cookie header makes a browser that sends it to Kratos alone', () => {
  const cookies = newCookies(kratos, { cookie: 'ory_kratos_session=MTc5==; csrf_token_1=a+b/c=' })
  expect(cookies.header('http://kratos.example.com/sessions/whoami')).toBe(
    'ory_kratos_session=MTc5==; csrf_token_1=a+b/c=',
  )
  expect(cookies.header('http://elsewhere.example/')).toBe('')
})

test('an empty Cookie header makes a browser without cookies', () => {
  expect(newCookies(kratos, { cookie: '' }).list()).toEqual([])
})
