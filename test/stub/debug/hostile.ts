import { createHash } from 'node:crypto'
import type { Line } from '../../support/debug-service.ts'
import type { StubAnswer } from '../../support/stub-ory.ts'

/** What is sent to the report, and what Ory says to it. */
export interface Hostile {
  headers?: readonly Line[]
  /** `/debug` unless given. */
  target?: string
  paste?: string
  answer?: StubAnswer
}

const json = { 'content-type': 'application/json' }

/** `text` again and again, `size` characters in all at most. */
const filled = (text: string, size: number): string => text.repeat(Math.max(1, Math.floor(size / text.length)))

/** As many of what `item` makes as fit into `size` characters, where each takes `width`. */
const many = <Item>(size: number, width: number, item: (index: number) => Item): Item[] =>
  Array.from({ length: Math.max(1, Math.floor(size / width)) }, (_, index) => item(index))

const lines =
  (name: string, value: (index: number) => string) =>
  (size: number): Hostile => ({
    headers: many(size, name.length + 4 + value(9999).length, (index): Line => [name, value(index)]),
  })
const header =
  (name: string, text: string, start = '', end = '') =>
  (size: number): Hostile => ({ headers: [[name, start + filled(text, size) + end]] })
const padded = (index: number): string => String(index).padStart(6, '0')
const unsigned = (claims: string): string => `eyJhbGciOiJub25lIn0.${Buffer.from(claims).toString('base64url')}.x`
const letters = (size: number): string =>
  many(size, 9, (index) => encodeURIComponent(String.fromCharCode(0x4e00 + (index % 20_000)))).join('')
const sessionOf = (over: Record<string, unknown>): StubAnswer => ({
  headers: json,
  body: JSON.stringify({
    id: 'b0f1',
    active: true,
    expires_at: '2099-06-02T12:00:00Z',
    identity: { id: 'i1', state: 'active', traits: {} },
    ...over,
  }),
})
const raw = (body: string): StubAnswer => ({ headers: json, body })
const traits = (text: string): StubAnswer => raw(`{"id":"b0f1","active":true,"identity":{"id":"i1","traits":${text}}}`)
const token = (value: string): readonly Line[] => [['Authorization', `Bearer ${value}`]]

/** Letters and digits as a token has them, the same each time. */
const random = (size: number): string =>
  many(size, 43, (index) => createHash('sha256').update(String(index)).digest('base64url')).join('')

/** Heads of about `size` that are slow for code that goes back, compares all with all, or keeps everything. */
export const heads: Record<string, (size: number) => Hostile> = {
  'short cookies': header('Cookie', 'a=b; '),
  'cookies with names of their own': (size) => ({
    headers: [['Cookie', many(size, 20, (index) => `c${padded(index)}=v${padded(index)}xyz`).join('; ')]],
  }),
  'session cookies': (size) => ({
    headers: [
      ['Cookie', many(size, 42, (index) => `ory_session_${padded(index)}=MTc5NTU1MzMzNn${padded(index)}`).join('; ')],
    ],
  }),
  'one session cookie': header('Cookie', 'x', 'ory_kratos_session='),
  'one name of a cookie': header('Cookie', 'x', '', '=1'),
  'one percent-encoded cookie': header('Cookie', '%3D', 'ory_kratos_session='),
  'percent-encoded cookies': header('Cookie', 'a=%41%ff%41z; '),
  'percent signs': header('Cookie', 'a=%zzzzzzzz; '),
  'one random value': (size) => ({ headers: [['Cookie', `a=${random(size)}`]] }),
  'random values': (size) => ({ headers: [['Cookie', random(size).replace(/.{20}/g, '$&; a=')]] }),
  'random names': (size) => ({ headers: [['Cookie', random(size).replace(/.{24}/g, '$&=1; ')]] }),
  'a random token': (size) => ({ headers: token(random(size)) }),
  semicolons: header('Cookie', ';'),
  'semicolons and blanks': header('Cookie', '; '),
  'values without names': header('Cookie', 'a;'),
  'equals signs': header('Cookie', '=', 'a'),
  'quotes in a cookie': header('Cookie', '"', 'ory_kratos_session='),
  'lines of cookies': lines('Cookie', (index) => `c=${padded(index)}`),
  'blanks behind Bearer': header('Authorization', ' ', 'Bearer', 'x'),
  'blanks in a token': header('Authorization', ' ', 'Bearer x', 'x'),
  'Bearer again and again': header('Authorization', 'Bearer '),
  'tokens in one header': header('Authorization', 'abcdefgh ', 'Bearer '),
  'quotes in Authorization': header('Authorization', '"'),
  'quotes and blanks in Authorization': header('Authorization', '" ', '"'),
  'colons behind Bearer': header('Authorization', ':', 'Bearer', 'x'),
  'lines of Authorization': lines('Authorization', (index) => `Bearer t${padded(index)}`),
  'lines of tokens': lines('X-Session-Token', (index) => `t${padded(index)}`),
  'a JSON Web Token': (size) => ({
    headers: token(unsigned(`{"exp":1,"iss":"https://${filled('\u4f60', size / 6)}","x":"${filled('y', size / 4)}"}`)),
  }),
  'a JSON Web Token of brackets': (size) => ({
    headers: token(unsigned(filled('[', size * 0.7))),
  }),
  'a JSON Web Token of dots': header('Authorization', '.', 'Bearer eyJ'),
  'a JSON Web Token of parts': header('Authorization', 'abcdefgh.', 'Bearer eyJ'),
  'angle brackets': header('Authorization', '<', 'Bearer '),
  braces: header('Authorization', '{', 'Bearer '),
  'a variable without end': header('Authorization', 'a', 'Bearer ${', '-'),
  'a token of x': header('Authorization', 'x', 'Bearer ', 'y'),
  'quotes and commas in Accept': header('Accept', '",', 'text/html;a='),
  'a quote without end in Accept': header('Accept', ',', 'text/html;a="'),
  'quotes without end in Accept': header('Accept', '"",', 'text/html;a="'),
  'quotes without end in a parameter of Accept': header('Accept', '"";', 'text/html;a="'),
  'quotes and semicolons in Accept': header('Accept', '";', 'text/html;'),
  'commas in Accept': header('Accept', ','),
  'types in Accept': header('Accept', 'a/b,'),
  'blanks in Accept': header('Accept', ' ', 'a', 'b'),
  'quotes in Content-Type': header('Content-Type', '";', 'text/html;a='),
  'commas in Sec-Fetch-Site': header('Sec-Fetch-Site', ',', 'cross-site'),
  'lines of Sec-Fetch-Site': lines('Sec-Fetch-Site', () => 'cross-site,'),
  'schemes in X-Forwarded-Proto': header('X-Forwarded-Proto', 'https,'),
  'names in Origin': header('Origin', 'a.', 'https://'),
  'words in User-Agent': header('User-Agent', 'Mozilla '),
  'lines of User-Agent': lines('User-Agent', () => 'a'),
  'a name as Host': header('Host', 'a.', '', 'localhost'),
  'at signs in Host': header('Host', '@', 'a', 'b'),
  'headers of one letter': lines('a', () => ''),
  'headers with names of their own': (size) => ({
    headers: many(size, 12, (index): Line => [`h${padded(index)}`, 'b']),
  }),
}

/** Targets about as long as `size`, most of which are `/debug`. */
export const targets: Record<string, (size: number) => Hostile> = {
  'a query of and signs': (size) => ({ target: `/debug?${filled('a&', size)}` }),
  'a query of percent signs': (size) => ({ target: `/debug?${filled('%', size)}` }),
  'a query and a fragment': (size) => ({ target: `/debug?${filled('?', size)}#` }),
  slashes: (size) => ({ target: `/debug${filled('/', size)}` }),
  dots: (size) => ({ target: `/debug${filled('/..', size)}` }),
  'a path of percent signs': (size) => ({ target: `/debug/${filled('%41', size)}` }),
  'a URL with a long host': (size) => ({ target: `http://${filled('a.', size)}/debug` }),
  'a URL with at signs': (size) => ({ target: `http://${filled('a@', size)}/debug` }),
  'a URL with a long path': (size) => ({ target: `http://a/${filled('\\', size)}` }),
}

/** Pastes about as long as `size`. */
export const pastes: Record<string, (size: number) => Hostile> = Object.fromEntries(
  Object.entries<(size: number) => string>({
    words: (size) => `curl ${filled('a ', size)}`,
    options: (size) => `curl ${filled('-s ', size)}`,
    'options in one word': (size) => `curl -${filled('s', size)}`,
    'options with values': (size) => `curl ${filled('-Ha:b ', size)}`,
    'cookies of options': (size) => `curl ${filled('-bc=d ', size)}`,
    'quotes in one word': (size) => `curl ${filled('"a"', size)}`,
    'quotes of both kinds': (size) => `curl ${filled(`"a"'b'`, size)}`,
    'dollars and quotes': (size) => `curl ${filled("$'a'", size)}`,
    escapes: (size) => `curl $'${filled('\\x41', size)}'`,
    backslashes: (size) => `curl ${filled('\\', size)}`,
    carets: (size) => `curl ^"${filled('^', size)}`,
    'carets and blanks': (size) => `curl ^"${filled('^ ', size)}`,
    'a caret, blanks and an end': (size) => `curl ^"^${filled(' ', size)}x`,
    'carets at line ends': (size) => `curl ^"${filled('^\n', size)}`,
    URLs: (size) => `curl ${filled('http://a ', size)}`,
    'no URLs': (size) => `curl ${filled('http:[ ', size)}`,
    'one URL of percent signs': (size) => `curl http://${filled('%E4%BD%A0', size)}/`,
    'one URL of letters of their own': (size) => `curl http://${letters(size)}/`,
    dollars: (size) => `$${filled(' ', size)}x`,
    'curl without end': (size) => filled('curl', size),
    'lines of headers': (size) => `Cookie: a\n${filled('a:b\n', size)}`,
    'lines of cookies': (size) => filled('Cookie: a=b\n', size),
    'Cookie and blanks': (size) => `cookie${filled(' ', size)}x`,
    'Cookie and line ends': (size) => `cookie${filled('\n', size)}x`,
    'lines of names': (size) => filled('cookie\n', size),
    'equals signs': (size) => `a${filled('=', size)}`,
    'equals signs and blanks': (size) => `a${filled('=', size / 2)}${filled(' ', size / 2)}x`,
    semicolons: (size) => `a=b${filled(';', size)}`,
    letters: (size) => filled('a', size),
    blanks: (size) => `a${filled(' ', size)}b`,
    quotes: (size) => filled('"', size),
    'a token of brackets': (size) => `eyJ.${filled('W1tb', size)}`,
    // Headers.
    'lines of one letter': (size) => `cookie: a=b\n${filled('a\n', size)}`,
    'line ends': (size) => `cookie:${filled('\n', size)}a`,
    'names alone': (size) => `cookie: a=b\n${filled('host\n', size)}`,
    'folded lines': (size) => `cookie: a\n${filled(' b\n', size)}`,
    'wrapped lines': (size) => `cookie: a=${filled('0123456789abcdefghij\n', size)}`,
    'wrapped lines of a session cookie': (size) =>
      `ory_kratos_session=MTc5NTU1\n${filled('0123456789abcdefghij\n', size)}`,
    'wrapped pairs': (size) => filled('abcdefghijkl=0123456789abcdefghij;\n', size),
    'colons and lines': (size) => filled(':\n', size),
    'tabs and lines': (size) => filled('\t\n', size),
    'quoted lines': (size) => `> cookie: a\n${filled('>\n', size)}`,
    'quotes of a mail': (size) => filled('> ', size),
    'items of a list': (size) => filled('- ', size),
    fences: (size) => filled('```\n', size),
    stars: (size) => filled('*', size),
    'invisible characters': (size) => filled('\u200b', size),
    'typographic quotes': (size) => filled('\u201c', size / 3),
    // Cookies.
    'commas that a server sets': (size) => `Set-Cookie: a=b${filled(',', size)}`,
    'commas and names that a server sets': (size) => `Set-Cookie: a=b${filled(',a=', size)}`,
    'cookies that a server sets': (size) => `Set-Cookie: a=b${filled(', a=b', size)}`,
    'attributes that a server sets': (size) => `Set-Cookie: a=b${filled('; path=/', size)}`,
    'semicolons that a server sets': (size) => `Set-Cookie: a=b${filled(';', size)}`,
    'blanks that a server sets': (size) => `Set-Cookie: a=b;${filled(' ', size)}x`,
    'equals signs that a server sets': (size) => `Set-Cookie: a=b; expires${filled('=', size)}`,
    'a date that a server sets': (size) => `Set-Cookie: a=b; expires=${filled('(', size)}`,
    'lines that a server sets': (size) => filled('Set-Cookie: a=b; path=/\n', size),
    'rows of a jar': (size) => filled('a\tTRUE\t/\tTRUE\t0\ta\tb\n', size),
    'a row of blanks': (size) => `a${filled(' ', size)}TRUE`,
    "rows of Chrome's table": (size) => filled('a\tb\ta.b\t/\n', size),
    "rows of Firefox's table": (size) => filled('a:"b"\n', size),
    tabs: (size) => `a\tb${filled('\t', size)}`,
    // JSON.
    'lists in lists': (size) => `${filled('[', size / 2)}${filled(']', size / 2)}`,
    'lists without end': (size) => filled('[', size),
    'empty lists': (size) => `[${filled('[],', size)}0]`,
    'empty objects': (size) => `[${filled('{},', size)}0]`,
    'objects in objects': (size) => `${filled('{"a":', size / 1.2)}1${filled('}', size / 6)}`,
    numbers: (size) => `[${filled('0,', size)}0]`,
    'numbers of a cookie': (size) => `{"cookie":[${filled('0,', size)}0]}`,
    'names in JSON': (size) => `{"cookie":"a",${many(size, 12, (index) => `"${padded(index)}":0`).join(',')}}`,
    'names and values in JSON': (size) => `[${filled('{"name":"","value":""},', size)}{}]`,
    'names and values of cookies': (size) => `[${filled('{"name":"a","value":"b","path":""},', size)}{}]`,
    'pairs in JSON': (size) => `[${filled('["",""],', size)}["cookie","a"]]`,
    'texts in JSON': (size) => `["cookie"${filled(',""', size)}]`,
    'cookies in JSON': (size) => `["a=b; path=/"${filled(',"a=b;"', size)}]`,
    'headers in JSON': (size) => `[${filled('{"cookie":""},', size)}0]`,
    'lines of JSON': (size) => filled('{"a":0}\n', size),
    'escaped JSON': (size) => `{${filled('\\"a\\":0,', size)}\\"b\\":0}`,
    'entries of a HAR': (size) => `{"log":{"entries":[${filled('0,', size)}0]}}`,
    'requests of a HAR': (size) => `{"log":{"entries":[${filled('{"request":0},', size)}0]}}`,
    'headers of a HAR': (size) =>
      `{"method":"","url":"","headers":[${filled('{"name":"","value":""},', size)}{"name":"","value":""}]}`,
    'cookies of a HAR': (size) =>
      `{"method":"","url":"","headers":[],"cookies":[${filled('{"name":"","value":"a"},', size)}{}]}`,
    'sessions in JSON': (size) => `[${filled('{"id":"","active":true},', size)}0]`,
    // Programs.
    brackets: (size) => `fetch(${filled('(', size)}`,
    'strings in a program': (size) => `fetch(${filled('"a",', size)}`,
    'strings side by side': (size) => `fetch(${filled('"a"', size)}`,
    'strings with a plus between': (size) => `fetch(${filled('"a"+', size)}`,
    'strings without end': (size) => `fetch(${filled('"\n', size)}`,
    'quotes of all kinds': (size) => `fetch(${filled('\'"`', size)}`,
    'quotes after backslashes': (size) => `fetch(\`${filled('\\`', size)}`,
    templates: (size) => `fetch(${filled('`${', size)}`,
    'comments without end': (size) => `fetch(${filled('/*', size)}`,
    'stars in a comment': (size) => `fetch(/*${filled('*', size)}`,
    comments: (size) => `fetch(${filled('/**/', size)}`,
    'lines of comments': (size) => `fetch(${filled('#\n', size)}`,
    'words in a program': (size) => `fetch(${filled('a ', size)}`,
    'dots in a program': (size) => `fetch(${filled('a.', size)}`,
    'names without values': (size) => `fetch(${filled('cookie,', size)}`,
    'names and values in a program': (size) => `fetch(${filled('cookie:"",', size)}`,
    'variables in a program': (size) => `fetch(${filled('cookie:`${a}`,', size)}`,
    'calls in a program': (size) => filled('a(', size),
    // A text.
    'tokens in a text': (size) => filled('ory_st_0123456789 ', size),
    'pairs in a text': (size) => filled('ory_kratos_session=0123456789abcdefg ', size),
    'words in a text': (size) => `a ${filled('b ', size)}`,
    'and signs before a blank': (size) => `${filled('x=y&', size)} x`,
    'brackets in a text': (size) => `a b ${filled('<', size)}`,
    'tags in a text': (size) => `<a ${filled('<a>', size)}`,
    'SQL in a text': (size) => `select ${filled(' from', size)}`,
    // Commands.
    'commands in commands': (size) => filled('$(curl ', size),
    'commands in quotes in commands': (size) => `curl "${filled('$("', size)}`,
    'commands in quotes': (size) => filled('"curl \\"', size),
    'commands for an inner shell': (size) => filled('sh -c "curl a" ', size),
    'variables that double': (size) => `A=aaaa\n${filled('A=$A$A\n', size)}curl -b a=$A x`,
    'one variable of cookies': (size) => `A=${filled('a;b=', size / 2)}\ncurl -b "${filled('$A', size / 2)}" x`,
    'one variable of words': (size) => `A="${filled('b ', size / 2)}"\ncurl ${filled('$A ', size / 2)}`,
    variables: (size) => filled('A=b\n', size / 2) + `curl -b ${filled('$A', size / 2)}`,
    'variables without value': (size) => `curl -b ${filled('$B', size)}`,
    'variables without end': (size) => `curl ${filled('${a', size)}`,
    'an array': (size) => `a=(${filled('b ', size / 2)})\ncurl ${filled('"${a[@]}" ', size / 2)}`,
    'assignments without end': (size) => filled('A=$(x\n', size),
    'assignments in one line': (size) => `${filled('a=b ', size)}\ncurl x`,
    prompts: (size) => `${filled('ann@host:~$ ', size)}curl x`,
    'lines of prompts': (size) => filled('ann@host:~$ curl\n', size),
    'lines of almost prompts': (size) => `${filled(`${'a '.repeat(50)}\n`, size)}curl x`,
    'fences of commands': (size) => filled('```curl a\n', size),
    'backticks of Markdown': (size) => filled('`curl a ', size),
    'quote marks': (size) => `${filled('> ', size)}curl x`,
    'lines of quote marks': (size) => `${filled('> a\n', size)}> curl x`,
    'lines of curl': (size) => filled('curl\n', size),
    'lines of curl with cookies': (size) => filled('curl -b a=b x\n', size),
    'lines of curl without end': (size) => filled('curl "\n', size),
    'comments of a shell': (size) => filled('# curl -b a=b\n', size),
    'curl behind semicolons': (size) => filled('curl;', size),
    'curl in a sentence': (size) => `${filled('curl does ', size)}n't`,
    wrappers: (size) => `${filled('docker exec ', size)}curl x`,
    'curl behind wrappers': (size) => filled('docker exec web curl ', size),
    'next requests': (size) => `curl ${filled('-b a=b --next x ', size)}`,
    'options of their own': (size) => `curl ${many(size, 9, (index) => `--${padded(index)}`).join(' ')}`,
    redirections: (size) => `curl ${filled('2>&1 > a ', size)}`,
    'typographic quotes in a command': (size) => `curl ${filled('“a ', size)}`,
    'typographic quotes of all kinds': (size) => `curl ${filled('«a ‘b “c ', size)}`,
    'typographic dashes': (size) => `curl ${filled('–b ', size)}`,
    'blanks behind a backslash': (size) => `curl \\${filled(' ', size)}x`,
    'odd blanks': (size) => `curl ${filled('\u00a0', size / 3)}`,
    'invisible characters before a command': (size) => `${filled('\u200b', size / 3)}curl x`,
    "cmd's variables": (size) => `C:\\>set A=b\nC:\\>curl ${filled('%A%', size)}`,
    "cmd's variables without end": (size) => `C:\\>curl ${filled('%A', size)}`,
    'quotes of cmd': (size) => `C:\\>curl "${filled('\\"', size)}`,
    'items of HTTPie': (size) => `http x ${filled('a:b ', size)}`,
    'backslashes of HTTPie': (size) => `http x ${filled('\\:', size)}`,
    'headers of wget': (size) => `wget ${filled('--header=a:b ', size)}`,
    'tables of PowerShell': (size) => `irm x -Headers ${filled('@{a=', size)}`,
    'brackets of PowerShell': (size) => `irm ${filled('([', size)}`,
    'quotes of PowerShell': (size) => `irm x ${filled('"a""', size)}`,
    'backticks of PowerShell': (size) => `irm x "${filled('`"', size)}`,
    'variables of PowerShell that double': (size) => `$a="b"\n${filled('$a=$a+$a\n', size)}irm x -Headers @{a=$a}`,
    'tables of PowerShell that double': (size) => `$a=@{b="c"}\n${filled('$a=$a+$a\n', size)}irm x -Headers $a`,
    'entries of PowerShell': (size) => `${filled('$a["b"]="c"\n', size)}irm x -Headers $a`,
    'cookies of PowerShell': (size) =>
      `${filled('$s.Cookies.Add((New-Object System.Net.Cookie("a","b")))\n', size)}iwr x -WebSession $s`,
    'what + joins in PowerShell': (size) => `irm -Uri ${filled('"a"+$b+', size)}`,
    'calls of Add': (size) => `irm x ${filled('$h.Add("a"+', size)}`,
    'a session in itself': (size) => `${filled('$s.Cookies.Add($s)\n', size)}iwr x -WebSession $s`,
    'objects of PowerShell': (size) => `${filled('(New-Object Cookie(', size)}irm x`,
    'requests of PowerShell': (size) => `$h=@{a="b"}\n${filled('irm x -H $h\n', size)}`,
    'tables in objects of PowerShell': (size) => `irm x\n${filled('$a=New-Object @{irm ', size)}`,
    'tables without end beside what is unknown': (size) => `irm x\n${filled('$a=$b+@{x=1\n', size)}`,
    "PowerShell's own curl": (size) => `irm x\n${filled('(curl ', size)}`,
  }).map(([name, text]) => [name, (size: number): Hostile => ({ paste: text(size) })]),
)

/** Answers of Ory about as long as `size`. */
export const answers: Record<string, (size: number) => Hostile> = {
  'a long trait': (size) => ({ answer: sessionOf({ identity: { id: 'i1', traits: { bio: filled('x', size) } } }) }),
  'many traits': (size) => ({ answer: traits(`{${many(size, 12, (index) => `"a${padded(index)}":1`).join(',')}}`) }),
  'traits in traits': (size) => ({ answer: traits(`${filled('[', size / 2)}${filled(']', size / 2)}`) }),
  'objects in objects': (size) => ({ answer: traits(`${filled('{"a":', size / 1.2)}1${filled('}', size / 6)}`) }),
  'many methods': (size) => ({
    answer: sessionOf({ authentication_methods: many(size, 15, () => ({ method: 'a' })) }),
  }),
  'a long id': (size) => ({ answer: sessionOf({ id: filled('x', size) }) }),
  'a long time': (size) => ({ answer: sessionOf({ expires_at: filled('(', size) }) }),
  'a long reason': (size) => ({
    answer: {
      status: 401,
      headers: json,
      body: JSON.stringify({
        error: { id: filled('i', size / 3), reason: filled('ab ', size / 3), message: filled('c', size / 3) },
      }),
    },
  }),
  'control characters': (size) => ({
    answer: sessionOf({ identity: { id: 'i1', traits: { bio: filled('\u0001', size / 6) } } }),
  }),
  brackets: (size) => ({ answer: raw(filled('[', size)) }),
  'a long type': (size) => ({
    answer: { status: 401, headers: { 'content-type': filled('a;', size / 2) }, body: '{}' },
  }),
  'a long Location': (size) => ({
    answer: {
      status: 304,
      headers: {
        location: `//${letters(size / 2)}/`,
      },
      body: '',
    },
  }),
  'what was sent, again and again': (size) => ({
    headers: token(filled('a', size / 2)),
    answer: sessionOf({ identity: { id: 'i1', traits: { bio: filled('a', size / 2) } } }),
  }),
  'beginnings of what was sent': (size) => ({
    headers: [
      ['Cookie', many(size / 2, 40, (index) => `${padded(index)}=aaaaaaaaaaaaaaaaaaaaaaa${padded(index)}`).join('; ')],
    ],
    answer: sessionOf({ identity: { id: 'i1', traits: many(size / 2, 30, () => 'a'.repeat(27)) } }),
  }),
  'beginnings of all lengths': (size) => ({
    headers: [
      [
        'Cookie',
        many(Math.min(size / 2, 1000), 1, (index) => `c=${'a'.repeat(index)}b`)
          .slice(0, Math.floor(Math.sqrt(size)))
          .join('; '),
      ],
    ],
    answer: sessionOf({ identity: { id: 'i1', traits: many(size / 2, 1100, () => 'a'.repeat(1000)) } }),
  }),
  'names of traits that are beginnings': (size) => ({
    headers: token(`${filled('a', size / 2)}b`),
    answer: traits(`{${many(size / 2, 40, (index) => `"${'a'.repeat(20)}${padded(index)}":"aaaaaaaaaa"`).join(',')}}`),
  }),
}
