import { expect, test } from '@jest/globals'
import { ConfigError, readConfig } from '../../src/service/config.ts'

function mistakes(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
}

test('a project slug stands for the URL of the project', () => {
  expect(readConfig({ ORY_PROJECT_SLUG: 'happy-einstein-1a2b3c' }).oryUrl.href).toBe(
    'https://happy-einstein-1a2b3c.projects.oryapis.com/',
  )
})

test('everything but Ory has a default, also when set to nothing', () => {
  expect(readConfig({ ORY_SDK_URL: 'http://localhost:4433', PORT: '', RESPONSES: '' })).toMatchObject({
    port: 3000,
    host: undefined,
    responses: 'go',
    upstreamTimeout: 5000,
  })
})

test.each([
  ['500ms', 500],
  ['1.5s', 1500],
  ['2m', 120_000],
])('UPSTREAM_TIMEOUT takes %s', (text, milliseconds) => {
  expect(readConfig({ ORY_SDK_URL: 'http://localhost', UPSTREAM_TIMEOUT: text }).upstreamTimeout).toBe(milliseconds)
})

test.each([
  ['SHUTDOWN_DELAY', '0', { shutdownDelay: 0 }],
  ['SHUTDOWN_DELAY', '10m', { shutdownDelay: 600_000 }],
  ['SHUTDOWN_GRACE', '0s', { shutdownGrace: 0 }],
  ['KEEP_ALIVE_TIMEOUT', '2h', { keepAliveTimeout: 7_200_000 }],
  ['MAX_CONNECTIONS', '50', { maxConnections: 50 }],
  ['UPSTREAM_CONNECTIONS', '1', { upstreamConnections: 1 }],
  ['UPSTREAM_MAX_BYTES', '64KiB', { upstreamMaxBytes: 65_536 }],
])('%s takes %s', (variable, text, expected) => {
  expect(readConfig({ ORY_SDK_URL: 'http://localhost', [variable]: text })).toMatchObject(expected)
})

test.each([
  ['SHUTDOWN_DELAY', '11m', 'a duration from 0 to 10m'],
  ['SHUTDOWN_GRACE', '10', 'a duration such as 500ms, 5s or 1m'],
  ['KEEP_ALIVE_TIMEOUT', '0', 'a duration from 1s to 24h'],
  ['UPSTREAM_TIMEOUT', '0', 'a duration from 1ms to 10m'],
  ['MAX_CONNECTIONS', '0', 'a number from 1 to 999999'],
  ['UPSTREAM_CONNECTIONS', 'many', 'a number from 1 to 999999'],
  ['UPSTREAM_MAX_BYTES', '2', 'a size such as 64MB or 512KiB'],
])('%s is not %s', (variable, text, expected) => {
  expect(mistakes({ ORY_SDK_URL: 'http://localhost', [variable]: text })).toEqual([
    `${variable} is "${text}", expected ${expected}`,
  ])
})

test('all mistakes come at once, each with its variable, its value and what is expected', () => {
  expect(mistakes({ PORT: '70000', RESPONSES: 'GO', UPSTREAM_TIMEOUT: '5', HOST: 'a b' })).toEqual([
    'ORY_SDK_URL is not set, expected the URL of a Kratos or an Ory Network project (or its slug in ORY_PROJECT_SLUG)',
    'HOST is "a b", expected a host name or an IP address to listen on',
    'PORT is "70000", expected a port number from 0 to 65535',
    'RESPONSES is "GO", expected go or http',
    'UPSTREAM_TIMEOUT is "5", expected a duration such as 500ms, 5s or 1m',
  ])
})

test('a password or a token in a URL is refused and not repeated', () => {
  for (const url of [
    'http://user:hunter2@localhost',
    'http://localhost/?token=hunter2',
    'http://localhost/#hunter2',
    'user:hunter2@localhost',
    'ftp://user:hunter2@localhost',
  ]) {
    const [problem = ''] = mistakes({ ORY_SDK_URL: url })
    expect(problem).toMatch(/^ORY_SDK_URL is /)
    expect(problem).not.toContain('hunter2')
  }
})

test('the lists of style http are read with spaces, and empty items do not count', () => {
  const lists = {
    FORWARD_COOKIES: ' ory_* ,csrf,, __Host-ory',
    CORS_ORIGINS: 'https://app.example.com ,',
    FORWARD_AUTH_HEADERS: 'X-User-Email = /identity/traits/email,X-Root=/',
  }
  expect(readConfig({ ORY_SDK_URL: 'http://localhost', RESPONSES: 'http', ...lists })).toMatchObject({
    forwardCookies: ['ory_*', 'csrf', '__Host-ory'],
    corsOrigins: [expect.any(Function)],
    forwardAuthHeaders: [
      { name: 'X-User-Email', path: ['identity', 'traits', 'email'] },
      { name: 'X-Root', path: [''] },
    ],
  })
})

const cookieRule = 'the name of a cookie, or a prefix that ends in *, such as ory_*'
const originRule = 'an origin such as https://app.example.com, or https://*.example.com for all names one level below'
const headerRule =
  'a header of your own and a JSON pointer into the session, such as X-User-Email=/identity/traits/email'

test.each([
  ['FORWARD_COOKIES', cookieRule, ['a b', 'ory_*x', '*ory', 'a=b', 'a;b', 'ö', '**']],
  [
    'CORS_ORIGINS',
    originRule,
    [
      '*',
      'null',
      'app.example.com',
      'ftp://app.example.com',
      'https://app.example.com/',
      'https://app.example.com/path',
      'https://*',
      'https://*.com',
      'https://*.*.example.com',
      'https://a.*.example.com',
      'https://a*.example.com',
      'https://:8443',
      'https://app.example.com:99999',
    ],
  ],
  [
    'FORWARD_AUTH_HEADERS',
    headerRule,
    [
      'X-User-Email',
      'X-User-Email=',
      'X-User-Email=identity',
      '=/identity',
      'X User=/identity',
      'X:User=/identity',
      'X-User=/a~2b',
      'X-User=/a~',
      ...[
        'Connection',
        'content-length',
        'Content-Type',
        'Transfer-Encoding',
        'Set-Cookie',
        'Vary',
        'Cache-Control',
        'WWW-Authenticate',
        'X-Request-Id',
        'Location',
        'Allow',
        'Ory-Error-Id',
        'Retry-After',
        'Access-Control-Allow-Origin',
        'Date',
        'X-Kratos-Authenticated-Identity-Id',
      ].map((name) => `${name}=/id`),
    ],
  ],
])('each item of %s that is wrong is named', (variable, rule, items) => {
  for (const item of items)
    expect(mistakes({ ORY_SDK_URL: 'http://localhost', RESPONSES: 'http', [variable]: item })).toEqual([
      `${variable} is ${JSON.stringify(item)}, expected ${rule}`,
    ])
  const [first = '', second = ''] = items
  expect(mistakes({ ORY_SDK_URL: 'http://localhost', RESPONSES: 'http', [variable]: `${first},${second}` })).toEqual(
    [first, second].map((item) => `${variable} is ${JSON.stringify(item)}, expected ${rule}`),
  )
})

test.each([
  ['TOKENIZE_AS', "the name of a template in Ory's session.whoami.tokenizer.templates", ['a b', 'a/b', 'é']],
  [
    'LOGIN_URL',
    'a URL that starts with http:// or https://',
    ['login', '/login', 'javascript:alert(1)', '//host/login'],
  ],
])('%s has to be %s', (variable, rule, values) => {
  for (const value of values)
    expect(mistakes({ ORY_SDK_URL: 'http://localhost', RESPONSES: 'http', [variable]: value })).toEqual([
      `${variable} is ${JSON.stringify(value)}, expected ${rule}`,
    ])
})

test('a header that is mapped twice is refused, in whichever letter case', () => {
  expect(
    mistakes({
      ORY_SDK_URL: 'http://localhost',
      RESPONSES: 'http',
      FORWARD_AUTH_HEADERS: 'X-User=/id,x-user=/identity/id',
    }),
  ).toEqual(['FORWARD_AUTH_HEADERS is "X-User=/id,x-user=/identity/id", expected each header once'])
})

test('what only style http knows is refused in style go, and what both know is not', () => {
  const lists = {
    FORWARD_COOKIES: 'ory_*',
    CORS_ORIGINS: 'https://app.example.com',
    FORWARD_AUTH_HEADERS: 'X-User=/id',
    TOKENIZE_AS: 'echo',
    LOGIN_URL: 'https://login.example.com/',
  }
  expect(mistakes({ ORY_SDK_URL: 'http://localhost', ...lists })).toEqual([
    'CORS_ORIGINS is set, expected RESPONSES=http beside it: the Go example knows nothing of it',
    'FORWARD_AUTH_HEADERS is set, expected RESPONSES=http beside it: the Go example knows nothing of it',
    'TOKENIZE_AS is set, expected RESPONSES=http beside it: the Go example knows nothing of it',
    'LOGIN_URL is set, expected RESPONSES=http beside it: the Go example knows nothing of it',
  ])
})
