import { credentialKindOf } from '../../observation/secrets.ts'
import { isOryCookie } from '../reading/cookie-pairs.ts'
import { isHeaderName } from '../reading/header-line.ts'
import { tokenReading, type Reader } from '../reading/reading.ts'

const start = /^(?:(?:export|const|let|var|set)\s{1,3}|\$env:|\$)?["']?([\w.-]{1,60})["']?\s{0,3}(?::=|=|:)\s{0,3}/i
const isToken = /^(?:session-token|jwt|logout-token|(?:project-|workspace-)?api-key|oauth2-.*)$/

/** readAssignment reads a token behind a name of its own, as in a program, a shell, or a file of settings. */
export const readAssignment: Reader = (text) => {
  const [all, name = ''] = start.exec(text) ?? []
  if (all === undefined || isHeaderName(name) || isOryCookie(name) || /^bearer$/i.test(name)) return undefined
  const token = /^(["'`]?)([\w.+/=~-]+)\1[,;]?$/.exec(text.slice(all.length))?.[2]
  if (token === undefined || !isToken.test(credentialKindOf(token))) return undefined
  return tokenReading('a token with a name', token)
}
