import { gzipSync } from 'node:zlib'
import fc, { type Arbitrary } from 'fast-check'
import { inPackets, localHost, ownHost, type Ory } from '../parity/ory.ts'
import type { StubAnswer } from '../support/stub-ory.ts'
import { usually } from './requests.ts'
import { failures, sessions } from './sessions.ts'

const json = 'application/json'
const types = usually(
  3,
  fc.constant<string | string[]>(json),
  fc.oneof<Arbitrary<string | string[]>[]>(
    fc.constantFrom(
      'application/json; charset=utf-8',
      'Application/JSON',
      'text/json',
      'application/problem+json',
      'application/vnd.api+json;x',
      'text/plain',
      'text/html',
      'application/jsonp',
      'x/json',
      '',
      'application/xml',
      'text/xml',
      'application/a+xml',
      'application/json, text/plain',
      'text/plain; a=application/json',
      'xapplication/json',
      ' application/json ',
      'application/;+json',
      'application/a;b+json',
      'application/++json',
      '\u00e9',
      '"application/json"',
      'application /json',
      'application/json\t',
    ),
    fc.shuffledSubarray(['text/plain', json, 'application/xml', ''], { minLength: 2 }),
  ),
)
const statuses = fc.oneof(
  { weight: 12, arbitrary: fc.constant(200) },
  { weight: 3, arbitrary: fc.constantFrom(401, 403, 500, 201, 204, 404, 429, 503) },
  { weight: 2, arbitrary: fc.integer({ min: 200, max: 599 }) },
)
const reasons = usually(
  4,
  fc.constant<string | undefined>(undefined),
  fc.constantFrom('', 'Because', 'not ok at all', ' two spaces', 'trailing ', '\u00e9', 'a\tb', '200 OK', '401'),
)

const small = fc.constant('{"id":"x"}')
const xml = fc.constantFrom(
  '<Session><Id>x</Id></Session>',
  '<a/>',
  '<Session><Id>x</Id><Active>true</Active></Session>',
)
const bodyFor = (status: number): Arbitrary<string> => (status < 300 ? usually(3, small, sessions) : failures)
const withoutBody = (status: number): boolean => status === 204 || status === 304

/** Answers that a vector can have in parts: a status, headers, a body. */
const plain: Arbitrary<StubAnswer> = fc.tuple(statuses, reasons, types).chain(([status, reason, type]) =>
  (String(type).includes('xml') ? usually(3, bodyFor(status), xml) : bodyFor(status)).map((body) => ({
    status,
    ...(reason === undefined ? undefined : { reason }),
    headers: { 'content-type': type },
    body: withoutBody(status) ? '' : body,
  })),
)

const aSession: Arbitrary<StubAnswer> = sessions.map((body) => ({ headers: { 'content-type': json }, body }))

const encodings = usually(
  3,
  fc.constant<string | string[]>('gzip'),
  fc.constantFrom<(string | string[])[]>(
    'GZIP',
    'Gzip',
    'x-gzip',
    'br',
    'deflate',
    'identity',
    '',
    'gzip, gzip',
    ['gzip', 'gzip'],
    ['identity', 'gzip'],
    ['gzip', 'br'],
    ' gzip ',
    'gzip;q=1',
  ),
)
const gzip = (text: string): string => gzipSync(text).toString('latin1')
const zipped = gzip('{"id":"x"}')
const encodedBodies = fc.oneof(
  { weight: 4, arbitrary: usually(3, small, sessions).map(gzip) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      '{"id":"x"}',
      `${zipped}garbage`,
      `${zipped}\0\0\0`,
      zipped + zipped,
      zipped + gzip(' '),
      zipped.slice(0, -1),
      zipped.slice(0, -8),
      zipped.slice(0, 12),
      zipped.slice(0, 3),
      '\x1f',
      `${zipped.slice(0, -8)}abcdefgh`,
      gzip(''),
      `${zipped}\x1f\x8b`,
      `x${zipped}`,
    ),
  },
)
const encoded: Arbitrary<StubAnswer> = fc
  .tuple(encodings, encodedBodies, usually(3, fc.constant(200), fc.constantFrom(401, 500, 204)))
  .map(([encoding, body, status]) => ({
    raw: rawAnswer(
      `HTTP/1.1 ${status} Some`,
      [...linesOf('Content-Type', json), ...linesOf('Content-Encoding', encoding)],
      withoutBody(status) ? '' : body,
      'length',
    ),
    then: 'keep',
  }))

const places = fc.constantFrom(
  '/elsewhere',
  `http://${ownHost}/elsewhere`,
  'elsewhere',
  '?a=b',
  '#fragment',
  '/elsewhere#fragment',
  '/elsewhere?a=b#c',
  '',
  '/sessions/whoami',
  '//[',
  'http://[',
  'ftp://x/',
  'mailto:a@b',
  `http://${ownHost}/elsewhere#f`,
  `http://user:pass@${ownHost}/elsewhere`,
  `http://${localHost}/elsewhere`,
  `https://${ownHost}/`,
  '/%zz',
  '/a b',
  '/\u00e9',
  '/../elsewhere',
  './a/../b',
  'http://',
  'HTTP:/x',
  '/a\\b',
  ' /elsewhere ',
  '/elsewhere?%zz',
  `http://${ownHost}`,
  ':',
  '/%2e%2e/a',
  '/a|b"c<d>',
  '/a//b/./c',
)
const elsewhere: Arbitrary<StubAnswer> = fc.oneof(
  fc.constant({ headers: { 'content-type': json }, body: '{"id":"elsewhere"}' }),
  plain,
)
const redirects: Arbitrary<Ory> = fc
  .tuple(
    fc.constantFrom(302, 301, 303, 307, 308, 300, 304, 305, 306, 399, 310),
    usually(
      8,
      places.map((place): string | string[] => place),
      fc.shuffledSubarray(['/elsewhere', '/other', ''], { minLength: 2 }),
    ),
    elsewhere,
    fc.boolean(),
  )
  .map(([status, location, next, loops]) => ({
    whoami: { status, headers: { 'content-type': json, location }, body: status === 304 ? '' : '{"error":{}}' },
    ...(loops ? undefined : { elsewhere: next }),
  }))

type Framing = 'length' | 'chunked' | 'close' | 'short' | 'long' | 'broken' | 'unended'

function linesOf(name: string, values: string | readonly string[]): string[] {
  return [values].flat().map((value) => `${name}: ${value}`)
}

function rawAnswer(statusLine: string, lines: readonly string[], body: string, framing: Framing): string {
  const head = (extra: readonly string[]): string => `${[statusLine, ...lines, ...extra].join('\r\n')}\r\n\r\n`
  const half = Math.ceil(body.length / 2)
  const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`
  const chunks = [body.slice(0, half), body.slice(half)]
    .filter((part) => part !== '')
    .map(chunk)
    .join('')
  const inChunks = (end: string): string => head(['Transfer-Encoding: chunked']) + chunks + end
  switch (framing) {
    case 'length':
      return head([`Content-Length: ${body.length}`]) + body
    case 'short':
      return head([`Content-Length: ${body.length + 5}`]) + body
    case 'long':
      return head([`Content-Length: ${half}`]) + body
    case 'chunked':
      return inChunks('0\r\n\r\n')
    case 'unended':
      return inChunks('')
    case 'broken':
      return inChunks('x\r\n\r\n')
    case 'close':
      return head([]) + body
  }
}

const statusLines = usually(
  3,
  fc.constantFrom('HTTP/1.1 200 OK', 'HTTP/1.1 401 Unauthorized'),
  fc.constantFrom(
    'HTTP/1.0 200 OK',
    'HTTP/1.1 200',
    'HTTP/1.1 200 ',
    'HTTP/1.1 600 X',
    'HTTP/1.1 999 X',
    'HTTP/1.1 99 X',
    'HTTP/1.1 0200 OK',
    'HTTP/1.2 200 OK',
    'HTTP/2.0 200 OK',
    'http/1.1 200 OK',
    'HTTP/1.1  200 OK',
    'HTTP/1.1 abc OK',
    'HTTP/1.1 200 \u00e9',
    'nonsense',
    '',
    'HTTP/1.1 101 Switching Protocols',
    'HTTP/1.1 100 Continue',
    'HTTP/1.1 103 Early',
    'HTTP/1.1 401 ',
    'HTTP/1.1 401',
    'HTTP/1.1 403 a  b ',
  ),
)
const rawHeaders = fc.array(
  fc.constantFrom(
    'X: y',
    'Connection: close',
    'Connection: keep-alive',
    'Keep-Alive: timeout=1',
    'Set-Cookie: a=b',
    'Content-Type: text/plain',
    'Content-Length: 3',
    'Transfer-Encoding: gzip',
    'Transfer-Encoding: identity',
    'Content-Length: x',
    'X: a\r\n folded',
    'Nonsense',
    'A : b',
    ': b',
    'X: \x00',
    'X: \u00e9',
    'X\u00e9: y',
    'Content-Encoding: gzip',
    'Content-Encoding: identity',
    'Trailer: X',
    'Upgrade: x',
    'Location: /elsewhere',
  ),
  { maxLength: 2 },
)
const interims = usually(
  3,
  fc.constant(''),
  fc
    .array(
      fc.constantFrom(
        'HTTP/1.1 100 Continue\r\n\r\n',
        'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n',
        'HTTP/1.1 102 Processing\r\n\r\n',
        'HTTP/1.1 199 X\r\n\r\n',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('')),
)
const framings = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Framing[]>('length', 'chunked', 'close') },
  { weight: 1, arbitrary: fc.constantFrom<Framing[]>('short', 'long', 'unended', 'broken') },
)
const raws: Arbitrary<StubAnswer> = fc
  .record({
    interim: interims,
    statusLine: statusLines,
    headers: usually(2, fc.constant<string[]>([]), rawHeaders),
    framing: framings,
    keeps: fc.boolean(),
  })
  .map(({ interim, statusLine, headers, framing, keeps }) => ({
    raw: interim + rawAnswer(statusLine, [`Content-Type: ${json}`, ...headers], '{"id":"x"}', framing),
    ...(keeps && (framing === 'length' || framing === 'chunked') ? { then: 'keep' } : undefined),
  }))

const whole = fc.constant<StubAnswer>({ headers: { 'content-type': json }, body: '{"id":"x"}' })

const ends: Arbitrary<Ory> = fc.oneof(
  fc.constant({ whoami: { reset: true } }),
  fc.constant({ whoami: { end: true } }),
  fc.record({
    whoami: fc.tuple(whole, fc.constantFrom('end', 'reset')).map(([answer, then]): StubAnswer => ({ ...answer, then })),
    keeps: fc.integer({ min: 1, max: 3 }),
  }),
)

/** usualAnswers are what Ory answers well-behaved: what a request makes of it is the question. */
export const usualAnswers: Arbitrary<Ory> = usually(5, whole, plain).map((whoami) => ({ whoami }))

const cuts = usually<number[]>(
  12,
  fc.constant([]),
  fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 3 }),
)
const single: Arbitrary<Ory> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: plain },
      { weight: 6, arbitrary: aSession },
      { weight: 2, arbitrary: encoded },
      { weight: 3, arbitrary: raws },
    ),
    cuts,
  )
  .map(([answer, at]) => ({ whoami: at.length === 0 ? answer : inPackets(answer, at) }))

/** answers are answers of Ory of every kind, sometimes in several packets. */
export const answers: Arbitrary<Ory> = fc.oneof(
  { weight: 14, arbitrary: single },
  { weight: 2, arbitrary: redirects },
  { weight: 1, arbitrary: ends },
)
