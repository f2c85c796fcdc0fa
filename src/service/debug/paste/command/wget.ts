import { headersIn, requestOf, type RequestReader } from './sent-request.ts'
import { optionsOf, tableOf } from './options.ts'

const letters = {
  ...{ U: 'user-agent', O: 'output-document', o: 'output-file', a: 'append-output', e: 'execute', i: 'input-file' },
  ...{ P: 'directory-prefix', t: 'tries', T: 'timeout', w: 'wait' },
}
const table = tableOf(letters, [
  ...['header', 'load-cookies', 'save-cookies', 'user', 'password', 'http-user', 'http-password', 'post-data'],
  ...['post-file', 'body-data', 'body-file', 'method', 'referer', 'ca-certificate', 'certificate', 'private-key'],
  ...['max-redirect', 'proxy-user', 'proxy-password'],
])

/** readWget reads what follows `wget`. */
export const readWget: RequestReader = (words) => {
  const options = optionsOf(words, table)
  const given = options.values('header').flatMap(headersIn)
  const files = options.has('load-cookies')
    ? ['--load-cookies names a cookie file, which is not read here; paste its line that holds ory_kratos_session.']
    : []
  const remarks =
    options.has('user') || options.has('http-user')
      ? ['--user sends Authorization: Basic, which is not an Ory session; it was ignored.']
      : []
  const agent = options.values('user-agent').at(-1)?.text ?? 'Wget'
  return requestOf({ urls: options.others.map(({ text }) => text), agent, given, files, remarks })
}
