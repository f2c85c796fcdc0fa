import type { Header } from '../../observation/evidence.ts'
import { requestOf, type Given, type RequestReader } from './sent-request.ts'
import { optionsOf, tableOf, type Options } from './options.ts'
import type { Word } from './words.ts'

const letters = { a: 'auth', A: 'auth-type', o: 'output', p: 'print', s: 'style' }
const table = tableOf(letters, [
  ...['bearer', 'boundary', 'cert', 'cert-key', 'cert-key-pass', 'ciphers', 'default-scheme', 'format-options'],
  ...['max-headers', 'max-redirects', 'pretty', 'proxy', 'raw', 'response-charset', 'response-mime', 'session'],
  ...['session-read-only', 'ssl', 'timeout', 'verify'],
])
const item = /^((?:\\[^]|[^\\:=@;])+)(:=@?|==|=@|:@|[:=@;])([^]*)$/

/** readHttpie reads what follows `http`, `https`, `xh` or `xhs`. */
export const readHttpie: RequestReader = (words, program) => {
  const options = optionsOf(words, table)
  const [first, ...rest] = options.others
  const [url, ...items] = first !== undefined && isMethod(first.text, rest.length > 0) ? rest : options.others
  const given: Given[] = []
  let file = false
  for (const word of items) {
    const [, name = '', separator, value = ''] = item.exec(word.text) ?? []
    if (separator === ':@') file = true
    const counts = (separator === ':' && value.trim() !== '') || (separator === ';' && value === '')
    if (counts) given.push({ header: [name.replace(/\\([^])/g, '$1').toLowerCase(), value.trim()], word })
  }
  const bearer = bearerOf(options)
  const files = [
    ...(options.has('session') || options.has('session-read-only')
      ? ['--session names a file that holds headers and cookies, which is not read here; paste them themselves.']
      : []),
    ...(file ? ['A header with :@ is read from a file, which is not read here; paste its value.'] : []),
  ]
  const remarks =
    options.has('auth') && bearer === undefined
      ? ['--auth sends Authorization: Basic unless there is --auth-type bearer; it was ignored.']
      : []
  return requestOf({
    urls: url === undefined ? [] : [fullUrl(url.text, program)],
    agent: 'HTTPie',
    given: bearer === undefined ? given : [...given.filter(({ header: [name] }) => name !== 'authorization'), bearer],
    files,
    remarks,
  })
}

function isMethod(word: string, hasMore: boolean): boolean {
  return hasMore && /^(?:[A-Z]{3,10}|get|head|post|put|patch|delete|options)$/.test(word)
}

function bearerOf(options: Options<Word>): Given | undefined {
  const isBearer = options.values('auth-type').at(-1)?.text.toLowerCase() === 'bearer'
  const word = options.values('bearer').at(-1) ?? (isBearer ? options.values('auth').at(-1) : undefined)
  if (word === undefined) return undefined
  const header: Header = ['authorization', `Bearer ${word.text}`]
  return { header, word }
}

/** `:3000/path` is on localhost, and `https` and `xhs` stand for the scheme. */
function fullUrl(url: string, program: string): string {
  const local = /^:\d/.test(url) ? `localhost${url}` : url.startsWith(':/') ? `localhost${url.slice(1)}` : url
  if (/^https?:\/\//i.test(local)) return local
  return `${program.endsWith('s') ? 'https' : 'http'}://${local.replace(/^:?\/\//, '')}`
}
