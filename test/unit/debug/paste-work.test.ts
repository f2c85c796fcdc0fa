import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPaste } from '../../../src/service/debug/paste/paste.ts'
import { pastes } from '../../stub/debug/hostile.ts'

// How often a regular expression goes back is counted by nothing but the processor's time of this thread, which is the
// same however busy the machine is. Eight times the text may take thrice its share, as garbage is collected; what goes
// back again and again takes 64 times as much.
const [small, large] = [8000, 64_000]
const share = (3 * large) / small
const noise = 60_000 // µs: compiling, and a collection of garbage

function workOf(text: string): number {
  const start = process.threadCpuUsage()
  readPaste(text)
  const { user, system } = process.threadCpuUsage(start)
  return user + system
}

/** Whether reading takes time in proportion to the text; what went wrong once is tried again, twice. */
function isLinear(make: (size: number) => string): boolean {
  const [short, long] = [make(small), make(large)]
  for (let round = 0; round < 3; round++) if (workOf(long) <= share * workOf(short) + noise) return true
  return false
}

describe('no paste takes more than time in proportion to its length', () => {
  test.each(Object.entries(pastes))('made of %s', (_, make) => {
    expect(isLinear((size) => make(size).paste ?? '')).toBe(true)
  })

  test('made of any piece again and again, behind any start and before any end', () => {
    const pieces = [
      ...['Cookie: a=b', 'Set-Cookie: a=b; Path=/', 'authorization: Bearer ory_st_0', 'x-session-token', ':authority:'],
      ...[
        'curl ',
        'curl.exe -H ',
        '-b a=b ',
        "-H 'a: b'",
        '--header "',
        '$(',
        '`',
        '"$A',
        '${',
        'A=',
        '%A%',
        '^"',
        '\\',
      ],
      ...['irm ', '@{a="b"}', '$a="b"', '.Add("a","b")', 'Cookie("a","b")', '`"', 'http :3000 a:b ', 'wget --header='],
      ...[
        'fetch("',
        '", {',
        '"headers":{',
        '"cookie":"',
        '"name":"a","value":"',
        '[[',
        '{{',
        '[]',
        '\\"',
        'axios.get(',
      ],
      ...[
        'ory_kratos_session',
        '=MTc5NTU1MzMzNnx',
        'ory_st_0123456789',
        'csrf_token_',
        'eyJhbGciOi',
        'a&',
        'x=y&',
        '&',
      ],
      ...[
        '\tTRUE\t/\tFALSE\t0\t',
        '#HttpOnly_',
        'a:"b"',
        '> ',
        '< ',
        '- ',
        '```',
        '**',
        '“',
        '’',
        '—',
        '\u200b',
        '\u00a0',
      ],
      ...[
        'select ',
        ' from ',
        'insert into ',
        '<a>',
        '</',
        'Error:',
        'HTTP/1.1 ',
        'GET / ',
        ' ',
        '\n',
        '\r\n',
        '\t',
        ';',
      ],
      ...[',', '=', ':', '"', "'", '(', ')', '#', '|', '.', '~', '$', '%', '@', '0', 'a', 'ä', '漢', '\ud800', '\0'],
    ]
    const few = fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(''))
    const some = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(few, some, few, (start, piece, end) =>
        isLinear((size) => {
          const room = Math.max(0, size - start.length - end.length)
          return start + piece.repeat(Math.floor(room / piece.length)) + end
        }),
      ),
      { numRuns: 200 },
    )
  })
})
