import { METHODS } from 'node:http'
import fc, { type Arbitrary } from 'fast-check'
import { bodies } from './bodies.ts'
import type { FuzzedRequest } from './case.ts'

/** usually is mostly `common`, once in `rarity` times `odd`. */
export function usually<T>(rarity: number, common: Arbitrary<T>, odd: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: rarity - 1, arbitrary: common }, { weight: 1, arbitrary: odd })
}

const methods = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS') },
  { weight: 6, arbitrary: fc.constantFrom(...METHODS.filter((method) => method !== 'CONNECT')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'BREW',
      'get',
      'Head',
      'X!#$%',
      'CONNECT',
      'PRI',
      'GETS',
      'GE',
      '',
      'G@T',
      'GE\tT',
      'M-',
      '\u00e9',
    ),
  },
)

const pieces = fc.constantFrom(
  '/',
  'a',
  '?',
  '#',
  '%20',
  '%',
  '%zz',
  '%4',
  '*',
  ':',
  '@',
  '//',
  '[',
  ']',
  '::1',
  '.',
  '..',
  '&a=b',
  '\u00ff',
  '\u00e9',
  '|',
  '"',
  '<',
  '\\',
  '^',
  '{',
  ';',
  '~',
  '+',
  '%00',
  '%0a',
  '\x01',
  '\x7f',
  '\t',
)
const origins = fc.constantFrom(
  'http://echo.test',
  'http://',
  'HTTP://a',
  'https://a:1',
  'ftp://x',
  'http://[::1]',
  'http://[::1',
  'http://a:b',
  'http://u:p@a',
  'http://a%20b',
  'x:',
  'mailto:a@b',
  'http:',
  'a',
)
const targets = usually(
  4,
  fc.constantFrom('/', '/a', '/a/b?c=d', '/sessions/whoami', '/?tokenize_as=x', '//', '/%20'),
  fc.oneof(
    fc.constantFrom(
      '*',
      '/#a',
      '/?a#b',
      '/%',
      '/%zz',
      '/?%zz',
      'http://echo.test/',
      'http://echo.test',
      'a:1',
      ':80',
      'relative',
      '?a',
      '',
      ' /',
      '/ a',
      '/a b',
    ),
    fc.array(pieces, { maxLength: 6 }).map((parts) => `/${parts.join('')}`),
    fc.tuple(origins, fc.array(pieces, { maxLength: 4 })).map(([origin, parts]) => origin + parts.join('')),
    fc.array(pieces, { maxLength: 4 }).map((parts) => parts.join('')),
    usually(20, fc.constant(`/${'x'.repeat(3000)}`), fc.constant(`/${'x'.repeat(70_000)}`)),
  ),
)

const protocols = fc.oneof(
  { weight: 40, arbitrary: fc.constant('HTTP/1.1') },
  { weight: 6, arbitrary: fc.constant('HTTP/1.0') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'HTTP/1.2',
      'HTTP/0.9',
      'HTTP/2.0',
      'http/1.1',
      'HTTP/1.',
      'HTTP/11',
      'HTTP/1.10',
      'HTTP/3.0',
      'HTTP/2',
      'HTTPS/1.1',
      'RTSP/1.0',
      'ICE/1.0',
      'X',
      '',
      'HTTP/1.1 ',
      ' HTTP/1.1',
    ),
  },
)

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b=c',
      ';',
      '; ',
      ',',
      ' ',
      '\t',
      '"',
      '=',
      '\u00e9',
      '\u00ff',
      '\u0080',
      '%20',
      '/',
      '\\',
      '{',
      '_',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))
const tokens = usually(4, fc.constantFrom('t', 'ory_st_abc'), text)
const authorizations = fc.oneof(
  fc.tuple(fc.constantFrom('Bearer ', 'bearer ', 'BEARER ', 'bEaReR '), tokens).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom(
        'Bearer',
        'Bearer  ',
        'Bearer\t',
        ' Bearer ',
        'Basic ',
        'Token ',
        'Bearer\u00a0',
        'Bearer,',
        '',
        'bearer: ',
      ),
      tokens,
    )
    .map((parts) => parts.join('')),
)
const cookies = usually(3, fc.constantFrom('a=b', 'ory_kratos_session=x', 'a=b; c=d'), text)
const hosts = usually(
  8,
  fc.constantFrom('echo.test', 'localhost:3000'),
  fc.constantFrom(
    '',
    'a/b',
    'a b',
    'a:b',
    '[::1]',
    '[::1',
    '[::1]:80',
    'a:80:90',
    'u@a',
    'a?b',
    'a#b',
    'a%20b',
    'a\\b',
    '\u00e9',
    'a"b',
    'a<b',
    'a,b',
    "a'b",
    '{a}',
    '*',
    'a|b',
    'a^b',
    'a`b',
    '~',
    '-',
    ':',
    '://',
  ),
)
const connections = fc.constantFrom(
  'close',
  'keep-alive',
  'Close',
  'KEEP-ALIVE',
  'upgrade',
  'Upgrade, close',
  'keep-alive, close',
  'close, keep-alive',
  'x',
  '',
  'close,',
  'closed',
  'keep-alive, Upgrade',
  'HTTP2-Settings, Upgrade',
  'x\tclose',
  '"close"',
  'close;q=1',
  ',close',
)
const expectations = fc.constantFrom(
  '100-continue',
  '100-Continue',
  '',
  '100-continue, x',
  'x',
  '200-ok',
  '100-continue;a',
  ' 100-continue ',
  '100',
  'x, 100-continue',
  '100-continue,',
)
const others = fc.constantFrom(
  ['Accept', '*/*'],
  ['User-Agent', 'x'],
  ['X-Session-Token', 't'],
  ['Upgrade', 'websocket'],
  ['Upgrade', 'h2c'],
  ['Keep-Alive', 'timeout=5'],
  ['Proxy-Connection', 'keep-alive'],
  ['Trailer', 'Cookie'],
  ['TE', 'trailers'],
  ['X-Request-Id', 'r'],
  ['Origin', 'https://a.example'],
  ['HTTP2-Settings', ''],
  ['Content-Type', 'a/b'],
  ['Accept-Encoding', 'gzip'],
  ['Date', 'x'],
  ['Range', 'bytes=0-'],
  ['If-None-Match', '*'],
  ['Content-Encoding', 'gzip'],
  ['X', ''],
  ["!#$%&'*+-.^_`|~", 'x'],
  ['X-Bytes', '\u0080\u00ff'],
  ['1', '1'],
  ['cookie2', 'a'],
  ['X-Http-Method-Override', 'PUT'],
  ['Pragma', 'no-cache'],
)

const named = fc.oneof(
  fc.tuple(fc.constant('Cookie'), cookies),
  fc.tuple(fc.constant('Authorization'), authorizations),
  fc.tuple(fc.constant('Connection'), connections),
  fc.tuple(fc.constant('X-Session-Token'), tokens),
  others.map(([name = '', value = '']): [string, string] => [name, value]),
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constant('Expect'), expectations) },
    { weight: 1, arbitrary: fc.tuple(fc.constant('Host'), hosts) },
  ),
)

const letterCases = usually<(name: string) => string>(
  4,
  fc.constant((name) => name),
  fc.constantFrom(
    (name) => name.toLowerCase(),
    (name) => name.toUpperCase(),
  ),
)
const separators = usually(
  30,
  fc.constantFrom(': ', ':'),
  fc.constantFrom(':\t', ':   ', ' : ', ':\t \t', '\t:', ': \x0b'),
)
const lineEnds = usually(60, fc.constant('\r\n'), fc.constantFrom('\n', ' \r\n', '\t\r\n', '\r\r\n', '\r', ' \t \r\n'))
const headerLines = usually(
  40,
  fc
    .tuple(named, letterCases, separators, lineEnds)
    .map(([[name, value], change, separator, end]) => change(name) + separator + value + end),
  fc.constantFrom(
    'Nonsense\r\n',
    ': b\r\n',
    'Cookie: a=\x00b\r\n',
    'Cookie: a=\x01\r\n',
    'X: a\r\n folded\r\n',
    'Cookie: a=b;\r\n\tc=d\r\n',
    ' X: a\r\n',
    'X Y: a\r\n',
    'X\u00e9: a\r\n',
    'X(: a\r\n',
    'X: \x7f\r\n',
    'X: a\rb\r\n',
    'FOO / HTTP/1.1\r\n',
    '\x00\r\n',
    'X:\r\n',
    ':\r\n',
    '"X": a\r\n',
    'Authorization: Bearer\r\n t\r\n',
    'X: a\x0bb\r\n',
  ),
)

const largeLines = fc.constantFrom(
  ...[900_000, 1_048_000, 1_049_000, 1_055_000, 1_100_000].map((size) => `Cookie: ${'x'.repeat(size)}\r\n`),
  Array.from({ length: 300 }, (_, index) => `X-${index}: a\r\n`).join(''),
)
const hostLines = usually(
  12,
  fc.constant('Host: echo.test\r\n'),
  fc.oneof(
    fc.constant(''),
    hosts.map((host) => `Host: ${host}\r\n`),
    hosts.map((host) => `Host: echo.test\r\nhost:${host}\r\n`),
  ),
)
const starts = usually(
  60,
  fc.constant(''),
  fc.constantFrom('\r\n', '\n', '\r\n\r\n', '\r\n\r\n\r\n\r\n\r\n', ' ', '\r', '\x00'),
)
const headEnds = usually(120, fc.constant('\r\n'), fc.constantFrom('\n', '\r', '', ' \r\n', '\r\r\n'))
const spaces = usually(120, fc.constant(' '), fc.constantFrom('  ', '\t', ''))

/** requests are requests of every kind, most of them well-formed in most parts. */
export const requests: Arbitrary<FuzzedRequest> = fc
  .record({
    start: starts,
    method: methods,
    space: spaces,
    target: targets,
    protocol: protocols,
    lineEnd: usually(150, fc.constant('\r\n'), fc.constantFrom('\n', '\r', ' \r\n', '')),
    host: hostLines,
    lines: fc.array(usually(5000, headerLines, largeLines), { maxLength: 5 }),
    body: bodies,
    closing: fc.constantFrom('', 'Connection: close\r\n'),
    headEnd: headEnds,
  })
  .map(({ start, method, space, target, protocol, lineEnd, host, lines, body, closing, headEnd }) => ({
    method,
    text: [
      start,
      method,
      space,
      target,
      protocol === '' ? '' : ` ${protocol}`,
      lineEnd,
      host,
      ...lines,
      body.lines,
      closing,
      headEnd,
      body.text,
    ].join(''),
  }))

/** plainRequests are the requests that a vector can have in parts: any credentials, nothing odd besides. */
export const plainRequests: Arbitrary<FuzzedRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'HEAD', 'POST'),
    lines: fc.array(
      fc.oneof(
        fc.tuple(fc.constantFrom('Cookie', 'cookie'), cookies),
        fc.tuple(fc.constantFrom('Authorization', 'authorization'), authorizations),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ method, lines }) => ({
    method,
    text: [
      `${method} / HTTP/1.1\r\nHost: echo.test\r\n`,
      ...lines.map(([name, value]) => `${name}: ${value}\r\n`),
      'Connection: close\r\n\r\n',
    ].join(''),
  }))

/** garbage is what may stand behind a request and is none. */
export const garbage: Arbitrary<FuzzedRequest> = fc
  .constantFrom(
    'x',
    'garbage\r\n\r\n',
    '\r\n',
    '\x00\x01\x02\x03',
    'GET',
    'GET /',
    'GET / HTTP/1.1\r\n',
    'GET / HTTP/1.1\r\nHost: a',
    '\x16\x03\x01\x00\xa5\x01\x00\x00',
    'FOO / HTTP/1.1\r\nHost: a\r\n\r\n',
    '0\r\n\r\n',
    'SSH-2.0-x\r\n',
    '<?xml',
    'HTTP/1.1 200 OK\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  )
  .map((bytes) => ({ method: bytes.split(' ', 1)[0] ?? '', text: bytes }))
