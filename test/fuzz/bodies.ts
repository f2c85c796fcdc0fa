import fc, { type Arbitrary } from 'fast-check'

/** A request's body and the header lines that say how long it is. */
export interface FuzzedBody {
  lines: string
  text: string
}

const none: FuzzedBody = { lines: '', text: '' }

const lengths = fc.constantFrom(
  '0',
  '3',
  '03',
  '+3',
  '-1',
  '-0',
  '',
  ' 3 ',
  '3, 3',
  '3,4',
  '0x3',
  '3.0',
  '1e1',
  '2147483648',
  '9223372036854775807',
  '9223372036854775808',
  '18446744073709551615',
  '18446744073709551616',
  '99999999999999999999999',
  'x',
  '4',
  '2',
)
const declared: Arbitrary<FuzzedBody> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('', 'abc', 'a=b&c=d', '\r\n\r\n', 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
      .map((text) => ({ lines: `Content-Length: ${text.length}\r\n`, text })),
  },
  { weight: 2, arbitrary: lengths.map((length) => ({ lines: `Content-Length:${length}\r\n`, text: 'abc' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(lengths, lengths)
      .map(([first, second]) => ({ lines: `Content-Length: ${first}\r\ncontent-length: ${second}\r\n`, text: 'abc' })),
  },
  { weight: 1, arbitrary: fc.constant({ lines: 'Content-Length: 3\r\nContent-Length: 3\r\n', text: 'abc' }) },
)

const extensions = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ';',
      ';a',
      ';a=b',
      ';a="b"',
      ' ;a=b',
      '; a=b',
      ' ',
      '\t',
      ';"',
      ';a="\r',
      ';a=\x00',
      ',a',
    ),
  },
)
const sizes = fc.oneof(
  { weight: 8, arbitrary: fc.constant('3') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '03',
      '003',
      '0000000000000000003',
      '+3',
      '-3',
      '0x3',
      '',
      ' 3',
      '4',
      '2',
      'g',
      '3g',
      'ffffffffffffffff',
      '10000000000000000',
      'FOO / HTTP/1.1',
    ),
  },
)
const chunkEnds = fc.oneof(
  { weight: 20, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '', '\r', 'x\r\n') },
)
const chunks = fc
  .tuple(sizes, extensions, chunkEnds, chunkEnds)
  .map(([size, extension, end, after]) => `${size}${extension}${end}abc${after}`)
const trailers = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'A: b\r\n',
      'Cookie: c=d\r\n',
      'Host: b\r\n',
      'Content-Length: 5\r\n',
      'Nonsense\r\n',
      ': b\r\n',
      'A : b\r\n',
      'A: b\n',
      ' A: b\r\n',
      'A: \x00\r\n',
      'Transfer-Encoding: chunked\r\n',
      'FOO / HTTP/1.1\r\n',
    ),
  },
)
const lastChunks = fc.oneof(
  { weight: 12, arbitrary: fc.constant('0\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('00\r\n', '0;a=b\r\n', '0\n', '', '0 \r\n', '-0\r\n', '0x0\r\n') },
)
const ends = fc.oneof(
  { weight: 20, arbitrary: fc.constant('\r\n') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '', '\r') },
)
const codings = fc.oneof(
  { weight: 10, arbitrary: fc.constant('Transfer-Encoding: chunked\r\n') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Transfer-Encoding: CHUNKED\r\n',
      'transfer-encoding:chunked\r\n',
      'Transfer-Encoding: gzip\r\n',
      'Transfer-Encoding: identity\r\n',
      'Transfer-Encoding: gzip, chunked\r\n',
      'Transfer-Encoding: chunked, gzip\r\n',
      'Transfer-Encoding: chunked, chunked\r\n',
      'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n',
      'Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n',
      'Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n',
      'Transfer-Encoding:\r\n',
      'Transfer-Encoding: x\r\n',
      'Transfer-Encoding: chunked;a=b\r\n',
      'Transfer-Encoding: "chunked"\r\n',
      'Transfer-Encoding: ,chunked\r\n',
    ),
  },
)
const lengthBeside = fc.oneof(
  { weight: 10, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('Content-Length: 3\r\n', 'Content-Length: 0\r\n', 'Content-Length: x\r\n') },
)
const chunked: Arbitrary<FuzzedBody> = fc
  .tuple(codings, lengthBeside, fc.array(chunks, { maxLength: 3 }), lastChunks, trailers, ends)
  .map(([coding, length, parts, last, trailer, end]) => ({
    lines: coding + length,
    text: parts.join('') + last + trailer + end,
  }))

// Go reads up to 256 kB of a body that nobody asked for, and beyond that ends the connection.
const large: Arbitrary<FuzzedBody> = fc
  .tuple(fc.constantFrom(262_144, 262_143, 262_145, 262_150, 300_000, 100_000), fc.boolean())
  .map(([size, inChunks]) =>
    inChunks
      ? { lines: 'Transfer-Encoding: chunked\r\n', text: `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n` }
      : { lines: `Content-Length: ${size}\r\n`, text: 'x'.repeat(size) },
  )

/** bodies are none, or counted, or in chunks, well-formed for the most part, and rarely about 256 kB large. */
export const bodies: Arbitrary<FuzzedBody> = fc.oneof(
  { weight: 600, arbitrary: fc.constant(none) },
  { weight: 150, arbitrary: declared },
  { weight: 150, arbitrary: chunked },
  { weight: 2, arbitrary: large },
)
