import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { longestPaste } from '../../src/service/debug/setup.ts'
import { adminConnections } from '../../src/service/connections/descriptors.ts'

const page = readFileSync('docs/reference/limits.md', 'utf8')

/** The value of a constant of the code that nothing exports. */
function constant(file: string, name: string): number {
  const [, written = ''] =
    new RegExp(`^const ${name} = ([\\d_ <*]+)`, 'm').exec(readFileSync(`src/${file}`, 'utf8')) ?? []
  const [base = NaN, shift = 0] = written.replaceAll('_', '').split('<<').map(Number)
  return base * 2 ** shift
}

const listen = 'service/listen.ts'
const body = 'service/connections/unread-body.ts'
const identity = 'service/http/identity-headers.ts'
const second = 1000
const kilobyte = 1 << 10
const megabyte = 1 << 20

test.each([
  ['request head', '1 MB', constant(listen, 'maxHeaderSize'), megabyte],
  ['time to receive a request head', '10 s', constant(listen, 'headTime'), 10 * second],
  ['request body (not used)', '256 kB', constant(body, 'longestBody'), 256 * kilobyte],
  ['request body (not used)', '5 s after', constant(body, 'bodyTime'), 5 * second],
  ['client connections', '64 on the admin port', adminConnections, 64],
  [
    'requests waiting that way, in total',
    '20,000',
    constant('service/connections/connections.ts', 'pipelinedLimit'),
    2e4,
  ],
  ['time for a client to read a response', 'plus 30 s', constant('service/server.ts', 'slowReading'), 30 * second],
  ['time for a client that closed its side', '1 s', constant('service/connections/connection.ts', 'leftFor'), second],
  ['waiting calls', '16 ×', constant('ory/transport/transport.ts', 'queueFactor'), 16],
  ['whoami and doubt about its 401, in style `http`', '2 s more', constant('ory/client.ts', 'leastDoubt'), 2 * second],
  ["head of Ory's answer", '1 MB', constant('ory/transport/pool.ts', 'maxHeaderSize'), megabyte],
  ['calls through redirects', '10,', constant('ory/transport/redirect.ts', 'maxCalls'), 10],
  ['nesting of a session, in style `go`', '10,000', constant('service/go/json/cursor.ts', 'maxDepth'), 10_000],
  ['an identity header', '4 kB', constant(identity, 'longestValue'), 4 * kilobyte],
  ['an identity header', '8 kB', constant(identity, 'longestInAll'), 8 * kilobyte],
  ['an identity header', '64 levels', constant(identity, 'deepest'), 64],
  ['log lines waiting to be written', '1 MiB', constant('service/log-sink.ts', 'backlog'), megabyte],
  ['a paste for the debug report', '64 kB', longestPaste, 64 * kilobyte],
])('the limit of %s is %s, as its page says', (what, figure, inCode, inWords) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${what} |`)) ?? ''
  expect(row.split(' | ')[1]).toContain(figure)
  expect(inCode).toBe(inWords)
})
