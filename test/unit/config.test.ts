import { expect, test } from '@jest/globals'
import { ConfigError, readConfig } from '../../src/config.ts'

function problems(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('a project slug stands for the URL of the project', () => {
  expect(readConfig({ ORY_PROJECT_SLUG: 'happy-einstein-1a2b3c' }).oryUrl.href).toBe('https://happy-einstein-1a2b3c.projects.oryapis.com/')
})

test('everything but Ory has a default, also when set to nothing', () => {
  expect(readConfig({ ORY_SDK_URL: 'http://localhost:4433', PORT: '', RESPONSES: '' })).toMatchObject({ port: 3000, host: undefined, responses: 'go', upstreamTimeout: 5000 })
})

test.each([['500ms', 500], ['1.5s', 1500], ['2m', 120_000]])('UPSTREAM_TIMEOUT takes %s', (text, milliseconds) => {
  expect(readConfig({ ORY_SDK_URL: 'http://localhost', UPSTREAM_TIMEOUT: text }).upstreamTimeout).toBe(milliseconds)
})

test('all problems come at once, each with its variable, its value and what is expected', () => {
  expect(problems({ PORT: '70000', RESPONSES: 'GO', UPSTREAM_TIMEOUT: '5', HOST: 'a b' })).toEqual([
    'ORY_SDK_URL is not set, expected the URL of a Kratos or an Ory Network project (or its slug in ORY_PROJECT_SLUG)',
    'HOST is "a b", expected a host name or an IP address to listen on',
    'PORT is "70000", expected a port number from 0 to 65535',
    'RESPONSES is "GO", expected go or http',
    'UPSTREAM_TIMEOUT is "5", expected a duration such as 500ms, 5s or 1m',
  ])
})

test('a password or a token in a URL is refused and not repeated', () => {
  for (const url of ['http://user:hunter2@localhost', 'http://localhost/?token=hunter2', 'http://localhost/#hunter2', 'user:hunter2@localhost', 'ftp://user:hunter2@localhost']) {
    const [problem = ''] = problems({ ORY_SDK_URL: url })
    expect(problem).toMatch(/^ORY_SDK_URL is /)
    expect(problem).not.toContain('hunter2')
  }
})
